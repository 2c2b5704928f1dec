"""Folders and zip files give each of their files, and nothing harmful."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from reader.core.errors import SourceError
from reader.importers import find_passed_over, find_sources, read_bytes
from reader.importers.archive import Archive
from reader.importers.pieces import Piece

TEXT = "今天天气很好，我们去公园散步。"


def load_all(path: Path) -> list[Piece]:
    """Everything that a path holds."""
    return [source.load() for source in find_sources(path)]


def refusal(path: Path) -> str:
    """Why the only source of a path is none."""
    (source,) = find_sources(path)
    with pytest.raises(SourceError) as caught:
        source.load()
    return str(caught.value)


def pack(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_a_folder_gives_its_files_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for name in ("第10章.txt", "第2章.txt", "卷二/一.txt", ".hidden", "封面.jpg"):
        file = tmp_path / "书" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(TEXT, "utf-8")
    names = [Path(source.label).name for source in find_sources(tmp_path)]
    assert names == ["第2章.txt", "第10章.txt", "一.txt"]


def test_a_zip_file_gives_its_files_wherever_their_paths_point(tmp_path: Path) -> None:
    file = tmp_path / "texts.zip"
    files = {"../../etc/甲.txt": TEXT, "/乙.txt": TEXT, "__MACOSX/丙.txt": "x", "图.png": "x"}
    file.write_bytes(pack({name: text.encode() for name, text in files.items()}))
    assert {piece.name for piece in load_all(file)} == {"甲.txt", "乙.txt"}
    assert list(tmp_path.rglob("*")) == [file]


def test_a_zip_file_in_a_folder_is_opened_too(tmp_path: Path) -> None:
    (tmp_path / "b.zip").write_bytes(pack({"一.txt": TEXT.encode(), "二.txt": TEXT.encode()}))
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    assert [piece.name for piece in load_all(tmp_path)] == ["a.txt", "一.txt", "二.txt"]


def test_names_in_a_zip_file_may_be_in_an_old_encoding() -> None:
    names = [f"第{number}章 春天的故事.txt" for number in "一二三"]
    packed = pack(dict.fromkeys(names, b""))
    for name in names:
        packed = packed.replace(name.encode(), name.encode("gb18030").ljust(len(name.encode())))
    data = bytearray(packed)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + at + 1] &= ~0x08
            start = data.find(mark, start + 1)
    assert [entry.name.strip() for entry in Archive(bytes(data)).entries] == names


def test_links_out_of_a_folder_are_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(TEXT, "utf-8")
    folder = tmp_path / "texts"
    folder.mkdir()
    try:
        (folder / "link.txt").symlink_to(secret)
        (folder / "loop").symlink_to(folder, target_is_directory=True)
    except OSError:
        pytest.skip("links cannot be made here")
    sentences = []
    for source in find_sources(folder):
        with pytest.raises(SourceError, match="link to another place") as caught:
            source.load()
        sentences.append(str(caught.value))
    assert len(sentences) == 2


def test_a_pipe_is_refused(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("there are no pipes here")
    os.mkfifo(tmp_path / "pipe.txt")
    assert "device or a pipe" in refusal(tmp_path)


def test_a_sparse_file_of_a_gigabyte_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "sparse.txt"
    with file.open("wb") as opened:
        opened.truncate(1 << 30)
    assert "larger than" in refusal(file)


def test_a_bomb_is_not_unpacked(tmp_path: Path) -> None:
    file = tmp_path / "bomb.zip"
    file.write_bytes(pack({"bomb.txt": bytes(32 << 20)}))
    assert "times as large" in refusal(file)


def test_a_zip_file_with_too_many_entries_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "many.zip"
    entry = zipfile.ZipInfo("x" * 20)
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(entry, b"")
        archive.filelist.extend([entry] * 70_000)
    assert "too many files" in refusal(file)


def test_an_encrypted_file_says_so(tmp_path: Path) -> None:
    data = bytearray(pack({"a.txt": TEXT.encode()}))
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(mark) + at] |= 1
    file = tmp_path / "locked.zip"
    file.write_bytes(data)
    assert "encrypted" in refusal(file)


@pytest.mark.parametrize("cut", [10, 60, 100])
def test_a_damaged_zip_file_says_so(tmp_path: Path, cut: int) -> None:
    file = tmp_path / "cut.zip"
    file.write_bytes(pack({"a.txt": TEXT.encode() * 50})[:-cut])
    assert "damaged" in refusal(file)


def test_a_zip_file_without_texts_says_so(tmp_path: Path) -> None:
    file = tmp_path / "pictures.zip"
    file.write_bytes(pack({"a.png": b"x"}))
    assert "no text" in refusal(file)


def test_a_zip_file_within_a_zip_file_is_refused() -> None:
    with pytest.raises(SourceError, match="within another"):
        read_bytes(pack({"b.txt": TEXT.encode()}), "a.zip")


def test_a_spreadsheet_is_called_one() -> None:
    with pytest.raises(SourceError, match="a spreadsheet"):
        read_bytes(pack({"xl/workbook.xml": b"<x/>"}), "a.xlsx")


def test_a_missing_file_is_a_source_that_fails(tmp_path: Path) -> None:
    assert "There is no file" in refusal(tmp_path / "missing.txt")


def test_files_that_are_passed_over_are_counted_by_their_kind(tmp_path: Path) -> None:
    for name in ("一.txt", "a.nfo", "b/b.LOG", "b/封面.jpg", "b/图.jpg", ".hidden", ".git/config"):
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(TEXT, "utf-8")
    (tmp_path / "c.zip").write_bytes(pack({"二.txt": TEXT.encode(), "c.nfo": b"x", "d/.x": b"x"}))
    passed = find_passed_over(tmp_path)
    assert passed is not None
    assert dict(passed.kinds) == {".nfo": 2, ".log": 1, ".jpg": 2, "hidden": 2}
    assert "no text: 7 (2 " in str(passed)


def test_nothing_is_passed_over_where_all_are_texts(tmp_path: Path) -> None:
    (tmp_path / "一.txt").write_text(TEXT, "utf-8")
    (tmp_path / "b.zip").write_bytes(pack({"二.txt": TEXT.encode()}))
    assert find_passed_over(tmp_path) is None
    assert find_passed_over(tmp_path / "一.txt") is None
    assert find_passed_over(tmp_path / "missing") is None
