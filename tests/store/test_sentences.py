"""Sentences with a word are found in all articles."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.core.article import Article, Paragraph, Section
from reader.core.position import Position
from reader.core.sentence import Occurrence
from reader.store.articles import Articles
from reader.store.database import Database
from reader.store.passages import Stretch, cut_passages, is_small
from reader.store.sentences import WIDER, Sentences


def make(*sections: tuple[str, ...]) -> Article:
    """An article of these paragraphs."""
    return Article("题", tuple(Section(tuple(map(Paragraph, texts))) for texts in sections))


OLD = make(("我去银行。你呢？", "没有"), ("銀行在旁边。",))
NEW = make(("那家银行很大。",))


@pytest.fixture
def articles(tmp_path: Path) -> Iterator[Articles]:
    """The articles of an empty library."""
    database = Database(tmp_path / "library.sqlite")
    yield Articles(database)
    database.close()


def fold(text: str) -> str:
    """As the program folds, for the words of these tests."""
    return text.replace("銀", "银").lower()


@pytest.fixture(params=[True, False], ids=["index", "scan"])
def sentences(articles: Articles, request: pytest.FixtureRequest) -> Sentences:
    """What finds sentences, with FTS5 and where Python has none."""
    articles.passages.indexed = request.param
    return Sentences(articles, fold)


@pytest.fixture
def add(articles: Articles, sentences: Sentences) -> Callable[[Article], int]:
    """Keep an article with what the index needs."""

    def keep(article: Article) -> int:
        original = repr(article).encode()
        return articles.add(article, original, "a", sentences.cut(article))[0]

    return keep


def test_newer_articles_come_first_in_either_script(
    sentences: Sentences, add: Callable[[Article], int]
) -> None:
    add(OLD)
    add(NEW)
    found = sentences.find("銀行", 9)
    assert [one.sentence for one in found] == ["那家银行很大。", "我去银行。", "銀行在旁边。"]
    assert all(fold(one.sentence[one.start : one.end]) == "银行" for one in found)
    assert found[2].anchor.position == Position(1, 0, 0)


def test_what_is_read_now_gives_only_what_lies_above(
    sentences: Sentences, add: Callable[[Article], int]
) -> None:
    old = add(OLD)
    add(NEW)
    found = sentences.find("银行", 9, (old, Position(1, 0, 0)))
    assert [one.sentence for one in found] == ["我去银行。", "那家银行很大。"]


def test_a_single_character_is_found_wherever_it_stands(
    sentences: Sentences, add: Callable[[Article], int]
) -> None:
    add(OLD)
    assert [one.sentence for one in sentences.find("呢", 9)] == ["你呢？"]
    assert [one.sentence for one in sentences.find("大", 9)] == []


def test_a_removed_article_gives_no_sentences(
    articles: Articles, sentences: Sentences, add: Callable[[Article], int]
) -> None:
    new = add(NEW)
    articles.set_removed(new, removed=True)
    assert sentences.find("银行", 9) == ()
    articles.set_removed(new, removed=False)
    assert len(sentences.find("银行", 9)) == 1


def test_a_word_whose_parts_stand_apart_is_not_found(
    sentences: Sentences, add: Callable[[Article], int]
) -> None:
    add(make(("人民来银行，行人", "行人民银")))
    assert sentences.find("人民银行", 9) == ()
    assert sentences.find("。", 9) == ()
    assert sentences.find("𠮷", 9) == ()


def test_an_article_that_is_older_than_the_index_is_indexed_later(articles: Articles) -> None:
    sentences = Sentences(articles, fold)
    articles.add(OLD, b"old", "old")
    articles.add(NEW, b"new", "new")
    assert sentences.find("银行", 9) == ()
    assert sentences.index_next()
    assert not sentences.index_next()
    assert not sentences.index_next()
    assert len(sentences.find("银行", 9)) == 3


@given(
    st.lists(st.text("银行𠮷a ，", max_size=9), min_size=1, max_size=4),
    st.text("银行𠮷", min_size=1),
)
def test_every_paragraph_that_has_a_text_is_a_candidate(texts: list[str], wanted: str) -> None:
    rows = cut_passages([texts])
    pairs = {paragraph: cut.split(" ") for _, paragraph, cut in rows}
    for number, text in enumerate(texts):
        if wanted in text:
            for at in range(len(wanted) - 1):
                assert wanted[at : at + 2] in pairs[number]
            assert any(pair.startswith(wanted[0]) for pair in pairs[number])


def test_a_text_that_was_read_anew_is_found_by_its_new_words(articles: Articles) -> None:
    sentences = Sentences(articles, fold)
    for text in ("银行在旁边。", "银行搬走了。"):
        article = make((text, "银行"))
        kept, new = articles.add(article, b"same", "same", sentences.cut(article))
        if not new:
            articles.replace(kept, article)
    sentences.index_next()
    assert [one.sentence for one in sentences.find("银行", 9)] == ["银行搬走了。", "银行"]
    assert sentences.find("旁边", 9) == ()
    assert len(list(articles.passages.find("银行", Stretch.older(None)))) == 2


def test_candidates_are_found_beyond_the_first_page(articles: Articles) -> None:
    article = make(tuple(f"银行{number}" for number in range(300)))
    sentences = Sentences(articles, fold)
    kept, _ = articles.add(article, b"many", "many", sentences.cut(article))
    for where in (Stretch.within(kept), Stretch.older(None)):
        assert len(list(articles.passages.find("银行", where))) == 300
    above = list(articles.passages.find("银行", Stretch.above(kept, Position(0, 200))))
    assert above[0] == (kept, Position(0, 199))
    assert len(above) == 200


def test_a_long_article_is_indexed_in_parts_and_again_where_that_was_broken_off(
    articles: Articles, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = make(tuple(f"银行{number}" + "很长的文字" * 1000 for number in range(9)))
    sentences = Sentences(articles, fold)
    rows = sentences.cut(article)
    assert not is_small(article)
    kept, _ = articles.add(article, b"long", "long")

    def break_off(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("reader.store.passages.time.sleep", break_off)
    with pytest.raises(KeyboardInterrupt):
        sentences.index(kept, rows)
    monkeypatch.undo()
    assert articles.passages.missing() == (kept,)
    sentences.index(kept, rows)
    assert articles.passages.missing() == ()
    assert len(list(articles.passages.find("银行", Stretch.within(kept)))) == 9


def test_more_are_gathered_where_only_some_are_meant(articles: Articles) -> None:
    sentences = Sentences(articles, fold)
    asked: list[str] = []

    def pick(found: Sequence[Occurrence]) -> list[Occurrence]:
        asked.extend(one.sentence for one in found)
        return [one for one in found if one.sentence.endswith(("1", "2", "4"))]

    for name in "ab":
        article = make(tuple(f"{name}银行{number}" for number in range(9)))
        articles.add(article, name.encode(), name, sentences.cut(article))
    found = [one.sentence for one in sentences.find("银行", 3, None, pick)]
    assert len(asked) == 3 * WIDER
    assert found == ["b银行1", "b银行2", "a银行1"]
