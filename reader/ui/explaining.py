"""What the card tells: of the word under the pointer, of a phrase, of a word in the card itself."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.core.card import CardOn
from reader.core.position import Anchor, Position, anchor
from reader.core.sentence import Occurrence, sentence_around
from reader.core.vocabulary import Encounter, Status
from reader.core.word import Word
from reader.library import Library
from reader.ui.announcing import announce
from reader.ui.bookmarking import Desk
from reader.ui.card_details import CardDetails, Details
from reader.ui.card_text import CardText, Subject
from reader.ui.learning import Learning
from reader.ui.page import Hovered
from reader.ui.phrase import find_phrase
from reader.ui.unfolding import Unfolding
from reader.ui.word_card import WordCard

NOWHERE = -1
"""The paragraph of a word that is not in the text but in the card."""


@dataclass(frozen=True, slots=True)
class Style:
    """How cards are written, and what brings them."""

    writer: CardText
    on: CardOn


class Explaining(QObject):
    """Between pointer, card and library. Nothing that the pointer waits for reads a disk."""

    failed = Signal(Exception)
    place_wanted = Signal(int, Anchor)
    """An article, and where in it a sentence stands that the learner wants to see."""
    announced = Signal(str)
    """What a walk by keyboard came to, for who does not see it."""

    def __init__(
        self, window: QWidget, library: Library, desk: Desk, card: WordCard, learning: Learning
    ) -> None:
        super().__init__(window)
        self._library = library
        self._desk = desk
        self._card = card
        self._learning = learning
        self._style: Style | None = None
        self._subject: Subject | None = None
        self._origin: Subject | None = None
        self._history: list[Subject] = []
        self._targets: list[Word | Occurrence] = []
        self._phrase = False
        self._found: Occurrence | None = None
        self._unfolding = Unfolding(self, library)
        self._unfolding.found.connect(self._write)
        self._unfolding.failed.connect(self.failed)

    @property
    def subject(self) -> Subject | None:
        """What the card tells of now; None while there is no card."""
        return None if self._card.isHidden() else self._subject

    def set_style(self, style: Style) -> None:
        """Write cards in another way from now on, and the one that is shown."""
        changed, self._style = style != self._style, style
        if changed and self._tells_phrase:
            self.show_phrase()
        elif changed and self.subject:
            self._show(self.subject, None)

    @property
    def _tells_phrase(self) -> bool:
        """Whether there is a card, and it came for a selection."""
        return self._phrase and not self._card.isHidden()

    # What brings the card

    def show_word(self, hovered: Hovered, at: QRect) -> None:
        """The pointer rests on a word: tell of it, if that is what brings the card."""
        if self._tells_phrase:
            return
        self._phrase = False
        if self.subject and self._origin and self._origin.hovered == hovered:
            self._card.stand_beside(at)  # the text moved below it, or the pointer on the word
        elif self._style and (self._style.on is CardOn.HOVER or self._card.isVisible()):
            self._show_first(self._make_subject(hovered), at)

    def show_walked(self) -> None:
        """A walk by keyboard has come to a word: tell of it in any case, and say it."""
        self._phrase = False
        self._show_marked()
        if self._style and self._subject:
            self._announce(self._style.writer.summarize(self._subject))

    def look(self) -> None:
        """Show the card of the selection or of the marked word; then pin it; then let it go."""
        if self._card.isHidden():
            self._show_marked()
            self.show_phrase()
        elif self._card.pinned:
            self.dismiss()
        else:
            self.pin()

    def release(self, point: QPointF) -> None:
        """The mouse was let go: tell of what is selected, or of what was clicked."""
        if self._desk.pane.selection():
            self.show_phrase()
        elif self._style and self._style.on is CardOn.CLICK and not self._card.pinned:
            self._desk.pointer.hover(point)
            self._show_marked()

    def show_phrase(self) -> None:
        """Tell of the selection, where it lies in one paragraph."""
        phrase = find_phrase(self._desk, self._library.explainer)
        if phrase:
            self._phrase = True
            self._show_first(self._make_subject(phrase.hovered, phrase.parts), phrase.rectangle)

    def follow_text(self) -> None:
        """The text has been laid out anew: the card of a phrase follows, or goes with it."""
        phrase = find_phrase(self._desk, self._library.explainer) if self._tells_phrase else None
        if phrase is None:
            return
        view = self._desk.pane.viewport()
        in_view = QRect(view.mapTo(view.window(), QPoint(0, 0)), view.size())
        if not in_view.intersects(phrase.rectangle):
            if not self._card.pinned:
                self.hide()
        elif self._origin and self._origin.hovered == phrase.hovered:
            self._card.stand_beside(phrase.rectangle)
        else:  # another script
            self._show_first(self._make_subject(phrase.hovered, phrase.parts), phrase.rectangle)

    def stretch(self, step: int) -> None:
        """Tell of the next longer (1) or shorter (-1) word that starts at the same place."""
        subject = self.subject
        if subject is None or subject.hovered.paragraph == NOWHERE:
            return
        hovered = subject.hovered
        words = self._desk.pointer.words(hovered.paragraph)
        found = self._library.explainer.words_from(words, hovered.word.start)
        fitting = [word for word in found if (word.end - hovered.word.end) * step > 0]
        if fitting:
            self._phrase = False
            word = fitting[0] if step > 0 else fitting[-1]
            self._desk.pointer.mark(hovered.paragraph, word)
            self.show_walked()

    # Pinned

    def pin(self) -> None:
        """Let the card stay, unfold it and put the keyboard into it."""
        if self.subject is None:
            return
        self._desk.pointer.hold(held=True)
        self._card.set_pinned(True)
        self._card.body.setFocus()
        self._unfold()

    def pin_marked(self) -> Subject | None:
        """Pin the card, which comes first if need be. Returns what it tells of."""
        if self._card.isHidden():
            self._show_marked()
        if not self._card.pinned:
            self.pin()
        return self.subject

    def dismiss(self) -> bool:
        """Send the card away, pinned or not; whether there was one."""
        focused, shown = self._card.has_focus(), self._card.isVisible()
        self._desk.pointer.hold(held=False)
        self._desk.pointer.dismiss()
        if focused:
            self._desk.pane.setFocus()
        return shown

    def leave(self) -> None:
        """The pointer is on no word: the card may go, unless it tells of a selection."""
        if not self._tells_phrase:
            self._card.leave_soon()

    def hide(self) -> None:
        """The text has moved or changed: forget what was told."""
        self._unfolding.stop()
        self._phrase = False
        self._history = []
        self._card.set_pinned(False)
        self._card.hide()

    def follow(self, link: int) -> None:
        """Go to what a link in the card stands for: another word, or a place in a text."""
        target = self._targets[link]
        if isinstance(target, Occurrence):
            self.dismiss()
            self._found = target
            self.place_wanted.emit(target.article_id, target.anchor)
        elif self._subject:
            self._history.append(self._subject)
            self._show(self._make_subject(Hovered(NOWHERE, target, target.text)), None)
            if self._style and self._subject:
                self._announce(self._style.writer.summarize(self._subject))

    def show_found(self) -> None:
        """Another page is shown: select what the learner wanted to see on it."""
        found, page = self._found, self._desk.pane.page
        if found is None or found.anchor.position.section != page.section:
            return
        self._found = None
        start, text = found.anchor.position, found.anchor.after
        shown = page.paragraphs[start.paragraph :][:1]
        if shown and shown[0].text[start.offset :].startswith(text):
            end = replace(start, offset=start.offset + found.end - found.start)
            self._desk.pane.select(start, end)

    def back(self) -> None:
        """Go back to the word before, in the card."""
        if self._history:
            self._show(self._history.pop(), None)

    def copy(self) -> None:
        """Put the word with its reading and glosses onto the clipboard."""
        if self.subject is None:
            self._show_marked()
        if self.subject and self._style:
            QGuiApplication.clipboard().setText(self._style.writer.summarize(self.subject))

    def mark(self, status: Status) -> None:
        """Say how well the word of the card is known."""
        if self.subject is None:
            self._show_marked()
        subject = self.subject
        if subject is None or not subject.hovered.word.readable:
            return
        self._learning.mark(subject.hovered.word, status, self._encounter(subject.hovered.word))

    def refresh(self) -> None:
        """A status has changed: show it."""
        subject = self.subject
        if subject:
            status = self._learning.status(subject.hovered.word.text)
            self._show(replace(subject, status=status), None)

    # How it is shown

    def _show_marked(self) -> None:
        pointer = self._desk.pointer
        if pointer.marked:
            self._show_first(self._make_subject(pointer.marked), pointer.marked_rectangle())

    def _show_first(self, subject: Subject, at: QRect) -> None:
        self._history = []
        self._origin = subject
        self._show(subject, at)

    def _show(self, subject: Subject, at: QRect | None) -> None:
        if self._style is None:
            return
        if self._subject is None or subject.hovered != self._subject.hovered:
            self._card.set_extra(None)
        self._subject = subject
        self._unfolding.stop()
        writer = self._style.writer
        self._card.show_text(writer.describe(subject), writer.summarize(subject), at)
        if self._card.pinned:
            self._unfold()

    def _make_subject(self, hovered: Hovered, parts: tuple[Word, ...] = ()) -> Subject:
        word = hovered.word
        outline = self._library.explainer.outline(word)
        return Subject(hovered, outline, self._learning.status(word.text), parts)

    def _unfold(self) -> None:
        if self._subject:
            words = self._desk.pointer.words(self._subject.hovered.paragraph)
            self._unfolding.find(self._subject, words)

    def _write(self, subject: Subject, details: Details) -> None:
        """More was found out of what a pinned card tells of."""
        if self._style is None or not self._card.pinned:
            return
        writer = CardDetails(self._style.writer)
        self._card.add_text(writer.unfold(subject, details))
        self._targets = writer.targets
        wanted = self._style.writer.parts.sentences and not subject.hovered.spoken
        if wanted and details.sentences is None:
            opened = self._desk.reading.opened
            place = self._place(self._origin.hovered) if self._origin else None
            here = (opened.id, place) if opened and place else None
            self._unfolding.find_sentences(subject, details, here)

    def _place(self, hovered: Hovered) -> Position | None:
        if hovered.paragraph == NOWHERE:
            return None
        return Position(self._desk.pane.page.section, hovered.paragraph, hovered.word.start)

    def _encounter(self, word: Word) -> Encounter | None:
        """The sentence that the word, or what its card came from, was met in."""
        opened, origin = self._desk.reading.opened, self._origin
        place = self._place(origin.hovered) if origin else None
        if opened is None or origin is None or place is None:
            return None
        text = self._desk.pane.page.paragraphs[place.paragraph].text
        met = origin.hovered.word
        first, last = sentence_around(text, met.start, met.end)
        sentence = text[first:last]
        start = met.start - first if word.text == met.text else sentence.find(word.text)
        return Encounter(sentence, start, opened.id, anchor(opened.article, place))

    def _announce(self, sentence: str) -> None:
        self.announced.emit(sentence)
        announce(self._card, sentence)
