"""The actions that switch what is laid over the text."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from reader.core.layers import Layers, RubyOn
from reader.ui.choices import Choices
from reader.ui.ruby_plan import name_level
from reader.ui.translation import translate


class LayerSwitches(QObject):
    """One key for each layer, and one for which words have readings."""

    told = Signal(str)
    """What is laid over the text now, where the text alone may not show it."""

    def __init__(self, parent: QObject, actions: dict[str, QAction], choices: Choices) -> None:
        super().__init__(parent)
        self._choices = choices
        self._switches = {
            actions["ruby"]: "ruby",
            actions["tones"]: "tones",
            actions["levels"]: "words_marked",
        }
        for action, name in self._switches.items():
            action.triggered.connect(lambda on, layer=name: self._change(**{layer: on}))
        actions["ruby_on"].triggered.connect(self.choose_next_words)

    def set_layers(self, layers: Layers) -> None:
        """Show which layers are on."""
        for action, name in self._switches.items():
            action.setChecked(bool(getattr(layers, name)))

    def choose_next_words(self) -> None:
        """Readings above other words: all, those above a level, unknown ones, the marked one."""
        layers, ways = self._choices.settings.layers, list(RubyOn)
        step = 1 if layers.ruby else 0
        way = ways[(ways.index(layers.ruby_on) + step) % len(ways)]
        self._change(ruby=True, ruby_on=way)
        self.told.emit(_describe(self._choices.settings.layers))

    def _change(self, **fields: Any) -> None:
        self._choices.change(layers=replace(self._choices.settings.layers, **fields))


def _describe(layers: Layers) -> str:
    above = translate("Layers", "Readings above words beyond HSK {level} ({standard}).")
    return {
        RubyOn.ALL: translate("Layers", "Readings above all words."),
        RubyOn.LEVEL: above.format(level=name_level(layers.ruby_level), standard=layers.hsk),
        RubyOn.UNKNOWN: translate("Layers", "Readings above words that you do not know yet."),
        RubyOn.POINTER: translate("Layers", "A reading above the word under the pointer."),
    }[layers.ruby_on]
