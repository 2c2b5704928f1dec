"""An import keeps account of what became of each text."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.core.article import Article
from reader.core.fate import Fate
from reader.core.guess import EncodingGuess
from reader.core.paths import Paths, find_paths
from reader.importers import read_bytes
from reader.intake import (
    Arrival,
    Clipping,
    Manner,
    Page,
    Wish,
    import_all,
    read_arrivals,
    report,
    write_arrivals,
)
from reader.library import Library

TEXT = "下雨了\n\n我没有带伞，妈妈给我打电话，让我在学校门口等她。\n"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    bundled = find_paths()
    made = Library(Paths(bundled.resources, tmp_path / "seeds", tmp_path / "data"))
    yield made
    made.close()


def bring(library: Library, *wishes: Wish, manner: Manner | None = None) -> list[Arrival]:
    """All lines of the report."""
    steps = import_all(library, wishes, manner or Manner())
    return [line for line in map(report, steps) if line]


def test_files_without_text_in_a_folder_are_counted_in_the_report_and_are_no_failure(
    library: Library, tmp_path: Path
) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("1.txt", "封面.jpg", "a.nfo", ".hidden"):
        (folder / name).write_text(TEXT, "utf-8")
    added, passed = bring(library, folder)
    assert (added.fate, passed.fate) == (Fate.ADDED, Fate.PASSED_OVER)
    assert (passed.label, passed.article_id) == (str(folder), 0)
    assert "no text: 3 (" in passed.reason
    assert read_arrivals(write_arrivals([passed])) == (passed,)


def test_each_file_of_a_folder_is_told_of(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "1.txt").write_text(TEXT, "utf-8")
    (folder / "2.txt").write_bytes(b"")
    with zipfile.ZipFile(folder / "3.zip", "w") as archive:
        archive.writestr("里面.txt", "你好！今天我们一起去学校看书。")
        archive.writestr("又一篇.txt", TEXT)
    lines = bring(library, folder)
    told = [(line.label.removeprefix(str(folder)), line.fate) for line in lines]
    assert told[:2] == [("/1.txt", Fate.ADDED), ("/2.txt", Fate.FAILED)]
    assert set(told[2:]) == {
        ("/3.zip/里面.txt", Fate.ADDED),
        ("/3.zip/又一篇.txt", Fate.SAME_BYTES),
    }
    assert "nothing in it" in lines[1].reason
    assert [line.title for line in lines[:1]] == ["下雨了"]


def test_progress_counts_files_and_bytes_up_to_all_of_them(
    library: Library, tmp_path: Path
) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"第{number}篇。" * (number + 1), "utf-8")
    files = sorted(tmp_path.glob("*.txt"))
    steps = list(import_all(library, files, Manner()))
    shares = [step.progress.share for step in steps if step.progress.counted]
    assert shares == sorted(shares)
    last = steps[-1].progress
    assert (last.files, last.of_files, last.share) == (3, 3, 1.0)
    assert last.size == sum(file.stat().st_size for file in files)


def test_who_stops_keeps_what_was_added(library: Library, tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"这是第{number}篇文章。", "utf-8")
    for step in import_all(library, sorted(tmp_path.glob("*.txt")), Manner()):
        if step.outcome:
            break
    assert len(library.summaries()) == 1


def test_repairs_are_told_of_a_page_that_is_new_and_not_of_a_known_one(library: Library) -> None:
    page = find_paths().seeds / "10-saved-news-page.txt"
    (first,), (second,) = bring(library, page), bring(library, page)
    assert any("Left out" in line for line in first.repairs)
    assert any("Pronunciation notes" in line for line in first.repairs)
    assert any(line.startswith("Doubtful") for line in first.repairs)
    assert (second.fate, second.repairs) == (Fate.SAME_BYTES, ())


def test_an_unclear_encoding_is_told_with_guesses_and_tried_again_with_one(
    library: Library, tmp_path: Path
) -> None:
    file = tmp_path / "kurz.txt"
    file.write_bytes("日本語の本です。".encode("shift_jis"))
    (line,) = bring(library, tmp_path / "kurz.txt")
    assert line.fate is Fate.FAILED
    assert "shift_jis" in {guess.codec for guess in line.guesses}
    chosen = Manner(encoding="shift_jis", only=frozenset([line.label]))
    (again,) = bring(library, line.wish, manner=chosen)
    assert again.fate is Fate.ADDED
    assert library.open(again.article_id).encoding == "shift_jis"


def test_only_the_named_file_of_a_folder_is_tried_again(library: Library, tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"文章{name}。", "utf-8")
    lines = bring(library, tmp_path, manner=Manner(only=frozenset([str(tmp_path / "b.txt")])))
    assert [line.label for line in lines] == [str(tmp_path / "b.txt")]


def test_addresses_and_texts_are_told_of_too(library: Library) -> None:
    refused, empty, added = bring(
        library,
        Page("http://127.0.0.1/page.html"),
        Clipping(" \n", "Pasted text"),
        Clipping(TEXT, "Pasted text"),
    )
    assert "your own network" in refused.reason
    assert empty.fate is Fate.FAILED
    assert (added.fate, added.title) == (Fate.ADDED, "下雨了")


def test_a_defect_in_one_text_does_not_keep_the_others_out(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"文章{name}。", "utf-8")

    def break_on_a(data: bytes, name: str, *_: object, **__: object) -> Article:
        if name == "a.txt":
            raise ZeroDivisionError
        return read_bytes(data, name)

    monkeypatch.setattr("reader.arriving.read_bytes", break_on_a)
    defect, good = bring(library, tmp_path / "a.txt", tmp_path / "b.txt")
    assert "defect of the program" in defect.reason
    assert good.fate is Fate.ADDED


def test_a_text_that_is_damaged_all_over_does_not_fill_the_report(
    library: Library, tmp_path: Path
) -> None:
    broken = b"\xff".join(f"第{number}行文字。\n".encode() for number in range(200))
    (tmp_path / "broken.txt").write_bytes(broken)
    (line,) = bring(library, tmp_path / "broken.txt", manner=Manner("utf-8"))
    assert len(line.repairs) == 41
    assert line.repairs[-1] == "And 160 more like these."


def test_a_report_is_written_down_and_read_again() -> None:
    guess = EncodingGuess("big5hkscs", "Chinese", "你好")
    lines = (
        Arrival("/a/1.txt", Fate.ADDED, Path("/a"), 3, "下雨了", ("Left out: 1",)),
        Arrival("/a/2.txt", Fate.FAILED, Path("/a"), reason="No text.", guesses=(guess,)),
        Arrival("http://a.cn", Fate.CHANGED, Page("http://a.cn", private=True), 4, lost=("桥",)),
        Arrival("Pasted text", Fate.SAME_TEXT, Clipping("", "Pasted text"), 5),
    )
    assert read_arrivals(write_arrivals(lines)) == lines


@pytest.mark.parametrize(
    "text", ["", "[", "{}", "[1]", '[{"label": "a"}]', '[{"label": "a", "fate": "x", "wish": []}]']
)
def test_a_damaged_report_is_none(text: str) -> None:
    assert read_arrivals(text) == ()


def test_the_library_remembers_the_last_report(library: Library) -> None:
    assert library.last_report() == ("", "")
    library.keep_report("[1]")
    library.keep_report("[2]")
    lines, kept = library.last_report()
    assert lines == "[2]"
    assert kept.startswith("20")
