"""Pages of the web: asking for an address, and showing the whole of a page."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from reader.core.article import Article, Portion
from reader.core.position import Anchor, anchor, resolve
from reader.core.text import is_address
from reader.library import Library
from reader.ui import background
from reader.ui.address_dialog import AddressDialog
from reader.ui.bookmarking import Desk
from reader.ui.reading import Opened


class WebPages(QObject):
    """Asks for addresses, and turns between the text of a page and the whole of it."""

    address_chosen = Signal(str, bool)
    """An address to load, and whether it may be one of the learner's own network."""
    library_changed = Signal()
    failed = Signal(Exception)

    def __init__(self, parent: QWidget, library: Library, desk: Desk, whole: QAction) -> None:
        super().__init__(parent)
        self._window = parent
        self._library = library
        self._desk = desk
        self._whole = whole
        whole.setEnabled(False)
        whole.triggered.connect(self.show_whole)
        desk.reading.article_opened.connect(self.follow)

    def ask_for_copied(self) -> None:
        """Ask for an address; one in the clipboard is offered."""
        copied = QGuiApplication.clipboard().text().strip()
        self.ask(copied if is_address(copied) else "")

    def ask(self, address: str) -> None:
        """Ask whether an address is to be loaded."""
        dialog = AddressDialog(self._window, address)
        dialog.address_chosen.connect(self.address_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def follow(self, opened: Opened) -> None:
        """Let the action say whether the whole of the open page is shown."""
        portion = opened.article.portion
        self._whole.setEnabled(portion is not Portion.ALL)
        self._whole.setChecked(portion is Portion.WHOLE)

    def show_whole(self, whole: bool) -> None:
        """Read the open page again: every line of it, or its main text."""
        reading, opened = self._desk.reading, self._desk.reading.opened
        if opened is None:
            return
        library, article_id = self._library, opened.id
        top = anchor(opened.article, self._desk.pane.position_at_top())

        def work() -> tuple[Article, Anchor | None]:
            article = library.arriving.read_again(article_id, whole=whole)
            return article, top if resolve(article, top) else None

        def show(result: tuple[Article, Anchor | None]) -> None:
            self.library_changed.emit()
            reading.open(article_id, result[1])

        background.run(self, work, show, self.failed.emit)
