"""The pictures of the README are there, small, and all made by one script."""

import re
from pathlib import Path

import screenshots

README = (screenshots.ROOT / "README.md").read_text("utf-8")
SHOWN = re.findall(r"!\[[^\]]+\]\(([^)]+\.png)\)", README)


def test_every_picture_is_made_by_the_script_and_shown() -> None:
    assert {Path(path).stem for path in SHOWN} == set(screenshots.PICTURES)


def test_every_picture_is_there_and_small() -> None:
    for path in SHOWN:
        assert 0 < (screenshots.ROOT / path).stat().st_size <= screenshots.MOST_BYTES
