"""The page of the settings for readings and colours."""

from dataclasses import replace

from pytestqt.qtbot import QtBot

from reader.core.layers import Hsk, Layers, Palette, RubyOn, RubyUnit, Scale
from reader.core.settings import Settings
from reader.ui.layer_settings import LayerSettings

CHOSEN = Layers(
    ruby=True,
    ruby_on=RubyOn.LEVEL,
    ruby_unit=RubyUnit.CHARACTER,
    ruby_level=5,
    ruby_size=60,
    ruby_colour="#123456",
    hsk=Hsk.OLD,
    tones=True,
    tones_on_text=False,
    palette=Palette.HANPING,
    words_marked=True,
    scale=Scale.FREQUENCY,
)


def make(qtbot: QtBot, layers: Layers) -> LayerSettings:
    """The page, showing what was chosen."""
    page = LayerSettings()
    qtbot.addWidget(page)
    page.fill(Settings(layers=layers))
    return page


def test_the_page_shows_what_was_chosen_and_changes_nothing_by_itself(qtbot: QtBot) -> None:
    assert make(qtbot, CHOSEN).apply(Settings()).layers == CHOSEN


def test_other_settings_stay(qtbot: QtBot) -> None:
    settings = Settings(font_size=31)
    assert make(qtbot, CHOSEN).apply(settings) == replace(settings, layers=CHOSEN)


def test_colours_of_ones_own_are_shown_only_where_they_are_chosen(qtbot: QtBot) -> None:
    page = make(qtbot, Layers())
    assert not page.form.isRowVisible(page.own_row)
    page.palette_choice.setCurrentIndex(page.palette_choice.findData(Palette.OWN))
    page.apply(Settings())
    assert page.form.isRowVisible(page.own_row)


def test_tones_that_look_alike_to_somebody_are_named(qtbot: QtBot) -> None:
    page = make(qtbot, Layers(palette=Palette.OWN))
    first = page.apply(Settings()).layers.own_tones.split()[0]
    with qtbot.waitSignal(page.edited):
        page.choose_tone(3, first)
    assert page.apply(Settings()).layers.own_tones.split()[3] == first
    assert "1–4" in page.alike.text()
    assert page.form.isRowVisible(page.alike)


def test_the_usual_colours_of_ones_own_are_told_apart_by_everybody(qtbot: QtBot) -> None:
    page = make(qtbot, Layers(palette=Palette.OWN))
    assert not page.form.isRowVisible(page.alike)
