"""How every benchmark prints: a table for people, one JSON object as the last line for programs."""

import json
import sys
from collections.abc import Mapping, Sequence


def print_figures(title: str, figures: Mapping[str, float], units: Mapping[str, str]) -> None:
    """Print name, number and unit of each figure; with ``--json`` also one object at the end.

    ``units`` maps the end of a name (``_ms``) to what stands behind the number.
    """
    print(f"\n{title}")
    width = max(map(len, figures), default=0)
    for name, value in figures.items():
        unit = next((unit for end, unit in units.items() if name.endswith(end)), "")
        print(f"  {name:<{width}}  {value:10.2f} {unit}")
    if "--json" in sys.argv:
        print(json.dumps({name: round(value, 4) for name, value in figures.items()}))


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which ``share`` (0 to 1) of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]
