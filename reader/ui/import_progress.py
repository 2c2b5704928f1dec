"""The line that says how far an import is, with a way to stop it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget
from typing_extensions import override

from reader.ui.bringing import Account, Bringing, Slice
from reader.ui.report_words import describe_progress
from reader.ui.translation import translate

PATIENCE = 300
"""Milliseconds: what takes less is not worth a line."""
QUIET_PATIENCE = 3000
"""The same where nobody waits for it."""
STEPS = 1000
NARROW = 480
"""Pixels: below it there is room for the words only."""


class ImportProgress(QFrame):
    """Shown while an import goes on that takes a while."""

    report_requested = Signal()

    def __init__(self, parent: QWidget, bringing: Bringing) -> None:
        super().__init__(parent)
        self._bringing = bringing
        self.setObjectName("message")
        self._text = ""
        self.words = QLabel()
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setMinimumWidth(1)
        self.bar = QProgressBar()
        self.bar.setRange(0, STEPS)
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(220)
        self.bar.setFixedHeight(8)
        self.bar.setAccessibleName(translate("Import", "How far the import is"))
        self.report_button = QPushButton(translate("Import", "Report"))
        self.stop_button = QPushButton(translate("Import", "Stop"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 8, 6)
        layout.addWidget(self.words, 2)
        layout.addWidget(self.bar, 1)
        layout.addWidget(self.report_button)
        layout.addWidget(self.stop_button)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.show)
        self.stop_button.clicked.connect(self.stop)
        self.report_button.clicked.connect(self.report_requested)
        bringing.began.connect(self.begin)
        bringing.sliced.connect(self.go_on)
        bringing.ended.connect(self.end)
        self.hide()

    def begin(self, account: Account) -> None:
        """An import begins; its line comes when it takes a while."""
        self.stop_button.setEnabled(True)
        self._tell(account)
        self._timer.start(QUIET_PATIENCE if account.job.quiet else PATIENCE)

    def go_on(self, account: Account, _: Slice) -> None:
        """A part of it is done."""
        self._tell(account)

    def end(self, _: Account) -> None:
        """It has ended."""
        self._timer.stop()
        self.hide()

    def stop(self) -> None:
        """Stop it; the file that is being read is read to its end."""
        self.stop_button.setEnabled(False)
        self.words.setText(translate("Import", "Stopping after this file…"))
        self._bringing.cancel()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.bar.setVisible(self.width() >= NARROW)
        self._elide()

    def _tell(self, account: Account) -> None:
        if self.stop_button.isEnabled():
            progress = account.progress
            self._text = describe_progress(progress)
            self.bar.setRange(0, STEPS if progress.counted else 0)
            self.bar.setValue(round(progress.share * STEPS))
            self._elide()

    def _elide(self) -> None:
        room = self.words.width()
        middle = Qt.TextElideMode.ElideMiddle
        self.words.setText(self.words.fontMetrics().elidedText(self._text, middle, room))
