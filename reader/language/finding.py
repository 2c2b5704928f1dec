"""Finds a query in an article: in any script, by pinyin, anywhere or as whole words.

Text is compared folded, so that script, width and case do not matter. A query that can be read as
pinyin is also looked for by sound: first where the characters *may* be read so, which takes no
annotation; then, where a character has several readings, by how it is read in its place.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from reader.core.article import Article
from reader.language.pinyin_query import Sound, read_sounds
from reader.language.sounds import Sounds

if TYPE_CHECKING:
    from reader.language.sound_scan import Codes, Mask

Syllables = tuple[str | None, ...]
"""One for each character of a paragraph, None where there is no reading."""


class Hit(NamedTuple):
    """``text[start:end]`` of a paragraph."""

    section: int
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Query:
    """What was typed, and whether it must be whole words."""

    text: str
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """One way to read the query as syllables, and which characters may be read so."""

    sounds: tuple[Sound, ...]
    masks: "tuple[Mask, ...]"


@dataclass(frozen=True, slots=True)
class Wish:
    """A query that was made ready for searching."""

    needles: tuple[str, ...]
    ways: tuple[Way, ...]
    whole: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The hits in a section, and what is one only if it is read as was typed."""

    hits: tuple[Hit, ...] = ()
    doubtful: tuple[Hit, ...] = ()


@dataclass(frozen=True, slots=True)
class Tools:
    """What finding needs to know of the language; each keeps the length of a text."""

    fold: Callable[[str], str]
    simplify: Callable[[str], str]
    cut: Callable[[str], Iterable[int]]
    """Where the words of a simplified text begin."""
    sounds: Callable[[], Sounds]
    rename: Callable[[str], str] = str
    """What a query says in the words of the source, where other words are shown."""
    spoken: bool = False
    """Whether readings are shown in the tones of speech, which no table knows."""


class Finder:
    """Searches one article. Any thread may use it; what it learns of the text it keeps."""

    def __init__(self, article: Article, tools: Tools) -> None:
        self._article = article
        self._tools = tools
        self._texts: dict[int, _SectionText] = {}
        self._borders: dict[tuple[int, int], frozenset[int]] = {}
        self._heard: dict[tuple[int, int], tuple[Syllables, ...]] = {}

    def read(self, query: Query) -> Wish:
        """Make a query ready. The first pinyin takes some tenths of a second."""
        text = query.text.strip()
        fold = self._tools.fold
        needles = dict.fromkeys(fold(one) for one in (text, self._tools.rename(text)) if one)
        ways = [self._make_way(sounds) for sounds in read_sounds(text)]
        return Wish(tuple(needles), tuple(way for way in ways if way), query.whole)

    def search(self, section: int, wish: Wish) -> Found:
        """Look through one section: a millisecond or two."""
        text = self._text(section)
        hits = [hit for needle in wish.needles for hit in text.find(needle)]
        doubtful: list[Hit] = []
        for way in wish.ways:
            for hit in text.find_sounds(way):
                verdict = self._judge(hit, way)
                if verdict is not False:
                    (doubtful if verdict is None else hits).append(hit)
        if wish.whole:
            hits = [hit for hit in hits if self._is_whole(hit)]
            doubtful = [hit for hit in doubtful if self._is_whole(hit)]
        return Found(merge_hits(hits), tuple(sorted(set(doubtful))))

    def hear(self, section: int, paragraph: int, readings: Iterable[Syllables]) -> None:
        """Learn how a paragraph is read: as the dictionary has it, and as it is shown."""
        self._heard[section, paragraph] = tuple(dict.fromkeys(readings))

    def check(self, doubtful: Iterable[Hit], wish: Wish) -> tuple[Hit, ...]:
        """Those that are hits indeed; their paragraphs have been heard."""
        return tuple(hit for hit in doubtful if any(self._is_read(hit, way) for way in wish.ways))

    def length(self, section: int, paragraph: int) -> int:
        """Of a paragraph, in characters."""
        return len(self._article.sections[section].paragraphs[paragraph].text)

    def has_heard(self, section: int, paragraph: int) -> bool:
        """Whether it is known how a paragraph is read."""
        return (section, paragraph) in self._heard

    def _make_way(self, sounds: tuple[Sound, ...]) -> Way | None:
        from reader.language.sound_scan import make_mask  # noqa: PLC0415 -- numpy takes its time

        classes = [self._tools.sounds().characters(sound) for sound in sounds]
        return Way(sounds, tuple(map(make_mask, classes))) if all(classes) else None

    def _judge(self, hit: Hit, way: Way) -> bool | None:
        """Whether it is a hit; None where nobody knows before the paragraph is read."""
        if self.has_heard(hit.section, hit.paragraph):
            return self._is_read(hit, way)
        if self._article.sections[hit.section].paragraphs[hit.paragraph].notes:
            return None
        sounds, characters = self._tools.sounds(), self._text(hit.section).simple_of(hit)
        verdicts = [
            sounds.judge(character, sound, any_tone=self._tools.spoken)
            for character, sound in zip(characters, way.sounds, strict=True)
        ]
        if False in verdicts:
            return False
        return None if None in verdicts else True

    def _is_read(self, hit: Hit, way: Way) -> bool:
        if len(way.sounds) != hit.end - hit.start:
            return False
        reads, characters = self._tools.sounds().reads, self._text(hit.section).simple_of(hit)
        return any(
            all(
                syllable is not None and reads(character, syllable, sound)
                for character, syllable, sound in zip(
                    characters, reading[hit.start : hit.end], way.sounds, strict=True
                )
            )
            for reading in self._heard.get((hit.section, hit.paragraph), ())
        )

    def _is_whole(self, hit: Hit) -> bool:
        text = self._article.sections[hit.section].paragraphs[hit.paragraph].text
        key = hit.section, hit.paragraph
        if key not in self._borders:
            self._borders[key] = frozenset(self._tools.cut(self._tools.simplify(text)))
        return all(_is_border(text, at, self._borders[key]) for at in (hit.start, hit.end))

    def _text(self, section: int) -> "_SectionText":
        if section not in self._texts:
            paragraphs = self._article.sections[section].paragraphs
            texts = tuple(paragraph.text for paragraph in paragraphs)
            self._texts[section] = _SectionText(section, texts, self._tools)
        return self._texts[section]


def merge_hits(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """In order and apart: of two that overlap the earlier and longer stays."""
    merged: list[Hit] = []
    for hit in sorted(hits, key=lambda one: (*one[:3], -one.end)):
        if not merged or hit[:2] != merged[-1][:2] or hit.start >= merged[-1].end:
            merged.append(hit)
    return tuple(merged)


class _SectionText:
    """The paragraphs of a section as one text, a line each, folded and simplified."""

    def __init__(self, section: int, texts: Sequence[str], tools: Tools) -> None:
        self._section = section
        self._texts = texts
        self._tools = tools
        self._starts = [0, *accumulate(len(text) + 1 for text in texts)][:-1]
        self._codes: Codes | None = None
        self._folded = "\n".join(map(tools.fold, texts))

    @cached_property
    def _simple(self) -> str:
        return "\n".join(map(self._tools.simplify, self._texts))

    def find(self, needle: str) -> Iterable[Hit]:
        """Every place of a folded needle."""
        at = self._folded.find(needle)
        while at >= 0:
            yield self._hit(at, len(needle))
            at = self._folded.find(needle, at + len(needle))

    def find_sounds(self, way: Way) -> Iterable[Hit]:
        """Every place that may be read so, those that overlap too."""
        from reader.language.sound_scan import encode, scan  # noqa: PLC0415 -- as above

        if self._codes is None:
            self._codes = encode(self._simple)
        return [self._hit(at, len(way.sounds)) for at in scan(self._codes, way.masks)]

    def simple_of(self, hit: Hit) -> str:
        """The simplified characters of a hit."""
        start = self._starts[hit.paragraph] + hit.start
        return self._simple[start : start + hit.end - hit.start]

    def _hit(self, at: int, length: int) -> Hit:
        paragraph = bisect_right(self._starts, at) - 1
        start = at - self._starts[paragraph]
        return Hit(self._section, paragraph, start, start + length)


def _is_border(text: str, at: int, words: frozenset[int]) -> bool:
    """Whether a word begins or ends there."""
    if at in words or at in {0, len(text)}:
        return True
    return not (text[at - 1].isalnum() and text[at].isalnum())
