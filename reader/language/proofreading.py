"""Traditional text that was simplified once and badly converted back: 范圍, 復雜, 關于, 皇後.

The text is simplified, converted again with all that is known, and compared. A difference counts
only where the new form rests on a phrase, a rule or a name, or where what is written is the
simplified shape itself; forms that are both in use (裡/裏, 台/臺, 佈/布) never do.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from reader.core.errors import ResourceError
from reader.language.contexts import Segment
from reader.language.conversion import Converter
from reader.language.script import Scripts
from reader.language.tables import read_choices

_RARE: Final = frozenset("于并后")
"""Simplified shapes that traditional text has so seldom that they need no other reason."""

# Animals and limbs are counted with 隻; boxes, rings and watches with 只 by many.
_ALIVE: Final = re.compile(
    "隻(手(?!錶|機|鐲|袋)|.{0,2}[貓狗犬鳥雞鴨鵝羊虎豹熊猴鼠兔狼狐獅象鹿牛驢豬蜂蝶蟲蚊蠅蟬蟻蛛蟹蝦龜蛙鷹鴿燕雀鶴鷗鴉鵲腳眼耳腿爪翅])"
)


@dataclass(frozen=True, slots=True)
class Correction:
    """``text[start:end]``, a word as written, and how it is usually written."""

    start: int
    end: int
    written: str
    usual: str


class Proofreader:
    """Finds what a bad conversion has left in traditional text."""

    def __init__(
        self, data_dir: Path, scripts: Scripts, converter: Converter, segment: Segment
    ) -> None:
        self._scripts = scripts
        self._converter = converter
        self._segment = segment
        choices = read_choices(data_dir / "opencc" / "STCharacters.txt")
        self._forms: Final = {key: frozenset(forms) for key, forms in choices.items()}
        self._equal: Final = _pair(data_dir / "equal_forms.txt")

    def proofread(self, text: str) -> tuple[Correction, ...]:
        """The words of a traditional paragraph that look badly converted, in order."""
        simple = self._scripts.simplify(text)
        judged = self._converter.judge(simple)
        places = {
            place: usual
            for place, (written, usual) in enumerate(zip(text, judged.text, strict=True))
            if written != usual
            and (usual != "隻" or _ALIVE.match(judged.text, place))
            and self._is_mistake(simple[place], written, usual, place in judged.decided)
        }
        return tuple(self._describe(text, simple, places)) if places else ()

    def equals(self, one: str, other: str) -> bool:
        """Whether two characters are the same, or forms that are both in use."""
        return one == other or (one, other) in self._equal

    def _is_mistake(self, simple: str, written: str, usual: str, decided: bool) -> bool:
        if self.equals(written, usual):
            return False
        forms = self._forms.get(simple, ())
        if decided or written != simple:
            return decided and (written == simple or written in forms)
        return usual in forms and (written in _RARE or written not in forms)

    def _describe(self, text: str, simple: str, places: dict[int, str]) -> Iterable[Correction]:
        mended = "".join(places.get(place, character) for place, character in enumerate(text))
        for start, end, _ in self._segment(simple):
            if any(place in places for place in range(start, end)):
                yield Correction(start, end, text[start:end], mended[start:end])


def _pair(path: Path) -> frozenset[tuple[str, str]]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, ValueError) as cause:
        raise ResourceError(
            f"The table {path.name} is missing or damaged. Install the program again."
        ) from cause
    groups = " ".join(line for line in lines if not line.startswith("#")).split()
    return frozenset((one, other) for group in groups for one in group for other in group)
