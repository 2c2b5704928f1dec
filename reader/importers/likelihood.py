"""How likely bytes are as text in a language and an encoding.

Every supposition explains the same bytes, so that the sums of the logarithms of how often each
character occurs can be compared, whatever the width of the characters. Frequencies are kept to a
few classes: the commonest characters of a language (of Chinese by how common they are), its other
common ones, and the rest.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from reader.importers.cns import to_text
from reader.importers.commonness import FREQUENT

RARE = -15.0
"""What is in no class: a rare character, a private one, a byte that cannot be decoded."""
CONTROL = -18.0
UNMARKED_WIDE = -2.0
"""UTF-16 without a mark is seldom met."""
SELDOM = -9.0
"""EUC-TW is hardly met any more."""
UNDECODABLE = -9.0
HOLE = -11.0
"""And for each such place but the first in EUC-TW, which has a common character for nearly any two
bytes: only what it cannot decode shows that they are something else."""
HOLES = re.compile("\ufffd+(?!\ufffd|$)")
"""Undecodable places but for one at the end."""
CUT = -5.5
"""What is left of a character at the end: any byte is as good as another."""
FOREIGN, FAR = -9.0, -15.0
"""Who opens a file here expects Chinese, and what is less often met beside it even less."""
SINGLE_SHIFTS = (0x8E, 0x8F)
KANJI = 0.3
"""What is common in Chinese is so in Japanese, written without kana, but a little less."""
JAPANESE_FORM = -7.3
JAPANESE = (
    "気図経済産発労働変価戦帰単様悪楽検権営関県予訳読売駅験鉄総続絵辺込転歳歩毎舎桜沢浜広円団囲栄実写専覚挙"
    "従徳応抜択拡払数斉断暦枠条楼歓殻涙渋渓滝瀬焼犠獣瓶畑畳砕穂穏竜経緑緒縁縄縦繊聴脳臓茎荘蔵薬虚触証誉譲豊"
    "賛軽逓遅郷酔醸釈鉱銭録鋳錬鎮闘陥険隠隣雑霊頼顔顕騒髄鶏黒黙斎齢税観対会学国体区医両仮伝児党内処剣務効"
)
"""Common forms of Japan, many of which Chinese has not."""
PUNCTUATION = "，。、；：？！“”‘’（）《》〈〉「」『』…—·　～％／＋－＝〇"
HANGUL = (
    "이다는의에을가고하지도한로를은사기어자나리아그있시대해서정인제일수보장적부과성구전상만스으면라"
    "들주무비공원국경세연용오유중신되것생했문소모관조여년안각동선통실위었게음습니까요거때말저내누두"
    "군반치학교활방물화계회업단행민당체간결야마할우개분며히러"
)


@dataclass(frozen=True, slots=True)
class Language:
    """A language that may be met, the codecs that it is written in, and its characters."""

    name: str
    codecs: tuple[str, ...]
    weights: Mapping[str, float]
    prior: float


@dataclass(frozen=True, slots=True)
class Supposition:
    """What bytes may be, and how likely that is: the logarithm, also for each byte."""

    language: str
    codec: str
    likelihood: float


def suppose(sample: bytes) -> list[Supposition]:
    """What bytes may be, the likeliest first."""
    found = [
        Supposition(language.name, codec, weigh(sample, codec, language))
        for language in languages()
        for codec in language.codecs
        if codec != "euc_tw" or _may_be_euc(sample)
    ]
    return sorted(found, key=lambda supposition: -supposition.likelihood)


def weigh(sample: bytes, codec: str, language: Language) -> float:
    """The logarithm of how likely bytes are as text of a language in an encoding."""
    text = to_text(sample, codec)
    counts = Counter(text.removesuffix("\ufffd"))
    weights = language.weights
    likelihood = sum(number * weights.get(sign, RARE) for sign, number in counts.items())
    if text.endswith("\ufffd"):
        likelihood += CUT
    if codec.startswith("utf-16"):
        likelihood += UNMARKED_WIDE
    if codec == "euc_tw":
        likelihood += SELDOM + HOLE * max(0, len(HOLES.findall(text)) - 1)
    # Sound UTF-8 is hardly ever something else, whatever its language.
    return likelihood if codec == "utf-8" else likelihood + language.prior


def _may_be_euc(sample: bytes) -> bool:
    """Whether nearly all bytes beyond ASCII are of the upper half that EUC uses."""
    beyond = [byte for byte in sample if byte > 0x7F]
    return sum(byte < 0xA1 and byte not in SINGLE_SHIFTS for byte in beyond) <= len(beyond) // 50


@lru_cache(maxsize=1)
def common_characters() -> frozenset[str]:
    """The first levels of GB 2312 and of Big5, drawn up by frequency, and punctuation."""
    gb = _characters("gb2312", range(0xB0, 0xD8), (range(0xA1, 0xFF),))
    big5 = _characters("big5", range(0xA4, 0xC7), (range(0x40, 0x7F), range(0xA1, 0xFF)))
    return frozenset(gb | big5 | set(PUNCTUATION))


@lru_cache(maxsize=1)
def languages() -> tuple[Language, ...]:
    """Chinese, and the languages whose files are mistaken for it."""
    ascii_weights = _weigh_ascii()
    chinese = dict.fromkeys(common_characters(), -9.3) | dict.fromkeys("，。、“”　", -5.0)
    for weight, characters in FREQUENT.items():
        chinese |= dict.fromkeys(characters, weight)
    kanji = _characters("euc_jp", range(0xB0, 0xD0), (range(0xA1, 0xFF),))
    kana = _span(0x3041, 0x3097, -5.0) | _span(0x30A1, 0x30FD, -6.7)
    kana |= dict.fromkeys("、。", -4.0) | dict.fromkeys("「」・ー　", -6.0)
    japanese = dict.fromkeys(kanji, -9.0) | kana
    alone = {sign: max(chinese.get(sign, RARE) - KANJI, -9.0) for sign in kanji}
    alone |= dict.fromkeys(JAPANESE, JAPANESE_FORM) | dict.fromkeys("、。", -4.0)
    korean = _span(0xAC00, 0xD7A4, -9.3) | dict.fromkeys(HANGUL, -5.3)
    cyrillic = _span(0x430, 0x450, -3.4) | _span(0x410, 0x430, -6.5)
    latin = dict.fromkeys("áéíóúàèìòùâêîôûäëïöüçñãõåæøßąćęłńóśźżěščřžýůőűğış’", -5.6)
    latin |= dict.fromkeys("ÁÉÍÓÚÀÈÂÊÎÔÄÖÜÇÑŠŽČŘ«»“”–—‘¿¡", -9.0)
    greek = _span(0x3AC, 0x3CF, -3.6) | _span(0x391, 0x3AC, -6.5)
    hebrew, arabic = _span(0x5D0, 0x5EB, -3.3), _span(0x621, 0x64B, -3.5)
    undecodable = {"\ufffd": UNDECODABLE}
    found = {
        "Chinese": (
            ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be", "euc_tw"),
            chinese | undecodable,
        ),
        "Japanese": (("utf-8", "shift_jis", "euc_jp"), japanese | undecodable),
        # Kanji without kana: in EUC they are mostly common characters of GB 2312.
        "Japanese in kanji": (("euc_jp",), alone | undecodable),
        "Korean": (("utf-8", "cp949", "johab"), korean | undecodable),
        "Russian": (
            ("utf-8", "cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"),
            cyrillic,
        ),
        "Greek": (("utf-8", "cp1253", "iso8859-7"), greek),
        "Hebrew": (("utf-8", "cp1255"), hebrew),
        "Arabic": (("utf-8", "cp1256", "iso8859-6"), arabic),
        "Thai": (("utf-8", "cp874"), _span(0xE01, 0xE4F, -4.0)),
        "Western": (
            ("utf-8", "cp1252", "mac-roman", "cp850", "cp1250", "iso8859-2", "cp852"),
            latin,
        ),
    }
    priors = {"Chinese": 0.0} | dict.fromkeys(("Greek", "Hebrew", "Arabic", "Thai"), FAR)
    return tuple(
        Language(
            name.removesuffix(" in kanji"),
            codecs,
            ascii_weights | weights,
            priors.get(name, FOREIGN),
        )
        for name, (codecs, weights) in found.items()
    )


def _weigh_ascii() -> dict[str, float]:
    """The same for every language, so that English words in a text tell nothing."""
    weights = _span(0x00, 0x20, CONTROL) | _span(0x20, 0x7F, -6.0)
    weights |= dict.fromkeys("0123456789", -4.6) | _span(0x41, 0x5B, -5.5)
    weights |= _span(0x61, 0x7B, -3.4) | dict.fromkeys(" \n", -2.5) | dict.fromkeys("\r\t,.", -4.0)
    return weights


def _span(first: int, end: int, weight: float) -> dict[str, float]:
    return dict.fromkeys(map(chr, range(first, end)), weight)


def _characters(codec: str, leads: Iterable[int], trails: tuple[range, ...]) -> set[str]:
    found = (
        bytes((lead, trail)).decode(codec, "ignore")
        for lead in leads
        for part in trails
        for trail in part
    )
    return {character for character in found if character}
