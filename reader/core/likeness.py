"""Whether two texts are versions of one."""

QUOTE = 12
"""Code points: long enough not to stand in another text by chance."""
SHORTEST_QUOTE, PARTS = 5, 12
"""Of a few sentences: an edit in each of them leaves no long quote whole."""
QUOTES = 40
SHORTEST = 0.2
"""A text that is shorter than this share of the other is a part of it or a quote, no version."""
ALIKE = 0.5
"""From this share of common quotes on, texts are versions of one."""


def are_versions(one: str, other: str) -> bool:
    """Whether texts are alike. White space does not count."""
    first, second = "".join(one.split()), "".join(other.split())
    shorter, longer = sorted((first, second), key=len)
    if not shorter or len(shorter) < SHORTEST * len(longer):
        return False
    return max(_share(first, second), _share(second, first)) >= ALIKE


def _share(quoted: str, text: str) -> float:
    """How many of the quotes that are taken evenly from one text stand in another, 0 to 1."""
    length = min(QUOTE, max(SHORTEST_QUOTE, len(quoted) // PARTS))
    last = max(0, len(quoted) - length)
    count = min(QUOTES, last + 1)
    starts = {round(last * number / max(1, count - 1)) for number in range(count)}
    return sum(quoted[start : start + length] in text for start in starts) / len(starts)
