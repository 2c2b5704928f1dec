"""The command line."""

import io
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from reader.cli import run
from reader.core.paths import find_paths
from reader.core.vocabulary import Status
from reader.library import Library

PAGE = find_paths().seeds / "10-saved-news-page.txt"


def objects(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """What was printed, one JSON object a line."""
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def feed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Put a text into standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8"))


def test_import_describes_each_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", str(PAGE), "--json"]) == 0
    (described,) = objects(capsys)
    assert described["title"] == "蘭渡春節花市今日開市,三百余種山茶亮相云溪社區"
    assert described["script"] == "traditional"
    counts = {key: described[key] for key in ("sections", "paragraphs", "captions", "notes")}
    assert counts == {"sections": 1, "paragraphs": 12, "captions": 1, "notes": 39}
    assert len(described["doubtful"]) == 1
    assert described["encoding"] == "utf-8"


def test_a_file_that_fails_is_named_and_the_others_are_done(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(["import", str(tmp_path / "missing.txt"), str(PAGE), "--json"]) == 1
    printed = capsys.readouterr()
    assert "missing.txt" in printed.err
    assert len(printed.out.splitlines()) == 1


def test_a_page_is_described_with_its_address_and_its_portion(
    capsys: pytest.CaptureFixture[str],
) -> None:
    page = Path(__file__).parent / "importers" / "pages" / "news.html"
    assert run(["import", str(page), "--json"]) == 0
    assert run(["import", str(page.with_name("reader.html")), "--whole-page", "--json"]) == 0
    main, whole = objects(capsys)
    assert (main["address"], main["portion"]) == (
        "https://news.example.cn/2022/0910/c12-345.html",
        "main",
    )
    assert (main["category"], main["captions"], main["paragraphs"]) == ("本地新闻", 1, 4)
    assert (whole["portion"], whole["notes"]) == ("whole", 6)


def test_an_address_is_loaded_and_one_of_ones_own_network_is_not_unasked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["import", "http://127.0.0.1:9/x", "http://localhost:9/", "--json"]) == 1
    assert capsys.readouterr().err.count("your own network") == 2
    assert run(["import", "--allow-private", "http://127.0.0.1:9/x"]) == 1
    assert "cannot be reached" in capsys.readouterr().err


def test_what_was_imported_is_listed(capsys: pytest.CaptureFixture[str]) -> None:
    run(["import", str(PAGE), "--json"])
    capsys.readouterr()
    assert run(["list", "--json"]) == 0
    assert [one["source"] for one in objects(capsys)] == ["蘭渡日報"]


def test_an_article_is_shown_in_another_script(capsys: pytest.CaptureFixture[str]) -> None:
    run(["import", str(PAGE), "--json"])
    capsys.readouterr()
    assert run(["show", "1", "--to", "hans"]) == 0
    assert capsys.readouterr().out.startswith("兰渡春节花市")


def test_an_original_is_shown_as_it_was(capsys: pytest.CaptureFixture[str]) -> None:
    run(["import", str(PAGE), "--json"])
    capsys.readouterr()
    assert run(["show", "1", "--original"]) == 0
    assert capsys.readouterr().out == PAGE.read_text("utf-8")


def test_an_article_that_is_not_there_is_a_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "5"]) == 1
    assert "no article 5" in capsys.readouterr().err


def test_a_number_beyond_all_ids_is_a_failure(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", str(10**20)]) == 1
    assert "so large a number" in capsys.readouterr().err


def test_bookmarks_of_other_articles_are_listed_beside_a_damaged_one(
    capsys: pytest.CaptureFixture[str], data_folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "b.txt"
    other.write_text("第二篇文章。", "utf-8")
    run(["import", str(PAGE), str(other)])
    for article in ("1", "2"):
        run(["bookmark", article, "--paragraph", "0"])
    with closing(sqlite3.connect(data_folder / "library.sqlite")) as connection:
        connection.execute("UPDATE originals SET bytes = x'00' WHERE article_id = 1")
        connection.execute("UPDATE sections SET paragraphs = '[' WHERE article_id = 1")
        connection.commit()
    capsys.readouterr()
    assert run(["bookmarks", "--json"]) == 1
    printed = capsys.readouterr()
    assert [json.loads(line)["article"] for line in printed.out.splitlines()] == [2]
    assert "article 1" in printed.err


def test_a_bookmark_is_set_and_listed(capsys: pytest.CaptureFixture[str]) -> None:
    run(["import", str(PAGE), "--json"])
    capsys.readouterr()
    assert run(["bookmark", "1", "--paragraph", "2", "--offset", "3", "--label", "這裡"]) == 0
    capsys.readouterr()
    assert run(["bookmarks", "--json"]) == 0
    (bookmark,) = objects(capsys)
    place = (bookmark["section"], bookmark["paragraph"], bookmark["offset"], bookmark["label"])
    assert place == (0, 2, 3, "這裡")


def test_a_place_that_does_not_exist_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    run(["import", str(PAGE), "--json"])
    assert run(["bookmark", "1", "--paragraph", "99"]) == 1
    assert "no place" in capsys.readouterr().err


def test_marked_words_are_listed_with_their_reading(capsys: pytest.CaptureFixture[str]) -> None:
    library = Library(find_paths())
    library.mark_word("銀行", ("yin2", "hang2"), Status.LEARNING)
    library.close()
    assert run(["vocabulary", "--json"]) == 0
    (word,) = objects(capsys)
    assert (word["word"], word["written"], word["status"]) == ("银行", "銀行", "learning")
    assert word["pinyin"] == ["yín", "háng"]
    assert run(["vocabulary"]) == 0
    assert capsys.readouterr().out.startswith("learning\t銀行\tyín háng")


def test_every_line_gives_one_line_of_words(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = ["银行行长在那儿", "", "2022年A股，好！", "𠮷野家"]
    feed(monkeypatch, "\n".join(lines) + "\n")
    assert run(["annotate", "--json"]) == 0
    annotated = objects(capsys)
    assert [one["text"] for one in annotated] == lines
    for one in annotated:
        assert "".join(word["text"] for word in one["words"]) == one["text"]
        for word in one["words"]:
            assert len(word["pinyin"]) == word["end"] - word["start"] == len(word["text"])


def test_readings_have_tone_marks_and_punctuation_has_none(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(monkeypatch, "银行，那儿\n")
    run(["annotate", "-", "--json"])
    words = objects(capsys)[0]["words"]
    syllables = [syllable for word in words for syllable in word["pinyin"]]
    assert syllables == ["yín", "háng", None, "nà", "r"]


@pytest.mark.parametrize(
    ("options", "syllables"),
    [
        ([], ["yī", "qī", "hěn", "hǎo"]),
        (["--tones", "citation", "--standard", "mainland"], ["yī", "qī", "hěn", "hǎo"]),
        (["--tones", "spoken"], ["yì", "qī", "hén", "hǎo"]),
        (["--standard", "taiwan"], ["yī", "qí", "hěn", "hǎo"]),
        (["--tones", "spoken", "--standard", "taiwan"], ["yì", "qí", "hén", "hǎo"]),
    ],
)
def test_tones_and_standard_can_be_chosen(
    options: list[str],
    syllables: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    feed(monkeypatch, "一期很好\n")
    run(["annotate", "-", "--json", *options])
    words = objects(capsys)[0]["words"]
    assert [syllable for word in words for syllable in word["pinyin"]] == syllables


def test_lines_are_converted(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(monkeypatch, "头发\n\n后面\n")
    assert run(["convert", "--to", "hant"]) == 0
    assert capsys.readouterr().out == "頭髮\n\n後面\n"


def test_conversion_knows_the_phrases_of_the_library(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    run(["phrase", "--data-dir", str(tmp_path), "电饭锅", "電飯煲"])
    capsys.readouterr()
    for asked, expected in ((["--to", "tw"], "電飯煲\n"), (["--config", "s2tw"], "電飯煲\n")):
        feed(monkeypatch, "电饭锅\n")
        run(["convert", "--data-dir", str(tmp_path), *asked])
        assert capsys.readouterr().out == expected


def test_a_direction_of_opencc_is_taken_by_its_name(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(monkeypatch, "鼠标\n")
    assert run(["convert", "--config", "s2twp"]) == 0
    assert capsys.readouterr().out == "滑鼠\n"


def test_a_file_in_any_encoding_is_annotated(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("今天天气很好\r\n我们出去玩".encode("gb18030"))
    assert run(["annotate", str(file), "--json"]) == 0
    assert [one["text"] for one in objects(capsys)] == ["今天天气很好", "我们出去玩"]


def test_a_file_that_is_no_text_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-1.7")
    assert run(["annotate", str(file), "--json"]) == 1
    assert "a.pdf" in capsys.readouterr().err


def test_lines_without_text_are_lines(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "blank.txt"
    file.write_bytes(b"\n  \r\n")
    assert run(["annotate", str(file), "--json"]) == 0
    assert [one["text"] for one in objects(capsys)] == ["", "  "]


def test_input_that_is_no_utf_8_comes_out_as_utf_8() -> None:
    command = [sys.executable, "-m", "reader", "convert", "--to", "hant"]
    given = b"\xef\xbb\xbf\xe5\xa4\xb4\xe5\x8f\x91 \xff\n"
    ended = subprocess.run(command, input=given, capture_output=True, check=True)  # noqa: S603 -- our own command
    assert ended.stdout.decode() == "頭髮 \ufffd\n"


def test_output_is_utf_8_whatever_the_machine_speaks() -> None:
    command = [sys.executable, "-m", "reader", "convert", "--to", "hant"]
    environment = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    ended = subprocess.run(  # noqa: S603 -- our own command
        command, input="头发\n".encode(), env=environment, capture_output=True, check=True
    )
    assert ended.stdout.decode().splitlines() == ["頭髮"]


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text("今天天气很好\n" * 3000, "utf-8")
    command = [sys.executable, "-m", "reader", "annotate", str(file), "--json"]
    with subprocess.Popen(  # noqa: S603 -- our own command
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout
        assert running.stderr
        running.stdout.readline()
        running.stdout.close()
        assert running.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
def test_output_that_finds_no_room_is_told_in_a_sentence() -> None:
    command = [sys.executable, "-m", "reader", "convert", "--to", "hant"]
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(  # noqa: S603 -- our own command
            command, input="头发\n".encode(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert ended.returncode == 1
    assert ended.stderr.startswith(b"The output cannot be written")
    assert b"Traceback" not in ended.stderr


@pytest.mark.parametrize("place", ["before", "after"])
def test_another_library_is_named_before_or_after_the_command(tmp_path: Path, place: str) -> None:
    other = ["--data-dir", str(tmp_path / "other")]
    command = ["import", str(PAGE)]
    assert run([*other, *command] if place == "before" else [*command, *other]) == 0
    assert (tmp_path / "other" / "library.sqlite").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["import"],
        ["show", "x"],
        ["convert"],
        ["--size", "1x1"],
        ["--unknown"],
        ["--data", "folder", "list"],
        ["list", "--js"],
    ],
)
def test_a_command_that_is_not_understood_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        run(arguments)
    assert end.value.code == 2


def test_a_damaged_library_is_a_sentence(
    capsys: pytest.CaptureFixture[str], data_folder: Path
) -> None:
    data_folder.mkdir()
    (data_folder / "library.sqlite").write_bytes(b"no database at all" * 100)
    assert run(["list"]) == 1
    assert "damaged" in capsys.readouterr().err


def test_without_a_display_a_sentence_names_the_picture(tmp_path: Path) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    if sys.platform in {"win32", "darwin"}:
        pytest.skip("there is always a display here")
    command = [sys.executable, "-m", "reader", "--data-dir", str(tmp_path)]
    ended = subprocess.run(  # noqa: S603 -- our own command
        command, env=environment, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert "--screenshot" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_picture_of_the_window_needs_no_display(tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    command = [sys.executable, "-m", "reader", "--screenshot", str(picture), "--size", "900x600"]
    subprocess.run([*command, str(PAGE)], check=True, timeout=120, capture_output=True)  # noqa: S603 -- our own command
    assert picture.read_bytes().startswith(b"\x89PNG")


def test_commands_load_no_qt() -> None:
    code = "import sys, reader.cli; sys.exit('PySide6' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603 -- our own code


def test_a_phrase_of_ones_own_is_kept_listed_and_forgotten(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["phrase", "三只", "三只"]) == 0
    assert run(["phrases", "--json"]) == 0
    (phrase,) = objects(capsys)
    assert (phrase["simplified"], phrase["traditional"]) == ("三只", "三只")
    assert run(["phrase", "三只", "--remove"]) == 0
    assert run(["phrases", "--json"]) == 0
    assert objects(capsys) == []
    assert run(["phrase", "三只", "--remove"]) == 1


def test_a_phrase_of_another_length_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["phrase", "算法", "演算法"]) == 1
    assert "same number of characters" in capsys.readouterr().err


def test_a_folder_gives_an_article_for_each_file_and_names_those_that_fail(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as archive:
        archive.writestr("里面.txt", "你好！今天我们一起去学校看书。")
        archive.writestr("空.txt", "")
    (tmp_path / "page.txt").write_bytes(PAGE.read_bytes())
    assert run(["import", str(tmp_path), "--json"]) == 1
    printed = capsys.readouterr()
    assert [json.loads(line)["title"] for line in printed.out.splitlines()] == [
        "里面",
        "蘭渡春節花市今日開市,三百余種山茶亮相云溪社區",
    ]
    assert "more.zip/空.txt: There is nothing in it." in printed.err
