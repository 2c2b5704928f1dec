"""Japanese is said to be Japanese; Chinese that quotes some is Chinese."""

import pytest

from reader.importers import read_bytes
from reader.importers.tongue import TOLD

JAPANESE = "吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。"
CHINESE = "下雨了，我沒有帶傘。媽媽說：「今天會下雨。」我不聽，現在衣服都濕了。"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_japanese_in_kana_is_told(name: str) -> None:
    assert TOLD in read_bytes(f"<p>{JAPANESE * 5}</p>".encode(), name).warnings


@pytest.mark.parametrize(
    "text",
    [CHINESE, f"{CHINESE}日語裡叫「{JAPANESE[:20]}」。{CHINESE}", "優の良品，鮮の每日", "カラオケ"],
)
def test_chinese_with_some_kana_is_no_japanese(text: str) -> None:
    assert TOLD not in read_bytes(text.encode(), "a.txt").warnings
