import linecache
import sys

import PySide6.QtCore  # noqa: F401 -- it is what looks through the sources

from reader.ui.thrift import use_little_memory


def test_the_sources_of_imported_modules_are_not_remembered() -> None:
    """PySide6 would read each for its switch ``__feature__``, and Python keep what it has read."""
    use_little_memory()
    sys.modules.pop("colorsys", None)
    import colorsys  # noqa: PLC0415 -- its import is what is tested

    assert colorsys.__file__ not in linecache.cache
