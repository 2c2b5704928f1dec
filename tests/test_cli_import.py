"""What the command tells of an import, how far it is, and how it is stopped."""

import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typing_extensions import override

from reader.cli import run
from reader.cli.bringing import STOPPED
from reader.intake import Manner, Step, Wish, import_all
from reader.library import Library

TEXT = "下雨了\n\n我没有带伞，妈妈给我打电话，让我在学校门口等她。\n\n雨停了。\n"


class Terminal(io.StringIO):
    """Standard error where a person watches."""

    @override
    def isatty(self) -> bool:
        return True


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three texts, of which two are the same in other bytes."""
    made = tmp_path / "texts"
    made.mkdir()
    (made / "1.txt").write_text(TEXT, "utf-8")
    (made / "2.txt").write_text(TEXT, "gb18030")
    (made / "3.txt").write_text("晴天\n\n今天天气很好。\n", "utf-8")
    return made


def test_each_text_is_told_with_its_file_and_its_fate(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    assert run(["import", str(folder), "--json"]) == 0
    lines: list[dict[str, Any]] = [json.loads(x) for x in capsys.readouterr().out.splitlines()]
    assert [(line["file"], line["outcome"], line["id"]) for line in lines] == [
        (str(folder / "1.txt"), "added", 1),
        (str(folder / "2.txt"), "same text", 1),
        (str(folder / "3.txt"), "added", 2),
    ]
    assert lines[1]["encoding"] == "gb18030"


def test_a_new_version_is_told_with_the_bookmarks_that_lost_their_place(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    run(["import", str(folder / "1.txt")])
    run(["bookmark", "1", "--paragraph", "2"])
    (folder / "1.txt").write_text(TEXT.replace("雨停了。", "雪。"), "utf-8")
    capsys.readouterr()
    assert run(["import", str(folder / "1.txt"), "--json"]) == 0
    printed = capsys.readouterr()
    told = json.loads(printed.out)
    assert (told["id"], told["outcome"], told["lost"]) == (1, "changed", ["雨停了。"])
    assert "No place is left for «雨停了。»" in printed.err
    assert run(["bookmarks", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["found"] is False


def test_who_watches_sees_how_far_it_is(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert run(["import", str(folder)]) == 0
    assert "100% 3/3" in terminal.getvalue()
    assert terminal.getvalue().endswith("\x1b[K")


def test_nothing_of_it_is_written_where_nobody_watches(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    run(["import", str(folder)])
    assert capsys.readouterr().err == ""


def test_who_stops_it_is_told_what_is_done(
    capsys: pytest.CaptureFixture[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop_after_one(library: Library, wishes: list[Wish], manner: Manner) -> Iterator[Step]:
        for step in import_all(library, wishes, manner):
            yield step
            if step.progress.files:
                raise KeyboardInterrupt

    monkeypatch.setattr("reader.cli.bringing.import_all", stop_after_one)
    assert run(["import", str(folder)]) == STOPPED
    printed = capsys.readouterr()
    assert "Stopped: 1 of 3 files" in printed.err
    assert len(printed.out.splitlines()) == 1
