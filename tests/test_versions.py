"""A changed version takes the place of an article; bookmarks hold, and nothing is lost."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.arriving import Added
from reader.core.article import Details
from reader.core.correction import Scope
from reader.core.errors import LibraryError
from reader.core.fate import Fate
from reader.core.paths import find_paths
from reader.core.position import Position, anchor, resolve
from reader.library import Library

FIRST = """小镇书店

小镇的第一家书店昨天开门了，许多人一大早就来排队。

书店的主人姓李，她在学校里教了三十年语文。

她说，她小时候镇上没有书，现在她想让孩子们有书看。
"""
SECOND = FIRST.replace("小镇书店\n", "小镇书店\n\n编者按：今天我们介绍一家书店。\n").replace(
    "她说，她小时候镇上没有书，现在她想让孩子们有书看。", "下午下雨了，可是人还是很多。"
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    made = Library(replace(find_paths(), seeds=tmp_path / "seeds", data=tmp_path / "data"))
    yield made
    made.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The first version in a file."""
    made = tmp_path / "书店.txt"
    made.write_text(FIRST, "utf-8")
    return made


def mark(library: Library, added: Added, paragraph: int, offset: int) -> None:
    """Add a bookmark."""
    library.add_bookmark(added.article_id, anchor(added.article, Position(0, paragraph, offset)))


def test_a_changed_file_keeps_its_article_and_places_the_bookmarks(
    library: Library, file: Path
) -> None:
    first = library.arriving.import_file(file)
    mark(library, first, 2, 7)
    file.write_text(SECOND, "utf-8")
    second = library.arriving.import_file(file)
    assert (second.article_id, second.fate, second.lost) == (first.article_id, Fate.CHANGED, ())
    assert len(library.summaries()) == 1
    (bookmark,) = library.bookmarks()
    assert resolve(library.open(first.article_id), bookmark.anchor) == Position(0, 3, 7)
    assert library.original(first.article_id) == SECOND


def test_bookmarks_and_corrections_without_a_place_are_listed_and_kept(
    library: Library, file: Path
) -> None:
    first = library.arriving.import_file(file)
    mark(library, first, 3, 3)
    place = anchor(first.article, Position(0, 3, 18))
    library.correct(first.article_id, Scope.PLACE, place, "孩子", ("hai2", "zi5"))
    file.write_text(SECOND, "utf-8")
    second = library.arriving.import_file(file)
    assert second.lost == (library.bookmarks()[0].label, "孩子")
    assert len(library.corrections()) == 1


def test_a_bookmark_follows_its_words_through_many_versions(library: Library, file: Path) -> None:
    first = library.arriving.import_file(file)
    mark(library, first, 2, 9)
    text = FIRST
    for old, new in (
        ("她在学校里教了三十年语文", "她在镇上的学校里教了三十年书"),
        ("书店的主人", "新书店的主人"),
        ("姓李", "叫李梅"),
    ):
        text = text.replace(old, new)
        file.write_text(text, "utf-8")
        assert library.arriving.import_file(file).lost == ()
    (bookmark,) = library.bookmarks()
    assert bookmark.anchor.before.startswith("新书店的主人")
    assert resolve(library.open(first.article_id), bookmark.anchor) == bookmark.anchor.position


def test_the_earlier_version_comes_back_with_everything(library: Library, file: Path) -> None:
    first = library.arriving.import_file(file)
    mark(library, first, 3, 3)
    file.write_text(SECOND, "utf-8")
    second = library.arriving.import_file(file)
    back = library.arriving.take_back_version(first.article_id)
    assert (back.article, back.lost) == (first.article, ())
    assert library.original(first.article_id) == FIRST
    again = library.arriving.take_back_version(first.article_id)
    assert again.article == second.article


def test_an_earlier_version_that_is_imported_again_is_the_newest(
    library: Library, file: Path
) -> None:
    first = library.arriving.import_file(file)
    for text in (SECOND, FIRST, SECOND):
        file.write_text(text, "utf-8")
        assert library.arriving.import_file(file).fate is Fate.CHANGED
    assert library.original(first.article_id) == SECOND
    assert library.arriving.take_back_version(first.article_id).article == first.article


def test_details_that_were_put_right_stay(library: Library, file: Path) -> None:
    first = library.arriving.import_file(file)
    library.describe(first.article_id, Details("我的书店", "", "", "", ""))
    file.write_text(SECOND, "utf-8")
    assert library.arriving.import_file(file).article.title == "我的书店"


def test_another_text_in_a_file_of_the_same_name_is_another_article(
    library: Library, file: Path
) -> None:
    library.arriving.import_file(file)
    file.write_text("天气\n\n今天天气很好，我们去公园看花，也看见很多人在那里放风筝。\n", "utf-8")
    assert library.arriving.import_file(file).fate is Fate.ADDED
    assert len(library.summaries()) == 2


def test_a_like_text_of_another_name_is_another_article(library: Library, file: Path) -> None:
    library.arriving.import_file(file)
    other = file.with_name("another.txt")
    other.write_text(SECOND, "utf-8")
    assert library.arriving.import_file(other).fate is Fate.ADDED


def test_pasted_texts_are_never_versions(library: Library) -> None:
    library.arriving.import_text(FIRST, "Pasted text")
    assert library.arriving.import_text(SECOND, "Pasted text").fate is Fate.ADDED


def test_the_same_text_in_other_bytes_is_known(library: Library, file: Path) -> None:
    first = library.arriving.import_file(file)
    other = file.with_name("gb.txt")
    other.write_text(FIRST.replace("\n", "\r\n"), "gb18030")
    second = library.arriving.import_file(other)
    assert (second.article_id, second.fate) == (first.article_id, Fate.SAME_TEXT)
    assert second.article.encoding == "gb18030"
    assert library.open(first.article_id).encoding == "utf-8"


def test_a_removed_article_is_no_older_version(library: Library, file: Path) -> None:
    first = library.arriving.import_file(file)
    library.remove(first.article_id)
    file.write_text(SECOND, "utf-8")
    assert library.arriving.import_file(file).fate is Fate.ADDED


def test_a_seed_with_a_newer_version_does_not_change_back_at_the_next_start(
    tmp_path: Path,
) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "书店.txt").write_text(FIRST, "utf-8")
    library = Library(replace(find_paths(), seeds=seeds, data=tmp_path / "data"))
    (seed,) = library.join_seeds().added
    newer = tmp_path / "书店.txt"
    newer.write_text(SECOND, "utf-8")
    assert library.arriving.import_file(newer).article_id == seed.article_id
    assert library.join_seeds().added == ()
    library.close()


def test_an_article_without_versions_says_so(library: Library, file: Path) -> None:
    with pytest.raises(LibraryError, match="no earlier version"):
        library.arriving.take_back_version(library.arriving.import_file(file).article_id)


def test_who_says_how_a_known_file_is_encoded_gets_it_read_so(library: Library, file: Path) -> None:
    file.write_bytes("日本語の本です。".encode("shift_jis"))
    (first,) = library.arriving.import_path(file, "gb18030")
    assert isinstance(first, Added)
    (again,) = library.arriving.import_path(file, "shift_jis")
    assert isinstance(again, Added)
    assert (again.article_id, again.fate) == (first.article_id, Fate.CHANGED)
    assert library.open(again.article_id).encoding == "shift_jis"
    (known,) = library.arriving.import_path(file, "shift_jis")
    assert isinstance(known, Added)
    assert known.fate is Fate.SAME_BYTES


def test_both_versions_are_kept_where_that_is_wanted(library: Library, file: Path) -> None:
    first = library.arriving.import_file(file)
    file.write_text(SECOND, "utf-8")
    second = library.arriving.import_file(file)
    parted = library.arriving.part_versions(first.article_id)
    assert library.open(first.article_id) == first.article
    assert library.open(parted.article_id) == second.article
    assert library.original(parted.article_id) == SECOND
    assert library.arriving.import_file(file).fate is Fate.SAME_BYTES
    assert len(library.summaries()) == 2


def test_another_file_with_the_same_text_is_told_as_the_article_that_is_there(
    library: Library, tmp_path: Path
) -> None:
    paragraphs = FIRST.split("\n\n")
    written = "\n".join((paragraphs[0], "作者：王芳", *paragraphs[1:]))
    (tmp_path / "one.txt").write_text(written, "utf-8")
    (tmp_path / "two.txt").write_text(written.replace("王芳", "李红"), "utf-8")
    first = library.arriving.import_file(tmp_path / "one.txt")
    library.describe(first.article_id, Details("书店", "", "王小芳", "", ""))
    second = library.arriving.import_file(tmp_path / "two.txt")
    assert (second.article_id, second.fate) == (first.article_id, Fate.SAME_TEXT)
    assert second.article == library.open(first.article_id)
    assert (second.article.title, second.article.author) == ("书店", "王小芳")
