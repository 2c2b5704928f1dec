"""Fonts with Chinese forms: never a Japanese face for a Chinese text.

Three things see to that: the families come in the order that fits the script; a family that has
a sibling for the script gives way to it; and the forms that a font has for the language of the
system (``locl``: 直 and 骨 in the Japanese way, where the system is Japanese) are switched off.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QFont, QFontDatabase

from reader.core.script import Script, Variant, shows_traditional


class Region(StrEnum):
    """Whose forms of characters, as the names of fonts say it."""

    SIMPLIFIED = "SC"
    TAIWAN = "TC"
    HONG_KONG = "HK"


@dataclass(frozen=True, slots=True)
class Faces:
    """The families whose forms are right for what is shown, the best first."""

    region: Region
    families: tuple[str, ...]


SIMPLIFIED_FACES = Faces(
    Region.SIMPLIFIED,
    (
        "Noto Serif CJK SC",
        "Source Han Serif SC",
        "Songti SC",
        "Noto Sans CJK SC",
        "Source Han Sans SC",
        "PingFang SC",
        "Microsoft YaHei",
        "SimSun",
        "WenQuanYi Micro Hei",
    ),
)
TAIWAN_FACES = Faces(
    Region.TAIWAN,
    (
        "Noto Serif CJK TC",
        "Source Han Serif TC",
        "Songti TC",
        "Noto Sans CJK TC",
        "Source Han Sans TC",
        "PingFang TC",
        "Microsoft JhengHei",
        "PMingLiU",
        "WenQuanYi Micro Hei",
    ),
)
HONG_KONG_FACES = Faces(
    Region.HONG_KONG,
    (
        "Noto Serif CJK HK",
        "Source Han Serif HC",
        "Noto Sans CJK HK",
        "PingFang HK",
        *TAIWAN_FACES.families,
    ),
)

SIBLINGS = {
    Region.SIMPLIFIED: ("SC", "CN", "GB"),
    Region.TAIWAN: ("TC", "TW", "T"),
    Region.HONG_KONG: ("HK", "HC", "TC", "TW"),
}
"""How families name the form of a region, the best fitting first."""
IN_NAME = re.compile(r" (SC|CN|GB|TC|TW|T|HK|HC)(?= |$)")
FOREIGN = re.compile(r" (JP|J|KR|K)(?= |$)|^(Hiragino (?!Sans GB)|Yu |MS |Meiryo|Malgun|Batang)")
"""Families whose forms are those of Japan or Korea, though they hold most characters."""

LOCAL_FORMS = QFont.Tag("locl")
SMALLEST_CARD, LARGEST_CARD = 10.0, 14.0
"""Points: glosses are smaller than the text, but are always read."""


def choose_faces(variant: Variant, script: Script) -> Faces:
    """The faces whose forms are right for what is shown."""
    if variant is Variant.HONG_KONG:
        return HONG_KONG_FACES
    return TAIWAN_FACES if shows_traditional(variant, script) else SIMPLIFIED_FACES


def chinese_families(region: Region) -> tuple[str, ...]:
    """The installed families for a region, by name: of siblings only the one that fits."""
    system = (
        QFontDatabase.WritingSystem.SimplifiedChinese
        if region is Region.SIMPLIFIED
        else QFontDatabase.WritingSystem.TraditionalChinese
    )
    installed = QFontDatabase.families(system)
    chinese = [family for family in installed if not FOREIGN.search(family)]
    fitting = {fit_family(family, region, chinese) for family in chinese}
    return tuple(sorted(fitting, key=str.casefold))


def fit_family(family: str, region: Region, installed: list[str]) -> str:
    """The sibling of a family that has the forms of a region; itself where it has none."""
    for mark in SIBLINGS[region]:
        sibling = IN_NAME.sub(f" {mark}", family)
        if sibling in installed:
            return sibling
    return family


def card_size(font_size: int) -> float:
    """Points for the glosses of a card beside a text of this size."""
    return min(max(SMALLEST_CARD, font_size * 0.5), LARGEST_CARD)


def interface_font() -> QFont:
    """The platform's own font, with a Chinese face for what it lacks."""
    font = QFont()
    installed = set(QFontDatabase.families())
    families = SIMPLIFIED_FACES.families
    plain = (face for face in families if "Serif" not in face and "Song" not in face)
    font.setFamilies([*font.families(), *(face for face in plain if face in installed)])
    font.setFeature(LOCAL_FORMS, 0)
    return font


def reading_font(family: str, size: int, faces: Faces) -> QFont:
    """The learner's family first, then those that fit the script. ``size`` in points."""
    installed = QFontDatabase.families()
    usable = [face for face in faces.families if face in installed]
    own = [fit_family(family, faces.region, installed)] if family else []
    font = QFont()
    font.setFamilies([*own, *usable, *QFont().families()])
    font.setPointSize(size)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    font.setFeature(LOCAL_FORMS, 0)
    return font
