from itertools import pairwise
from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.language.planting import find_neighbours, place, place_texts, plant
from reader.language.trie import NOWHERE, WordMap

WORDS = st.text(st.sampled_from("一丁上人中国𠮷a·"), min_size=1, max_size=6)


def make_map(known: dict[str, float]) -> WordMap[float]:
    words = sorted(known)
    trie, nodes = plant("\n".join(words))
    return WordMap(trie, place(np.array([known[w] for w in words], float), nodes, trie, inf), inf)


@given(st.dictionaries(WORDS, st.floats(0, 100), min_size=1), st.lists(WORDS))
def test_a_word_map_answers_as_a_dict_does(known: dict[str, float], asked: list[str]) -> None:
    packed = make_map(known)
    assert dict(packed) == known
    assert list(packed) == sorted(known)
    assert len(packed) == len(known)
    for word in [*asked, *known, ""]:
        assert packed.get(word) == known.get(word)
        assert packed.get(word, -1.0) == known.get(word, -1.0)
        assert (word in packed) == (word in known)


def test_what_is_no_word_is_a_missing_key() -> None:
    packed = make_map({"现代化": 1.0})
    for text in ("现", "现代", "化", "现代化了", ""):
        with pytest.raises(KeyError):
            packed[text]


def test_no_step_leads_away_from_nowhere() -> None:
    trie, _ = plant("人\n人人\n国")
    for node in range(NOWHERE, len(trie)):
        following = trie.labels[trie.starts[node] : trie.starts[node + 1]]
        assert following == ("人" if node == trie.find("人") else "")


@given(st.dictionaries(WORDS, st.text(st.characters(codec="utf-8", exclude_characters="\n"))))
def test_texts_come_back_as_they_were(known: dict[str, str]) -> None:
    words = sorted(known)
    trie, nodes = plant("\n".join(words))
    texts = place_texts("\n".join(map(known.__getitem__, words)).encode(), nodes, trie, str)
    assert [texts[trie.find(word)] for word in words] == [known[word] for word in words]
    assert texts[NOWHERE] == ""
    assert len(texts) == len(trie) + 1
    assert list(texts[:2]) == [texts[0], *list(texts)[1:2]]


@given(st.lists(WORDS))
def test_neighbours_are_those_within_words(words: list[str]) -> None:
    expected: dict[str, set[str]] = {}
    for word in words:
        for one, following in pairwise(word):
            expected.setdefault(one, set()).add(following)
    found = find_neighbours("\n".join(words))
    assert found == {one: "".join(sorted(following)) for one, following in expected.items()}
