"""Garbage is collected when nobody waits."""

import gc

import pytest
from PySide6.QtCore import QObject

from reader.ui.tidying import Tidying


@pytest.mark.usefixtures("qapp")
def test_the_collector_is_taken_over_and_given_back() -> None:
    owner = QObject()
    tidying = Tidying(owner)
    tidying.start()
    assert not gc.isenabled()
    tidying.stop()
    assert gc.isenabled()
