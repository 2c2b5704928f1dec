"""What is being read: opens articles, makes pages, finds their words, keeps the place."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar, cast

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.article import Article, Section
from reader.core.contents import Entry, list_contents, list_sections
from reader.core.extent import Extent, measure
from reader.core.mark import Shown
from reader.core.position import Anchor, Position, anchor, resolve
from reader.core.script import Script, Variant
from reader.core.style import PLAIN, Polish, ReadingStyle
from reader.core.word import Word
from reader.language.corrections import Corrector
from reader.library import Library
from reader.ui import background
from reader.ui.page import Page

BATCH = 1200
"""Characters annotated before the window hears of it: some tens of milliseconds."""

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Opened:
    """An article with its id, and what takes a while to find out of one with many paragraphs."""

    id: int
    article: Article
    extent: Extent
    contents: tuple[Entry, ...]
    names: tuple[str, ...]
    """What each section is called, with all that it is a part of."""
    corrector: Corrector
    """What was corrected in it."""


class Reading(QObject):
    """One article at a time. All slow work is done in the background, newest wish first."""

    article_opened = Signal(Opened)
    page_made = Signal(Page, Position)
    """A page and the position that belongs at the top."""
    words_found = Signal(object)
    """Words by the number of their paragraph in the page made last."""
    page_annotated = Signal()
    article_annotated = Signal()
    """The first page of an article that was just opened is done: there is time for more."""
    article_settled = Signal()
    """All that an article that was just opened may need next is loaded."""
    place_saved = Signal(int, float)
    """Where reading of an article stopped is kept, with how much of the article lies above."""
    place_lost = Signal()
    """The words that a bookmark quotes are not in the article any more."""
    failed = Signal(Exception)

    def __init__(self, parent: QObject, library: Library) -> None:
        super().__init__(parent)
        self._library = library
        self._variant = Variant.AS_WRITTEN
        self._polish = PLAIN
        self._style = ReadingStyle()
        self._spare: tuple[Variant, ...] = ()
        self._shown: dict[tuple[int, int, Variant, Polish], Shown] = {}
        self._words: dict[int, dict[int, tuple[Word, ...]]] = {}
        self._citation: dict[tuple[int, int], tuple[Word, ...]] = {}
        self._wish = 0
        self._fresh = False
        self.opened: Opened | None = None
        self.section = 0

    @property
    def style(self) -> ReadingStyle:
        """The style in which words are read."""
        return self._style

    @property
    def variant(self) -> Variant:
        """What the text is shown in."""
        return self._variant

    def open(self, article_id: int, place: Anchor | None = None) -> None:
        """Open an article at an anchor, or where reading stopped the last time."""
        library = self._library

        def work() -> tuple[Opened, Position | None, Position]:
            article = library.open(article_id)
            wished = resolve(article, place) if place else None
            stopped = library.reading_place(article_id)
            last = resolve(article, stopped) if stopped else None
            corrector = library.corrector(article_id, article)
            contents, names = list_contents(article), list_sections(article)
            opened = Opened(article_id, article, measure(article), contents, names, corrector)
            return opened, wished, last or Position()

        def show(result: tuple[Opened, Position | None, Position]) -> None:
            # What was open goes once this is shown: two hundred thousand paragraphs take a while.
            earlier = [self.opened]
            QTimer.singleShot(0, earlier.clear)
            self.opened, wished, stopped = result
            self._shown, self._words, self._citation = {}, {}, {}
            self._fresh = True
            self.article_opened.emit(self.opened)
            self.go_to(wished or stopped)
            if place and not wished:
                self.place_lost.emit()

        self._run(work, show)

    def close(self) -> None:
        """Nothing is read any more."""
        self._wish += 1
        self.opened = None

    def go_to(self, position: Position) -> None:
        """Show the section of a position, with the position at the top."""
        if self.opened is None:
            return
        section = self.opened.article.sections[position.section]
        script, variant = self.opened.article.script, self._variant
        work = self._converting(position.section, variant)

        def show(shown: tuple[Shown, ...]) -> None:
            self.section = position.section
            displays, marks = tuple(s.display for s in shown), tuple(s.marks for s in shown)
            page = Page(position.section, section.paragraphs, displays, marks, variant, script)
            self.page_made.emit(page, position)
            self._annotate(section, position.paragraph)

        if self._is_converted(position.section, variant):
            self._wish += 1
            show(work())
        else:
            self._run(work, show)

    def is_ready(self, variant: Variant) -> bool:
        """Whether the section that is shown can be shown in a variant at once."""
        return self._is_converted(self.section, variant)

    @property
    def spare(self) -> tuple[Variant, ...]:
        """What the text may be shown in next."""
        return self._spare

    def prepared_text(self, variant: Variant) -> str:
        """The section in a variant, as far as that is made already."""
        if self.opened is None:
            return ""
        count = len(self.opened.article.sections[self.section].paragraphs)
        shown = (self._shown.get((self.section, at, variant, self._polish)) for at in range(count))
        return "".join(one.display.text for one in shown if one)

    def _is_converted(self, number: int, variant: Variant) -> bool:
        """Whether a section can be shown without work."""
        if self.opened is None or (variant is Variant.AS_WRITTEN and self._polish == PLAIN):
            return True
        count = len(self.opened.article.sections[number].paragraphs)
        return all((number, at, variant, self._polish) in self._shown for at in range(count))

    def _converting(self, number: int, variant: Variant) -> Callable[[], tuple[Shown, ...]]:
        """The work that shows each paragraph of a section in a variant; each is done only once."""
        opened, library, known = self.opened, self._library, self._shown
        wanted = self._polish
        if opened is None:
            return tuple
        script, paragraphs = opened.article.script, opened.article.sections[number].paragraphs

        def work() -> tuple[Shown, ...]:
            for at, paragraph in enumerate(paragraphs):
                key = number, at, variant, wanted
                if key not in known:
                    known[key] = library.look(paragraph.text, variant, script, wanted)
            return tuple(known[number, at, variant, wanted] for at in range(len(paragraphs)))

        return work

    def turn(self, step: int) -> None:
        """Go to the start of another section, ``step`` further on."""
        if self.opened and 0 <= self.section + step < len(self.opened.article.sections):
            self.go_to(Position(self.section + step))

    def read_on(self, step: int) -> None:
        """Go to the start of the next section, or to the end of the last."""
        if step < 0 < self.section and self.opened:
            self.go_to(self.opened.extent.end_of(self.section - 1))
        elif step > 0:
            self.turn(step)

    def set_look(
        self,
        variant: Variant,
        top: Position,
        polish: Polish = PLAIN,
        spare: tuple[Variant, ...] = (),
    ) -> None:
        """Show the text in another script, or polished, with the same position at the top.

        ``spare``: what it may be shown in next, made ready once nothing else is to be done.
        """
        self._spare = spare
        if (variant, polish) != (self._variant, self._polish):
            self._variant, self._polish = variant, polish
            self.go_to(top)

    def count_corrections(self, tell: Callable[[int], None]) -> None:
        """Count what proofreading would correct in the section, unless it is on already."""
        opened, library = self.opened, self._library
        if (
            opened is None
            or self._polish.proofread
            or opened.article.script is not Script.TRADITIONAL
        ):
            return
        section = opened.article.sections[self.section]

        proofread = Polish(proofread=True)

        def work() -> int:
            looks = (
                library.look(p.text, Variant.AS_WRITTEN, Script.TRADITIONAL, proofread)
                for p in section.paragraphs
            )
            return sum(len(look.marks) for look in looks)

        background.run(self, work, tell, self.failed.emit)

    def citation_word(self, paragraph: int, start: int) -> Word | None:
        """The word that starts there, in citation tones: what a correction is made of."""
        words = self._citation.get((self.section, paragraph), ())
        return next((word for word in words if word.start == start), None)

    def set_style(self, style: ReadingStyle, top: Position) -> None:
        """Read in other tones or by another standard, with the same position at the top."""
        if style != self._style:
            self._style = style
            self.read_again(top)

    def read_again(self, top: Position) -> None:
        """Find the words of the section anew, since a reading was corrected."""
        if self.opened is None:
            return
        library, opened = self._library, self.opened

        def take(corrector: Corrector) -> None:
            self.opened = replace(opened, corrector=corrector)
            self._words = {}
            self.go_to(top)

        self._run(lambda: library.corrector(opened.id, opened.article), take)

    def show_again(self, top: Position) -> None:
        """Convert the section anew, since it is written otherwise now."""
        self._shown = {}
        self.go_to(top)

    def save_place(
        self, position: Position, end: Position | None = None, *, now: bool = False
    ) -> None:
        """Remember where reading stopped; ``now`` where the program is about to end.

        ``end``: what is in view down to.
        """
        if self.opened is None:
            return
        library, opened = self._library, self.opened

        def work() -> float:
            place = anchor(opened.article, position)
            extent, seen = opened.extent, max(end or position, position)
            whole = extent.count(seen) >= extent.length
            progress = 1.0 if whole else extent.share(place.position)
            library.save_reading_place(opened.id, place, progress, extent.section_share(seen))
            return progress

        def tell(progress: float) -> None:
            self.place_saved.emit(opened.id, progress)

        if now:
            work()
        else:
            background.run(self, work, tell, self.failed.emit)

    def _annotate(self, section: Section, first: int) -> None:
        """Find the words of a section, those in view first, a batch at a time."""
        known = self._words.setdefault(self.section, {})
        if known:
            self.words_found.emit(dict(known))
        count = len(section.paragraphs)
        wanted = [(first + step) % count for step in range(count)]
        missing = [number for number in wanted if number not in known]
        self._annotate_batch(section, missing, known, self._wish)

    def _annotate_batch(
        self,
        section: Section,
        missing: list[int],
        known: dict[int, tuple[Word, ...]],
        wish: int,
    ) -> None:
        if not missing:
            self.page_annotated.emit()
            fresh, self._fresh = self._fresh, False
            if fresh:
                self.article_annotated.emit()
            self._make_ready(self.article_settled.emit if fresh else _rest)
            return
        batch, rest = _cut_batch(section, missing)
        library, opened, number_of_section = self._library, self.opened, self.section
        style = self._style
        if opened is None:
            return

        def work() -> dict[int, tuple[Word, ...]]:
            found = library.annotate([section.paragraphs[number] for number in batch])
            words = {}
            for number, chosen in zip(batch, found, strict=True):
                citation = opened.corrector.apply(number_of_section, number, chosen)
                self._citation[number_of_section, number] = citation
                words[number] = library.restyle(citation, style)
            return words

        def tell(words: dict[int, tuple[Word, ...]]) -> None:
            known.update(words)
            if wish == self._wish:
                self.words_found.emit(words)
                self._annotate_batch(section, rest, known, wish)

        background.run(self, work, tell, self.failed.emit)

    def _make_ready(self, then: Callable[[], None]) -> None:
        """Convert the section to what the switch would show next: then it shows it at once."""
        number, library = self.section, self._library
        waiting = [
            self._converting(number, variant)
            for variant in self._spare
            if not self._is_converted(number, variant)
        ]

        def work() -> None:
            library.load_language()
            for convert in waiting:
                convert()

        background.run(self, work, lambda _: then(), self.failed.emit)

    def _run(self, work: Callable[[], Result], on_done: Callable[[Result], None]) -> None:
        """Do the newest wish: what was wished before it and comes later is dropped."""
        self._wish += 1
        wish = self._wish

        def work_if_wished() -> Result | None:
            return work() if wish == self._wish else None

        def tell(result: Result | None) -> None:
            if wish == self._wish:
                on_done(cast("Result", result))

        background.run(self, work_if_wished, tell, self.failed.emit)


def _rest() -> None:
    """Nothing is left to do."""


def _cut_batch(section: Section, numbers: list[int]) -> tuple[list[int], list[int]]:
    size = 0
    for taken, number in enumerate(numbers, 1):
        size += len(section.paragraphs[number].text)
        if size >= BATCH:
            return numbers[:taken], numbers[taken:]
    return numbers, []
