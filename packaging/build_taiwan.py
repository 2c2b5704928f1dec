"""Build resources/data/taiwan.tsv: how Taiwan reads what the mainland reads otherwise.

    python packaging/build_taiwan.py

Takes the notes «Taiwan pr. [..]» from the glosses in resources/data/lexicon.sqlite and our own
additions from packaging/lexicon/taiwan.tsv. Run it after build_lexicon.py.
"""

import re
import sqlite3
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from reader.language.syllables import is_legal  # noqa: E402  # the path has to be known first

OWN = ROOT / "packaging" / "lexicon" / "taiwan.tsv"
LEXICON = ROOT / "resources" / "data" / "lexicon.sqlite"
RESULT = ROOT / "resources" / "data" / "taiwan.tsv"
HEAD = """\
# How Taiwan reads what the mainland reads otherwise: key, mainland, Taiwan.
# A single character is read so wherever it has that reading, with = only where it is a word.
# Written by packaging/build_taiwan.py from the glosses of CC-CEDICT (https://cc-cedict.org,
# by way of lexicon.sqlite, see lexicon.toml) and packaging/lexicon/taiwan.tsv. CC BY-SA 4.0.
"""
_NOTE = re.compile(r"Taiwan pr\. \[([^\],]*)\]")
_MINOR = re.compile(r"(?:(?:old |archaic )?variant of|surname) \S+")
"""Entries that say nothing of how the character is usually read."""
_SYLLABLE = re.compile(r"[A-Za-zü:]+[1-5]")


class Row(NamedTuple):
    """A key with its reading on the mainland and in Taiwan, syllables in lower case."""

    key: str
    mainland: str
    taiwan: str


def main() -> None:
    """Write the table."""
    rows = {(row.key, row.mainland): row for row in collect(read_entries())}
    for line in OWN.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            row = Row(*line.split("\t"))
            rows[row.key, row.mainland] = row
    lines = ["\t".join(row) for row in sorted(rows.values())]
    RESULT.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")
    print(f"{RESULT}: {len(lines)} readings")


def read_entries() -> list[tuple[str, str, str]]:
    """Headword, syllables and glosses of every entry."""
    database = sqlite3.connect(f"file:{LEXICON}?mode=ro", uri=True)
    found = database.execute("SELECT simplified, lower(syllables), glosses FROM entries").fetchall()
    database.close()
    return found


def collect(entries: Iterable[tuple[str, str, str]]) -> list[Row]:
    """What holds for a headword with a reading in all its senses and all its forms."""
    said: dict[tuple[str, str], set[str]] = {}
    for word, mainland, glosses in entries:
        if _MINOR.match(glosses):
            continue
        said.setdefault((word, mainland), set()).add(read_note(glosses, len(word)))
    return [
        Row(word, mainland, taiwan)
        for (word, mainland), notes in said.items()
        if len(notes) == 1 and (taiwan := notes.pop()) and taiwan != mainland
    ]


def read_note(glosses: str, length: int) -> str:
    """Taiwan's reading if a gloss says nothing else; empty where it speaks of one sense only."""
    for gloss in glosses.split("\n"):
        found = _NOTE.fullmatch(gloss)
        if found:
            syllables = _SYLLABLE.findall(found[1].lower().replace("u:", "ü"))
            if len(syllables) == length and all(map(is_legal, syllables)):
                return " ".join(syllables)
    return ""


if __name__ == "__main__":
    main()
