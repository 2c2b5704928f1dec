"""Characters that are shaped for vertical lines, as they are written in horizontal ones."""

_VERTICAL = "︐︑︒︓︔︕︖︗︘︙︰︱︲︳︵︶︷︸︹︺︻︼︽︾︿﹀﹁﹂﹃﹄﹇﹈"
_HORIZONTAL = "，、。：；！？〖〗…‥—–＿（）｛｝〔〕【】《》〈〉「」『』［］"
FORMS = str.maketrans(_VERTICAL, _HORIZONTAL)
VERTICAL = frozenset(_VERTICAL)
TOLD = "Written for vertical lines: {count} brackets and other signs are shown in their usual form."


def lay_down(text: str) -> tuple[str, int]:
    """The text with horizontal signs, and how many were vertical."""
    count = sum(map(text.count, VERTICAL & set(text)))
    return (text.translate(FORMS), count) if count else (text, 0)
