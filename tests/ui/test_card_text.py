"""What the card says."""

from reader.core.notation import Notation
from reader.core.paths import find_paths
from reader.core.word import Entry, Origin, Reading, Word
from reader.ui.card_text import CardText
from reader.ui.page import Hovered
from reader.ui.theme import load_themes

THEME = load_themes(find_paths().resources / "themes")["light"]
ENTRY = Entry("銀行", "银行", ("yin2", "hang2"), ("bank", "CL:家[jia1]"))


def make_word(text: str, *readings: Reading, entries: tuple[Entry, ...] = ()) -> Hovered:
    """A word that the pointer rests on."""
    return Hovered(0, Word(0, len(text), text, readings, entries), text)


BANK = make_word(
    "银行",
    Reading("yin2", Origin.PHRASE),
    Reading("hang2", Origin.PHRASE),
    entries=(ENTRY,),
)


def test_a_card_gives_both_scripts_reading_and_glosses() -> None:
    card = CardText(THEME).describe(BANK)
    for part in ("银行", "銀行", "yínháng", "bank", "家 jiā"):
        assert part in card


def test_a_reading_is_written_in_the_chosen_notation() -> None:
    assert "ㄧㄣˊ ㄏㄤˊ" in CardText(THEME, Notation.ZHUYIN).describe(BANK)
    assert "yin2hang2" in CardText(THEME, Notation.NUMBERS).describe(BANK)


def test_doubt_names_the_other_readings() -> None:
    card = CardText(THEME).describe(make_word("行", Reading("xing2", Origin.CONTEXT, ("hang2",))))
    assert "行 may also be háng here." in card


def test_a_note_of_the_text_says_what_would_be_read_without_it() -> None:
    card = CardText(THEME).describe(make_word("行", Reading("hang2", Origin.NOTE, ("xing2",))))
    assert "The text itself gives this reading." in card
    assert "Without that, 行 would be xíng here." in card


def test_a_word_without_an_entry_says_so() -> None:
    card = CardText(THEME).describe(make_word("𠮷", Reading("ji2", Origin.CHARACTER)))
    assert "Not in the dictionary." in card


def test_text_is_never_taken_for_markup() -> None:
    entry = Entry("<b>", "<b>", ("a1",), ("<script>",))
    card = CardText(THEME).describe(
        make_word("<b>", *[Reading("a1", Origin.PHRASE)] * 3, entries=(entry,))
    )
    assert "<script>" not in card
    assert "<b>" not in card
