"""What is being read: opens articles, makes pages, finds their words, keeps the place."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TypeVar, cast

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.article import Article, Kind, Section
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
from reader.ui.leisure import Leisure
from reader.ui.page import Page

BATCH = 1200
"""Characters annotated before the window hears of it: some tens of milliseconds."""

LONGEST_WAIT, PATIENCE = 3 * BATCH, 100
"""A new page appears with its words, if they are so few characters and take so many ms."""

Result = TypeVar("Result")
Words = dict[int, tuple[Word, ...]]
"""By the number of their paragraph."""


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


@dataclass(frozen=True, slots=True)
class Made:
    """What is made of an article that is open: each paragraph only once."""

    opened: Opened
    shown: dict[tuple[int, int, Variant, Polish], Shown] = field(default_factory=dict)
    words: dict[int, Words] = field(default_factory=dict)
    citation: dict[tuple[int, int], tuple[Word, ...]] = field(default_factory=dict)


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
        self.leisure = Leisure(self)
        self._variant = Variant.AS_WRITTEN
        self._polish = PLAIN
        self._style = ReadingStyle()
        self._spare: tuple[Variant, ...] = ()
        self._made: Made | None = None
        self._wish = 0
        self._fresh = False
        self._at_hand = False  # whether the tables of words are loaded
        self.section = 0

    @property
    def opened(self) -> Opened | None:
        """The article whose page is shown."""
        return self._made.opened if self._made else None

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
            opened, wished, stopped = result
            self._show(Made(opened), wished or stopped, fresh=True)
            if place and not wished:
                self.place_lost.emit()

        self._run(work, show)

    def close(self) -> None:
        """Nothing is read any more."""
        self._wish += 1
        self._made = None

    def describe(self, opened: Opened) -> None:
        """The open article is called otherwise now."""
        if self._made:
            self._made = replace(self._made, opened=opened)

    def go_to(self, position: Position) -> None:
        """Show the section of a position, with the position at the top."""
        if self._made:
            self._show(self._made, position)

    def _show(self, made: Made, position: Position, *, fresh: bool = False) -> None:
        """Show a section. An article is open from the moment on in which its page is there."""
        section, variant = made.opened.article.sections[position.section], self._variant
        convert = self._converting(made, position.section, variant)

        def put(shown: tuple[Shown, ...]) -> None:
            if fresh:
                # What was open goes once this is shown: 150,000 paragraphs take a while.
                earlier = [self._made]
                QTimer.singleShot(0, earlier.clear)
                self._made, self._fresh = made, True
                self.article_opened.emit(made.opened)
            self.section = position.section
            displays, marks = tuple(s.display for s in shown), tuple(s.marks for s in shown)
            script = made.opened.article.script
            page = Page(position.section, section.paragraphs, displays, marks, variant, script)
            self.page_made.emit(page, position)

        def go_on(shown: tuple[Shown, ...]) -> None:
            find = self._finding_first(made, position) if self._at_hand else None
            if find:
                self._put_with_words(made, position, find, lambda: put(shown))
            else:
                put(shown)
                self._annotate(made, section, position.paragraph)

        if self._is_converted(made, position.section, variant):
            self._wish += 1
            go_on(convert())
        else:
            self._run(convert, go_on)

    def _put_with_words(
        self, made: Made, position: Position, find: Callable[[], Words], put: Callable[[], None]
    ) -> None:
        """Put a page with the words of its first screen, or without where that takes too long."""
        wish, patience = self._wish, QTimer(self, singleShot=True, interval=PATIENCE)

        def put_now() -> None:
            if patience.isActive():
                patience.stop()
                put()

        def tell(words: Words) -> None:
            made.words.setdefault(position.section, {}).update(words)
            if wish == self._wish:
                put_now()
                section = made.opened.article.sections[position.section]
                self._annotate(made, section, position.paragraph)
            patience.deleteLater()

        def fail(failure: Exception) -> None:
            if wish == self._wish:
                put_now()
            patience.deleteLater()
            self.failed.emit(failure)

        patience.timeout.connect(lambda: put() if wish == self._wish else None)
        patience.start()
        background.run(self, find, tell, fail, urgent=True)

    def is_ready(self, variant: Variant) -> bool:
        """Whether the section that is shown can be shown in a variant at once."""
        return self._made is None or self._is_converted(self._made, self.section, variant)

    @property
    def spare(self) -> tuple[Variant, ...]:
        """What the text may be shown in next."""
        return self._spare

    def prepared_texts(self, variant: Variant) -> dict[Kind, str]:
        """The section in a variant, as far as that is made already, by kinds of paragraph."""
        texts: dict[Kind, str] = {}
        made = self._made
        if made:
            for at, paragraph in enumerate(made.opened.article.sections[self.section].paragraphs):
                shown = made.shown.get((self.section, at, variant, self._polish))
                text = shown.display.text if shown else ""
                texts[paragraph.kind] = texts.get(paragraph.kind, "") + text
        return texts

    def _is_converted(self, made: Made, number: int, variant: Variant) -> bool:
        """Whether a section can be shown without work."""
        if variant is Variant.AS_WRITTEN and self._polish == PLAIN:
            return True
        count = len(made.opened.article.sections[number].paragraphs)
        return all((number, at, variant, self._polish) in made.shown for at in range(count))

    def _converting(
        self, made: Made, number: int, variant: Variant
    ) -> Callable[[], tuple[Shown, ...]]:
        """The work that shows each paragraph of a section in a variant; each is done only once."""
        library, known, wanted, article = (
            self._library,
            made.shown,
            self._polish,
            made.opened.article,
        )
        script, paragraphs = article.script, article.sections[number].paragraphs

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

        self.leisure.ask(partial(background.run, self, work, tell, self.failed.emit))

    def citation_word(self, paragraph: int, start: int) -> Word | None:
        """The word that starts there, in citation tones: what a correction is made of."""
        citation = self._made.citation if self._made else {}
        words = citation.get((self.section, paragraph), ())
        return next((word for word in words if word.start == start), None)

    def set_style(self, style: ReadingStyle, top: Position) -> None:
        """Read in other tones or by another standard, with the same position at the top."""
        if style != self._style:
            self._style = style
            self.read_again(top)

    def read_again(self, top: Position) -> None:
        """Find the words of the section anew, since a reading was corrected."""
        made, library = self._made, self._library
        if made is None:
            return
        opened = made.opened

        def take(corrector: Corrector) -> None:
            self._made = replace(made, opened=replace(opened, corrector=corrector), words={})
            self.go_to(top)

        self._run(lambda: library.corrector(opened.id, opened.article), take)

    def show_again(self, top: Position) -> None:
        """Convert the section anew, since it is written otherwise now."""
        if self._made:
            self._made = replace(self._made, shown={})
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

    def _annotate(self, made: Made, section: Section, first: int) -> None:
        """Find the words of a section, those in view first, a batch at a time."""
        known = made.words.setdefault(self.section, {})
        if known:
            self.words_found.emit(dict(known))
        count = len(section.paragraphs)
        wanted = [(first + step) % count for step in range(count)]
        missing = [number for number in wanted if number not in known]
        self._annotate_batch(made, section, missing, self._wish)

    def _annotate_batch(self, made: Made, section: Section, missing: list[int], wish: int) -> None:
        if not missing:
            self.page_annotated.emit()
            fresh, self._fresh = self._fresh, False
            if fresh:
                self.article_annotated.emit()
            then = self.article_settled.emit if fresh else _rest
            self.leisure.ask(partial(self._make_ready, made.opened.id, then))
            return
        batch, rest = _cut_batch(section, missing)
        known = made.words[self.section]
        work = self._finding(made, self.section, batch)

        def tell(words: Words) -> None:
            known.update(words)
            if wish == self._wish:
                self.words_found.emit(words)
                self._annotate_batch(made, section, rest, wish)

        background.run(self, work, tell, self.failed.emit)

    def _finding_first(self, made: Made, position: Position) -> Callable[[], Words] | None:
        """The work that finds the words of the first screen of a section: it appears with them.

        None where they are known, or where they would keep the text waiting: a paragraph may be
        as long as a book.
        """
        section, known = made.opened.article.sections[position.section], made.words
        first = list(range(position.paragraph, len(section.paragraphs)))
        batch, _ = _cut_batch(section, first)
        missing = [at for at in batch if at not in known.get(position.section, {})]
        length = sum(len(section.paragraphs[at].text) for at in missing)
        if not missing or length > LONGEST_WAIT:
            return None
        return self._finding(made, position.section, missing)

    def _finding(self, made: Made, number: int, batch: list[int]) -> Callable[[], Words]:
        """The work that finds the words of some paragraphs of a section."""
        library, style, opened = self._library, self._style, made.opened
        paragraphs = opened.article.sections[number].paragraphs

        def work() -> Words:
            found = library.annotate([paragraphs[at] for at in batch])
            words = {}
            for at, chosen in zip(batch, found, strict=True):
                citation = made.citation[number, at] = opened.corrector.apply(number, at, chosen)
                words[at] = library.restyle(citation, style)
            return words

        return work

    def _make_ready(self, article_id: int, then: Callable[[], None]) -> None:
        """Convert the section to what the switch would show next: then it shows it at once.

        And find the words of the first screen of the next section, which is turned to most often.
        """
        made = self._made
        if made is None or made.opened.id != article_id:
            return
        number, library, following = self.section, self._library, self.section + 1
        wanted = [(number, variant) for variant in self._spare]
        find = None
        if following < len(made.opened.article.sections):
            wanted.append((following, self._variant))
            find = self._finding_first(made, Position(following))
        waiting = [
            self._converting(made, *one) for one in wanted if not self._is_converted(made, *one)
        ]

        def work() -> Words:
            library.load_language()
            for convert in waiting:
                convert()
            return find() if find else {}

        def tell(words: Words) -> None:
            made.words.setdefault(following, {}).update(words)
            self._at_hand = True
            then()

        background.run(self, work, tell, self.failed.emit)

    def _run(self, work: Callable[[], Result], on_done: Callable[[Result], None]) -> None:
        """Do the newest wish: what was wished before it and comes later is dropped."""
        self._wish += 1
        wish = self._wish

        def work_if_wished() -> Result | None:
            return work() if wish == self._wish else None

        def tell(result: Result | None) -> None:
            if wish == self._wish:
                on_done(cast("Result", result))

        background.run(self, work_if_wished, tell, self.failed.emit, urgent=True)


def _rest() -> None:
    """Nothing is left to do."""


def _cut_batch(section: Section, numbers: list[int]) -> tuple[list[int], list[int]]:
    size = 0
    for taken, number in enumerate(numbers, 1):
        size += len(section.paragraphs[number].text)
        if size >= BATCH:
            return numbers[:taken], numbers[taken:]
    return numbers, []
