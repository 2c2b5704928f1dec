"""The colours of how common words are, from the first level to the last.

They go from blue to red by way of green and yellow, and grow darker (on dark paper: lighter) from
step to step, so that their order is seen by any eyes.
"""

from reader.core.colour import luminance, make_readable

VISIBLE = 3.0
"""The contrast that WCAG 2 asks for in what is no text."""
_LIGHT = ("#5aa0e0", "#2f8fb5", "#1d8a6e", "#6b8a12", "#b57a00", "#c0501a", "#8a1030")
_DARK = ("#4468b0", "#3d86b8", "#3aa38c", "#7fb84a", "#d0b83a", "#f0a070", "#ffc0c8")


def choose_degree_colours(grounds: tuple[str, ...]) -> tuple[str, ...]:
    """Seven colours that can be seen on all these grounds."""
    dark = max(map(luminance, grounds)) < 0.18
    return tuple(make_readable(one, grounds, VISIBLE) for one in (_DARK if dark else _LIGHT))
