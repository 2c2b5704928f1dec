"""Fonts have Chinese forms, those of the script."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QImage, QPainter

from reader.core.script import Script, Variant
from reader.ui.fonts import (
    FOREIGN,
    LOCAL_FORMS,
    Region,
    chinese_families,
    choose_faces,
    fit_family,
    interface_font,
    reading_font,
)

NOTO = ["Noto Serif CJK SC", "Noto Serif CJK TC", "Noto Serif CJK HK", "Noto Serif CJK JP"]


@pytest.mark.parametrize(
    ("family", "region", "fitting"),
    [
        ("Noto Serif CJK SC", Region.TAIWAN, "Noto Serif CJK TC"),
        ("Noto Serif CJK TC", Region.SIMPLIFIED, "Noto Serif CJK SC"),
        ("Noto Serif CJK SC", Region.HONG_KONG, "Noto Serif CJK HK"),
        ("Noto Serif CJK SC", Region.SIMPLIFIED, "Noto Serif CJK SC"),
        ("KaiTi", Region.TAIWAN, "KaiTi"),
    ],
)
def test_a_family_gives_way_to_its_sibling_for_the_script(
    family: str, region: Region, fitting: str
) -> None:
    assert fit_family(family, region, NOTO) == fitting


def test_hong_kong_takes_the_forms_of_taiwan_where_it_has_none() -> None:
    assert fit_family("Songti SC", Region.HONG_KONG, ["Songti SC", "Songti TC"]) == "Songti TC"


@pytest.mark.parametrize("name", ["Noto Sans CJK JP", "Noto Serif KR", "Hiragino Mincho ProN"])
def test_japanese_and_korean_families_are_known(name: str) -> None:
    assert FOREIGN.search(name)


@pytest.mark.parametrize("name", ["Hiragino Sans GB", "PingFang SC", "KaiTi", "LXGW WenKai TC"])
def test_chinese_families_are_not_taken_for_them(name: str) -> None:
    assert not FOREIGN.search(name)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("region", list(Region))
def test_only_chinese_families_are_offered(region: Region) -> None:
    families = chinese_families(region)
    assert not [family for family in families if FOREIGN.search(family)]
    assert list(families) == sorted(set(families), key=str.casefold)


@pytest.mark.usefixtures("qapp")
def test_the_language_of_the_system_changes_no_form() -> None:
    faces = choose_faces(Variant.SIMPLIFIED, Script.SIMPLIFIED)
    for font in (reading_font("", 20, faces), interface_font()):
        assert font.featureValue(LOCAL_FORMS) == 0
        assert font.isFeatureSet(LOCAL_FORMS)


def draw(character: str, font: QFont) -> QImage:
    """A picture of a character."""
    image = QImage(80, 80, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setFont(font)
    painter.drawText(8, 60, character)
    painter.end()
    return image


@pytest.mark.usefixtures("qapp")
def test_a_chosen_family_is_drawn_in_the_forms_of_each_script() -> None:
    if not set(NOTO) <= set(QFontDatabase.families()):
        pytest.skip("needs Noto Serif CJK")
    simplified = reading_font(
        "Noto Serif CJK SC", 40, choose_faces(Variant.SIMPLIFIED, Script.OTHER)
    )
    taiwan = reading_font("Noto Serif CJK SC", 40, choose_faces(Variant.TAIWAN, Script.OTHER))
    assert draw("骨", simplified) != draw("骨", taiwan)
    assert draw("骨", taiwan) == draw("骨", QFont("Noto Serif CJK TC", 40))
