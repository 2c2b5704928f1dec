"""The gold files say what is right, so their form has to be beyond doubt."""

import re
from collections import Counter
from pathlib import Path

GOLD = Path(__file__).parent
HAN = re.compile("[\u3007\u3400-\u9fff\U00020000-\U0003ffff]")
SYLLABLE = re.compile(
    "(?:"
    "[bpm](?:a|o|ai|ei|ao|an|en|ang|eng|i|ie|iao|ian|in|ing|u)|m(?:e|ou|iu)|pou"
    "|f(?:a|o|ei|ou|an|en|ang|eng|u)"
    "|[dt](?:a|e|ai|ei|ao|ou|an|ang|eng|ong|i|ie|iao|ian|ing|u|uo|ui|uan|un)|d(?:en|iu|ia)"
    "|[nl](?:a|e|ai|ei|ao|ou|an|ang|eng|ong|i|ie|iao|iu|ian|in|iang|ing|u|uo|uan|ü|üe)"
    "|nen|lia|lun|lo"
    "|[gkh](?:a|e|ai|ei|ao|ou|an|en|ang|eng|ong|u|ua|uo|uai|ui|uan|un|uang)"
    "|[jqx](?:i|ia|ie|iao|iu|ian|in|iang|ing|iong|u|ue|uan|un)"
    "|(?:zh|ch|sh|r|z|c|s)(?:e|i|ao|ou|an|en|ang|eng|u|uo|ui|uan|un)"
    "|(?:zh|ch|sh|z|c|s)(?:a|ai)|(?:zh|sh|z)ei|(?:zh|ch|r|z|c|s)ong|(?:zh|ch|sh)(?:ua|uai|uang)"
    "|y(?:a|e|ao|ou|an|in|ang|ing|ong|i|u|ue|uan|un)"
    "|w(?:a|o|ai|ei|an|en|ang|eng|u)"
    "|a|o|e|ai|ei|ao|ou|an|en|ang|eng|er"
    ")[1-5]|r5"
)
NOTE = re.compile(r"\([a-zāáǎàēéěèīíǐìōóǒòūúǔùüǘǚǜ]+\)")
KINDS = (
    "neutral",
    "name",
    "title",
    "place",
    "erhua",
    "yi-bu",
    "particle",
    "polyphone",
    "traditional",
    "mixed",
    "literary",
)


def _rows(name: str) -> list[list[str]]:
    lines = (GOLD / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def test_the_sentences_are_at_least_320_and_25_of_each_kind() -> None:
    counts = Counter(row[1] for row in _rows("readings.tsv"))
    assert set(counts) == set(KINDS)
    assert min(counts.values()) >= 25
    assert counts.total() >= 320


def test_no_id_and_no_sentence_occurs_twice() -> None:
    rows = _rows("readings.tsv")
    assert len({row[0] for row in rows}) == len({row[2] for row in rows}) == len(rows)


def test_every_sentence_has_one_syllable_for_every_character() -> None:
    wrong = [row[0] for row in _rows("readings.tsv") if len(row[2]) != len(row[3].split(" "))]
    assert wrong == []


def test_every_han_character_has_a_legal_syllable_and_nothing_else_has_one() -> None:
    wrong = [
        (row[0], character, syllable)
        for row in _rows("readings.tsv")
        for character, syllable in zip(row[2], row[3].split(" "), strict=True)
        if bool(HAN.fullmatch(character)) != bool(SYLLABLE.fullmatch(syllable))
        or (not HAN.fullmatch(character) and syllable != "-")
    ]
    assert wrong == []


def test_only_the_character_of_erhua_is_r5() -> None:
    wrong = [
        row[0]
        for row in _rows("readings.tsv")
        for character, syllable in zip(row[2], row[3].split(" "), strict=True)
        if syllable == "r5" and character not in "儿兒"
    ]
    assert wrong == []


def test_yi_and_bu_keep_their_citation_tones() -> None:
    allowed = {"一": {"yi1"}, "不": {"bu4", "bu5"}}
    wrong = [
        (row[0], syllable)
        for row in _rows("readings.tsv")
        for character, syllable in zip(row[2], row[3].split(" "), strict=True)
        if character in allowed and syllable not in allowed[character]
    ]
    assert wrong == []


def _seed_text(name: str) -> str:
    """The text of a starter article without its header and without inline notes."""
    text = (GOLD.parent.parent / "seeds" / name).read_text(encoding="utf-8")
    return NOTE.sub("", text.split("---\n", 2)[2])


def test_every_excerpt_occurs_once_in_its_seed() -> None:
    rows = _rows("seed_polyphones.tsv")
    texts = {name: _seed_text(name) for name in {row[0] for row in rows}}
    assert [row for row in rows if texts[row[0]].count(row[1]) != 1] == []


def test_every_marked_character_stands_at_its_place_and_has_a_legal_syllable() -> None:
    wrong = [
        row
        for row in _rows("seed_polyphones.tsv")
        if row[1][int(row[2])] != row[3] or not SYLLABLE.fullmatch(row[4])
    ]
    assert wrong == []


def test_every_seed_has_checked_polyphones() -> None:
    seeds = {path.name for path in (GOLD.parent.parent / "seeds").glob("*.txt")}
    assert {row[0] for row in _rows("seed_polyphones.tsv")} == seeds
