"""Two habits, of PySide and of the C library, that would cost the window 20 MB of memory."""

import ctypes
import linecache
import sys

_M_ARENA_MAX = -8
"""Of glibc's malloc.h: from how many heaps the threads of a program take their memory."""


def use_little_memory() -> None:
    """To be called once, before there are threads and tables."""
    _let_sources_be()
    _share_one_heap()


def _let_sources_be() -> None:
    """PySide looks into the source of every module for its switch ``__feature__``, unused here.

    Python remembers every line of those sources, those of numpy too.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if feature is not None:
        feature.__dict__["_mod_uses_pyside"] = lambda _module: False
    linecache.clearcache()


def _share_one_heap() -> None:
    """In a heap of its own, each thread would keep what the largest table needed while it loaded.

    Elsewhere than with glibc there is nothing to do.
    """
    if sys.platform == "linux":
        change = getattr(ctypes.CDLL(None), "mallopt", None)
        if change is not None:
            change(_M_ARENA_MAX, 1)
