"""Finding between bar, text and library: in the background, the newest wish first."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeVar, cast

from PySide6.QtCore import QObject, QTimer, Signal

from reader.core.position import Position
from reader.core.script import Variant
from reader.core.style import ReadingStyle
from reader.language.finding import Finder, Hit, Query
from reader.language.search import Place, Search
from reader.library import Library
from reader.ui import background
from reader.ui.find_bar import FindBar
from reader.ui.hit_marks import HitMarks
from reader.ui.jumping import Jumping
from reader.ui.pane import Pane
from reader.ui.reading import Opened, Reading

BATCH = 600
"""Characters read at once to check a hit by pinyin: some tens of milliseconds."""
SECTIONS = 16
"""Looked through at once."""
PAUSE = 350
"""Milliseconds of rest after typing before a hit in another section is shown."""

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Spot:
    """The parts of the window that finding goes on in."""

    reading: Reading
    pane: Pane
    jumping: Jumping
    bar: FindBar
    marks: HitMarks


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A finder, and for what it was made: when that changes, another is needed."""

    opened: Opened
    style: ReadingStyle
    variant: Variant
    finder: Finder


class Finding(QObject):
    """Ctrl+F and what follows from it."""

    failed = Signal(Exception)
    finished = Signal()
    """All that the query finds has been found."""
    left_at = Signal(Position)
    """The bar was put away at a hit, from where reading goes on."""

    def __init__(self, parent: QObject, library: Library, spot: Spot) -> None:
        super().__init__(parent)
        self._library = library
        self._spot = spot
        self._prepared: _Prepared | None = None
        self._wish = 0
        self._search: Search | None = None
        self._current: Hit | None = None
        self._origin: Position | None = None
        self._confirmed = False
        self._awaited: Hit | None = None
        self._rest = QTimer(self, singleShot=True, interval=PAUSE)
        self._rest.timeout.connect(self._show_current)
        spot.bar.query_changed.connect(self.search)
        spot.bar.step_requested.connect(self.step)
        spot.bar.close_requested.connect(self.close)
        spot.pane.page_shown.connect(self._follow_page)
        spot.reading.article_opened.connect(self._follow_article)

    @property
    def hits(self) -> tuple[Hit, ...]:
        """What was found until now, in reading order."""
        return tuple(self._search.hits) if self._search else ()

    @property
    def current(self) -> Hit | None:
        """The hit that is shown, or will be next."""
        return self._current

    def open(self) -> None:
        """Ask what to find; what is selected is the proposal."""
        bar, pane = self._spot.bar, self._spot.pane
        if bar.isHidden():
            self._origin, self._confirmed = pane.position_at_top(), False
        selected = pane.textCursor().selectedText()
        bar.open(selected if "\u2029" not in selected else "")
        self.search(bar.query)
        opened = self._spot.reading.opened
        if opened:
            work = partial(self._warm_up, opened)
            background.run(self, work, lambda _: None, self.failed.emit)

    def close(self) -> bool:
        """Put the bar away. Who only typed comes back to where reading was."""
        if self._spot.bar.isHidden():
            return False
        current = self._current
        only_typed = current is not None and not self._confirmed
        self._stop()
        self._tell()
        self._spot.bar.hide()
        self._spot.pane.setFocus()
        if only_typed and self._origin and self._origin != self._spot.pane.position_at_top():
            self._spot.reading.go_to(self._origin)
        if current and self._confirmed and current.section == self._spot.pane.page.section:
            self.left_at.emit(Position(current.section, current.paragraph, current.start))
        return True

    def search(self, query: Query) -> None:
        """Look for something else, first in the section that is shown."""
        self._stop()
        opened, here = self._spot.reading.opened, self._spot.pane.page.section
        if opened is None or not query.text.strip() or self._spot.bar.isHidden():
            self._tell()
            return

        def work() -> Search:
            finder, count = self._prepare(opened), len(opened.article.sections)
            order = [(here + step) % count for step in range(count)]
            return Search(finder, finder.read(query), order)

        def take(search: Search) -> None:
            self._search = search
            self._look_through(search, opened, 1)

        self._run(work, take)

    def step(self, step: int) -> None:
        """To the next hit (1) or the one before (-1); after the last comes the first."""
        if self._spot.bar.isHidden():
            if self._spot.bar.query.text:
                self.open()
            return
        if self._search is None or not self._search.hits:
            return
        if not self._confirmed and self._origin:
            self._spot.jumping.leave_from(self._origin)
        announced = self._current is not None and self._rest.isActive()
        self._confirmed = True
        if self._current is None or not announced:
            self._current = self._search.next_to(self._current or self._here(), step)
        self._show_current()

    def _go_on(self, search: Search, opened: Opened) -> None:
        """First all that concerns the section that is shown, then the others, then their doubts."""
        self._choose()
        here = self._spot.pane.page.section
        if search.next_batch(1, here):
            self._check(search, opened, here)
        elif search.sections_left:
            self._look_through(search, opened, SECTIONS)
        elif search.under_way is not None:
            self._check(search, opened, None)
        else:
            self.finished.emit()

    def _look_through(self, search: Search, opened: Opened, count: int) -> None:
        wanted, finder = search.next_sections(count), search.finder

        def work() -> None:
            search.add([finder.search(section, search.wish) for section in wanted])

        self._run(work, lambda _: self._go_on(search, opened))

    def _check(self, search: Search, opened: Opened, section: int | None) -> None:
        """Read some paragraphs whose hits are in doubt."""
        batch, style = search.next_batch(BATCH, section), self._spot.reading.style
        places = [place for place, _ in batch]

        def work() -> None:
            self._hear(search.finder, opened, places, style)
            doubtful = (hit for _, hits in batch for hit in hits)
            search.settle(places, search.finder.check(doubtful, search.wish))

        self._run(work, lambda _: self._go_on(search, opened))

    def _hear(
        self, finder: Finder, opened: Opened, places: list[Place], style: ReadingStyle
    ) -> None:
        """Let the finder know how some paragraphs are read."""
        sections = opened.article.sections
        paragraphs = [sections[section].paragraphs[number] for section, number in places]
        for place, words in zip(places, self._library.hear(paragraphs), strict=True):
            usual = opened.corrector.apply(*place, words)
            shown = self._library.restyle(usual, style)
            readings = (
                tuple(syllable for word in found for syllable in word.syllables)
                for found in (usual, shown)
            )
            finder.hear(*place, readings)

    def _choose(self) -> None:
        """While one types, the first hit from where reading was is the one to be shown."""
        search = self._search
        if search and search.hits and self._current is None:
            here = self._here()
            nearest = search.nearest(here) or search.hits[0]
            if nearest.section == self._spot.pane.page.section and nearest >= here:
                if search.is_first(nearest, here):
                    self._current = nearest
                    self._show_current()
            elif not search.sections_left and search.is_first(nearest, here):
                self._current = nearest
                self._rest.start()
        self._tell()

    def _here(self) -> Hit:
        """Where a search starts from, as a hit of no length."""
        at = self._origin if not self._confirmed else None
        at = at or self._spot.pane.position_at_top()
        return Hit(at.section, at.paragraph, at.offset, 0)

    def _show_current(self) -> None:
        self._rest.stop()
        hit, pane = self._current, self._spot.pane
        if hit is None:
            return
        position = Position(hit.section, hit.paragraph, hit.start)
        if hit.section == pane.page.section:
            pane.show_amid(position)
        else:
            self._awaited = hit
            self._spot.reading.go_to(position)
        self._tell()

    def _follow_page(self) -> None:
        hit, pane = self._awaited, self._spot.pane
        if hit and hit.section == pane.page.section:
            self._awaited = None
            pane.show_amid(Position(hit.section, hit.paragraph, hit.start), always=True)
        self._tell()

    def _follow_article(self) -> None:
        """Another article is open: look for the same in it."""
        self._stop()
        self._origin, self._confirmed = None, False
        self._spot.reading.page_made.connect(self._search_again)

    def _search_again(self) -> None:
        self._spot.reading.page_made.disconnect(self._search_again)
        self.search(self._spot.bar.query)

    def _tell(self) -> None:
        search, spot, current = self._search, self._spot, self._current
        if search is None:
            spot.marks.set_hits((), None)
            spot.bar.tell(number=None, count=0, under_way=None)
            return
        spot.marks.set_hits(search.in_section(spot.pane.page.section), current)
        number = search.number(current) if current else None
        spot.bar.tell(number=number, count=len(search.hits), under_way=search.under_way)

    def _prepare(self, opened: Opened) -> Finder:
        """The finder of the open article, another where readings or words are others."""
        style, variant = self._spot.reading.style, self._spot.reading.variant
        known = self._prepared
        if known and known.opened is opened and (known.style, known.variant) == (style, variant):
            return known.finder
        finder = self._library.finder(opened.id, opened.article, style, variant)
        self._prepared = _Prepared(opened, style, variant, finder)
        return finder

    def _warm_up(self, opened: Opened) -> None:
        """Load what the first pinyin needs, while nothing has been typed."""
        self._prepare(opened).read(Query("a"))

    def _stop(self) -> None:
        """What is looked for now does not matter any more."""
        self._wish += 1
        self._rest.stop()
        self._search = self._current = self._awaited = None

    def _run(self, work: Callable[[], Result], on_done: Callable[[Result], None]) -> None:
        wish = self._wish

        def work_if_wished() -> Result | None:
            return work() if wish == self._wish else None

        def tell(result: Result | None) -> None:
            if wish == self._wish:
                on_done(cast("Result", result))

        background.run(self, work_if_wished, tell, self.failed.emit)
