"""Text that was read in a wrong encoding once and saved so: what it was can often be had back.

A way back is written ``utf-8>cp1252>gb18030``: bytes that are UTF-8, whose text was written as
CP1252 by mistake and is meant to be GB18030. It stands wherever the name of a codec does.
"""

import re

MARK = ">"
MOST_LOST = 0.25
"""The share of lost characters up to which a repair is worth it."""
_HIGH = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ"
"""The upper signs of CP1252, from 0x80 on; its gaps as browsers fill them."""
BYTES = {ord(sign): 0x80 + number for number, sign in enumerate(_HIGH)}
RUN = re.compile(f"[\x20-\xff{_HIGH}]+")
ACCENTED = re.compile("[\x80-\xff]")
"""Looked for in a run that was found: within the pattern it would be looked for from every sign."""


def split_way(codec: str) -> tuple[str, str, str] | None:
    """The three codecs of a way back; None where it is the name of one codec."""
    parts = codec.split(MARK)
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 else None


def repair(text: str, written: str, meant: str) -> str:
    """The text as it was meant to be, line by line; what does not fit stays."""
    if written == "cp1252":
        return RUN.sub(lambda run: _repair_run(run[0], meant), text)
    return "\n".join(_repair_line(line, written, meant) for line in text.split("\n"))


def _repair_run(run: str, meant: str) -> str:
    if not ACCENTED.search(run):
        return run
    data = bytes(BYTES.get(ord(sign), ord(sign) & 0xFF) for sign in run)
    return _decode(data, meant) or run


def _repair_line(line: str, written: str, meant: str) -> str:
    plain = line.replace("\ufffd", "?")
    data = plain.encode(written, "replace")
    strange = data.count(b"?") - plain.count("?")
    return line if strange > MOST_LOST * len(line) else _decode(data, meant) or line


def _decode(data: bytes, meant: str) -> str:
    """The text of bytes; empty where too much of it would be lost."""
    text = data.decode(meant, "replace")
    beyond = sum(sign > "\x7f" for sign in text)
    return text if text.count("\ufffd") <= MOST_LOST * beyond else ""
