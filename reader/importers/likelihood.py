"""How likely bytes are as text in a language and an encoding.

Every supposition explains the same bytes, so that the sums of the logarithms of how often each
character occurs can be compared, whatever the width of the characters. Frequencies are kept to a
few classes: the commonest characters of a language, its other common ones, and the rest.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from reader.importers.cns import to_text

RARE = -15.0
"""What is in no class: a rare character, a private one, a byte that cannot be decoded."""
CONTROL = -18.0
UNMARKED_WIDE = -2.0
"""UTF-16 without a mark is seldom met."""
SELDOM = -12.0
"""EUC-TW is hardly met any more."""
UNDECODABLE = -9.0
CUT = -5.5
"""What is left of a character at the end: any byte is as good as another."""
FOREIGN = -9.0
"""Who opens a file here expects Chinese."""
SINGLE_SHIFTS = (0x8E, 0x8F)
PUNCTUATION = "，。、；：？！“”‘’（）《》〈〉「」『』…—·　～％／＋－＝〇"
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
        likelihood += SELDOM
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
    common = dict.fromkeys(common_characters(), -9.3)
    chinese = common | dict.fromkeys(COMMONEST, -6.4) | dict.fromkeys("，。、“”　", -5.0)
    kanji = _characters("euc_jp", range(0xB0, 0xD0), (range(0xA1, 0xFF),))
    japanese = (
        dict.fromkeys(kanji, -9.0) | _span(0x3041, 0x3097, -5.0) | _span(0x30A1, 0x30FD, -6.7)
    )
    japanese |= dict.fromkeys("、。", -4.0) | dict.fromkeys("「」・ー　", -6.0)
    korean = _span(0xAC00, 0xD7A4, -9.3) | dict.fromkeys(HANGUL, -5.3)
    cyrillic = _span(0x430, 0x450, -3.4) | _span(0x410, 0x430, -6.5)
    latin = dict.fromkeys("áéíóúàèìòùâêîôûäëïöüçñãõåæøßąćęłńóśźżěščřžýůőűğış’", -5.6)
    latin |= dict.fromkeys("ÁÉÍÓÚÀÈÂÊÎÔÄÖÜÇÑŠŽČŘ«»“”–—‘¿¡", -9.0)
    undecodable = {"\ufffd": UNDECODABLE}
    found = {
        "Chinese": (
            ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be", "euc_tw"),
            chinese | undecodable,
        ),
        "Japanese": (("utf-8", "shift_jis", "euc_jp"), japanese | undecodable),
        "Korean": (("utf-8", "cp949", "johab"), korean | undecodable),
        "Russian": (
            ("utf-8", "cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"),
            cyrillic,
        ),
        "Western": (
            ("utf-8", "cp1252", "mac-roman", "cp850", "cp1250", "iso8859-2", "cp852"),
            latin,
        ),
    }
    return tuple(
        Language(name, codecs, ascii_weights | weights, 0.0 if name == "Chinese" else FOREIGN)
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
