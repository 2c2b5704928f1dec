"""What the card says."""

import re
from dataclasses import replace

from reader.core.card import CardParts
from reader.core.explanation import Lead, Outline, Sense
from reader.core.notation import Notation
from reader.core.paths import find_paths
from reader.core.standing import Standing
from reader.core.vocabulary import Status
from reader.core.word import Entry, Origin, Reading, Word
from reader.ui.card_text import CardText, Subject, describe_standing, list_forms
from reader.ui.page import Hovered
from reader.ui.theme import load_themes

THEME = load_themes(find_paths().resources / "themes")["light"]
ENTRY = Entry("銀行", "银行", ("yin2", "hang2"), ("bank", "CL:家[jia1]"))
SENSE = Sense(ENTRY, ("bank",), ("家[jia1]",))


def make_word(text: str, *readings: Reading, senses: tuple[Sense, ...] = ()) -> Subject:
    """A word that the pointer rests on."""
    entries = tuple(sense.entry for sense in senses)
    hovered = Hovered(0, Word(0, len(text), text, readings, entries), text)
    return Subject(hovered, Outline(senses))


BANK = make_word(
    "银行",
    Reading("yin2", Origin.PHRASE),
    Reading("hang2", Origin.PHRASE),
    senses=(SENSE,),
)


def test_a_card_gives_both_scripts_reading_and_glosses() -> None:
    card = CardText(THEME).describe(BANK)
    for part in ("银行", "銀行", "yínháng", "bank", "家 jiā"):
        assert part in card


def test_a_reading_is_written_in_the_chosen_notation() -> None:
    assert "ㄧㄣˊ ㄏㄤˊ" in CardText(THEME, Notation.ZHUYIN).describe(BANK)
    assert "yin2hang2" in CardText(THEME, Notation.NUMBERS).describe(BANK)


def test_doubt_names_the_other_readings_in_their_order() -> None:
    doubtful = Reading("xing2", Origin.CONTEXT, ("hang2", "heng2"))
    card = CardText(THEME).describe(make_word("行", doubtful))
    assert "xíng</span>" in card
    assert " ?</span>" in card
    assert "or háng, héng" in card


def test_doubt_about_one_character_is_told_for_the_whole_word() -> None:
    readings = Reading("yin2", Origin.PHRASE), Reading("hang2", Origin.CONTEXT, ("xing2",))
    assert "or yínxíng" in CardText(THEME).describe(make_word("银行", *readings))


def test_a_note_of_the_text_says_what_would_be_read_without_it() -> None:
    card = CardText(THEME).describe(make_word("行", Reading("hang2", Origin.NOTE, ("xing2",))))
    assert "The text itself gives this reading." in card
    assert "Without that, 行 would be xíng here." in card


def test_a_word_without_an_entry_says_so() -> None:
    card = CardText(THEME).describe(make_word("𠮷", Reading("ji2", Origin.CHARACTER)))
    assert "Not in the dictionary." in card


def test_text_is_never_taken_for_markup() -> None:
    entry = Entry("<i>", "<i>", ("a1",), ("<script>",))
    sense = Sense(entry, entry.glosses, ("<u>",))
    card = CardText(THEME).describe(
        make_word("<i>", *[Reading("a1", Origin.PHRASE)] * 3, senses=(sense,))
    )
    assert not {"<script>", "<i>", "<u>"} & set(re.findall("<[^>]+>", card))


def test_glosses_and_measure_words_can_be_left_out() -> None:
    bare = CardText(THEME, parts=CardParts(glosses=False)).describe(BANK)
    assert "bank" not in bare
    assert "yínháng" in bare
    assert "家" not in CardText(THEME, parts=CardParts(measures=False)).describe(BANK)


def test_what_a_variant_stands_for_is_shown() -> None:
    inside = Entry("裡", "里", ("li3",), ("inside",))
    variant = Entry("裏", "里", ("li3",), ("variant of 裡|里[li3]",))
    sense = Sense(variant, variant.glosses, (), (Lead("variant of", inside),))
    subject = make_word("裏", Reading("li3", Origin.PHRASE), senses=(sense,))
    card = CardText(THEME, traditional=True).describe(subject)
    plain = " ".join(re.sub("<[^>]+>", " ", card).replace("&nbsp;", " ").split())
    assert plain.endswith("variant of 裡 lǐ inside")


def test_the_level_is_told_with_its_standard() -> None:
    assert describe_standing(Standing(2e-4, 3, 2, 7)) == "HSK 7–9 (2025) · common"
    assert describe_standing(Standing(2e-4, 3, None, None)) == "HSK 3 (2.0) · common"
    assert describe_standing(Standing(None, None, None, None)) == ""


def test_a_number_is_read_syllable_by_syllable() -> None:
    word = Word(0, 2, "48", (None, None))
    subject = Subject(Hovered(0, word, "48", spoken=("si4", "shi2", "ba1")), Outline(()))
    assert "sì shí bā" in CardText(THEME).describe(subject)


def test_the_words_of_a_phrase_are_told_one_by_one() -> None:
    parts = (BANK.hovered.word, Word(2, 4, "职员", (Reading("zhi2", Origin.PHRASE), None)))
    phrase = make_word("银行职员", *[Reading("a1", Origin.PHRASE)] * 4)
    card = CardText(THEME).describe(replace(phrase, parts=parts))
    assert "bank" in card
    assert "yínháng zhí" in card


def test_a_status_is_shown() -> None:
    assert "learning" in CardText(THEME).describe(replace(BANK, status=Status.LEARNING))


def test_a_card_is_one_plain_sentence_for_who_listens() -> None:
    assert CardText(THEME).summarize(BANK) == "银行, yínháng, bank"


def test_in_a_phrase_doubt_is_told_word_by_word() -> None:
    either = Reading("xing2", Origin.CONTEXT, ("hang2",))
    sure, doubtful = BANK.hovered.word, Word(0, 1, "行", (either,))
    phrase = make_word("银行行", *[Reading("yin2", Origin.PHRASE)] * 2, either)
    card = CardText(THEME).describe(replace(phrase, parts=(sure, doubtful)))
    assert "or háng" in card
    assert "or yínhángháng" not in card


def test_a_name_is_written_as_names_are() -> None:
    surname = Entry("王", "王", ("Wang2",), ("surname Wang",))
    readings = tuple(Reading(one, Origin.CONTEXT) for one in ("wang2", "xiao3", "ming2"))
    word = Word(0, 3, "王小明", readings, (surname,), proper=True)
    outline = Outline((Sense(surname, surname.glosses),))
    card = CardText(THEME).describe(Subject(Hovered(0, word, "王小明"), outline))
    assert "Wáng Xiǎomíng" in card
    assert "A person's name." in card.replace("&#x27;", "'")


def test_rare_forms_do_not_stand_beside_the_headword() -> None:
    usual = Entry("和", "和", ("he2",), ("and",))
    rare = Entry("龢", "和", ("he2",), ("(literary) harmonious (variant of 和[he2])",))
    senses = (Sense(usual, usual.glosses), Sense(rare, rare.glosses))
    subject = make_word("和", Reading("he2", Origin.PHRASE), senses=senses)
    assert list_forms(subject) == ["和"]


def test_syllables_of_a_reading_can_have_the_colours_of_their_tones() -> None:
    tones = ("#111111", "#222222", "#333333", "#444444", "#555555")
    card = CardText(THEME, tones=tones).describe(BANK)
    assert '<span style="color:#222222">yín</span><span style="color:#222222">háng</span>' in card
    assert '<span style="color:#111111">jiā</span>' not in card
    assert "#222222" not in CardText(THEME).describe(BANK)
