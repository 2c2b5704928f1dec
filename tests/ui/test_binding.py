"""What this program needs of PySide6 itself."""

import sys

import pytest
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument

CALLS = 300


@pytest.mark.parametrize("value", [None, True, False])
def test_calls_into_qt_keep_the_references_to_constants(value: bool | None) -> None:
    """PySide6 6.12.0 gives one back too many at each call; Python 3.11 aborts in the end."""
    cursor, characters = QTextCursor(QTextDocument("文窗")), QTextCharFormat()
    before = sys.getrefcount(value)
    for _ in range(CALLS):
        cursor.setPosition(1)
        cursor.hasSelection()
        characters.setFontPointSize(12)
    assert sys.getrefcount(value) > before - CALLS // 2
