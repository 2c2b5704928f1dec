"""How running text is set, as far as a learner chooses it."""

from dataclasses import dataclass, fields

BOUNDS = {
    "line_height": (120, 320),
    "paragraph_space": (0, 200),
    "measure": (12, 80),
    "margin": (28, 240),
}
"""The least and the most of each, in its own unit."""


@dataclass(frozen=True, slots=True)
class Typography:
    """The defaults are those of a book; what is out of its bounds is brought within them."""

    line_height: int = 185
    """From line to line, in per cent of the size of a character."""
    paragraph_space: int = 50
    """Between paragraphs, in per cent of the size of a character."""
    measure: int = 38
    """Characters in a line at most: longer lines tire the eye."""
    margin: int = 36
    """Pixels beside the text at least; the marks of bookmarks need some."""
    indent: bool = True
    """Whether the first line of a paragraph starts two characters further in."""

    def __post_init__(self) -> None:
        for field in fields(self):
            if field.name in BOUNDS:
                least, most = BOUNDS[field.name]
                value = min(max(getattr(self, field.name), least), most)
                object.__setattr__(self, field.name, value)
