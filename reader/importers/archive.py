"""Zip files, read in memory and with bounds: books, office documents, or a heap of files.

Nothing is unpacked to disk. What a zip file says of itself is not believed: its table of contents
is read up to a bound, and so is each of its files.
"""

import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from unicodedata import normalize
from urllib.parse import unquote

from reader.core.errors import SourceError
from reader.core.text import make_encodable
from reader.importers.encoding import decode

BEGINNING = b"PK\x03\x04"
EMPTY = b"PK\x05\x06"
MOST_ENTRIES = 20_000
LARGEST_DIRECTORY = 4 << 20
"""Bytes of the table of contents: 20,000 entries with names of 150 bytes."""
LARGEST_ENTRY = 64 << 20
LARGEST_PARTS = 128 << 20
"""Bytes of all parts of an office document: its library holds them all at once."""
SUSPICIOUS_SIZE = 1 << 20
HIGHEST_RATIO = 200
"""Of unpacked to packed. Text is seldom above 20; a bomb is above 1,000."""
DAMAGED = "The zip file is damaged. Fetch it again."
FAULTS = (
    *(zipfile.BadZipFile, zlib.error, struct.error),
    *(EOFError, OSError, ValueError, LookupError),
)
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
_KIND_BY_TYPE = {"application/epub+zip": "epub", f"{OPEN_DOCUMENT}text": "odt"}
_KIND_BY_NAME = (
    ("META-INF/container.xml", "epub"),
    ("word/document.xml", "docx"),
    ("xl/workbook.xml", "a spreadsheet"),
    ("ppt/presentation.xml", "a presentation"),
    ("AndroidManifest.xml", "a program"),
    ("META-INF/MANIFEST.MF", "a program"),
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in a zip file: its path there, and how many bytes it says to have."""

    name: str
    size: int
    info: zipfile.ZipInfo


class Archive:
    """An open zip file. It closes when the last that refers to it is gone."""

    def __init__(self, source: bytes | Path) -> None:
        """Read the table of contents. Raises SourceError where it is damaged or too long."""
        try:
            self._file = _Bounded(_open(source))
            self._zip = zipfile.ZipFile(self._file)
        except NotImplementedError as cause:
            raise SourceError("The zip file is of a kind that cannot be read.") from cause
        except FAULTS as cause:
            raise SourceError(DAMAGED) from cause
        self._file.bound = None
        infos = [info for info in self._zip.infolist() if not info.is_dir()]
        if len(infos) > MOST_ENTRIES:
            raise SourceError(f"The zip file has {len(infos):,} files, more than {MOST_ENTRIES:,}.")
        names = _list_names(infos)
        self.entries = tuple(
            Entry(name, info.file_size, info) for name, info in zip(names, infos, strict=True)
        )
        self._by_name = {entry.name: entry for entry in reversed(self.entries)}
        self._by_likeness = {_liken(entry.name): entry for entry in reversed(self.entries)}

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()
        self._file.close()

    def __del__(self) -> None:
        if hasattr(self, "_zip"):
            self.close()

    def find(self, name: str) -> Entry | None:
        """The file with this path, else one whose path is the same but for how it is written."""
        return self._by_name.get(name) or self._by_likeness.get(_liken(name))

    def read(self, entry: Entry, largest: int = LARGEST_ENTRY) -> bytes:
        """The bytes of a file in it. Raises SourceError where they are damaged or too many."""
        info = entry.info
        if info.flag_bits & 1:
            raise SourceError("It is encrypted with a password. Unpack it with that, then import.")
        if entry.size > largest:
            raise SourceError(f"{entry.name} in it is larger than {largest >> 20} MB.")
        self._refuse_ratio(entry)
        try:
            with self._zip.open(info) as file:
                return file.read(entry.size)
        except (NotImplementedError, RuntimeError) as cause:
            raise SourceError(
                f"{entry.name} is packed in a way that cannot be read. Pack it again as zip."
            ) from cause
        except FAULTS as cause:
            raise SourceError(f"{entry.name} in it is damaged. Fetch the file again.") from cause

    def check_parts(self) -> None:
        """Raise SourceError where it would do harm to unpack all of it, as libraries do."""
        total = sum(entry.size for entry in self.entries)
        if total > LARGEST_PARTS:
            raise SourceError(f"It would be larger than {LARGEST_PARTS >> 20} MB when unpacked.")
        for entry in self.entries:
            is_markup = entry.name.lower().endswith((".xml", ".rels"))
            data = self.read(entry) if is_markup else b""
            self._refuse_ratio(entry)
            if b"<!DOCTYPE" in data or b"<!ENTITY" in data or b"\0" in data[:100]:
                raise SourceError("It defines entities of its own, as harmful files do.")

    def kind(self) -> str:
        """``epub``, ``docx`` or ``odt``; what else it is in words; empty for a heap of files."""
        typed = self.find("mimetype")
        if typed and typed.size < 200:
            told = self.read(typed).decode("latin-1").strip()
            if told in _KIND_BY_TYPE:
                return _KIND_BY_TYPE[told]
            if told.startswith(OPEN_DOCUMENT):
                return f"a document of the kind {told.removeprefix(OPEN_DOCUMENT)}"
        named = next((kind for name, kind in _KIND_BY_NAME if name in self._by_name), "")
        packages = sum(name.endswith(".opf") for name in self._by_likeness)
        return "epub" if not named and packages == 1 else named

    def _refuse_ratio(self, entry: Entry) -> None:
        packed = entry.info.compress_size
        if entry.size > SUSPICIOUS_SIZE and entry.size > HIGHEST_RATIO * packed:
            raise SourceError(
                f"{entry.name} in it would be {entry.size // max(1, packed):,} times as large when "
                "unpacked. That is no text; it was not unpacked."
            )


class _Bounded(io.RawIOBase):
    """A file from which nobody reads a table of contents that is too long."""

    bound: int | None = LARGEST_DIRECTORY

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, size: int = -1, /) -> bytes:
        if self.bound is not None and size > self.bound:
            raise SourceError(
                "The zip file has too many files in it. Unpack it, and import what you need."
            )
        return self._file.read(size)

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True

    def close(self) -> None:
        self._file.close()
        super().close()


def is_zip(data: bytes) -> bool:
    """Whether bytes are a zip file, by how they begin."""
    return data.startswith((BEGINNING, EMPTY))


def plain_name(name: str) -> str:
    """The last part of a path in a zip file, whichever way its slashes lean."""
    return PurePosixPath(name.replace("\\", "/")).name


def _open(source: bytes | Path) -> BinaryIO:
    return io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")


def _list_names(infos: list[zipfile.ZipInfo]) -> list[str]:
    """The paths of files. Those that are not said to be UTF-8 are in whatever their maker wrote."""
    raw = [b"" if info.flag_bits & 0x800 else _encode(info.filename) for info in infos]
    unsaid = b"\n".join(name for name in raw if not name.isascii())
    encoding = "utf-8"
    if unsaid:
        try:
            unsaid.decode()
        except UnicodeDecodeError:
            encoding = _guess(unsaid)
    return [
        make_encodable(name.decode(encoding, "replace") if name else info.filename)
        for name, info in zip(raw, infos, strict=True)
    ]


def _liken(name: str) -> str:
    """A path without what programs write in several ways: capitals, %20, letters with marks."""
    return normalize("NFC", unquote(name).replace("\\", "/")).lower()


def _encode(name: str) -> bytes:
    """The bytes of a name that zipfile took for the code page of the first PCs."""
    return name.encode("cp437", "replace")


def _guess(names: bytes) -> str:
    try:
        return decode(names).encoding
    except SourceError:
        return "gb18030"


def natural_key(text: str) -> tuple[tuple[int, str], ...]:
    """What sorts 第2章 before 第10章."""
    parts = re.split(r"(\d{1,9})", text)
    return tuple((int(part), "") if part.isdecimal() else (-1, part.casefold()) for part in parts)
