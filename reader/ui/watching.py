"""A folder whose new and changed files are imported by themselves."""

import time
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from reader.core.settings import Settings
from reader.importers.folder_state import FileState, FolderState
from reader.library import Library
from reader.ui import background
from reader.ui.bringing import Account, Bringing, Job

SETTLED = 1.5
"""Seconds without a change after which a file counts as written."""
MOST_FOLDERS = 500
"""Folders that the system is asked to watch; in more of them, news are seen at the next look."""


class Watching(QObject):
    """Looks at the start, when the window is turned to, and when the system tells of a change."""

    failed = Signal(Exception)

    def __init__(self, parent: QObject, library: Library, bringing: Bringing) -> None:
        super().__init__(parent)
        self._library = library
        self._bringing = bringing
        self._folder: Path | None = None
        self._looking = False
        self._under_way: dict[Path, FileState] = {}
        self._watcher = QFileSystemWatcher(self)
        self._timer = QTimer(self, singleShot=True, interval=round(SETTLED * 1000))
        self._timer.timeout.connect(self.look)
        self._watcher.directoryChanged.connect(self._wait)
        self._watcher.fileChanged.connect(self._wait)
        bringing.ended.connect(self._note)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._turn)

    def apply(self, settings: Settings) -> None:
        """Watch what is chosen now."""
        folder = Path(settings.watched_folder) if settings.watched_folder else None
        if folder != self._folder:
            self.stop()
            self._folder = folder
            self.look()

    def look(self) -> None:
        """Import what is new or has changed since it was imported."""
        library, folder = self._library, self._folder
        if folder is None or self._looking or self._under_way:
            return
        self._looking = True

        def work() -> tuple[FolderState, tuple[FileState, ...]]:
            return library.look_into(folder)

        def take(found: tuple[FolderState, tuple[FileState, ...]]) -> None:
            self._looking = False
            if folder == self._folder:
                self._follow(found[0].folders)
                self._bring(found[1])

        background.run(self, work, take, self._fail)

    def stop(self) -> None:
        """Watch nothing."""
        self._timer.stop()
        self._folder, self._under_way = None, {}
        watched = self._watcher.directories()
        if watched:
            self._watcher.removePaths(watched)

    def _bring(self, news: tuple[FileState, ...]) -> None:
        """Import what is written; what is being written waits."""
        now = time.time()
        settled = [state for state in news if abs(now - state.modified / 1e9) >= SETTLED]
        if len(settled) < len(news):
            self._wait()
        if settled:
            self._under_way = {state.path: state for state in settled}
            self._bringing.bring(Job(tuple(self._under_way), quiet=True))

    def _note(self, account: Account) -> None:
        """Remember what was imported, also what could not be: it is tried again when it changes."""
        if not self._under_way or set(account.job.wishes) != set(self._under_way):
            if account.cancelled:  # with all that was waiting behind it
                self._under_way = {}
            return
        done = {arrival.wish for arrival in account.arrivals}
        if account.cancelled and account.arrivals:
            done.discard(account.arrivals[-1].wish)
        states = [state for path, state in self._under_way.items() if path in done]
        self._under_way = {}
        library = self._library
        background.run(self, lambda: library.note_watched(states), lambda _: None, self._fail)

    def _follow(self, folders: tuple[Path, ...]) -> None:
        wanted, watched = {str(one) for one in folders[:MOST_FOLDERS]}, self._watcher.directories()
        gone = [one for one in watched if one not in wanted]
        new = sorted(wanted - set(watched))
        if gone:
            self._watcher.removePaths(gone)
        if new:
            self._watcher.addPaths(new)

    def _wait(self, _: str = "") -> None:
        if self._folder:
            self._timer.start()

    def _turn(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look()

    def _fail(self, failure: Exception) -> None:
        self._looking = False
        self.failed.emit(failure)
