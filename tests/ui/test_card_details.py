"""What a pinned card says."""

from dataclasses import replace

from reader.core.card import CardParts
from reader.core.explanation import Character, Explanation, Outline, Sense
from reader.core.paths import find_paths
from reader.core.position import Anchor, Position
from reader.core.sentence import Occurrence
from reader.core.standing import Standing
from reader.core.word import Entry, Origin, Reading, Word
from reader.ui.card_details import CardDetails, Details
from reader.ui.card_text import CardText, Subject
from reader.ui.page import Hovered
from reader.ui.theme import load_themes

THEME = load_themes(find_paths().resources / "themes")["light"]


def make(text: str, *syllables: str, gloss: str = "") -> Word:
    """A word with one entry."""
    readings = tuple(Reading(syllable, Origin.PHRASE) for syllable in syllables)
    return Word(0, len(text), text, readings, (Entry(text, text, syllables, (gloss,)),))


WORD = make("银行", "yin2", "hang2", gloss="bank")
OUTLINE = Outline((Sense(WORD.entries[0], ("bank",)),), Standing(1.2e-4, 3, 2, None))
SUBJECT = Subject(Hovered(0, WORD, "银行"), OUTLINE)
ROW = make("行", "hang2", gloss="row; line")
EXPLANATION = Explanation(
    WORD,
    OUTLINE,
    (Sense(make("银行", "yin2", "xing2").entries[0], ("silver walk",)),),
    (Character(ROW, ("xing2", "heng2")),),
    (),
)
MET = Occurrence(7, "旧文章", "他在银行等我。", 2, 4, Anchor(Position(0, 3, 9)))
DETAILS = Details(EXPLANATION, (make("银行家", "yin2", "hang2", "jia1", gloss="banker"),), (MET,))


def test_everything_is_told_section_by_section() -> None:
    card = CardDetails(CardText(THEME)).unfold(SUBJECT, DETAILS)
    told = ["bank", "silver walk", "xíng, héng", "row; line", "banker", "HSK 2021: 2", "旧文章"]
    assert [card.index(part) for part in told] == sorted(card.index(part) for part in told)
    assert "common: 120 times in a million words" in card


def test_every_word_and_every_sentence_is_a_link() -> None:
    details = CardDetails(CardText(THEME))
    card = details.unfold(SUBJECT, DETAILS)
    assert details.targets == [ROW, DETAILS.longer[0], MET]
    assert 'href="2"' in card


def test_the_word_stands_out_in_its_sentence() -> None:
    card = CardDetails(CardText(THEME)).unfold(SUBJECT, DETAILS)
    marked = card[card.rindex("<b>") : card.rindex("</b>")]
    assert "银行" in marked
    assert "等我" not in marked


def test_parts_can_be_left_out() -> None:
    bare = CardParts(characters=False, words=False, sentences=False, level=False)
    card = CardDetails(CardText(THEME, parts=bare)).unfold(SUBJECT, DETAILS)
    for part in ("row; line", "banker", "旧文章", "HSK"):
        assert part not in card


def test_while_sentences_are_looked_for_nothing_is_said_of_them() -> None:
    looking = replace(DETAILS, sentences=None)
    assert "In your texts" not in CardDetails(CardText(THEME)).unfold(SUBJECT, looking)
    none = replace(DETAILS, sentences=())
    assert "Not found above this place" in CardDetails(CardText(THEME)).unfold(SUBJECT, none)
