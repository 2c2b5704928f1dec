"""Work off the window's thread: an operation, what follows it, what follows its failure."""

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal, Slot

Result = TypeVar("Result")

logger = logging.getLogger(__name__)


class _Outcome(QObject):
    """Carries an outcome over to the thread of its owner, and dies with its owner."""

    arrived = Signal(object, object)

    def __init__(
        self,
        owner: QObject,
        on_done: Callable[[Any], None],
        on_failed: Callable[[Exception], None],
    ) -> None:
        super().__init__(owner)
        self._on_done = on_done
        self._on_failed = on_failed
        self.arrived.connect(self.deliver)

    @Slot(object, object)
    def deliver(self, result: Any, failure: Exception | None) -> None:
        """Runs in the thread of the owner, since the signal crosses threads by queue."""
        self.deleteLater()
        if failure is None:
            self._on_done(result)
        else:
            self._on_failed(failure)


def run(
    owner: QObject,
    work: Callable[[], Result],
    on_done: Callable[[Result], None],
    on_failed: Callable[[Exception], None],
    *,
    urgent: bool = False,
) -> None:
    """Run ``work`` in the pool; then one of the others in the owner's thread.

    ``work`` takes and returns plain values. If ``owner`` is gone by then, the outcome is dropped.
    What is ``urgent``, since somebody waits for it, overtakes what has not begun yet.
    """
    outcome = _Outcome(owner, on_done, on_failed)

    def work_and_tell() -> None:
        result, failure = None, None
        try:
            result = work()
        except Exception as caught:  # noqa: BLE001 -- every failure is handed to on_failed
            failure = caught
        try:
            outcome.arrived.emit(result, failure)
        except RuntimeError:  # "Signal source has been deleted": the owner was closed meanwhile
            logger.debug("an outcome came after its owner had gone")

    QThreadPool.globalInstance().start(work_and_tell, int(urgent))
