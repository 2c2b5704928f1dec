"""Fields of a DOCX that make text of their own: readings above characters, signs around them.

Word writes a reading as ``EQ \\* jc2 \\o\\ad(\\s\\up 9(háng),行)``; the text has not even 行.
"""

import re

from reader.importers.html_ruby import pair_ruby

READING = re.compile(
    r"\s{0,9}EQ\b[^()（）]{0,200}?\\o\s{0,3}(?:\\a[dlrc]\s{0,3})?[(（]\s{0,3}"
    r"(?:\\s\s{0,3}\\(?:up|do)\s{0,3}\d{0,3}\s{0,3}[(（](?P<reading>[^()（）]{1,60})[)）]|(?P<sign>[^(),，]{1,9}))"
    r"\s{0,3}[,，;；](?P<base>[^()（）]{1,60})[)）]\s{0,9}",
    re.IGNORECASE,
)


def read_field(code: str) -> str:
    """The text that a field makes; empty where the document itself tells it."""
    match = READING.fullmatch(code)
    if match is None:
        return ""
    return pair_ruby(match["base"].strip(), (match["reading"] or "").strip())
