"""Makes every long-lived object once, and catches what nothing else did."""

import logging
import os
import sys
import traceback
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QEventLoop,
    QMessageLogContext,
    QThreadPool,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QMessageBox

from reader import __version__
from reader.core.errors import ReaderError
from reader.core.paths import Paths
from reader.core.settings import load_settings
from reader.library import Library
from reader.ui.choices import Choices
from reader.ui.fonts import interface_font
from reader.ui.main_window import MainWindow
from reader.ui.theme import load_themes
from reader.ui.thrift import use_little_memory
from reader.ui.tidying import Tidying
from reader.ui.translation import translate

PATIENCE = 60_000
"""Milliseconds that a picture may take: a book on a slow machine."""

TURN = 0.001
"""Seconds for which work in the background may hold up the window: a fifth of what is usual."""

logger = logging.getLogger("reader")


@dataclass(frozen=True, slots=True)
class Program:
    """The objects that live as long as the program."""

    application: QApplication
    library: Library
    window: MainWindow

    def end(self) -> None:
        """Let work that is under way finish, then close the library."""
        self.window.reading.close()
        QThreadPool.globalInstance().waitForDone()
        self.window.choices.save()
        self.library.close()


def make_program(paths: Paths) -> Program:
    """Assemble the program. Raises ReaderError where the library or a resource fails."""
    use_little_memory()
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    application.setApplicationName("wenchuang")
    application.setApplicationDisplayName("文窗 Wenchuang")
    application.setDesktopFileName("wenchuang")
    application.setStyle("Fusion")
    application.setWindowIcon(QIcon(str(paths.resources / "icons" / "wenchuang.svg")))
    application.setFont(interface_font())
    themes = load_themes(paths.resources / "themes")
    library = Library(paths)
    choices = Choices(load_settings(paths.settings), paths.settings, themes)
    hints = application.styleHints()
    choices.follow_system(hints.colorScheme())
    hints.colorSchemeChanged.connect(choices.follow_system)
    return Program(application, library, MainWindow(library, paths, choices))


def open_window(paths: Paths, files: Iterable[Path], addresses: Iterable[str] = ()) -> int:
    """Run the program until its window is closed. Returns the exit code.

    ``addresses``: of pages; whether they are to be loaded is asked.
    """
    keep_log(paths)
    try:
        program = make_program(paths)
    except ReaderError as failure:
        # Who started the program by its icon sees no terminal.
        QMessageBox.critical(None, "文窗 Wenchuang", str(failure))
        raise
    install_crash_report()
    program.window.show()
    tidying = keep_answering(program.window)
    QTimer.singleShot(0, lambda: program.window.start(files))
    for address in addresses:
        QTimer.singleShot(0, partial(program.window.web_pages.ask, address))
    code = program.application.exec()
    tidying.stop()
    program.end()
    return code


def keep_answering(window: MainWindow) -> Tidying:
    """Let neither work in the background nor the collector of cycles hold up the window."""
    sys.setswitchinterval(TURN)
    tidying = Tidying(window)
    tidying.start()
    window.reading.article_settled.connect(tidying.settle)
    return tidying


def take_screenshot(paths: Paths, out: Path, size: tuple[int, int], file: Path | None) -> int:
    """Draw the window into a PNG without a display, with ``file`` open if one is given."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qInstallMessageHandler(_log_qt)
    program = make_program(paths)
    window, failures = program.window, list[Exception]()
    window.importing.failed.connect(failures.append)
    window.reading.failed.connect(failures.append)
    loop = QEventLoop()
    window.reading.page_annotated.connect(loop.quit)
    window.importing.failed.connect(loop.quit)
    window.reading.failed.connect(loop.quit)
    QTimer.singleShot(PATIENCE, loop.quit)
    window.resize(*size)
    window.show()
    window.start([file] if file else [])
    loop.exec()
    program.application.processEvents()
    saved = window.grab().save(str(out), "PNG")
    window.close()
    program.end()
    if failures:
        raise failures[0]
    if not saved:
        raise ReaderError(
            f"The picture could not be written to {out}. Choose a folder that exists and is "
            "writable, and a name that ends in .png."
        )
    return 0


def keep_log(paths: Paths) -> None:
    """Write warnings and failures to a small file beside the library."""
    try:
        paths.data.mkdir(parents=True, exist_ok=True)
        file = RotatingFileHandler(
            paths.data / "wenchuang.log", maxBytes=200_000, backupCount=1, encoding="utf-8"
        )
    except OSError:
        return  # a read-only folder: the library will say so in a sentence
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger.addHandler(file)
    qInstallMessageHandler(_log_qt)


def install_crash_report() -> None:
    """Show what nothing caught, also from PySide6's slots, with all that a report needs."""

    def report(
        kind: type[BaseException], failure: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, failure, trace)
            return
        details = "".join(traceback.format_exception(kind, failure, trace))
        logger.error("uncaught: %s", details)
        box = QMessageBox(QApplication.activeWindow())
        box.setWindowTitle(translate("Crash", "Something went wrong in Wenchuang"))
        box.setText(
            translate(
                "Crash",
                "This is a defect of the program; your library is safe. The details below help "
                "to mend it.",
            )
        )
        box.setDetailedText(f"Wenchuang {__version__}\n{details}")
        box.exec()

    sys.excepthook = report


def _log_qt(kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    if message and message.startswith("This plugin does not support"):
        return  # the offscreen platform says so of everything that has no screen
    serious = kind in {QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}
    logger.log(logging.ERROR if serious else logging.WARNING, "Qt: %s", message)
