"""Reads the lexicon's tables into what segmentation and readings keep of them."""

from collections.abc import Iterator
from io import StringIO

import numpy as np

from reader.language.character_map import CharacterMap
from reader.language.headwords import Headwords
from reader.language.lexicon import Levels, Lexicon
from reader.language.planting import place, place_texts, plant
from reader.language.trie import WordMap


def load_headwords(lexicon: Lexicon) -> Headwords:
    """Read the tables of the lexicon. Takes a tenth of a second: not for the window."""
    trie, nodes = plant(lexicon.read_table("words").decode())
    costs = np.frombuffer(lexicon.read_table("costs"), "<u2").astype(np.uint16)
    characters = _pairs(lexicon.read_table("characters"))
    spelled = place_texts(lexicon.read_table("readings"), nodes, trie, str)
    return Headwords(
        WordMap(trie, place(costs, nodes, trie, 0), 0),
        WordMap(trie, spelled, ""),
        dict(_pairs(lexicon.read_table("mixed"))),
        CharacterMap((key, _split(value)) for key, value in characters),
        _read_phrases(lexicon.read_table("phrases")),
    )


def load_levels(lexicon: Lexicon) -> WordMap[Levels | None]:
    """Read the HSK levels of simplified headwords. A few of them are different."""
    words, levels = zip(*lexicon.read_levels(), strict=True)
    trie, nodes = plant("\n".join(words))
    by_node: list[Levels | None] = [None] * (len(trie) + 1)
    known: dict[Levels, Levels] = {}
    for node, one in zip(nodes.tolist(), levels, strict=True):
        by_node[node] = known.setdefault(one, one)
    return WordMap(trie, by_node, None)


def _read_phrases(table: bytes) -> WordMap[tuple[str, ...]]:
    words, readings = zip(*_pairs(table), strict=True)
    trie, nodes = plant("\n".join(words))
    return WordMap(trie, place_texts("\n".join(readings).encode(), nodes, trie, _split), ())


def _pairs(table: bytes) -> Iterator[tuple[str, str]]:
    for line in StringIO(table.decode()):  # one after another: together they are megabytes
        key, _, value = line.rstrip("\n").partition("\t")
        yield key, value


def _split(spelled: str) -> tuple[str, ...]:
    return tuple(spelled.split())
