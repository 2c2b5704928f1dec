"""Colours of tones: read on every paper, told apart by everybody."""

import tomllib
from itertools import combinations

import pytest

from reader.core.colour import Eyes, contrast, distance, make_readable
from reader.core.degree_colours import VISIBLE, choose_degree_colours
from reader.core.layers import Layers, Palette
from reader.core.paths import find_paths
from reader.core.tone_colours import (
    DISTINCT,
    READABLE,
    choose_colours,
    find_alike,
    read_colours,
)


def list_grounds() -> list[tuple[str, str]]:
    """The paper and the card of every theme."""
    found = []
    for file in sorted((find_paths().resources / "themes").glob("*.toml")):
        theme = tomllib.loads(file.read_text("utf-8"))
        colours, roles = theme["colours"], theme["roles"]
        found.append((colours[roles["page"]], colours[roles["card"]]))
    return found


GROUNDS = list_grounds()
USUAL = [palette for palette in Palette if palette is not Palette.OWN]


def test_black_on_white_has_the_greatest_contrast() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_red_and_green_are_nearer_to_each_other_for_colour_blind_eyes() -> None:
    usual = distance("#d03020", "#408020")
    assert distance("#d03020", "#408020", Eyes.DEUTERANOPE) < usual / 2
    assert distance("#d03020", "#d03020", Eyes.PROTANOPE) == 0


@pytest.mark.parametrize("grounds", GROUNDS)
@pytest.mark.parametrize("palette", Palette)
def test_every_tone_can_be_read_in_every_theme(palette: Palette, grounds: tuple[str, str]) -> None:
    for colour in choose_colours(Layers(palette=palette), grounds):
        assert all(contrast(colour, ground) >= READABLE for ground in grounds)


@pytest.mark.parametrize("grounds", GROUNDS)
@pytest.mark.parametrize("palette", USUAL)
@pytest.mark.parametrize("eyes", Eyes)
def test_everybody_tells_the_tones_apart(
    palette: Palette, grounds: tuple[str, str], eyes: Eyes
) -> None:
    colours = choose_colours(Layers(palette=palette), grounds)
    for one, other in combinations(colours, 2):
        assert distance(one, other, eyes) >= DISTINCT


@pytest.mark.parametrize("grounds", GROUNDS)
def test_every_degree_can_be_seen_in_every_theme(grounds: tuple[str, str]) -> None:
    colours = choose_degree_colours(grounds)
    assert len(set(colours)) == 7
    for colour in colours:
        assert all(contrast(colour, ground) >= VISIBLE for ground in grounds)


def test_colours_of_ones_own_that_are_missing_or_none_are_the_usual_ones() -> None:
    usual = read_colours("")
    assert read_colours("#112233 blue") == ("#112233", *usual[1:])


def test_what_colour_blind_eyes_confuse_is_named() -> None:
    assert find_alike(("#b04020", "#607020", "#2040d0", "#000000", "#d0d0d0")) == [(1, 2)]
    assert (1, 5) in find_alike(("#808080", "#00aa00", "#0000dd", "#220000", "#818181"))


def test_a_pale_colour_is_made_darker_on_white() -> None:
    assert contrast(make_readable("#ffee88", ("#ffffff",), 4.5), "#ffffff") >= 4.5
