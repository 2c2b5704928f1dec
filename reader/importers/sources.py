"""What a path holds: a file, the files of a folder, those of a zip file.

Sources are found one after the other and loaded when their turn comes, so that neither a thousand
files nor a large zip file is in memory at once. What cannot be loaded says so when it is.
"""

import os
import stat
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from reader.core.errors import SourceError
from reader.core.text import make_encodable
from reader.importers.archive import BEGINNING, Archive, Entry, natural_key, plain_name
from reader.importers.pieces import Piece

LARGEST = 64 << 20
"""Bytes: ten times the longest novel."""
MOST_FILES = 20_000
DEEPEST = 40
"""Folders within folders."""
LARGEST_SUM = 2 << 30
"""Bytes in all that the files of a zip file say to have."""
FULL = "There are more than {most:,} files in {path}. The rest was not read: name a smaller folder."
_WITHOUT_TEXT = """
jpg jpeg png gif webp bmp svg ico tif tiff heic mp3 m4a ogg wav flac mp4 mkv avi mov webm css js
json ttf otf woff woff2 exe dll so py pyc sqlite db log ini url lnk torrent nfo opf ncx
"""
HIDDEN = "hidden"
MOST_KINDS = 8
"""Kinds of files that are named."""
WITHOUT_TEXT = frozenset(f".{ending}" for ending in _WITHOUT_TEXT.split())
"""Endings of files that stand beside texts: passed over where nobody named them one by one."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that is to be imported. ``label``: where it is; ``size``: bytes, as far as known."""

    label: str
    size: int
    load: Callable[[], Piece]
    """Raises SourceError, a whole sentence with the label, where that cannot be."""


@dataclass(frozen=True, slots=True)
class PassedOver:
    """Files in a folder or a zip file that nobody named and that hold no text."""

    path: str
    kinds: tuple[tuple[str, int], ...]
    """Endings, or HIDDEN, and how many there are of each, the most first."""

    def __str__(self) -> str:
        """A sentence for the learner."""
        count = sum(number for _, number in self.kinds)
        told = ", ".join(f"{number:,} {kind}" for kind, number in self.kinds[:MOST_KINDS])
        more = ", …" if len(self.kinds) > MOST_KINDS else ""
        return f"{self.path}: Passed over, for it is no text: {count:,} ({told}{more})."


def find_sources(path: Path) -> Iterator[Source]:
    """All that a path holds, in the order of names. What is wrong with it is told by ``load``."""
    if path.is_dir():
        yield from _walk(path)
    else:
        yield from _open(path)


def find_passed_over(path: Path) -> PassedOver | None:
    """What ``find_sources`` gives no source for; None where there is nothing."""
    counts: Counter[str] = Counter()
    try:
        if path.is_dir():
            for file in islice(_list_beside(path, counts), MOST_FILES):
                if file.suffix.lower() == ".zip":
                    counts.update(_list_kinds(file))
        elif path.is_file():
            counts.update(_list_kinds(path))
    except OSError:  # told by the source
        return None
    found = tuple(counts.most_common())
    return PassedOver(make_encodable(str(path)), found) if found else None


def load_file(path: Path) -> bytes:
    """The bytes of a file. Raises SourceError where it is missing, unreadable or too large."""
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise SourceError(f"{path} is a folder. Name the files in it.")
        if not stat.S_ISREG(state.st_mode):
            raise SourceError(f"{path} is no file but a device or a pipe. Choose a file.")
        if state.st_size > LARGEST:
            raise SourceError(f"{path} is larger than {LARGEST >> 20} MB. Cut it into parts.")
        with path.open("rb") as file:
            return file.read(LARGEST)
    except FileNotFoundError as cause:
        raise SourceError(f"There is no file {path}. Check its name and folder.") from cause
    except (OSError, ValueError) as cause:
        reason = getattr(cause, "strerror", None) or cause
        raise SourceError(
            f"{path} cannot be read: {reason}. Check that you may open it."
        ) from cause


def _walk(top: Path) -> Iterator[Source]:
    """The files of a folder and of those in it; links are not followed."""
    folders, found = [(top, 0)], 0
    while folders:
        folder, depth = folders.pop()
        try:
            files, inner = list_folder(folder)
        except OSError as failure:
            yield _fail(str(folder), f"{folder} cannot be read: {failure.strerror}.")
            continue
        for file in files[: MOST_FILES - found]:
            yield from _take(file)
        found += len(files)
        if found > MOST_FILES:
            yield _fail(str(top), FULL.format(most=MOST_FILES, path=top))
            return
        if depth < DEEPEST:
            folders += [(one, depth + 1) for one in reversed(inner)]
        elif inner:
            yield _fail(str(folder), f"{folder} lies too deep; the folders in it were not read.")
    if not found:
        yield _fail(str(top), f"There is no text in {top}. Choose a folder with texts.")


def list_folder(folder: Path) -> tuple[list[os.DirEntry[str]], list[Path]]:
    """The files in a folder that may be texts, and the folders in it."""
    with os.scandir(folder) as listed:
        entries = sorted(islice(listed, MOST_FILES + 1), key=_order)
    shown = [entry for entry in entries if not entry.name.startswith((".", "~"))]
    folders = [Path(entry.path) for entry in shown if entry.is_dir(follow_symlinks=False)]
    files = [
        entry
        for entry in shown
        if not entry.is_dir(follow_symlinks=False) and _has_text(entry.name)
    ]
    return files, folders


def _list_beside(top: Path, counts: Counter[str]) -> Iterator[Path]:
    """The files of a folder and of those in it that may be texts; the others are counted."""
    folders = [(top, 0)]
    while folders:
        folder, depth = folders.pop()
        with suppress(OSError), os.scandir(folder) as listed:
            for entry in islice(listed, MOST_FILES + 1):
                kind = _kind_without_text(entry.name)
                if entry.is_dir(follow_symlinks=False):
                    if kind != HIDDEN and depth < DEEPEST:
                        folders.append((Path(entry.path), depth + 1))
                elif kind:
                    counts[kind] += 1
                elif not entry.is_symlink():
                    yield Path(entry.path)


def _list_kinds(path: Path) -> Iterator[str]:
    """The kinds of those files in a zip file of texts that are none."""
    try:
        archive = _open_heap(path)
    except SourceError:
        return
    for entry in archive.entries if archive else ():
        if not _may_be_text(entry.name):
            yield _kind_without_text(plain_name(entry.name)) or HIDDEN


def _kind_without_text(name: str) -> str:
    """The ending that shows that a file is no text, or that it is hidden; else empty."""
    if name.startswith((".", "~")):
        return HIDDEN
    return "" if _has_text(name) else f".{name.lower().rsplit('.', 1)[-1]}"


def _has_text(name: str) -> bool:
    return not name.lower().endswith(tuple(WITHOUT_TEXT))


def _order(entry: os.DirEntry[str]) -> tuple[tuple[int, str], ...]:
    return natural_key(entry.name)


def _take(entry: os.DirEntry[str]) -> Iterator[Source]:
    if entry.is_symlink():
        sentence = f"{entry.path} is a link to another place. Name that place to import it."
        yield _fail(entry.path, sentence)
    else:
        yield from _open(Path(entry.path))


def _open(path: Path) -> Iterator[Source]:
    """A file, or the files in it where it is a zip file of texts."""
    label = make_encodable(str(path))
    try:
        archive = _open_heap(path)
    except SourceError as failure:
        yield _fail(label, f"{label}: {failure}")
        return
    if archive is None:
        yield Source(label, _size(path), lambda: Piece(make_encodable(path.name), load_file(path)))
        return
    entries = [entry for entry in archive.entries if _may_be_text(entry.name)]
    if not entries:
        yield _fail(label, f"{label}: There is no text in this zip file.")
    for entry in sorted(entries, key=lambda one: natural_key(one.name)):
        inner = f"{label}/{entry.name}"
        yield Source(inner, entry.size, partial(_load_entry, archive, entry, inner))


def _open_heap(path: Path) -> Archive | None:
    """A zip file of texts; None for anything else, a book in the form of a zip file too."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            if file.read(len(BEGINNING)) != BEGINNING:
                return None
    except (OSError, ValueError):
        return None
    archive = Archive(path)
    if archive.kind():
        return None
    total = sum(entry.size for entry in archive.entries)
    if total > LARGEST_SUM:
        raise SourceError(
            f"The files in it would have {total >> 30:,} GB when unpacked. Unpack it yourself, and "
            "import what you want to read."
        )
    return archive


def _may_be_text(path: str) -> bool:
    parts = path.replace("\\", "/").split("/")
    hidden = any(part.startswith((".", "~")) and part != ".." for part in parts)
    return not hidden and parts[0] != "__MACOSX" and _has_text(parts[-1])


def _load_entry(archive: Archive, entry: Entry, label: str) -> Piece:
    try:
        return Piece(plain_name(entry.name), archive.read(entry))
    except SourceError as cause:
        raise SourceError(f"{label}: {cause}") from cause


def _fail(label: str, sentence: str) -> Source:
    """A source that only says why it is none."""

    def load() -> Piece:
        raise SourceError(make_encodable(sentence))

    return Source(make_encodable(label), 0, load)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0
