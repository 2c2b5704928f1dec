"""How bytes are to be read, as far as somebody has said."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Manner:
    """What the learner, a server or an earlier import said of bytes."""

    encoding: str | None = None
    """Named by the learner; only texts have one."""
    whole: bool = False
    """Every line of a page, not only its main text."""
    address: str = ""
    """Where a page is."""
    charset: str = ""
    """The encoding that a server named."""
