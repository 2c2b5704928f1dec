"""Fonts with Chinese forms: never a Japanese face for a Chinese text."""

from PySide6.QtGui import QFont, QFontDatabase

from reader.core.script import Script, Variant

SIMPLIFIED_FACES = (
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Songti SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Microsoft YaHei",
    "SimSun",
    "WenQuanYi Micro Hei",
)
TAIWAN_FACES = (
    "Noto Serif CJK TC",
    "Source Han Serif TC",
    "Songti TC",
    "Noto Sans CJK TC",
    "Source Han Sans TC",
    "PingFang TC",
    "Microsoft JhengHei",
    "PMingLiU",
    "WenQuanYi Micro Hei",
)
HONG_KONG_FACES = (
    "Noto Serif CJK HK",
    "Source Han Serif HC",
    "Noto Sans CJK HK",
    "PingFang HK",
    *TAIWAN_FACES,
)

SMALLEST_CARD, LARGEST_CARD = 10.0, 14.0
"""Points: glosses are smaller than the text, but are always read."""


def choose_faces(variant: Variant, script: Script) -> tuple[str, ...]:
    """The faces whose forms are right for what is shown, the best first."""
    if variant is Variant.HONG_KONG:
        return HONG_KONG_FACES
    return TAIWAN_FACES if shows_traditional(variant, script) else SIMPLIFIED_FACES


def shows_traditional(variant: Variant, script: Script) -> bool:
    """Whether traditional characters are shown."""
    if variant is Variant.AS_WRITTEN:
        return script is Script.TRADITIONAL
    return variant is not Variant.SIMPLIFIED


def card_size(font_size: int) -> float:
    """Points for the glosses of a card beside a text of this size."""
    return min(max(SMALLEST_CARD, font_size * 0.5), LARGEST_CARD)


def interface_font() -> QFont:
    """The platform's own font, with a Chinese face for what it lacks."""
    font = QFont()
    installed = set(QFontDatabase.families())
    plain = (face for face in SIMPLIFIED_FACES if "Serif" not in face and "Song" not in face)
    font.setFamilies([*font.families(), *(face for face in plain if face in installed)])
    return font


def reading_font(family: str, size: int, faces: tuple[str, ...]) -> QFont:
    """The learner's family first, then those that fit the script. ``size`` in points."""
    installed = set(QFontDatabase.families())
    usable = [face for face in faces if face in installed]
    font = QFont()
    font.setFamilies([*([family] if family else []), *usable, *QFont().families()])
    font.setPointSize(size)
    font.setStyleStrategy(QFont.StyleStrategy.PreferAntialias)
    return font
