"""Pages and plain texts come in clean, and nothing of a text is lost."""

import os
from pathlib import Path

import pytest

from reader.core.article import Article, Kind
from reader.core.errors import SourceError
from reader.core.paths import find_paths
from reader.importers import read_bytes, read_file, read_text

SUPPLIED = sorted((Path(__file__).resolve().parents[3] / "shared" / "seeds").glob("*.txt"))
OWN = find_paths().seeds / "10-saved-news-page.txt"
BOOK = Path(__file__).resolve().parents[3] / "shared/data/books/honglou.gb18030.txt"


def texts(article: Article, kind: Kind) -> list[str]:
    """The paragraphs of one kind."""
    return [paragraph.text for paragraph in article.paragraphs() if paragraph.kind is kind]


def count_notes(article: Article) -> int:
    """All reading notes."""
    return sum(len(paragraph.notes) for paragraph in article.paragraphs())


def doubtful(article: Article) -> list[str]:
    """The text of all doubtful spans."""
    return [p.text[d.start : d.end] for p in article.paragraphs() for d in p.doubts]


@pytest.mark.skipif(not SUPPLIED, reason="the supplied article is not beside the project")
def test_the_supplied_article_comes_in_as_it_should() -> None:
    _, article = read_file(SUPPLIED[0])
    title = "今天中秋節,省委書記易煉紅送上節日祝福并檢查調度疫情防控等工作落實情況"
    assert article.title == title
    assert texts(article, Kind.TITLE) == [title]
    assert (article.category, article.source, article.author) == ("國內國際", "江西日報", "魏星")
    assert article.date == "2022-09-10"
    assert texts(article, Kind.CAPTION) == ["攝影|江西新聞客戶端-江西日報首席記者海波"]
    body = texts(article, Kind.BODY)
    assert len(body) == 16
    assert body[0].startswith("9月10日是中國傳統佳節")
    assert "各設區市和縣(市、區)黨政主要負責同志" in body[5]
    assert body[5].startswith("各設區市")
    assert count_notes(article) == 92
    assert doubtful(article) == ["勇?lián)\ue319姑?"]
    assert len(article.sections) == 1


def test_our_own_page_comes_in_as_it_should() -> None:
    _, article = read_file(OWN)
    assert article.title == "蘭渡春節花市今日開市,三百余種山茶亮相云溪社區"
    assert (article.category, article.source, article.author) == ("社區生活", "蘭渡日報", "沈禾")
    assert article.date == "2026-02-08"
    assert texts(article, Kind.CAPTION) == ["攝影|蘭渡新聞客戶端-蘭渡日報記者方小舟"]
    body = texts(article, Kind.BODY)
    assert len(body) == 12
    assert not any(line.startswith(("?", "\xa0", " ")) for line in body)
    assert any("縣(市、區)" in line for line in body)
    assert count_notes(article) == 39
    assert len(doubtful(article)) == 1
    assert "\ue079" in doubtful(article)[0]


def test_the_lines_around_the_text_are_left_out_and_named() -> None:
    _, article = read_file(OWN)
    whole = "".join(paragraph.text for paragraph in article.paragraphs())
    for line in ("加入收藏", "您現在的位置", "瀏覽字號"):
        assert line not in whole
    assert any("加入收藏" in warning for warning in article.warnings)


@pytest.mark.skipif(not BOOK.exists(), reason="the long novel is not beside the project")
def test_a_novel_has_its_chapters() -> None:
    _, article = read_file(BOOK)
    heads = [section.title for section in article.sections if section.title]
    assert len(heads) == 120
    assert heads[0].startswith("第一回 甄士隐")
    assert (article.title, article.author, article.encoding) == ("红楼梦", "曹雪芹", "gb18030")


@pytest.mark.parametrize(
    "seed", [file for file in sorted(find_paths().seeds.glob("*.txt")) if file != OWN], ids=str
)
def test_a_text_that_is_no_page_keeps_every_line(seed: Path) -> None:
    _, article = read_file(seed)
    front, _, rest = seed.read_text("utf-8").removeprefix("---\n").partition("\n---\n")
    known = dict(line.split(": ", 1) for line in front.split("\n"))
    lines = [line.strip() for line in rest.split("\n") if line.strip()]
    shown = [paragraph.text for paragraph in article.paragraphs()]
    assert article.title == known["title"]
    assert (article.level, article.author, article.licence) == (
        known["level"],
        known["author"],
        known["licence"],
    )
    assert shown == [known["title"], *(line for line in lines if line != known["title"])]
    assert article.warnings == ()


def test_a_poem_keeps_its_verses() -> None:
    article = read_text(
        "静夜思\n\n床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。\n", "poem.txt"
    )
    assert article.title == "静夜思"
    assert len(texts(article, Kind.BODY)) == 4


def test_a_dialogue_has_no_title() -> None:
    article = read_text("A：你好！\nB：你好，你去哪儿？\nA：我去商店买东西。\n", "talk.txt")
    assert article.title == "talk"
    assert len(texts(article, Kind.BODY)) == 3


def test_question_marks_in_speech_stay() -> None:
    article = read_text("他看着我。\n???你说什么\n我没有说话。\n", "a.txt")
    assert "???你说什么" in texts(article, Kind.BODY)


def test_lines_cut_at_a_fixed_width_are_joined() -> None:
    prose = (
        "春天来了山上的花都开了孩子们跑到河边去看水里的鱼老人坐在树下说着从前的故事谁也不想回家" * 9
    )
    wrapped = "\n".join(prose[start : start + 35] for start in range(0, len(prose), 35))
    assert texts(read_text(wrapped, "a.txt"), Kind.BODY) == [prose]


def test_wrapped_lines_may_differ_by_a_digit_or_a_mark() -> None:
    line = "春天来了山上的花都开了孩子们跑到河边去看水里的鱼老人坐在树下说着从前"
    lines = [line, line + "的", line + "的1", line[:-1], *[line] * 6, "谁也不想回家。"]
    assert texts(read_text("\n".join(lines), "a.txt"), Kind.BODY) == ["".join(lines)]


def test_long_verses_of_one_length_that_end_as_sentences_stay_apart() -> None:
    verse = "春天来了山上的花都开了，孩子们跑到河边去看水里的鱼。"
    assert texts(read_text("\n".join([verse] * 12), "a.txt"), Kind.BODY) == [verse] * 12


def test_every_way_to_end_a_line_is_one() -> None:
    article = read_text("一。\r\n二。\r三。\u2028四。\n", "a.txt")
    assert texts(article, Kind.BODY) == ["一。", "二。", "三。", "四。"]


def test_replacement_characters_are_doubtful() -> None:
    article = read_bytes("春天来了，花都开了".encode("gb18030") + b"\xff\xff", "a.txt")
    assert doubtful(article) == ["\ufffd\ufffd"]


def test_what_cannot_be_read_is_told_in_a_sentence(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    for path, words in (
        (tmp_path / "missing.txt", "no file"),
        (tmp_path, "folder"),
        (empty, "nothing in it"),
    ):
        with pytest.raises(SourceError, match=words) as refusal:
            read_file(path)
        assert str(path) in str(refusal.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes among its files")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    with pytest.raises(SourceError, match="Choose a file"):
        read_file(pipe)


def test_a_file_that_is_too_large_is_refused_without_reading_it_all(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(1 << 30)
    with pytest.raises(SourceError, match="larger than 64 MB"):
        read_file(huge)


def test_a_line_of_a_million_characters_is_cut_at_sentences() -> None:
    article = read_text("我们去(qù)看山上的花。" * 90_000, "a.txt")
    parts = texts(article, Kind.BODY)
    assert "".join(parts) == "我们去看山上的花。" * 90_000
    assert all(part.endswith("。") for part in parts)
    assert count_notes(article) == 90_000
    assert all(
        paragraph.text[note.start : note.end] == "去"
        for paragraph in article.paragraphs()
        for note in paragraph.notes
    )


def test_a_page_of_navigation_alone_has_no_text() -> None:
    with pytest.raises(SourceError, match="no text"):
        read_text("当前位置：首页 > 新闻 > 本地\n", "a.txt")


def test_front_matter_of_something_else_is_text() -> None:
    article = read_text("---\n标题: 不是我们的\n---\n正文在这里，很长很长。\n", "a.txt")
    assert "标题: 不是我们的" in [paragraph.text for paragraph in article.paragraphs()]
