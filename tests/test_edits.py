"""Paragraphs can be put right afterwards; the original and all marks stay."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reader.arriving import Added
from reader.core.correction import Scope
from reader.core.errors import LibraryError
from reader.core.paths import find_paths
from reader.core.position import Position, anchor, resolve
from reader.library import Library

TEXT = """小镇书店

小镇的第一家书店咋天开门了，许多人一大早就来排队。

书店的主人姓李，她在学校里教了三十年语文。
"""
RIGHT = "小镇的第一家书店昨天开门了，许多人一大早就来排队。"
WRONG = RIGHT.replace("昨", "咋")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    made = Library(replace(find_paths(), seeds=tmp_path / "seeds", data=tmp_path / "data"))
    yield made
    made.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The text in a file."""
    made = tmp_path / "书店.txt"
    made.write_text(TEXT, "utf-8")
    return made


@pytest.fixture
def added(library: Library, file: Path) -> Added:
    """The text in the library."""
    return library.arriving.import_file(file)


def texts(library: Library, added: Added) -> list[str]:
    """All paragraphs as they are shown."""
    return [paragraph.text for paragraph in library.open(added.article_id).paragraphs()]


def test_an_edited_paragraph_is_shown_and_found_and_its_original_kept(
    library: Library, added: Added
) -> None:
    library.revising.edit_paragraph(added.article_id, Position(0, 1), RIGHT)
    assert texts(library, added)[1] == RIGHT
    assert library.revising.original_paragraph(added.article_id, Position(0, 1)) == WRONG
    assert library.original(added.article_id) == TEXT
    while library.index_next():
        pass
    assert [one.sentence for one in library.find_sentences("昨天", 5)] == [RIGHT]


def test_an_edit_is_taken_back_with_every_mark_where_it_was(library: Library, added: Added) -> None:
    place = anchor(added.article, Position(0, 1, 8))
    library.add_bookmark(added.article_id, place)
    library.correct(added.article_id, Scope.PLACE, place, "咋", ("za3",))
    before = library.bookmarks(), library.corrections()
    edited = library.revising.edit_paragraph(added.article_id, Position(0, 1), "全都改了。")
    assert library.bookmarks() != before[0]
    library.revising.take_back_edit(edited)
    assert texts(library, added)[1] == WRONG
    assert (library.bookmarks(), library.corrections()) == before


def test_marks_follow_their_words(library: Library, added: Added) -> None:
    library.add_bookmark(added.article_id, anchor(added.article, Position(0, 1, 16)))
    library.revising.edit_paragraph(added.article_id, Position(0, 1), "改过：" + RIGHT)
    article = library.open(added.article_id)
    (bookmark,) = library.bookmarks()
    assert bookmark.anchor.position == resolve(article, bookmark.anchor) == Position(0, 1, 19)


def test_what_was_read_is_restored_by_writing_it_again(library: Library, added: Added) -> None:
    library.revising.edit_paragraph(added.article_id, Position(0, 1), "一。")
    library.revising.edit_paragraph(added.article_id, Position(0, 1), "二。")
    original = library.revising.original_paragraph(added.article_id, Position(0, 1))
    library.revising.edit_paragraph(added.article_id, Position(0, 1), original)
    assert library.open(added.article_id) == added.article


def test_an_edit_outlives_another_reading_and_a_new_version(
    library: Library, added: Added, file: Path
) -> None:
    library.revising.edit_paragraph(added.article_id, Position(0, 1), RIGHT)
    library.arriving.read_again(added.article_id)
    assert texts(library, added)[1] == RIGHT
    file.write_text(TEXT.replace("小镇书店\n", "小镇书店\n\n编者按。\n"), "utf-8")
    newer = library.arriving.import_file(file)
    assert newer.lost == ()
    assert texts(library, added)[1:3] == ["编者按。", RIGHT]
    assert library.revising.original_paragraph(added.article_id, Position(0, 2)) == WRONG
    library.arriving.take_back_version(added.article_id)
    assert texts(library, added)[1] == RIGHT


def test_an_edit_that_has_lost_its_paragraph_is_listed_and_comes_back(
    library: Library, added: Added, file: Path
) -> None:
    library.revising.edit_paragraph(added.article_id, Position(0, 1), RIGHT)
    file.write_text(TEXT.replace("许多人", "好多人"), "utf-8")
    assert library.arriving.import_file(file).lost == (RIGHT[:16],)
    library.arriving.take_back_version(added.article_id)
    assert texts(library, added)[1] == RIGHT


def test_the_same_file_is_known_after_an_edit(library: Library, added: Added, file: Path) -> None:
    library.revising.edit_paragraph(added.article_id, Position(0, 1), RIGHT)
    assert not library.arriving.import_file(file).new
    other = file.with_name("gb.txt")
    other.write_text(TEXT, "gb18030")
    assert not library.arriving.import_file(other).new
    assert texts(library, added)[1] == RIGHT


def test_lines_are_joined_and_nothing_is_refused(library: Library, added: Added) -> None:
    library.revising.edit_paragraph(
        added.article_id, Position(0, 1), "今天\n下雨。 \nIt rains\nall day."
    )
    assert texts(library, added)[1] == "今天下雨。It rains all day."
    with pytest.raises(LibraryError, match="needs text"):
        library.revising.edit_paragraph(added.article_id, Position(0, 1), " \n")
