"""Details of an article between dialog, library and window: edit, undo."""

from dataclasses import asdict, replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reader.core.article import Details
from reader.library import Library
from reader.ui.attempt import attempt
from reader.ui.details_dialog import DetailsDialog
from reader.ui.reading import Opened, Reading
from reader.ui.translation import translate
from reader.ui.undo import Undo


class Describing(QObject):
    """Lets a learner put right what was guessed of the open article."""

    described = Signal(Opened)
    """The open article, with its new details."""
    library_changed = Signal()
    failed = Signal(Exception)

    def __init__(self, parent: QWidget, library: Library, reading: Reading, undo: Undo) -> None:
        super().__init__(parent)
        self._window = parent
        self._library = library
        self._reading = reading
        self._undo = undo

    def ask(self) -> None:
        """Ask for the details of the open article."""
        opened = self._reading.opened
        if opened is None:
            return
        dialog = DetailsDialog(self._window, opened.article)
        dialog.details_edited.connect(lambda details: self.describe(opened.id, details))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def describe(self, article_id: int, details: Details) -> None:
        """Keep new details; the message offers the old ones back."""
        before = self._keep(article_id, details)
        if before is not None and before != details:
            sentence = translate("Details", "The details of {title} were changed.")
            self._undo.offer(
                sentence.format(title=details.title), lambda: self._keep(article_id, before)
            )

    def _keep(self, article_id: int, details: Details) -> Details | None:
        kept = attempt(lambda: self._library.describe(article_id, details), self.failed.emit)
        if kept is None:
            return None
        before, now = kept
        opened = self._reading.opened
        if opened and opened.id == article_id:
            described = replace(opened, article=replace(opened.article, **asdict(now)))
            self._reading.describe(described)
            self.described.emit(described)
        self.library_changed.emit()
        return before
