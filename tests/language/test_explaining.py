"""What is told of a word beside its entries."""

from functools import lru_cache

import pytest

from reader.core.article import Paragraph
from reader.core.paths import find_paths
from reader.core.standing import Band
from reader.core.word import Word
from reader.language.annotate import Annotator
from reader.language.explaining import Explainer
from reader.language.ordering import fits, order_glosses
from reader.language.usual_glosses import list_usual, put_usual_first


@lru_cache(1)
def annotator() -> Annotator:
    """One for all of these tests."""
    return Annotator(find_paths().lexicon)


def find(text: str, wanted: str) -> tuple[Explainer, tuple[Word, ...], Word]:
    """A word of a text, with what explains it and the other words."""
    words = annotator().annotate(Paragraph(text))
    return Explainer(annotator()), words, next(word for word in words if word.text == wanted)


@pytest.mark.parametrize(
    ("character", "traditional", "gloss"),
    [
        ("后", "後", "back"),
        ("云", "雲", "cloud"),
        ("于", "於", "(of time or place) in; at; on"),
        ("台", "臺", "platform"),
        ("里", "裡", "inside"),
        ("几", "幾", "how many"),
        ("王", "王", "king or monarch"),
    ],
)
def test_the_usual_sense_of_a_simplified_character_comes_first(
    character: str, traditional: str, gloss: str
) -> None:
    explainer = Explainer(annotator())
    first = explainer.outline(explainer.look(character)).senses[0]
    assert (first.entry.traditional, first.glosses[0]) == (traditional, gloss)


@pytest.mark.parametrize(
    ("word", "reading", "gloss"),
    [
        ("干", "gan4", "to do"),
        ("关", "guan1", "to close; to shut; to turn off"),
        ("卡", "ka3", "(loanword) card"),
        ("刚", "gang1", "just"),
        ("跟", "gen1", "with"),
        ("才", "cai2", "then and only then"),
        ("热", "re4", "hot (of weather)"),
        ("老", "lao3", "old (of people)"),
        ("钱", "qian2", "money"),
        ("周", "zhou1", "week"),
        ("考", "kao3", "to take an exam"),
        ("了", "liao3", "to finish"),
        ("长", "zhang3", "to grow"),
        ("质量", "zhi4 liang4", "quality (i.e. degree of excellence)"),
    ],
)
def test_the_usual_meaning_of_an_everyday_word_comes_first(
    word: str, reading: str, gloss: str
) -> None:
    explainer = Explainer(annotator())
    senses = explainer.outline(explainer.look(word, tuple(reading.split(" ")))).senses
    assert senses[0].glosses[0] == gloss


@pytest.mark.parametrize(
    ("word", "gloss"),
    [
        ("球", "ball"),
        ("裤子", "trousers"),
        ("麻", "generic name for hemp, flax etc"),
        ("媳妇", "daughter-in-law"),
        ("照", "according to"),
    ],
)
def test_a_variant_and_a_sense_in_dialect_never_come_before_the_usual_entry(
    word: str, gloss: str
) -> None:
    explainer = Explainer(annotator())
    assert explainer.outline(explainer.look(word)).senses[0].glosses[0] == gloss


def test_glosses_are_put_in_another_order_and_never_rewritten() -> None:
    glosses = ("city walls", "city", "town")
    assert put_usual_first(glosses, "城", ("cheng2",)) == ("city", "city walls", "town")
    assert put_usual_first(glosses, "城市", ("cheng2", "shi4")) == glosses


def test_every_usual_gloss_is_one_of_the_dictionary() -> None:
    for word, reading, beginnings in list_usual():
        glosses = [
            gloss
            for entry in annotator().look_up(word)
            if " ".join(entry.syllables) == reading
            for gloss in entry.glosses
        ]
        for beginning in beginnings:
            assert any(gloss.startswith(beginning) for gloss in glosses), (word, beginning)


def test_a_character_in_traditional_text_has_its_own_senses() -> None:
    explainer = Explainer(annotator())
    senses = explainer.outline(explainer.look("后", ("hou4",))).senses
    assert {"後", "后"} == {sense.entry.traditional for sense in senses}
    assert explainer.look("後").entries[0].glosses[0] == "back"


def test_rare_meanings_and_surnames_are_told_last() -> None:
    glosses = ("surname Wang", "(old) to reign", "king", "Taiwan pr. [wang4]")
    assert order_glosses(glosses) == (
        "king",
        "Taiwan pr. [wang4]",
        "(old) to reign",
        "surname Wang",
    )


def test_of_other_readings_the_surname_is_told_last() -> None:
    explainer, _, word = find("他还了钱。", "还")
    assert word.syllables == ("huan2",)
    others = explainer.explain(word).other_senses
    assert [sense.entry.syllables for sense in others] == [("hai2",), ("Huan2",)]


def test_only_what_is_read_as_here_is_told_at_a_glance() -> None:
    explainer, _, word = find("你重新写一遍。", "重新")
    explained = explainer.explain(word)
    heavy = explained.characters[0]
    assert heavy.word.syllables == ("chong2",)
    assert heavy.others == ("zhong4",)
    assert heavy.word.entries[0].syllables == ("chong2",)


def test_spoken_tones_still_fit_the_dictionary() -> None:
    word = annotator().look_up("一个")[0]
    assert fits(word, ("yi2", "ge4"))
    assert not fits(annotator().look_up("好")[0], ("hao4",))


def test_a_variant_is_followed_to_what_it_stands_for() -> None:
    explainer, _, word = find("他在裏面。", "裏面")
    (sense,) = explainer.outline(word).senses
    (lead,) = sense.leads
    assert (lead.relation, lead.entry.traditional) == ("variant of", "裡面")


def test_a_word_is_told_with_its_characters_in_their_own_sense() -> None:
    explainer, _, word = find("我爱吃面包。", "面包")
    noodles = explainer.explain(word).characters[0]
    assert noodles.word.text == "面"
    assert noodles.word.entries[0].traditional == "麵"


def test_shorter_words_inside_keep_their_readings() -> None:
    explainer, _, word = find("中华人民共和国成立了。", "中华人民共和国")
    inside = {one.text: one.syllables for one in explainer.explain(word).inside}
    assert inside["人民"] == ("ren2", "min2")
    assert inside["共和国"] == ("gong4", "he2", "guo2")


def test_every_headword_from_a_place_on_is_found() -> None:
    explainer, words, word = find("中华人民共和国成立了。", "中华人民共和国")
    found = explainer.words_from(words, word.start)
    assert [one.text for one in found] == ["中", "中华", "中华人民共和国"]
    assert found[0].syllables == ("zhong1",)


def test_a_stretch_across_words_is_read_as_in_the_text() -> None:
    explainer, words, _ = find("他在银行工作。", "银行")
    phrase = explainer.cut(words, 2, 6)
    assert phrase.text == "银行工作"
    assert phrase.syllables == ("yin2", "hang2", "gong1", "zuo4")
    assert explainer.cut(words, 3, 5).text == "行工"


def test_measure_words_and_levels_are_told() -> None:
    explainer, _, word = find("银行关门了。", "银行")
    outline = explainer.outline(word)
    assert outline.senses[0].measures == ("家[jia1]", "個|个[ge4]")
    assert outline.standing
    assert outline.standing.hsk_2012 == 3
    assert outline.standing.band is Band.COMMON


def test_standing_is_the_same_in_memory_and_in_the_file() -> None:
    for word in ("朋友", "的", "量子力学", "没有这个词头"):
        known = annotator()._lexicon.standing(word)
        assert annotator().standing(word) == known


def test_what_is_told_at_a_glance_is_told_from_memory() -> None:
    text = "他喫了飯，在裏面說了一會兒話，後來去了北大。葡萄只有一點兒。"
    explainer, words, _ = find(text, "北大")
    explainer.prepare(words)
    asked: list[str] = []
    connection = annotator()._lexicon._connection
    assert connection
    connection.set_trace_callback(asked.append)
    outlines = [explainer.outline(word) for word in words]
    connection.set_trace_callback(None)
    assert any(sense.leads for outline in outlines for sense in outline.senses)
    assert asked == []
