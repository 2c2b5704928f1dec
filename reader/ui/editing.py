"""Paragraphs between dialog, library and pane: edit, restore, undo; and the menu of a paragraph."""

from PySide6.QtCore import QEvent, QObject, QPoint, Signal
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from reader.core.position import Anchor, Position, paragraph_at
from reader.library import Library
from reader.revising import Edited
from reader.ui.attempt import attempt
from reader.ui.bookmarking import Desk
from reader.ui.edit_dialog import EditDialog
from reader.ui.translation import translate
from reader.ui.undo import Undo


class Editing(QObject):
    """Lets a learner put a paragraph right. The original stays, and marks stay at their words."""

    failed = Signal(Exception)

    def __init__(
        self, window: QWidget, library: Library, desk: Desk, undo: Undo, action: QAction
    ) -> None:
        super().__init__(window)
        self._window = window
        self._library = library
        self._desk = desk
        self._undo = undo
        self._action = action
        desk.pane.viewport().installEventFilter(self)

    def ask(self) -> None:
        """Ask what the paragraph of the marked word should say, or the one at the top."""
        if self._desk.reading.opened:
            self.ask_at(self._desk.pointer.position() or self._desk.pane.position_at_top())

    def ask_at(self, place: Position) -> None:
        """Ask what a paragraph of the open article should say."""
        desk, opened = self._desk, self._desk.reading.opened
        if opened is None:
            return
        article_id, text = opened.id, paragraph_at(opened.article, place).text
        original = attempt(
            lambda: self._library.revising.original_paragraph(article_id, place), self.failed.emit
        )
        if original is not None:
            dialog = EditDialog(self._window, text, original, desk.pane.document().defaultFont())
            dialog.text_edited.connect(lambda new: self.edit(article_id, place, new))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def edit(self, article_id: int, place: Position, text: str) -> None:
        """Keep another text for a paragraph and show it; the message offers the old one back."""
        edited = attempt(
            lambda: self._library.revising.edit_paragraph(article_id, place, text), self.failed.emit
        )
        if edited:
            self._show_again(article_id)
            sentence = translate("Edit", "The paragraph was changed. Its original is kept.")
            self._undo.offer(sentence, lambda: self._take_back(edited))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ContextMenu and isinstance(event, QContextMenuEvent):
            self.show_menu(event.pos(), event.globalPos())
            return True
        return super().eventFilter(watched, event)

    def show_menu(self, point: QPoint, where: QPoint) -> None:
        """The menu of the paragraph at, or beside, a point of the viewport."""
        pane = self._desk.pane
        menu = pane.createStandardContextMenu()
        if self._desk.reading.opened and pane.page.paragraphs:
            place = pane.page.position(pane.document(), pane.cursorForPosition(point).position())
            menu.addSeparator()
            menu.addAction(self._action.text()).triggered.connect(lambda: self.ask_at(place))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def _take_back(self, edited: Edited) -> None:
        attempt(lambda: self._library.revising.take_back_edit(edited), self.failed.emit)
        self._show_again(edited.article_id)

    def _show_again(self, article_id: int) -> None:
        reading, opened = self._desk.reading, self._desk.reading.opened
        if opened and opened.id == article_id:
            reading.open(article_id, Anchor(self._desk.pane.position_at_top()))
