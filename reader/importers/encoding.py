"""Which encoding bytes are in.

A byte order mark, then HZ, then the most likely of UTF-8, GB18030, Big5-HKSCS and UTF-16, beside
the encodings of other languages: what is one of those is never taken for Chinese.
"""

import codecs
import re
import unicodedata
from dataclasses import dataclass

from reader.core.errors import SourceError, UnclearEncodingError
from reader.core.guess import GARBLED
from reader.importers.cns import find_codec, to_text
from reader.importers.garbling import split_way
from reader.importers.guesses import BEYOND_ASCII, SAMPLE, list_guesses, take_sample
from reader.importers.likelihood import HOLES, Supposition, common_characters, suppose
from reader.importers.repairing import find_ways
from reader.importers.signatures import refuse_known

ENOUGH = 0.5
"""The share of common characters below which we would only be guessing."""
MOST = 0.75
"""The share of common characters where more has to be asked: few of them, or UTF-16 unmarked."""
MOST_LOST = 0.02
"""The share of lost characters from which on we do not believe in EUC-TW."""
FEW = 5
"""Characters beyond ASCII that may be common ones by chance."""
TELLING = 12
"""Bytes beyond ASCII from which on sound UTF-8 is no accident."""
LIKELY = -6.5
"""A byte of sound text in the right encoding is likelier than this (a logarithm)."""
NAMED, SHOWN = 4, 16
"""Guesses in a sentence, and characters of each."""
LAST_PLANE = 0x10
"""Of Unicode."""
SHORT = 64
"""Bytes."""
FEWEST = 3
"""Characters."""
RUN = re.compile(r"[^\x00-\x7f]+")
LETTER = re.compile("[a-zA-Z]")
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SHIFTS = (b"\x1b$B", b"\x1b$@", b"\x1b$)C")
"""How ISO-2022 begins a run of Japanese or Korean."""
DOUBLE = frozenset(("gb18030", "big5hkscs", "euc_tw"))
"""Any letters of other languages, in pairs, are characters of these."""
CLEAR = 5.2
"""The logarithm of how much likelier Chinese is; whole texts of four characters have 6.8 or more,
most pairs of foreign letters that make a character less than 5."""
UNCLEAR = (
    "It is not clear in which encoding it is; it may not be Chinese. Name the encoding, such as "
    "--encoding gb18030, big5, shift_jis or cp1252."
)
CHINESE_SHIFTS = (b"\x1b$)A", b"\x1b$)G")
WITHIN_WORD = re.compile(r"[a-z][^\x00-\x7f]{1,2}[a-z]|[a-z][^\x00-\x7f](?![^\x00-\x7f])")
"""Where bytes of accented letters look like a character."""
LETTERS_PER_CHARACTER = 3
"""From which on accented letters are likelier than characters among letters."""
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
    refuse_known(data)
    return _decode(data, _choose(take_sample(data)))


def score(text: str) -> float:
    """The share of common Chinese characters among all that are not ASCII, 0 to 1.

    Lost characters are not counted, as long as they are fewer than the others.
    """
    common = common_characters()
    others = [c for c in text if c > "\x7f" and c != "\ufffd"]
    if not others or text.count("\ufffd") > len(others) + 2:
        return 0.0
    return sum(c in common for c in others) / len(others)


def _choose(sample: bytes) -> str:
    """The encoding of a sample, or a refusal."""
    marked = _find_marked(sample)
    if marked:
        return marked
    soundness = _utf_8_soundness(sample)
    if soundness > 0.97 and len(BEYOND_ASCII.findall(sample)) >= TELLING:
        return "utf-8"
    suppositions = suppose(sample)
    best = suppositions[0]
    if _is_trusted(best, sample):
        return _settle(suppositions, sample)
    wide = _find_wide(suppositions, sample)
    if wide:
        return wide
    if _is_binary(sample):
        raise SourceError("It is not text but binary data. Choose a text file.")
    if sample.isascii() or soundness > 0.8:  # no Chinese in it, or damaged
        return "utf-8"
    if best.language != "Chinese" and best.likelihood / len(sample) > LIKELY:
        raise _refuse(sample, best.language, best.codec)
    raise _ask(sample, UNCLEAR)


def _settle(suppositions: list[Supposition], sample: bytes) -> str:
    """The likeliest encoding, or a question where it is hardly likelier than another."""
    codec = suppositions[0].codec
    if codec in DOUBLE and not _is_clear(suppositions):
        raise _ask(sample, UNCLEAR)
    return _choose_big5(sample) if codec == "big5hkscs" else codec


def _is_clear(suppositions: list[Supposition]) -> bool:
    """Whether no other language is nearly as likely, as happens with a few characters."""
    first, *others = suppositions
    other = next(one for one in others if one.language != first.language)
    return first.likelihood - other.likelihood > CLEAR


def _find_marked(sample: bytes) -> str:
    """The encoding that signs of its own show, empty where there are none."""
    wide = _find_utf_32(sample)
    if wide:
        return wide
    if b"~{" in sample and sample.isascii() and score(sample.decode("hz", "replace")) >= ENOUGH:
        return "hz"
    if any(shift in sample for shift in CHINESE_SHIFTS) and b"\x0e" in sample:
        return "iso2022_cn"
    if any(shift in sample for shift in SHIFTS):
        raise _refuse(sample, "Japanese or Korean", "iso2022_jp or iso2022_kr")
    return ""


def _find_utf_32(sample: bytes) -> str:
    """UTF-32 where of every four bytes those are zero that no character needs, else empty."""
    whole = sample[: len(sample) // 4 * 4]
    for codec, highest, high, low in (("utf-32-le", 3, 2, 1), ("utf-32-be", 0, 1, 2)):
        zero = not any(whole[highest::4]) and max(whole[high::4], default=255) <= LAST_PLANE
        if zero and any(whole[low::4]):
            return codec
    return ""


def _find_wide(suppositions: list[Supposition], sample: bytes) -> str:
    """UTF-16 where all of it would be Chinese, empty where it would not; for a few characters."""
    if sample.isascii() or len(sample) > SHORT:
        return ""
    wide = [one.codec for one in suppositions if one.codec.startswith("utf-16")]
    for codec in dict.fromkeys(wide):
        text = sample.decode(codec, "replace").removesuffix("\ufffd")
        if len(text) >= FEWEST and score(text) == _share_known(text) == 1:
            return codec
    return ""


def _is_trusted(best: Supposition, sample: bytes) -> bool:
    """Whether we would bet on it: common characters make up most of what it gives."""
    if best.codec == "utf-8":
        return best.language != "Chinese" or score(sample.decode("utf-8", "replace")) >= ENOUGH
    if best.language != "Chinese":
        return False
    text = to_text(sample, best.codec)
    if best.codec.startswith("utf-16") and _share_known(text) >= MOST:
        return True
    if _is_accented(text) or (best.codec == "euc_tw" and _is_holey(text)):
        return False
    few = sum(character > "\x7f" for character in text) < FEW
    return score(text) >= (MOST if few else ENOUGH)


def _is_holey(text: str) -> bool:
    """Whether more of it could not be decoded than one damaged place explains."""
    return len(HOLES.findall(text)) > 1 + MOST_LOST * len(text)


def _is_accented(text: str) -> bool:
    """Whether its characters are rather accented letters: they stand in words of letters."""
    runs = len(RUN.findall(text))
    letters = len(LETTER.findall(text))
    within = len(WITHIN_WORD.findall(text))
    return 2 * within >= max(runs, 1) and letters >= LETTERS_PER_CHARACTER * runs


def _choose_big5(sample: bytes) -> str:
    """HKSCS, unless it makes foreign letters of what are circled digits in the older table."""
    foreign = {
        codec: len(NOT_IN_BIG5.findall(sample.decode(codec, "replace")))
        for codec in ("big5hkscs", "big5")
    }
    return min(foreign, key=foreign.__getitem__)


def _refuse(sample: bytes, language: str, codec: str) -> UnclearEncodingError:
    return _ask(
        sample,
        f"It seems to be no Chinese but {language} text in {codec}. To read it as that, name the "
        f"encoding: --encoding {codec}. If it is Chinese, try --encoding gb18030 or big5.",
    )


def _ask(sample: bytes, sentence: str) -> UnclearEncodingError:
    guesses = list_guesses(sample)
    shown = "; ".join(f"{one.codec} «{one.preview[:SHOWN]}»" for one in guesses[:NAMED])
    return UnclearEncodingError(f"{sentence} It would begin like this: {shown}.", guesses)


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


def _decode_as_told(data: bytes, encoding: str) -> Decoded:
    try:
        return _decode(data, find_codec(encoding))
    except (LookupError, UnicodeError) as cause:
        raise SourceError(
            f"There is no encoding called {encoding}. Try utf-8, gb18030, big5 or utf-16."
        ) from cause


def _decode(data: bytes, encoding: str) -> Decoded:
    text = to_text(data, encoding).removeprefix("\ufeff")
    controls = len(CONTROLS.findall(text[:SAMPLE]))
    if controls > 2 + len(text[:SAMPLE]) // 50:
        raise SourceError("It is not text but binary data. Choose a text file.")
    lost = text.count("\ufffd")
    warnings: tuple[str, ...] = ()
    if lost:
        warnings = (f"{lost} places could not be decoded and are shown as \ufffd.",)
    if not split_way(encoding) and next(find_ways(text), None):
        warnings = (GARBLED, *warnings)
    return Decoded(text, "utf-8" if encoding == "utf-8-sig" else encoding, warnings)


def fold_width(text: str) -> str:
    """Full-width digits, letters and signs as ASCII, for reading metadata; never for the text."""
    return unicodedata.normalize("NFKC", text)
