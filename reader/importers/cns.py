"""EUC-TW and ISO-2022-CN, for which Python has no codec.

Planes 1 and 2 of CNS 11643 hold the characters of Big5 in nearly the same order. ``RUNS`` says
where the order is the same; the characters come from Python's own table of Big5.
"""

import codecs
import re
from functools import lru_cache

from reader.importers.cns_runs import RUNS
from reader.importers.garbling import MARK, repair, split_way
from reader.importers.realigning import realign

ROW = 94
BIG5_ROW = 157
BIG5_TRAILS = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
PLANES = (1, 2)
EUC_TW = re.compile(rb"\x8e[\xa1-\xb0][\xa1-\xfe]{2}|[\xa1-\xfe]{2}|[\x00-\x7f]+|.", re.DOTALL)
SHIFTS = re.compile(rb"\x1b\$\)([AG])|\x1b\$\*H|\x0e|\x0f|\n|\x1bN([!-~]{2})")
"""Of ISO-2022-CN: what the shift means, the second plane, shift out and in, one of the second."""
IN_GB = b"A"
GB = frozenset(("gb18030", "gbk", "gb2312"))
LOST = "\ufffd"
NAMES = {"euc_tw": "euc_tw", "iso2022_cn": "iso2022_cn", "x_euc_tw": "euc_tw", "cns11643": "euc_tw"}


def find_codec(name: str) -> str:
    """The name by which this program knows a codec. Raises LookupError where there is none."""
    way = split_way(name)
    if way:
        return MARK.join(find_codec(part) for part in way)
    plain = name.strip().lower().replace("-", "_").replace("iso_2022", "iso2022")
    return NAMES.get(plain) or codecs.lookup(name).name


def to_text(data: bytes, codec: str) -> str:
    """Bytes as text; what is none in this codec becomes U+FFFD.

    In GB 18030 and EUC-TW a lost byte does not spoil the characters behind it.
    """
    way = split_way(codec)
    if way:
        return repair(to_text(data, way[0]), *way[1:])
    if codec == "euc_tw":
        return _read_euc_tw(realign(data, lambda pair: _decodings().get(pair, LOST)))
    if codec == "iso2022_cn":
        return _read_iso_2022(data)
    if codec in GB:
        data = realign(data, lambda pair: pair.decode(codec, "replace"))
    return data.decode(codec, "replace")


def from_text(text: str) -> bytes:
    """A text in EUC-TW, for tests and figures. Raises UnicodeEncodeError as codecs do."""
    table = _encodings()
    for at, character in enumerate(text):
        if character > "\x7f" and character not in table:
            raise UnicodeEncodeError("euc_tw", text, at, at + 1, "not in planes 1 and 2")
    return b"".join(table.get(c) or c.encode("ascii") for c in text)


def _read_euc_tw(data: bytes) -> str:
    table = _decodings()
    return "".join(
        part.decode("ascii") if part[0] < 0x80 else table.get(part, LOST)
        for part in EUC_TW.findall(data)
    )


def _read_iso_2022(data: bytes) -> str:
    """Each line begins in ASCII; which set a shift means is said by an escape before."""
    parts, end, shifted, charset = list[str](), 0, False, IN_GB
    for mark in SHIFTS.finditer(data):
        if mark.start() > end:
            parts.append(_read_run(data[end : mark.start()], charset if shifted else b""))
        end, sign = mark.end(), mark.group()
        if mark.group(1):
            charset = mark.group(1)
        elif mark.group(2):
            pair = bytes(byte | 0x80 for byte in mark.group(2))
            parts.append(_decodings().get(b"\x8e\xa2" + pair, LOST))
        elif sign == b"\n":
            parts.append("\n")
            shifted = False
        elif sign in b"\x0e\x0f":
            shifted = sign == b"\x0e"
    parts.append(_read_run(data[end:], charset if shifted else b""))
    return "".join(parts)


def _read_run(run: bytes, charset: bytes) -> str:
    if not charset:
        return run.decode("ascii", "replace")
    high = bytes(byte | 0x80 for byte in run)
    return high.decode("gb2312", "replace") if charset == IN_GB else _read_euc_tw(high)


@lru_cache(maxsize=1)
def _decodings() -> dict[bytes, str]:
    """Every code of planes 1 and 2, with the character that Big5 has for it."""
    found: dict[bytes, str] = {}
    for plane, start, big5, count in RUNS:
        for step in range(count):
            lead, trail = divmod(big5 + step, BIG5_ROW)
            pair = bytes((lead + 0xA1, BIG5_TRAILS[trail]))
            character = pair.decode("big5", "ignore")
            row, cell = divmod(start + step, ROW)
            code = bytes((row + 0xA1, cell + 0xA1))
            found.setdefault(b"\x8e" + bytes((0xA0 + plane,)) + code, character)
            if plane == 1:
                found.setdefault(code, character)
    return found


@lru_cache(maxsize=1)
def _encodings() -> dict[str, bytes]:
    codes = sorted(_decodings().items(), key=lambda item: -len(item[0]))
    return {character: code for code, character in codes}
