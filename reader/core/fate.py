"""What becomes of a text that is to join the library."""

from enum import StrEnum


class Fate(StrEnum):
    """What became of a text."""

    ADDED = "added"
    CHANGED = "changed"
    """It is another version of an article that was there, and has taken its place."""
    SAME_BYTES = "same bytes"
    SAME_TEXT = "same text"
    """Its bytes are new, but an article with just this text is there."""
    FAILED = "failed"
    PASSED_OVER = "passed over"
    """Files beside texts that hold none: pictures, hidden ones. Nobody asked for them."""

    @property
    def known(self) -> bool:
        """Whether it was in the library already."""
        return self in {Fate.SAME_BYTES, Fate.SAME_TEXT}
