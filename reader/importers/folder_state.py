"""What lies in a folder now, so that what is new or has changed is known without reading it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from reader.importers.sources import DEEPEST, MOST_FILES, list_folder


@dataclass(frozen=True, slots=True)
class FileState:
    """A file, its size in bytes, and when it was changed last, in nanoseconds."""

    path: Path
    size: int
    modified: int


@dataclass(frozen=True, slots=True)
class FolderState:
    """The files that may be texts, and the folders in which they are looked for."""

    files: tuple[FileState, ...]
    folders: tuple[Path, ...]


def look_into(top: Path) -> FolderState:
    """The state of a folder with the folders in it; links are not followed.

    What cannot be looked into is passed over: it may be there the next time.
    """
    files: list[FileState] = []
    folders: list[Path] = []
    waiting = [(top, 0)]
    while waiting and len(files) < MOST_FILES:
        folder, depth = waiting.pop()
        try:
            listed, inner = list_folder(folder)
        except OSError:
            continue
        folders.append(folder)
        for entry in listed[: MOST_FILES - len(files)]:
            files += _look_at(Path(entry.path))
        if depth < DEEPEST:
            waiting += [(one, depth + 1) for one in reversed(inner)]
    return FolderState(tuple(files), tuple(folders))


def _look_at(path: Path) -> Iterator[FileState]:
    try:
        state = path.lstat()
    except OSError:  # it has gone meanwhile
        return
    if path.is_file() and not path.is_symlink():
        yield FileState(path, state.st_size, state.st_mtime_ns)
