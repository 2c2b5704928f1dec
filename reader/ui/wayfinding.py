"""Keeps contents and progress line true to what is being read, and measures the pace."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from reader.core.extent import Extent
from reader.core.pace import PaceMeter, minutes_for
from reader.core.script import Variant
from reader.library import Library
from reader.ui import background
from reader.ui.contents_panel import ContentsPanel
from reader.ui.pane import Pane
from reader.ui.progress_line import ProgressLine
from reader.ui.reading import Opened, Reading


@dataclass(frozen=True, slots=True)
class Signs:
    """The parts of the window that say where one is."""

    reading: Reading
    pane: Pane
    contents: ContentsPanel
    line: ProgressLine


@dataclass(frozen=True, slots=True)
class Known:
    """What the library knows of the reading of an article."""

    shares: dict[int, float]
    pace: float | None


class Wayfinding(QObject):
    """Where in the text one is, how much is left, and how long that takes."""

    failed = Signal(Exception)

    def __init__(
        self,
        parent: QObject,
        library: Library,
        signs: Signs,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._signs = signs
        self._clock = clock
        self._meter = PaceMeter()
        self._known = Known({}, None)
        self._variant = Variant.AS_WRITTEN
        self._listed: tuple[tuple[str, ...], ...] = ((), ())
        self._names: tuple[str, ...] = ()
        signs.reading.article_opened.connect(self.show_article)
        signs.pane.page_shown.connect(self.follow_page)
        signs.pane.scrolled.connect(self.follow)
        signs.pane.laid_out.connect(self.follow)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.applicationStateChanged.connect(self._notice_leaving)

    def show_article(self, opened: Opened) -> None:
        """List the contents of an article that was opened."""
        entries, self._names = opened.contents, opened.names
        self._listed = (tuple(entry.title for entry in entries), self._names)
        self._variant = Variant.AS_WRITTEN
        self._meter.rest()
        self._known = Known({}, None)
        self._signs.contents.set_entries(entries)
        self._look_up(opened)

    def close(self) -> None:
        """Nothing is read any more."""
        self._meter.rest()
        self._signs.contents.set_entries(())
        self._signs.line.hide()

    def follow_page(self) -> None:
        """Another section, or the same in another look, is shown."""
        page = self._signs.pane.page
        if page.variant is not self._variant:
            self._variant = page.variant
            self._convert_titles()
        self.follow()

    def follow(self) -> None:
        """The text stands elsewhere: say where."""
        opened, extent, signs = self._signs.reading.opened, self._extent(), self._signs
        top = signs.pane.position_at_top()
        if opened is None or extent is None or top.section != signs.reading.section:
            return
        end = extent.count(signs.pane.position_at_bottom())
        share = 1.0 if end >= extent.length else extent.share(top)
        name = self._names[top.section] if len(self._names) > 1 else ""
        signs.contents.show_place(top)
        signs.line.show_place(name, share)
        pace, at = self._known.pace, extent.count(top)
        if pace is None:
            signs.line.show_left(None, None)
        else:
            chapter = minutes_for(extent.before[top.section + 1] - at, pace)
            signs.line.show_left(chapter, minutes_for(extent.length - at, pace))

    def settle(self) -> None:
        """The text has stood still for a while: it is being read."""
        opened, extent = self._signs.reading.opened, self._extent()
        if opened is None or extent is None:
            return
        at = extent.count(self._signs.pane.position_at_top())
        end = self._signs.pane.position_at_bottom()
        stint = self._meter.look(at, max(1, extent.count(end) - at), self._clock())
        share = extent.section_share(end)
        self._known.shares[end.section] = max(share, self._known.shares.get(end.section, 0.0))
        self._signs.contents.set_progress(self._known.shares)
        if stint:
            library, article_id = self._library, opened.id

            def work() -> None:
                library.keep_stint(article_id, stint)

            background.run(self, work, lambda _: self._look_up(opened), self.failed.emit)

    def _look_up(self, opened: Opened) -> None:
        library = self._library

        def take(known: Known) -> None:
            current = self._signs.reading.opened
            if current and current.id == opened.id:
                self._known = known
                self._signs.contents.set_progress(known.shares)
                self.follow()

        def work() -> Known:
            return Known(library.sections_read(opened.id), library.pace(opened.id))

        background.run(self, work, take, self.failed.emit)

    def _convert_titles(self) -> None:
        """Show the contents in the script of the text."""
        opened = self._signs.reading.opened
        if opened is None:
            return
        library, variant, script = self._library, self._variant, opened.article.script
        wanted = self._listed

        def work() -> tuple[tuple[str, ...], ...]:
            return tuple(
                tuple(library.show(text, variant, script).text for text in texts)
                for texts in wanted
            )

        def take(converted: tuple[tuple[str, ...], ...]) -> None:
            if self._variant is variant and self._listed is wanted:
                titles, self._names = converted
                self._signs.contents.set_titles(titles)
                self._signs.contents.set_progress(self._known.shares)
                self.follow()

        background.run(self, work, take, self.failed.emit)

    def _extent(self) -> Extent | None:
        opened = self._signs.reading.opened
        return opened.extent if opened else None

    def _notice_leaving(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self._meter.rest()
