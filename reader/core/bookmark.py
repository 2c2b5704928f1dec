"""What a learner marks."""

from dataclasses import dataclass

from reader.core.position import Anchor


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A marked place in an article. ``created`` is ISO 8601, UTC."""

    id: int
    article_id: int
    anchor: Anchor
    label: str
    created: str
