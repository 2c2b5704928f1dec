"""Zhuyin: ㄏㄤˊ for hang2.

The first tone has no mark, the neutral tone a dot in front. The 儿 of erhua is a bare ㄦ, so that
the (unused) syllable er1 takes the mark that the first tone may have.
"""

from reader.language.syllables import BASES, ERHUA, TONES, split

_INITIALS = {
    "b": "ㄅ", "p": "ㄆ", "m": "ㄇ", "f": "ㄈ", "d": "ㄉ", "t": "ㄊ", "n": "ㄋ", "l": "ㄌ",
    "g": "ㄍ", "k": "ㄎ", "h": "ㄏ", "j": "ㄐ", "q": "ㄑ", "x": "ㄒ", "zh": "ㄓ", "ch": "ㄔ",
    "sh": "ㄕ", "r": "ㄖ", "z": "ㄗ", "c": "ㄘ", "s": "ㄙ",
}  # fmt: skip
_FINALS = {
    "a": "ㄚ", "o": "ㄛ", "e": "ㄜ", "ê": "ㄝ", "ai": "ㄞ", "ei": "ㄟ", "ao": "ㄠ", "ou": "ㄡ",
    "an": "ㄢ", "en": "ㄣ", "ang": "ㄤ", "eng": "ㄥ", "er": "ㄦ", "ong": "ㄨㄥ",
    "i": "ㄧ", "ia": "ㄧㄚ", "iai": "ㄧㄞ", "ie": "ㄧㄝ", "iao": "ㄧㄠ", "iu": "ㄧㄡ",
    "ian": "ㄧㄢ", "in": "ㄧㄣ", "iang": "ㄧㄤ", "ing": "ㄧㄥ", "iong": "ㄩㄥ",
    "u": "ㄨ", "ua": "ㄨㄚ", "uo": "ㄨㄛ", "uai": "ㄨㄞ", "ui": "ㄨㄟ", "uan": "ㄨㄢ",
    "un": "ㄨㄣ", "uang": "ㄨㄤ", "ueng": "ㄨㄥ",
    "ü": "ㄩ", "üe": "ㄩㄝ", "üan": "ㄩㄢ", "ün": "ㄩㄣ",
    "m": "ㄇ", "n": "ㄋ", "ng": "ㄫ",
}  # fmt: skip
_ALONE = {
    "yi": "i", "ya": "ia", "yo": "io", "yai": "iai", "ye": "ie", "yao": "iao", "you": "iu",
    "yan": "ian", "yin": "in", "yang": "iang", "ying": "ing", "yong": "iong",
    "wu": "u", "wa": "ua", "wo": "uo", "wai": "uai", "wei": "ui", "wan": "uan", "wen": "un",
    "wang": "uang", "weng": "ueng",
    "yu": "ü", "yue": "üe", "yuan": "üan", "yun": "ün",
}  # fmt: skip
"""Finals that are written otherwise when no initial stands before them."""
_FINALS["io"] = "ㄧㄛ"
_TONES = {"1": "", "2": "ˊ", "3": "ˇ", "4": "ˋ"}
_DOT, _FIRST = "˙", "ˉ"


def write_zhuyin(syllable: str) -> str:
    """Write a syllable, such as ``hang2``, in zhuyin."""
    if syllable == ERHUA:
        return "ㄦ"
    if syllable == "er1":
        return "ㄦ" + _FIRST
    letters = _letters(syllable[:-1])
    return _DOT + letters if syllable[-1] == "5" else letters + _TONES[syllable[-1]]


def read_zhuyin(text: str) -> str | None:
    """The syllable that is written so; None if it is none."""
    syllable = _SYLLABLES.get(text)
    if syllable is None and text.endswith((_FIRST, _DOT)):
        dot = _DOT if text.endswith(_DOT) else ""
        return _SYLLABLES.get(dot + text[:-1])
    return syllable


def _letters(base: str) -> str:
    initial, final = split(base)
    final = _ALONE.get(base, final)
    if initial in {"j", "q", "x"} and final.startswith("u"):
        final = "ü" + final[1:]
    elif final == "i" and initial in {"zh", "ch", "sh", "r", "z", "c", "s"}:
        final = ""
    return _INITIALS.get(initial, "") + (_FINALS[final] if final else "")


_SYLLABLES = {
    write_zhuyin(syllable): syllable
    for syllable in (ERHUA, *(base + tone for base in sorted(BASES) for tone in TONES))
}
