"""The program without its window."""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from reader.arriving import Added
from reader.core.article import Details, Portion
from reader.core.errors import DamagedLibraryError, LibraryError, SourceError
from reader.core.paths import Paths, find_paths
from reader.core.position import Position, anchor, resolve
from reader.core.script import Script, Variant
from reader.core.vocabulary import Status
from reader.library import Library

TEXT = "頭髮長了\n\n我去理髮店剪頭髮，師傅問我要剪多短。\n"


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """The bundled resources, with one seed of our own."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "one.txt").write_text(TEXT, "utf-8")
    return replace(find_paths(), seeds=seeds, data=tmp_path / "data")


@pytest.fixture
def library(paths: Paths) -> Iterator[Library]:
    """An empty library."""
    made = Library(paths)
    yield made
    made.close()


def test_seeds_join_once(library: Library) -> None:
    assert len(library.join_seeds().added) == 1
    assert library.join_seeds().added == ()
    assert len(library.summaries()) == 1


def test_a_file_that_is_put_beside_the_seeds_joins_them(library: Library, paths: Paths) -> None:
    library.join_seeds()
    (paths.seeds / "two.txt").write_text("第二篇文章在这里。", "utf-8")
    assert [added.article.title for added in library.join_seeds().added] == ["two"]


def test_whatever_text_is_put_beside_the_seeds_joins_them(library: Library, paths: Paths) -> None:
    for name in ("two.TXT", "three", "README.md", ".hidden", "desktop.ini"):
        (paths.seeds / name).write_text(f"这是{name}。", "utf-8")
    (paths.seeds / "folder.txt").mkdir()
    titles = {added.article.title for added in library.join_seeds().added}
    assert titles == {"頭髮長了", "two", "three"}


def test_a_seed_that_was_removed_stays_out(library: Library) -> None:
    library.remove(library.join_seeds().added[0].article_id)
    assert library.join_seeds().added == ()
    assert library.summaries() == ()


def test_a_seed_that_fails_is_named_and_does_not_stop_the_others(
    library: Library, paths: Paths
) -> None:
    (paths.seeds / "bad.txt").write_bytes(b"")
    joined = library.join_seeds()
    assert len(joined.added) == 1
    assert "bad.txt" in joined.failures[0]


def test_an_imported_article_knows_its_script(library: Library, paths: Paths) -> None:
    assert (
        library.arriving.import_file(paths.seeds / "one.txt").article.script is Script.TRADITIONAL
    )


def test_the_original_is_the_bytes_as_text(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "big5.txt"
    file.write_bytes(TEXT.encode("big5"))
    assert library.original(library.arriving.import_file(file).article_id) == TEXT


def test_a_pasted_text_is_kept_as_it_was(library: Library) -> None:
    added = library.arriving.import_text(TEXT, "Pasted text")
    assert library.original(added.article_id) == TEXT
    assert added.article.title == "頭髮長了"


def test_a_pasted_text_with_half_a_character_is_kept(library: Library) -> None:
    added = library.arriving.import_text("中\ud800文。", "Pasted text")
    assert library.open(added.article_id) == added.article
    assert library.original(added.article_id) == "中\ufffd文。"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a name be any bytes")
def test_a_file_whose_name_is_no_utf_8_is_imported(library: Library, tmp_path: Path) -> None:
    file = tmp_path / os.fsdecode(b"\xff.txt")
    file.write_text("正文在这里。", "utf-8")
    added = library.arriving.import_file(file)
    assert library.open(added.article_id).title == "\ufffd"


def test_a_text_that_the_disk_has_damaged_is_read_again_from_its_original(
    library: Library, paths: Paths, tmp_path: Path
) -> None:
    file = tmp_path / "big5.txt"
    file.write_bytes(TEXT.encode("big5"))
    added = library.arriving.import_file(file, "big5")
    with closing(sqlite3.connect(paths.library)) as connection:
        connection.execute("UPDATE sections SET paragraphs = replace(paragraphs, '師', '帥')")
        connection.commit()
    assert library.open(added.article_id) == added.article
    assert library.original(added.article_id) == TEXT


def test_a_text_is_not_read_again_from_an_original_that_is_damaged_too(
    library: Library, paths: Paths
) -> None:
    added = library.arriving.import_file(paths.seeds / "one.txt")
    with closing(sqlite3.connect(paths.library)) as connection:
        connection.execute("UPDATE sections SET paragraphs = '['")
        connection.execute("UPDATE originals SET bytes = CAST('別的文字。' AS BLOB)")
        connection.commit()
    with pytest.raises(DamagedLibraryError, match="Import the same file again"):
        library.open(added.article_id)
    assert not library.arriving.import_file(paths.seeds / "one.txt").new
    assert library.open(added.article_id) == added.article


@pytest.mark.parametrize("query", ["頭髮", "头发", "头", "頭髮長了"])
def test_the_filter_sees_through_scripts(library: Library, query: str) -> None:
    library.join_seeds()
    assert library.matches(library.summaries()[0], query)


def test_the_filter_looks_at_title_source_and_author(library: Library) -> None:
    library.join_seeds()
    summary = replace(library.summaries()[0], source="蘭渡日報", author="Lao She")
    assert library.matches(summary, "兰渡")
    assert library.matches(summary, "lao")
    assert not library.matches(summary, "魯迅")


def test_the_words_of_a_paragraph_cover_it_in_order(library: Library) -> None:
    article = library.arriving.import_text(TEXT, "a").article
    for paragraph in article.paragraphs():
        (words,) = library.annotate([paragraph])
        assert "".join(word.text for word in words) == paragraph.text
        assert [word.start for word in words[1:]] == [word.end for word in words[:-1]]


def test_a_text_is_shown_in_another_script(library: Library) -> None:
    assert library.show("頭髮", Variant.SIMPLIFIED, Script.TRADITIONAL).text == "头发"
    assert library.show("頭髮", Variant.AS_WRITTEN, Script.TRADITIONAL).text == "頭髮"


def test_a_bookmark_without_a_label_is_called_by_its_text(library: Library) -> None:
    added = library.arriving.import_text(TEXT, "a")
    place = anchor(added.article, Position(0, 1, 2))
    assert library.add_bookmark(added.article_id, place).label.startswith("理髮店剪頭髮")


def test_the_reading_place_comes_back(library: Library) -> None:
    added = library.arriving.import_text(TEXT, "a")
    assert library.reading_place(added.article_id) is None
    place = anchor(added.article, Position(0, 1, 2))
    library.save_reading_place(added.article_id, place, 0.5)
    assert library.reading_place(added.article_id) == place


def test_an_article_that_is_not_there_is_told_in_a_sentence(library: Library) -> None:
    with pytest.raises(LibraryError, match="no article 99"):
        library.open(99)


def test_a_word_is_known_in_either_script(library: Library) -> None:
    library.mark_word("銀行", ("yin2", "hang2"), Status.KNOWN)
    before = library.mark_word("银行", ("yin2", "hang2"), Status.IGNORED)
    assert library.word_statuses() == {"银行": Status.IGNORED}
    library.restore_word("銀行", before)
    assert library.word_statuses() == {"银行": Status.KNOWN}
    library.unmark_word("銀行")
    assert library.vocabulary() == ()


PAGE = """<html><head><meta charset="gb2312"><title>小镇书店</title></head><body>
<div><a href="/">首页</a> <a href="/b">论坛</a></div><h1>小镇书店</h1>
<p>小镇的第一家书店昨天开门了，许多人一大早就来排队。</p>
<p>书店的主人姓李，她在学校里教了三十年语文。</p></body></html>"""


def test_the_whole_of_a_page_can_be_shown_and_bookmarks_stay(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(PAGE.encode("gb18030"))
    added = library.arriving.import_file(file)
    assert added.article.portion is Portion.MAIN
    place = anchor(added.article, Position(0, 2, 3))
    library.add_bookmark(added.article_id, place)
    whole = library.arriving.read_again(added.article_id, whole=True)
    assert whole == library.open(added.article_id)
    assert whole.portion is Portion.WHOLE
    assert any("论坛" in paragraph.text for paragraph in whole.paragraphs())
    found = resolve(whole, library.bookmarks(added.article_id)[0].anchor)
    assert found is not None
    text = list(whole.paragraphs())[found.paragraph].text
    assert text[found.offset :].startswith("主人姓李")
    assert library.arriving.read_again(added.article_id, whole=False) == added.article


FEED = """<rss><channel><title>日报</title>
<item><title>晴天</title><description>今天天气很好，我们去公园。</description></item>
<item><title>空的</title></item>
<item><title>雨天</title><description>今天有雨，我们在家里看书。</description></item>
</channel></rss>"""


def test_every_entry_of_a_feed_becomes_an_article_once(library: Library, tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(FEED, "utf-8")
    first = [
        outcome for outcome in library.arriving.import_path(file) if isinstance(outcome, Added)
    ]
    assert [one.article.title for one in first] == ["雨天", "空的", "晴天"]
    again = [
        outcome for outcome in library.arriving.import_path(file) if isinstance(outcome, Added)
    ]
    assert [(one.article_id, one.new) for one in again] == [
        (one.article_id, False) for one in first
    ]
    assert library.arriving.read_again(first[0].article_id) == first[0].article


def test_a_file_that_cannot_be_read_is_an_outcome(library: Library, tmp_path: Path) -> None:
    (outcome,) = library.arriving.import_path(tmp_path / "missing.html")
    assert isinstance(outcome, SourceError)
    (outcome,) = library.arriving.import_address("http://127.0.0.1/page.html")
    assert "your own network" in str(outcome)


def test_reading_again_with_another_encoding_keeps_the_portion(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(PAGE.encode("gb18030"))
    article_id = library.arriving.import_file(file, whole=True).article_id
    again = library.arriving.read_again(article_id, "gbk")
    assert (again.encoding, again.portion) == ("gbk", Portion.WHOLE)
    assert "小镇" in again.title


def test_an_own_phrase_wins_at_once_and_after_a_new_start(paths: Paths) -> None:
    first = Library(paths)
    assert first.show("三只猫", Variant.TRADITIONAL, Script.SIMPLIFIED).text == "三隻貓"
    first.put_phrase("三隻", "三只")
    assert first.show("三只猫", Variant.TRADITIONAL, Script.SIMPLIFIED).text == "三只貓"
    first.close()
    second = Library(paths)
    assert second.show("三只猫", Variant.TRADITIONAL, Script.SIMPLIFIED).text == "三只貓"
    second.remove_phrase("三只")
    assert second.show("三只猫", Variant.TRADITIONAL, Script.SIMPLIFIED).text == "三隻貓"
    second.close()


def test_the_library_is_filtered_through_variants(library: Library) -> None:
    library.arriving.import_text("臺灣的羣眾在屋裏看著我們。", "臺灣")
    (summary,) = library.summaries()
    assert library.matches(summary, "台湾")
    assert library.matches(summary, "台灣")


def test_details_are_put_right_and_stay_when_the_text_is_read_again(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(PAGE.encode("gb18030"))
    article_id = library.arriving.import_file(file).article_id
    wanted = Details("我的书店", "小镇日报", " 王  小明 ", "2022年9月10日", "")
    before, now = library.describe(article_id, wanted)
    assert before.title == "小镇书店"
    assert now == Details("我的书店", "小镇日报", "王 小明", "2022-09-10", "")
    again = library.arriving.read_again(article_id, whole=True)
    assert again == library.open(article_id)
    assert (again.title, again.author, again.date) == ("我的书店", "王 小明", "2022-09-10")
    assert library.summaries()[0].title == "我的书店"


@pytest.mark.parametrize("details", [Details("", "", "", "", ""), Details("a", "", "", "早上", "")])
def test_details_that_cannot_be_are_refused(
    library: Library, paths: Paths, details: Details
) -> None:
    article_id = library.arriving.import_file(paths.seeds / "one.txt").article_id
    with pytest.raises(LibraryError, match="Nothing was changed"):
        library.describe(article_id, details)
    with pytest.raises(LibraryError, match="no article 99"):
        library.describe(99, Details("a", "", "", "", ""))


def test_sentences_have_the_word_in_the_reading_that_is_asked_for(library: Library) -> None:
    library.arriving.import_text("他还没来。\n\n你什么时候还钱？\n\n我还想去。\n", "a")
    library.arriving.import_text("老師還在家。\n\n他昨天還了書。\n", "b")

    def find(*syllables: str) -> list[str]:
        return [one.sentence for one in library.find_sentences("还", 9, None, syllables)]

    assert find("huan2") == ["他昨天還了書。", "你什么时候还钱？"]
    assert find("hai2") == ["老師還在家。", "他还没来。", "我还想去。"]
    assert len(find()) == len(find("no such reading")) == 4


def test_a_word_with_several_readings_is_found_by_the_one_here(library: Library) -> None:
    library.arriving.import_text("这东西很贵。\n\n这条街东西走向。\n", "a")
    found = library.find_sentences("东西", 9, None, ("dong1", "xi5"))
    assert [one.sentence for one in found] == ["这东西很贵。"]


def test_hair_is_not_given_the_sentences_of_sending_out(library: Library) -> None:
    library.arriving.import_text("他给我发了一封信。\n\n她一头白发。\n", "a")
    for mainland_or_taiwan in ("fa4", "fa3"):
        assert library.find_sentences("髮", 9, None, (mainland_or_taiwan,)) == ()
    assert len(library.find_sentences("發", 9, None, ("fa1",))) == 1


def test_a_character_with_a_reading_of_its_own_has_no_level_of_another(library: Library) -> None:
    assert library.standing("髮") is None
    for character in "發后後麵裡還長头":
        assert library.standing(character)
