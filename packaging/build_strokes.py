"""Build resources/data/strokes/ from the npm package hanzi-writer-data. Run by hand:

    python packaging/build_strokes.py

npm fetches the archive, which is checked against the SHA-256 below. The data comes from Make Me a
Hanzi, which took it from fonts by Arphic Technology, and stays under the Arphic Public License.
"""

import argparse
import hashlib
import json
import re
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from reader.language.strokes import BLOCK, LETTERS, POINTS, UNIT  # noqa: E402 -- after the path

VERSION = "2.0.1"
SHA256 = "72baf3d82b114e60d6e40ea05f24d2262a05cd39d544e2f322ba2fceb7beff15"
LICENCE = "ARPHICPL.TXT"
CHANGED = (
    "Changed on 2026-11-23 by the Wenchuang authors: the outlines and medians of "
    f"hanzi-writer-data {VERSION}, rounded to a grid of 512, were compiled into this file by "
    "packaging/build_strokes.py; the numbers of radical strokes were left out. Under the Arphic "
    f"Public License, see {LICENCE} beside it; there is no warranty."
)
_PARTS = re.compile(r"[A-Z]|-?\d+(?:\.\d+)?")


def main() -> None:
    """Fetch, check, compile, and write licence and provenance beside it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--into", type=Path, default=ROOT / "resources" / "data" / "strokes")
    into: Path = parser.parse_args().into
    into.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        archive = fetch(Path(scratch))
        characters = read(archive, into / LICENCE)
    file = into / "strokes.sqlite"
    write(file, characters)
    write_provenance(file, len(characters))
    print(f"{file}: {file.stat().st_size:,} bytes, {len(characters):,} characters")


def fetch(folder: Path) -> Path:
    """Let npm download the archive, and check it."""
    name = f"hanzi-writer-data@{VERSION}"
    subprocess.run(["npm", "pack", "--silent", name], cwd=folder, check=True)
    archive = next(folder.glob("*.tgz"))
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != SHA256:
        raise SystemExit(f"{archive.name} has SHA-256 {found}, not {SHA256}.")
    return archive


def read(archive: Path, licence: Path) -> dict[str, bytes]:
    """Every character with its strokes in their compact form; the licence is copied."""
    characters = {}
    with tarfile.open(archive) as tar:
        for member in tar:
            file, name = tar.extractfile(member), Path(member.name)
            if file and name.suffix == ".json" and len(name.stem) == 1:
                characters[name.stem] = pack(json.load(file))
            elif file and member.name == f"package/{LICENCE}":
                licence.write_bytes(file.read())
    return characters


def pack(described: Any) -> bytes:
    """The strokes of a character as ``reader.language.strokes`` reads them."""
    shapes, numbers = bytearray([len(described["strokes"])]), bytearray()
    for path, median in zip(described["strokes"], described["medians"], strict=True):
        letters, points = split_path(path)
        shapes.append(len(letters))
        shapes += bytes(LETTERS.index(letter) for letter in letters)
        shapes.append(len(median))
        for way in (points, median):
            for number in differences(way):
                numbers += bytes(write_number(number))
    return bytes(shapes + numbers)


def split_path(path: str) -> tuple[list[str], list[tuple[float, float]]]:
    """The letters of an SVG path, and all of its points."""
    letters, points = [], []
    parts = iter(_PARTS.findall(path))
    for letter in parts:
        letters.append(letter)
        points += [(float(next(parts)), float(next(parts))) for _ in range(POINTS[letter])]
    return letters, points


def differences(points: Iterable[tuple[float, float]]) -> Iterator[int]:
    """The way from each point to the next, in units."""
    x = y = 0
    for right, up in points:
        column, row = round(right / UNIT), round(up / UNIT)
        yield column - x
        yield row - y
        x, y = column, row


def write_number(number: int) -> Iterator[int]:
    """Zigzag, then seven bits a byte."""
    rest = (number << 1) ^ (number >> 31)
    while rest > 127:
        yield rest & 127 | 128
        rest >>= 7
    yield rest


def write(file: Path, characters: dict[str, bytes]) -> None:
    """Write the database to a scratch file and move it into place."""
    blocks: dict[int, bytearray] = defaultdict(bytearray)
    for character, data in sorted(characters.items()):
        block, place = divmod(ord(character), BLOCK)
        blocks[block] += bytes([place]) + len(data).to_bytes(2, "big") + data
    scratch = file.with_suffix(".new")
    scratch.unlink(missing_ok=True)
    database = sqlite3.connect(scratch)
    database.execute("CREATE TABLE notice (text TEXT NOT NULL)")
    database.execute("INSERT INTO notice VALUES (?)", (CHANGED,))
    database.execute("CREATE TABLE strokes (block INTEGER PRIMARY KEY, data BLOB NOT NULL)")
    database.executemany(
        "INSERT INTO strokes VALUES (?, ?)",
        ((block, zlib.compress(data, 9)) for block, data in sorted(blocks.items())),
    )
    database.commit()
    database.execute("VACUUM")
    database.close()
    scratch.replace(file)


def write_provenance(file: Path, count: int) -> None:
    """Say beside the data what it is, whose, and how it came here."""
    lines = [
        "# Written by packaging/build_strokes.py; do not edit.",
        f'file = "{file.name}"',
        f'sha256 = "{hashlib.sha256(file.read_bytes()).hexdigest()}"',
        f"characters = {count}",
        'name = "hanzi-writer-data, from Make Me a Hanzi, from fonts by Arphic Technology"',
        f'version = "{VERSION}"',
        'source = "https://github.com/chanind/hanzi-writer-data, as the npm package"',
        f'archive_sha256 = "{SHA256}"',
        f'licence = "Arphic Public License ({LICENCE} beside this file)"',
        f'changed = "{CHANGED}"',
        "",
    ]
    file.with_suffix(".toml").write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    main()
