"""Which encoding bytes are in.

A byte order mark, then HZ, then the most likely of UTF-8, GB18030, Big5-HKSCS and UTF-16, beside
the encodings of other languages: what is one of those is never taken for Chinese.
"""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from reader.core.errors import SourceError
from reader.importers.likelihood import Supposition, common_characters, suppose

SAMPLE = 1 << 16
"""Bytes that are looked at; more would not change the verdict."""
ENOUGH = 0.5
"""The share of common characters below which we would only be guessing."""
MOST = 0.75
"""The share of common characters where more has to be asked: few of them, or UTF-16 unmarked."""
FEW = 5
"""Characters beyond ASCII that may be common ones by chance."""
TELLING = 12
"""Bytes beyond ASCII from which on sound UTF-8 is no accident."""
BEYOND_ASCII = re.compile(rb"[\x80-\xff]")
LIKELY = -6.5
"""A byte of sound text in the right encoding is likelier than this (a logarithm)."""
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
    (b"MZ\x90\x00", "a program"),
    (b"SQLite format 3", "a database"),
)
SHIFTS = (b"\x1b$B", b"\x1b$@", b"\x1b$)C")
"""How ISO-2022 begins a run of Japanese or Korean."""
WITHIN_WORD = re.compile(r"[a-z][^\x00-\x7f]{1,2}[a-z]")
"""Where bytes of accented letters look like a character."""
NOT_IN_BIG5 = re.compile("[\u3041-\u30ff\u0400-\u04ff\ufffd]")
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
    return _decode(data, _choose(_take_sample(data)))


def score(text: str) -> float:
    """The share of common Chinese characters among all that are not ASCII, 0 to 1.

    Lost characters are not counted, as long as they are fewer than the others.
    """
    common = common_characters()
    others = [c for c in text if c > "\x7f" and c != "\ufffd"]
    if not others or text.count("\ufffd") > len(others) + 2:
        return 0.0
    return sum(c in common for c in others) / len(others)


def _take_sample(data: bytes) -> bytes:
    """The start of a file, or where that is plain ASCII, what is around the first other byte."""
    first = BEYOND_ASCII.search(data)
    start = first.start() if first and first.start() > SAMPLE // 2 else 0
    even = max(0, start - SAMPLE // 2) // 2 * 2
    return data[even : even + SAMPLE]


def _choose(sample: bytes) -> str:
    """The encoding of a sample, or a refusal."""
    if b"~{" in sample and sample.isascii() and score(sample.decode("hz", "replace")) >= ENOUGH:
        return "hz"
    if any(shift in sample for shift in SHIFTS):
        raise _refuse("Japanese or Korean", "iso2022_jp or iso2022_kr")
    soundness = _utf_8_soundness(sample)
    if soundness > 0.97 and len(BEYOND_ASCII.findall(sample)) >= TELLING:
        return "utf-8"
    best = suppose(sample)
    if _is_trusted(best, sample):
        return _choose_big5(sample) if best.codec == "big5hkscs" else best.codec
    if _is_binary(sample):
        raise SourceError("It is not text but binary data. Choose a text file.")
    if sample.isascii() or soundness > 0.8:  # no Chinese in it, or damaged
        return "utf-8"
    if best.language != "Chinese" and best.likelihood / len(sample) > LIKELY:
        raise _refuse(best.language, best.codec)
    raise SourceError(
        "It is not clear in which encoding it is; it may not be Chinese. Name the encoding, "
        "such as --encoding gb18030, big5, shift_jis or cp1252."
    )


def _is_trusted(best: Supposition, sample: bytes) -> bool:
    """Whether we would bet on it: common characters make up most of what it gives."""
    if best.codec == "utf-8":
        return best.language != "Chinese" or score(sample.decode("utf-8", "replace")) >= ENOUGH
    if best.language != "Chinese":
        return False
    text = sample.decode(best.codec, "replace")
    if best.codec.startswith("utf-16") and _share_known(text) >= MOST:
        return True
    if sum(character > "\x7f" for character in text) < FEW:
        return score(text) >= MOST and not WITHIN_WORD.search(text)
    return score(text) >= ENOUGH


def _choose_big5(sample: bytes) -> str:
    """HKSCS, unless it makes foreign letters of what are circled digits in the older table."""
    foreign = {
        codec: len(NOT_IN_BIG5.findall(sample.decode(codec, "replace")))
        for codec in ("big5hkscs", "big5")
    }
    return min(foreign, key=foreign.__getitem__)


def _refuse(language: str, codec: str) -> SourceError:
    return SourceError(
        f"It seems to be no Chinese but {language} text in {codec}. To read it as that, name the "
        f"encoding: --encoding {codec}. If it is Chinese, try --encoding gb18030 or big5."
    )


def _is_binary(sample: bytes) -> bool:
    return b"\x00" in sample or len(CONTROLS.findall(sample.decode("latin-1"))) > len(sample) // 50


def _utf_8_soundness(sample: bytes) -> float:
    """The share of the bytes beyond ASCII that are part of sound sequences, 0 to 1."""
    beyond = sum(byte > 0x7F for byte in sample)
    whole = sample[:-3] if len(sample) == SAMPLE else sample
    stray = sum(0xDC80 <= ord(c) <= 0xDCFF for c in whole.decode("utf-8", "surrogateescape"))
    return 1 - stray / max(1, beyond)


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
