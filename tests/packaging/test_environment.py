import sys
from pathlib import Path

import environment
import installation
import pytest

REQUIREMENTS = "requirements.txt"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty project in a folder with a Chinese name and a space."""
    root = tmp_path / "我的 文窗"
    (root / "packaging").mkdir(parents=True)
    (root / "packaging" / REQUIREMENTS).write_text("one==1\n", encoding="utf-8")
    settle_in(root, monkeypatch)
    return root


def settle_in(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    venv = root / ".venv"
    monkeypatch.setattr(environment, "ROOT", root)
    monkeypatch.setattr(environment, "VENV", venv)
    monkeypatch.setattr(environment, "SCRIPTS", venv / environment.SCRIPTS.name)
    monkeypatch.setattr(environment, "SYSTEM_STAMP", venv / "stamp-system")


def finish(requirements: str) -> None:
    python = environment.find_command("python")
    python.parent.mkdir(parents=True, exist_ok=True)
    python.touch()
    environment.find_stamp(requirements).write_bytes(environment.describe_environment(requirements))


@pytest.mark.usefixtures("project")
def test_a_folder_without_an_environment_is_not_ready() -> None:
    assert not environment.is_ready(REQUIREMENTS)
    assert not installation.is_trusted()


@pytest.mark.usefixtures("project")
def test_a_finished_environment_is_ready() -> None:
    finish(REQUIREMENTS)
    assert environment.is_ready(REQUIREMENTS)


def test_a_set_up_that_was_interrupted_is_not_trusted(project: Path) -> None:
    (project / ".venv").mkdir()
    (project / ".venv" / "pyvenv.cfg").touch()
    assert not environment.is_ready(REQUIREMENTS)
    assert not installation.is_trusted()


def test_new_requirements_are_added_to_a_finished_environment(project: Path) -> None:
    finish(REQUIREMENTS)
    (project / "packaging" / REQUIREMENTS).write_text("one==2\n", encoding="utf-8")
    assert not environment.is_ready(REQUIREMENTS)
    assert installation.is_trusted()


def test_a_moved_environment_is_made_again(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    finish(REQUIREMENTS)
    moved = project.rename(project.with_name("elsewhere"))
    settle_in(moved, monkeypatch)
    assert not environment.is_ready(REQUIREMENTS)
    assert not installation.is_trusted()


@pytest.mark.usefixtures("project")
def test_an_environment_of_another_python_is_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    finish(REQUIREMENTS)
    monkeypatch.setattr(sys.implementation, "cache_tag", "cpython-399")
    assert not environment.is_ready(REQUIREMENTS)
    assert not installation.is_trusted()


@pytest.mark.usefixtures("project")
def test_an_environment_whose_python_went_away_is_made_again() -> None:
    finish(REQUIREMENTS)
    environment.find_command("python").unlink()
    assert not environment.is_ready(REQUIREMENTS)
    assert not installation.is_trusted()


@pytest.mark.usefixtures("project")
def test_a_damaged_stamp_is_no_stamp() -> None:
    finish(REQUIREMENTS)
    environment.find_stamp(REQUIREMENTS).write_bytes(b"\xff\xfe\xff")
    assert not environment.is_ready(REQUIREMENTS)
    assert not installation.is_trusted()
