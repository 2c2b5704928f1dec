"""Which encoding bytes are in, by how common the characters are that each encoding makes of them.

A byte order mark, then UTF-16 by plausibility, HZ, and last UTF-8, GB18030 and Big5-HKSCS against
each other, each scored by its share of common characters. Text of other languages has few of these
in any Chinese encoding.
"""

import codecs
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from reader.core.errors import SourceError

SAMPLE = 1 << 17
"""Bytes that are looked at; more would not change the verdict."""
TELLING = 40
"""Bytes beyond ASCII from which on their distribution says something about the language."""
ENOUGH = 0.5
"""The score below which we would only be guessing."""
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a zip file, an EPUB or an office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"SQLite format 3", "a database"),
)
PUNCTUATION = set("，。、；：？！“”‘’（）《》〈〉「」『』…—·　～％／＋－＝〇")
KANA = frozenset(map(chr, range(0x3041, 0x3100)))
KOREAN_COMMON = frozenset("이다는의에을가고하지도한로를은사기어자나리")
CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the codec that gave it, and what a learner should know about it."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Bytes as text, in the encoding that is named or in the most likely one.

    Bytes that do not belong to it become U+FFFD. Raises SourceError for bytes that are no text, or
    in no encoding that we would bet on.
    """
    if not data.strip(b"\x00 \t\r\n\x1a"):
        raise SourceError("There is nothing in it. Choose a file with text.")
    if encoding:
        return _decode_as_told(data, encoding)
    for mark, codec in MARKS:
        if data.startswith(mark):
            return _decode(data, codec)
    _refuse_known_formats(data)
    sample = data[:SAMPLE]
    wide = _find_utf_16(sample)
    if wide:
        return _decode(data, wide)
    if b"\x00" in sample:
        raise SourceError("It is not text but binary data. Choose a text file.")
    if sample.isascii():
        hz = b"~{" in sample and b"~}" in sample
        return _decode(data, "hz" if hz else "utf-8")
    return _decode(data, _choose(sample))


def score(text: str) -> float:
    """The share of common Chinese characters among all that are not ASCII, 0 to 1."""
    common = common_characters()
    others = [character for character in text if character > "\x7f"]
    if not others:
        return 0.0
    return sum(character in common for character in others) / len(others)


@lru_cache(maxsize=1)
def common_characters() -> frozenset[str]:
    """The first levels of GB 2312 and of Big5, drawn up by frequency, and punctuation."""
    simplified = _characters("gb2312", range(0xB0, 0xD8), (range(0xA1, 0xFF),))
    traditional = _characters("big5", range(0xA4, 0xC7), (range(0x40, 0x7F), range(0xA1, 0xFF)))
    return frozenset(simplified | traditional | PUNCTUATION)


def _characters(codec: str, leads: range, trails: tuple[range, ...]) -> set[str]:
    found = (
        bytes((lead, trail)).decode(codec, "ignore")
        for lead in leads
        for part in trails
        for trail in part
    )
    return {character for character in found if character}


def _choose(sample: bytes) -> str:
    """The best of the three, or a refusal."""
    soundness = _utf_8_soundness(sample)
    if soundness > 0.97:  # hardly ever comes about by chance
        return "utf-8"
    scores = {
        codec: score(sample.decode(codec, "replace")) for codec in ("utf-8", "gb18030", "big5hkscs")
    }
    best = max(scores, key=scores.__getitem__)
    if scores[best] >= ENOUGH and (best == "utf-8" or not _looks_foreign(sample)):
        return best
    if soundness > 0.8:  # damaged, and not Chinese
        return "utf-8"
    raise SourceError(
        "It is not clear in which encoding it is; it may not be Chinese. Name the encoding, "
        "such as --encoding gb18030, big5, shift_jis or cp1252."
    )


def _utf_8_soundness(sample: bytes) -> float:
    """The share of the bytes beyond ASCII that are part of sound sequences, 0 to 1."""
    beyond = sum(byte > 0x7F for byte in sample)
    whole = sample[:-3] if len(sample) == SAMPLE else sample
    stray = sum(0xDC80 <= ord(c) <= 0xDCFF for c in whole.decode("utf-8", "surrogateescape"))
    return 1 - stray / beyond


def _looks_foreign(sample: bytes) -> bool:
    """Whether bytes that also make Chinese of a sort are Japanese, Korean or Cyrillic instead.

    Chinese has under 3 per cent of kana, of the commonest hangul, and of texts without low bytes.
    """
    high = [byte for byte in sample if byte > 0x7F]
    if len(high) < TELLING:
        return _share(sample, "euc_jp", KANA) > 0.5
    if sum(byte < 0xC0 for byte in high) < 0.04 * len(high):
        return True
    kana = max(_share(sample, codec, KANA) for codec in ("euc_jp", "shift_jis"))
    return kana > 0.25 or _share(sample, "euc_kr", KOREAN_COMMON) > 0.2


def _share(sample: bytes, codec: str, signs: frozenset[str]) -> float:
    """How many of the characters beyond ASCII are among these signs, 0 to 1."""
    beyond = [character for character in sample.decode(codec, "replace") if character > "\x7f"]
    return sum(character in signs for character in beyond) / max(1, len(beyond))


def _find_utf_16(sample: bytes) -> str | None:
    """UTF-16 without a mark: most of what it makes is common, and it is no plain ASCII."""
    if sample.isascii() and not CONTROLS.search(sample.decode("ascii")):
        return None
    even = sample[: len(sample) // 2 * 2]
    known = {
        codec: _share_known(even.decode(codec, "replace")) for codec in ("utf-16-le", "utf-16-be")
    }
    best = max(known, key=known.__getitem__)
    return best if known[best] >= 0.75 else None


def _share_known(text: str) -> float:
    """The share of common Chinese and of plain ASCII characters, 0 to 1."""
    common = common_characters()
    known = sum(c in common or " " <= c <= "~" or c in "\r\n\t" for c in text)
    return known / max(1, len(text))


def _refuse_known_formats(data: bytes) -> None:
    for signature, what in SIGNATURES:
        if data.startswith(signature):
            raise SourceError(f"It is {what}, which cannot be read yet. Save it as plain text.")


def _decode_as_told(data: bytes, encoding: str) -> Decoded:
    try:
        codecs.lookup(encoding)
        return _decode(data, encoding)
    except (LookupError, UnicodeError) as cause:
        raise SourceError(
            f"There is no encoding called {encoding}. Try utf-8, gb18030, big5 or utf-16."
        ) from cause


def _decode(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    controls = len(CONTROLS.findall(text[:SAMPLE]))
    if controls > 2 + len(text[:SAMPLE]) // 50:
        raise SourceError("It is not text but binary data. Choose a text file.")
    lost = text.count("\ufffd")
    warnings: tuple[str, ...] = ()
    if lost:
        warnings = (f"{lost} places could not be decoded and are shown as \ufffd.",)
    return Decoded(text, "utf-8" if encoding == "utf-8-sig" else encoding, warnings)


def fold_width(text: str) -> str:
    """Full-width digits, letters and signs as ASCII, for reading metadata; never for the text."""
    return unicodedata.normalize("NFKC", text)
