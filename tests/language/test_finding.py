"""Finding in both scripts, by sound, in whole words or anywhere."""

from functools import cache

import pytest

from reader.core.article import Article, Note, Paragraph, Section
from reader.core.paths import find_paths
from reader.language.alike import Alike
from reader.language.annotate import Annotator
from reader.language.finding import Finder, Found, Hit, Query, Tools, merge_hits
from reader.language.script import Scripts
from reader.language.search import Search

SIMPLIFIED = "我现在住在西安，先给银行打电话，行吗？"
TRADITIONAL = "我現在住在西安，這裏的頭髮店後面有HTML書。"


@cache
def tools() -> Tools:
    """The language of the program."""
    paths = find_paths()
    scripts = Scripts(paths.resources / "data")
    annotator = Annotator(paths.lexicon, scripts)
    return Tools(
        Alike(scripts.simplify).fold,
        scripts.simplify,
        lambda text: (span.start for span in annotator.segment(text)),
        annotator.sounds,
    )


@cache
def annotator() -> Annotator:
    return Annotator(find_paths().lexicon)


def search(texts: list[Paragraph], query: str, *, whole: bool = False) -> list[str]:
    """What is found in a section, everything in doubt read."""
    finder = Finder(Article("t", (Section(tuple(texts)),)), tools())
    found = Search(finder, finder.read(Query(query, whole)), [0])
    found.add(finder.search(section, found.wish) for section in found.next_sections(1))
    while batch := found.next_batch(100):
        for (section, number), _ in batch:
            words = annotator().annotate(texts[number])
            finder.hear(section, number, [tuple(s for word in words for s in word.syllables)])
        doubtful = [hit for _, hits in batch for hit in hits]
        found.settle([place for place, _ in batch], finder.check(doubtful, found.wish))
    assert found.under_way is None
    return [texts[hit.paragraph].text[hit.start : hit.end] for hit in found.hits]


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        (SIMPLIFIED, "现在", ["现在"]),
        (SIMPLIFIED, "現在", ["现在"]),
        (TRADITIONAL, "现在", ["現在"]),
        (TRADITIONAL, "头发", ["頭髮"]),
        (TRADITIONAL, "这里", ["這裏"]),
        (TRADITIONAL, "這裡", ["這裏"]),
        (TRADITIONAL, "后面", ["後面"]),
        (TRADITIONAL, "html", ["HTML"]),
        (TRADITIONAL, "ｈｔｍｌ", ["HTML"]),
        ("他是名著的著者，看著書", "著", ["著", "著", "著"]),
        ("你好 世界", "你好　世界", ["你好 世界"]),
        ("哈哈哈哈哈", "哈哈", ["哈哈", "哈哈"]),
        ("在𠮷野家吃饭", "野家", ["野家"]),
        (SIMPLIFIED, "没有", []),
        (SIMPLIFIED, "xianzai", ["现在"]),
        (SIMPLIFIED, "xiàn zài", ["现在"]),
        (SIMPLIFIED, "xian4zai4", ["现在"]),
        (SIMPLIFIED, "xian1 zai4", []),
        (TRADITIONAL, "xianzai", ["現在"]),
        (SIMPLIFIED, "xian", ["现", "西安", "先"]),
        (SIMPLIFIED, "xi'an", ["西安"]),
        (SIMPLIFIED, "hang", ["行"]),
        (SIMPLIFIED, "xing2", ["行"]),
        (SIMPLIFIED, "yinhang", ["银行"]),
        (SIMPLIFIED, "yinxing", []),
        (SIMPLIFIED, "yinh", ["银行"]),
        ("在西安，他先按铃。", "xiān àn", ["先按"]),
        ("他走，现在。", "zouxian", []),
        ("女儿是律师，绿色的", "nv'er", ["女儿"]),
        ("女儿是律师，绿色的", "lǜ", ["律", "绿"]),
        ("女儿是律师，绿色的", "lu:4se4", ["绿色"]),
        ("他在那儿玩", "nar", ["那儿"]),
        ("Xi an is Xian", "xian", ["Xian"]),
        ("慢慢地走，我的地", "de", ["地", "的"]),
        ("慢慢地走，我的地", "di4", ["地"]),
        ("他买了东西", "dōngxī", ["东西"]),
        ("他买了东西", "dōngxi", ["东西"]),
        ("他买了东西", "dong1xi5", ["东西"]),
        ("东西南北", "dong1xi5", []),
    ],
)
def test_a_query_is_found(text: str, query: str, hits: list[str]) -> None:
    assert search([Paragraph(text)], query) == hits


@pytest.mark.parametrize(
    ("text", "query", "hits"),
    [
        ("他打电话给电视台，电很贵", "电", ["电"]),
        ("他的电话响了", "电话", ["电话"]),
        ("他的电话响了", "话响", []),
        ("他的電話響了", "电话", ["電話"]),
        ("he said the word", "he", ["he"]),
        ("他的电话响了", "dianhua", ["电话"]),
        ("他打电话给电视台，电很贵", "dian", ["电"]),
        ("用HTML写", "ht", []),
    ],
)
def test_whole_words_are_found(text: str, query: str, hits: list[str]) -> None:
    assert search([Paragraph(text)], query, whole=True) == hits


def test_what_the_text_notes_itself_is_how_it_is_read() -> None:
    paragraph = Paragraph("银行的行", notes=(Note(3, 4, "xíng"),))
    noted = Paragraph(paragraph.text, notes=(Note(3, 4, "xíng"),))
    assert search([noted], "xing") == ["行"]


def test_every_paragraph_is_searched_but_none_across_its_end() -> None:
    texts = [Paragraph("今天好"), Paragraph("天气好")]
    assert search(texts, "好") == ["好", "好"]
    assert search(texts, "好天") == []


def test_of_hits_that_overlap_the_earlier_and_longer_stays() -> None:
    hits = [Hit(0, 0, 2, 4), Hit(0, 0, 1, 2), Hit(0, 0, 1, 3), Hit(0, 1, 2, 4)]
    assert merge_hits(hits) == (Hit(0, 0, 1, 3), Hit(0, 1, 2, 4))


def test_steps_go_round() -> None:
    article = Article("t", (Section((Paragraph("花花"),)), Section((Paragraph("花"),))))
    finder = Finder(article, tools())
    found = Search(finder, finder.read(Query("花")), [1, 0])
    found.add(finder.search(section, found.wish) for section in found.next_sections(5))
    assert found.under_way is None
    first, second, third = found.hits
    assert found.next_to(first, 1) == second
    assert found.next_to(third, 1) == first
    assert found.next_to(first, -1) == third
    assert found.next_to(Hit(0, 0, 1, 0), -1) == first
    assert found.number(third) == 3
    assert list(found.in_section(1)) == [third]
    assert found.nearest(Hit(0, 0, 1, 0)) == second
    assert found.nearest(Hit(2, 0, 0, 0)) is None


def test_a_hit_is_not_the_first_while_something_before_it_is_in_doubt() -> None:
    texts = (Section((Paragraph("花"),)), Section((Paragraph("他在银行"), Paragraph("航行"))))
    finder = Finder(Article("t", texts), tools())
    found = Search(finder, finder.read(Query("hang")), [0, 1])
    found.add(finder.search(section, found.wish) for section in found.next_sections(2))
    (certain,) = found.hits
    assert certain == Hit(1, 1, 0, 1)
    assert not found.is_first(certain, Hit(0, 0, 0, 0))
    assert not found.is_first(certain, Hit(1, 0, 2, 0))
    found.settle([(1, 0)], [Hit(1, 0, 3, 4)])
    assert found.is_first(Hit(1, 0, 3, 4), Hit(0, 0, 0, 0))
    assert found.is_first(certain, Hit(1, 1, 0, 0))


def test_nothing_is_in_doubt_where_a_character_has_one_reading() -> None:
    finder = Finder(Article("t", (Section((Paragraph("我现在住在这里"),)),)), tools())
    found = finder.search(0, finder.read(Query("xianzai")))
    assert found == Found((Hit(0, 0, 1, 3),))


def test_every_reading_of_the_starter_articles_may_be_searched() -> None:
    ways = tools().sounds().ways
    for file in sorted(find_paths().seeds.glob("*.txt"))[:6]:
        for line in file.read_text("utf-8").splitlines():
            simple = tools().simplify(line)
            for word in annotator().annotate(Paragraph(line)):
                for at, syllable in enumerate(word.syllables, word.start):
                    bases = {way[:-1] for way in ways.get(simple[at], ())}
                    assert syllable is None or syllable[:-1].lower() in bases
