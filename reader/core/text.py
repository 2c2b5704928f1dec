"""Text that can be written down, and text that is an address."""

import re

LONGEST_ADDRESS = 2_000
SURROGATE = re.compile("[\ud800-\udfff]")


def make_encodable(text: str) -> str:
    """The same text, with U+FFFD for every surrogate that stands alone.

    Such halves come from file names that are no UTF-8, from broken clipboards and from a few
    encodings; no file and no library could hold them.
    """
    if not SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def join_lines(text: str) -> str:
    """A text on one line; a space stands for a line end where words of letters meet."""
    lines = [" ".join(line.split("\t")).strip() for line in text.splitlines()]
    joined = ""
    for line in filter(None, lines):
        joined += " " + line if joined[-1:].isascii() and joined and line[0].isascii() else line
    return joined


def is_address(text: str) -> bool:
    """Whether a text is the address of something on the web, and nothing besides."""
    text = text.strip()
    begins = text.lower().startswith(("http://", "https://"))
    return begins and len(text) <= LONGEST_ADDRESS and not any(map(str.isspace, text))
