"""Which script a text is in, and its simplified form for looking words up."""

import re
from pathlib import Path
from typing import Final

from reader.core.script import Script
from reader.language.tables import read_choices, read_table

_MIXED_SHARE: Final = 0.25
"""From this share of the telling characters on, the lesser script is no slip of the pen."""

_SLICE: Final = 200_000
"""Characters counted at a time: between two slices, other threads have their turn."""

_BOTH: Final = frozenset("吒閤朮拚")
"""Rare characters that simplified texts have too, with readings that their forms have not."""

# 著 is one character in traditional text; simplified text writes 着 but for zhù, to write or to
# be known. Only what follows or precedes it tells them apart.
_WRITTEN: Final = (
    r"(?<=[名巨鉅專专編编譯译遺遗論论撰拙顯显昭卓土原所])著"
    r"|(?<=[\s　])著(?=[\s　]*$)"
    r"|(?<=合)著(?=者|[，。、；！？）」』》\s]|$)"
    r"|著(?=名(?![單单字片牌])|作(?![業业曲詞词])|[者稱称述錄录]|[有於于][《〈「『]|[於于]世)"
    r"|(?<![背揹拿看捧抱翻讀读夾夹帶带提抄])著(?=[書书])"
)


class Scripts:
    """Tells scripts apart and simplifies, with the tables under ``data_dir/opencc``."""

    def __init__(self, data_dir: Path) -> None:
        tables = data_dir / "opencc"
        to_simplified = read_table(tables / "TSCharacters.txt")
        to_traditional = read_choices(tables / "STCharacters.txt")
        regional = _characters(read_table(tables / "TWVariants.txt")) | _characters(
            read_table(tables / "HKVariants.txt")
        )
        single = {
            key: value for key, value in to_simplified.items() if len(value) == 1 and value != key
        }
        # A character of both scripts (后, 乾, 台) or of a regional standard (群, 床) tells nothing.
        self._traditional = frozenset(single) - frozenset(to_traditional) - {"著", "乾"}
        self._simplified = (
            frozenset(key for key, values in to_traditional.items() if key not in values)
            - frozenset(to_simplified)
            - regional
        )
        rarer = {
            key: single.get(value, value)
            for name in ("CJK_Compatibility_Ideographs", "HKVariantsRev", "TWVariantsRev")
            for key, value in read_table(tables / f"{name}.txt").items()
            if key not in to_traditional
        }
        self._forms = {key: "".join(values) for key, values in to_traditional.items()}
        self._telling = str.maketrans({key: single[key] for key in self._traditional - _BOTH})
        self._all = str.maketrans({**rarer, **single, "著": "着"})
        self._phrases = self._find_exceptions(read_table(tables / "TSPhrases.txt"))
        self._exception = re.compile(
            "|".join([*sorted(map(re.escape, self._phrases), key=len, reverse=True), _WRITTEN])
        )

    def detect(self, text: str) -> Script:
        """The script of a text by the characters that only one script has."""
        traditional = simplified = 0
        for start in range(0, len(text), _SLICE):
            part = text[start : start + _SLICE]
            traditional += sum(map(self._traditional.__contains__, part))
            simplified += sum(map(self._simplified.__contains__, part))
        if not traditional and not simplified:
            return Script.OTHER
        if min(traditional, simplified) >= _MIXED_SHARE * (traditional + simplified):
            return Script.MIXED
        return Script.TRADITIONAL if traditional > simplified else Script.SIMPLIFIED

    def traditional_forms(self, character: str) -> list[str]:
        """What a simplified character may be in traditional text, the likeliest first."""
        return list(self._forms.get(character, ""))

    def simplify(self, text: str) -> str:
        """The text with each character in its simplified form: the length never changes.

        In simplified text 著, 乾 and their like stand for themselves; elsewhere 看著 becomes 看着
        and 餅乾 饼干, while 著名 and 乾隆 stay.
        """
        if self.detect(text) is Script.SIMPLIFIED:
            return text.translate(self._telling)
        simple = text.translate(self._all)
        parts = []
        end = 0
        for match in self._exception.finditer(text):
            parts += [simple[end : match.start()], self._phrases.get(match[0], match[0])]
            end = match.end()
        return "".join([*parts, simple[end:]]) if parts else simple

    def _find_exceptions(self, phrases: dict[str, str]) -> dict[str, str]:
        return {
            key: value
            for key, value in phrases.items()
            if len(value) == len(key) and value != key.translate(self._all)
        } | {"甚麼": "什么"}


def _characters(table: dict[str, str]) -> frozenset[str]:
    return frozenset(table) | frozenset(table.values())
