"""Third tones in a row: all but the last of a group become second tones.

A phrase is a tree: characters in feet of words, words in feet of the phrase, feet in stretches.
What is close together is settled first, so that 小|老虎 is 3-2-3 but 展览|馆 2-2-3.

小 老虎      我 很好      展览 馆      五百 九十
3  2  3      3  2 3       2 2  3       2 2  3 2
"""

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import groupby, pairwise
from typing import TypeAlias

from reader.language.spoken_phrase import Phrase

Tree: TypeAlias = "int | Sequence[Tree]"
Span: TypeAlias = tuple[int, int]

_ONE_AND_TWO = frozenset(
    (
        *("小两口", "小九九", "小奶狗", "小拇指", "小老鼠", "小酒馆", "小雨伞", "小老虎", "小老板"),
        *("小小姐", "小宝宝", "小马驹", "老两口", "老古板", "老处女", "老古董", "老领导"),
        *("老保姆", "母老虎", "纸老虎", "死老鼠", "米老鼠", "狗咬狗", "冷处理", "水处理", "古雅典"),
        *("打哑语", "打手语", "洒狗血", "淌口水", "吐口水", "吐苦水", "点鬼火", "解小手", "耍笔杆"),
        *("有影响", "想倒美", "好领导", "女选手", "女导演", "女领导", "总导演", "总领导", "孔乙己"),
    )
)
"""Words of three third tones whose last two belong together; in all others the first two do."""
_NUMERALS = frozenset("零〇一二三四五六七八九十百千万亿两点")
_NUMBER = re.compile("[一二三四五六七八九两]?[十百千万亿]+|点|[零〇一二三四五六七八九两]{1,2}|.")
_BINDING = frozenset("很也只已最更给把与比可")
"""Adverbs and prepositions that lean on what follows, rather than on what comes before."""
_OPENING = frozenset(("与", "以", "以及", "以便", "以免", "使", "使得", "比", "往", "所以"))
"""A speaker breathes before these where enough has been said already."""
_BREATH = 4


class _Kind(Enum):
    NUMBER = "number"
    SINGLE = "single"
    WORD = "word"


def change_third_tones(phrase: Phrase) -> None:
    """Give second tones to third tones before third tones."""
    for stretch in _cut(phrase):
        _settle(tuple(_bind(phrase.text, list(_list_feet(phrase, stretch)))), phrase.tones)


def _settle(tree: Tree, tones: list[str]) -> Span:
    """Settle the branches, then the joints between them from the left. Returns the outer leaves."""
    if isinstance(tree, int):
        return tree, tree
    ends = [_settle(branch, tones) for branch in tree]
    for (_, left), (right, _) in pairwise(ends):
        if tones[left] == tones[right] == "3":
            tones[left] = "2"
    return ends[0][0], ends[-1][1]


def _cut(phrase: Phrase) -> Iterator[Sequence[Span]]:
    """Words up to where the speaker may breathe."""
    first = 0
    for index, (start, end) in enumerate(phrase.words):
        said = start - phrase.words[first][0]
        if said >= _BREATH and phrase.text[start:end] in _OPENING and end < len(phrase.text):
            yield phrase.words[first:index]
            first = index
    yield phrase.words[first:]


def _list_feet(phrase: Phrase, words: Sequence[Span]) -> Iterator[Tree]:
    """Numbers by their units, single characters by twos, longer words as they are built."""
    for kind, group in groupby(words, key=lambda span: _sort(phrase.text, span)):
        spans = list(group)
        if kind is _Kind.NUMBER:
            yield from _split_number(phrase.text, spans)
        elif kind is _Kind.SINGLE:
            yield from _pair(phrase.text, [start for start, _ in spans])
        else:
            yield from (_build(phrase, start, end) for start, end in spans)


def _bind(text: str, feet: Sequence[Tree]) -> Iterator[Tree]:
    """Join an adverb that stands alone to the word after it: 我|很喜欢."""
    waiting: list[Tree] = []
    for foot in feet:
        waiting.append(foot)
        if not (isinstance(foot, tuple) and len(foot) == 1 and _binds(text, foot[0])):
            yield tuple(waiting)
            waiting = []
    yield from waiting


def _binds(text: str, leaf: Tree) -> bool:
    return isinstance(leaf, int) and text[leaf] in _BINDING


def _sort(text: str, span: Span) -> _Kind:
    start, end = span
    if _NUMERALS.issuperset(text[start:end]):
        return _Kind.NUMBER
    return _Kind.SINGLE if end - start == 1 else _Kind.WORD


def _split_number(text: str, words: Sequence[Span]) -> Iterator[Tree]:
    for part in _NUMBER.finditer(text, words[0][0], words[-1][1]):
        yield tuple(range(*part.span()))


def _pair(text: str, offsets: list[int]) -> Iterator[Tree]:
    """请|给我, 我|也想, 给我|点首|歌."""
    while offsets:
        size = 1 if _stands_before_pair(text, offsets) else 2
        yield tuple(offsets[:size])
        del offsets[:size]


def _stands_before_pair(text: str, offsets: Sequence[int]) -> bool:
    """Whether the first of these leaves the second to the third."""
    if len(offsets) < 3:
        return False
    return text[offsets[1]] in _BINDING and text[offsets[2]] not in _BINDING


def _build(phrase: Phrase, start: int, end: int) -> Tree:
    """The parts of a word: a name is 1 + 2, all else goes by twos unless it is known better."""
    size = end - start
    if size == 3 and (start in phrase.names or phrase.text[start:end] in _ONE_AND_TWO):
        return (start, (start + 1, start + 2))
    return tuple(tuple(range(at, min(at + 2, end))) for at in range(start, end, 2))
