"""What the keys do while the text has the keyboard."""

from collections.abc import Callable

from reader.ui.explaining import Explaining
from reader.ui.pane import Pane
from reader.ui.spotlight import Spotlight
from reader.ui.word_pointer import WordPointer


def list_moves(
    pane: Pane, pointer: WordPointer, spotlight: Spotlight, explaining: Explaining
) -> dict[str, Callable[[], None]]:
    """What each of the commands of the text does."""
    return {
        "word_on": lambda: pointer.walk(1),
        "word_back": lambda: pointer.walk(-1),
        "look": explaining.look,
        "page_on": lambda: pane.turn_page(1),
        "page_back": lambda: pane.turn_page(-1),
        "line_on": lambda: spotlight.go(1),
        "line_back": lambda: spotlight.go(-1),
        "start": lambda: pane.go_to_edge(-1),
        "end": lambda: pane.go_to_edge(1),
    }
