"""Finds how a garbled text was meant: which wrong reading has to be undone."""

import re
from collections.abc import Iterator

from reader.importers.garbling import repair

WAYS = (
    ("cp1252", "utf-8"),
    ("cp1252", "gb18030"),
    ("cp1252", "big5hkscs"),
    ("gb18030", "utf-8"),
    ("gb18030", "big5hkscs"),
    ("big5hkscs", "gb18030"),
)
"""What the text was written as by mistake, and what it is."""
COMMONEST = (
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过"
    "发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本"
    "前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很"
    "最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度"
    "门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电"
    "数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马"
    "科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万"
    "這個們來為國說時會對後裡發種經過學現當沒動還進樣開從實軍無與長機關業兩間問並應戰頭體見產話內"
    "給門東聲員論處義幾認條氣題爾別變總電數報結務場計許統區隊決馬書則聽卻達強難權設記類據邊張該規"
    "萬於著麼點將資"
)
"""The commonest characters in both scripts; they make up more than half of any text."""
SAMPLE = 6_000
"""Characters that are looked at."""
FEWEST = 4
"""Characters beyond ASCII that a verdict needs."""
CHINESE = 0.3
"""The share of the commonest characters from which on a text is Chinese: news have twice as much,
other languages and garbled text hardly any.
"""
_COMMONEST = frozenset(COMMONEST + "，。、")
FOREIGN = re.compile("[\u0370-\u05ff\u3041-\u30ff\uac00-\ud7a3]")
"""Letters of Russian, Japanese, Korean and the like."""
MOST_FOREIGN = 0.3
"""No Chinese was ever garbled to so many of them: Big5 taken for GBK has a tenth."""


def find_ways(text: str) -> Iterator[tuple[str, str]]:
    """How a garbled text can be repaired, the best first; nothing for a sound one."""
    sample = text[:SAMPLE]
    if weigh(sample) >= CHINESE or _is_foreign(sample):
        return
    found = sorted(
        ((weigh(repair(sample, *way)), -rank, way) for rank, way in enumerate(WAYS)), reverse=True
    )
    yield from (way for share, _, way in found if share >= CHINESE)


def weigh(text: str) -> float:
    """The share of the commonest Chinese characters among what is not ASCII."""
    others = [sign for sign in text if sign > "\x7f"]
    return sum(sign in _COMMONEST for sign in others) / max(FEWEST, len(others))


def _is_foreign(text: str) -> bool:
    beyond = sum(sign > "\x7f" for sign in text)
    return len(FOREIGN.findall(text)) > MOST_FOREIGN * beyond
