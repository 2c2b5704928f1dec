"""Text that can be written down."""

import re

SURROGATE = re.compile("[\ud800-\udfff]")


def make_encodable(text: str) -> str:
    """The same text, with U+FFFD for every surrogate that stands alone.

    Such halves come from file names that are no UTF-8, from broken clipboards and from a few
    encodings; no file and no library could hold them.
    """
    if not SURROGATE.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
