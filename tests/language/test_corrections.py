"""A learner's corrections win over what was chosen."""

from reader.core.article import Article, Paragraph, Section
from reader.core.correction import Correction, Scope
from reader.core.position import Position, anchor
from reader.core.word import Origin, Reading, Word
from reader.language.corrections import Corrector, Syllables

TEXT = "银行在银行旁边"
ARTICLE = Article("", (Section((Paragraph(TEXT), Paragraph(TEXT))),))


def make_word(start: int, text: str, *syllables: str) -> Word:
    """A word with chosen readings."""
    readings = tuple(Reading(syllable, Origin.CONTEXT) for syllable in syllables)
    return Word(start, start + len(text), text, readings)


WORDS = (
    make_word(0, "银行", "yin2", "xing2"),
    make_word(2, "在", "zai4"),
    make_word(3, "银行", "yin2", "xing2"),
    make_word(5, "旁边", "pang2", "bian1"),
)


def correct(number: int, scope: Scope, at: int, word: str, syllables: Syllables) -> Correction:
    """A correction made in the first paragraph."""
    return Correction(number, 1, scope, anchor(ARTICLE, Position(0, 0, at)), word, syllables, "")


def read(*corrections: Correction, paragraph: int = 0) -> list[str | None]:
    """All syllables of a paragraph after the corrections."""
    words = Corrector(ARTICLE, corrections, lambda text: text.replace("銀", "银"))
    return [s for word in words.apply(0, paragraph, WORDS) for s in word.syllables]


RIGHT = ("yin2", "hang2")


def test_without_corrections_nothing_changes() -> None:
    assert Corrector(ARTICLE, (), str).apply(0, 0, WORDS) is WORDS


def test_a_correction_of_a_place_holds_there_alone() -> None:
    here = correct(1, Scope.PLACE, 3, "银行", RIGHT)
    assert read(here)[:5] == ["yin2", "xing2", "zai4", "yin2", "hang2"]
    assert read(here, paragraph=1)[4] == "xing2"


def test_a_correction_of_a_word_holds_wherever_it_stands() -> None:
    word = correct(1, Scope.ARTICLE, 0, "银行", RIGHT)
    assert read(word)[:5] == ["yin2", "hang2", "zai4", "yin2", "hang2"]
    assert read(word, paragraph=1)[1] == "hang2"


def test_a_word_is_known_in_either_script() -> None:
    assert read(correct(1, Scope.EVERYWHERE, 0, "銀行", RIGHT))[1] == "hang2"


def test_the_narrower_scope_wins() -> None:
    place = correct(1, Scope.PLACE, 0, "银行", ("yin2", "heng2"))
    article = correct(2, Scope.ARTICLE, 0, "银行", RIGHT)
    everywhere = correct(3, Scope.EVERYWHERE, 0, "银行", ("yin2", "xing4"))
    assert read(place, article, everywhere)[:5] == ["yin2", "heng2", "zai4", "yin2", "hang2"]


def test_the_later_of_two_wins() -> None:
    first = correct(1, Scope.ARTICLE, 0, "银行", ("yin2", "heng2"))
    assert read(first, correct(2, Scope.ARTICLE, 0, "银行", RIGHT))[1] == "hang2"


def test_a_corrected_reading_says_that_it_is_one() -> None:
    corrected = Corrector(ARTICLE, [correct(1, Scope.PLACE, 0, "银行", RIGHT)], str)
    readings = corrected.apply(0, 0, WORDS)[0].readings
    assert [reading and reading.origin for reading in readings] == [Origin.CORRECTION] * 2


def test_a_place_whose_words_are_gone_is_left_out() -> None:
    lost = correct(1, Scope.PLACE, 3, "银行", RIGHT)
    other = Article("", (Section((Paragraph("完全不同"),)),))
    assert Corrector(other, [lost], str).apply(0, 0, WORDS) is WORDS
