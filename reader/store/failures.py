"""What can go wrong with a library file, in sentences."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.core.errors import DamagedLibraryError, LibraryError


def describe_damage(path: Path, fault: str) -> str:
    """What is wrong with a library file, and where its copies are."""
    copies = sorted(path.parent.glob(f"{path.stem}-*.bak"))
    found = f" Copies made earlier: {', '.join(map(str, copies))}." if copies else ""
    return (
        f"The library {path} is damaged: {fault}. It was left as it is.{found} Move it away, put a "
        "copy in its place, or choose another folder with --data-dir."
    )


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what a learner can mend into a sentence; anything else is a defect of ours."""
    try:
        yield
    except OSError as cause:
        raise LibraryError(
            f"The library folder {path.parent} cannot be used: {cause.strerror}. Make it writable, "
            "or choose another with --data-dir."
        ) from cause
    except UnicodeDecodeError as cause:
        # SQLite quotes a damaged table definition in its message, and Python cannot read that.
        raise DamagedLibraryError(describe_damage(path, "its tables cannot be read")) from cause
    except OverflowError as cause:
        raise LibraryError("Nothing in a library has so large a number. Check it.") from cause
    except sqlite3.DatabaseError as cause:
        sentence = _sentence(path, cause)
        if sentence is None:
            raise
        raise sentence from cause


def _sentence(path: Path, cause: sqlite3.DatabaseError) -> LibraryError | None:
    name = getattr(cause, "sqlite_errorname", "")
    # Our own statements are tested: what they miss has lost its name on the disk.
    renamed = str(cause).startswith(("no such column", "no such table"))
    if renamed or name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return DamagedLibraryError(describe_damage(path, str(cause)))
    if name == "SQLITE_CONSTRAINT_FOREIGNKEY":
        return LibraryError(
            f"There is no such article in the library {path}. «wenchuang list» shows what there is."
        )
    advice = {
        "SQLITE_FULL": "the disk is full. Make room and try again; what was saved before is safe",
        "SQLITE_IOERR": "the disk gave an error or is full. Nothing saved before is lost; check it",
        "SQLITE_READONLY": "it is read-only. Make the file and its folder writable",
        "SQLITE_CANTOPEN": "it cannot be opened. Make the folder writable",
        "SQLITE_BUSY": "another program is using it. Close the other one and try again",
        "SQLITE_LOCKED": "another program is using it. Close the other one and try again",
        "SQLITE_PERM": "access is denied. Make the file and its folder writable",
    }
    for beginning, words in advice.items():
        if name.startswith(beginning):
            return LibraryError(f"The library {path} cannot be used: {words}.")
    return None
