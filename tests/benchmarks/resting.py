"""Lets the window do what it does while somebody reads."""

import time

from PySide6.QtCore import QEventLoop, QThreadPool, QTimer

from reader.app import Program
from reader.ui.warming import Warming

PATIENCE = 20
"""Seconds."""
GLANCE = 200
"""Milliseconds between two looks at it: the work that follows other work has begun by then."""


def rest(program: Program) -> None:
    """Wait until the other script is made ready and drawn unseen."""
    reading, warming = program.window.reading, program.window.findChild(Warming)
    pool, began = QThreadPool.globalInstance(), time.perf_counter()
    while time.perf_counter() - began < PATIENCE:
        loop = QEventLoop()  # QTest.qWait would keep Python to itself
        QTimer.singleShot(GLANCE, loop.quit)
        loop.exec()
        if not (reading.leisure.busy or pool.activeThreadCount() or (warming and warming.busy)):
            return
