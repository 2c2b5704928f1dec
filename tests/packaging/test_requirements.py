import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]


def read_project() -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return project


def read_pins(name: str) -> dict[str, str]:
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE))


def normalise(pins: list[str]) -> dict[str, str]:
    return {name.lower(): version for name, _, version in (pin.partition("==") for pin in pins)}


def test_the_program_gets_the_versions_that_pyproject_names() -> None:
    assert (
        normalise(read_project()["dependencies"]).items() <= read_pins("requirements.txt").items()
    )


def test_the_tests_get_the_versions_that_pyproject_names() -> None:
    wanted = normalise(read_project()["optional-dependencies"]["test"])
    assert wanted.items() <= read_pins("requirements-test.txt").items()


def test_the_tests_run_on_the_versions_of_the_program() -> None:
    assert read_pins("requirements.txt").items() <= read_pins("requirements-test.txt").items()


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_every_pin_has_its_hashes(name: str) -> None:
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert blocks
    assert [block for block in blocks if "--hash=sha256:" not in block] == []
