"""What a learner marks."""

from dataclasses import dataclass

from reader.core.position import Anchor

LABEL_LENGTH = 16
"""Characters of the text that a bookmark is called by until its learner names it."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A marked place in an article. ``created`` is ISO 8601, UTC."""

    id: int
    article_id: int
    anchor: Anchor
    label: str
    created: str


def name_place(place: Anchor) -> str:
    """What a bookmark is called that nobody gave a label: the text there."""
    return (place.after or place.before).strip()[:LABEL_LENGTH]
