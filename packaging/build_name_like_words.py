"""Build resources/data/name_like_words.txt: words of two or three characters that look like names.

    python packaging/build_name_like_words.py

Takes words that begin with a character which is a surname from the entries of CC-CEDICT in
resources/data/lexicon.sqlite, in both scripts; names of people are left out. Run it after
build_lexicon.py.
"""

import re
import sqlite3
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from reader.importers.author_names import SURNAMES  # noqa: E402  # the path has to be known first

LEXICON = ROOT / "resources" / "data" / "lexicon.sqlite"
RESULT = ROOT / "resources" / "data" / "name_like_words.txt"
HEAD = """\
# Words that begin like a name: a line below a title that is one of them names nobody.
# Each line: a character that is also a surname, then what may stand behind it.
# Written by packaging/build_name_like_words.py from the entries of CC-CEDICT
# (https://cc-cedict.org, by way of lexicon.sqlite, see lexicon.toml). CC BY-SA 4.0.
"""
HAN = re.compile("[\u3400-\u9fff]{2,3}")
PERSON = re.compile(r"[A-ZÜ]\S* [A-ZÜ]\S*(?: [a-zü]\S*)?")
"""Syllables of a name: surname and given name each have a capital."""
LIVED = re.compile(r"\((?:c\. |born )?\d{3,4}\s?(?:BC)?[-–)]")
"""马克思 (1818–1883)."""
DISTRICT = (
    "县",
    "縣",
    "区",
    "區",
    "市",
    "省",
    "乡",
    "鄉",
    "镇",
    "鎮",
    "州",
    "河",
    "江",
    "山",
    "湖",
)
"""Their names are written like those of people: Jin1 chuan1 Qu1 is not, Hei1 He2 is."""


def main() -> None:
    """Write the list."""
    words = sorted(collect(read_entries()))
    lines = [
        f"{first} " + " ".join(word[1:] for word in words if word[0] == first)
        for first in sorted({word[0] for word in words})
    ]
    RESULT.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")
    print(f"{RESULT}: {len(words)} words")


def read_entries() -> list[tuple[str, str, str, str]]:
    """Both forms, the syllables and the glosses of every entry."""
    database = sqlite3.connect(f"file:{LEXICON}?mode=ro", uri=True)
    found = database.execute(
        "SELECT simplified, coalesce(traditional, simplified), syllables, glosses FROM entries"
    ).fetchall()
    database.close()
    return found


def collect(entries: Iterable[tuple[str, str, str, str]]) -> set[str]:
    """The words among entries that begin like names and are those of nobody."""
    return {
        word
        for *forms, syllables, glosses in entries
        for word in forms
        if word[0] in SURNAMES
        and HAN.fullmatch(word)
        and (word.endswith(DISTRICT) or not PERSON.fullmatch(syllables))
        and not (syllables[0].isupper() and LIVED.search(glosses))
    }


if __name__ == "__main__":
    main()
