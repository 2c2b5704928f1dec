"""The one entrance to conversion: a source text in, its display out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from reader.core.display import Display, Piece
from reader.core.errors import ReaderError, ResourceError
from reader.core.script import Script, Variant
from reader.language.contexts import Contexts, Segment, Words
from reader.language.pieces import shift
from reader.language.script import Scripts
from reader.language.tables import read_table

if TYPE_CHECKING:
    from reader.language.matching import Matcher
    from reader.language.opencc_engine import Engine, Loader

CONFIGS: Final = (
    "s2t", "t2s", "s2tw", "tw2s", "s2twp", "tw2sp", "s2hk", "hk2s", "t2tw", "t2hk",
)  # fmt: skip
"""OpenCC's names of the directions that ``Converter.convert`` knows."""

_FROM_SIMPLIFIED: Final = {
    Variant.TRADITIONAL: "s2t",
    Variant.TAIWAN: "s2tw",
    Variant.HONG_KONG: "s2hk",
    Variant.TAIWAN_PHRASES: "s2twp",
}
# tw2s leaves fewer mistakes than t2s, which keeps 看著 as it is.
_FROM_TRADITIONAL: Final = {
    Variant.SIMPLIFIED: "tw2s",
    Variant.TAIWAN: "t2tw",
    Variant.HONG_KONG: "t2hk",
    Variant.TAIWAN_PHRASES: "t2tw",
}
_AMBIGUOUS: Final = re.compile(
    "[后发干里面只台复系历钟斗谷云松范余朴征折卷舍冲准困表出制板布丑当淀恶汇获几借尽累签秋曲升坛团咸"
    "须佣吁郁御脏致志周注并胡划回姜蒙仆托游症种采]"
)
"""Characters of simplified text with several traditional forms in common use."""

_REMEMBERED: Final = 512
"""Paragraphs whose guesses are remembered: some sections."""
_SENTENCES: Final = re.compile("(?<=[。！？；])")


@dataclass(frozen=True, slots=True)
class Judgement:
    """Traditional text, and the offsets that a phrase, a name or a rule has decided."""

    text: str
    decided: frozenset[int]


class Converter:
    """Converts with the tables under ``data_dir``; may be shared between threads.

    A direction is loaded when it is first wanted, which takes a tenth of a second. ``segment``
    gives the words of simplified text, which make better guesses where phrases cross their borders.
    """

    def __init__(
        self, data_dir: Path, scripts: Scripts | None = None, segment: Segment | None = None
    ) -> None:
        self._data_dir = data_dir
        self._segment = segment
        self._lock = Lock()
        self._scripts = scripts
        self._contexts: Contexts | None = None
        self._learned: dict[str, str] = {}
        self._own: dict[str, str] = {}
        self._own_places = re.compile("(?!)")
        self._loaders: dict[bool, Loader] = {}
        self._engines: dict[tuple[str, bool], Engine] = {}
        # Every traditional form of a paragraph asks for the same guesses.
        self._guesses = lru_cache(_REMEMBERED)(self._look_for_guesses)

    def convert(self, text: str, config: str) -> Display:
        """What the official engine gives for one of ``CONFIGS``, with the map."""
        if config not in CONFIGS:
            raise _unknown(config)
        return self._find_engine(config, with_own=False).align(text)

    def learn(self, phrases: Mapping[str, str]) -> None:
        """Let the learner's own phrases, simplified to traditional, win over all others.

        They replace those learnt before. What ``check_phrase`` would refuse is passed over, since
        a damaged phrase must not keep a text from being read.
        """
        with self._lock:
            self._learned = {
                phrase: form for phrase, form in phrases.items() if _find_fault(phrase, form) == ""
            }
            self._loaders.pop(True, None)
            self._guesses.cache_clear()
            self._engines = {key: made for key, made in self._engines.items() if not key[1]}

    def improve(self, text: str, config: str) -> Display:
        """The same direction with our phrases, rules and words where it starts from simplified."""
        if config not in CONFIGS:
            raise _unknown(config)
        return self._find_engine(config, with_own=True).align(text)

    def show(self, text: str, variant: Variant, script: Script = Script.OTHER) -> Display:
        """A source paragraph as a learner wants to see it, with our own phrases.

        Always from the source, and only where its script differs: so 演算法 never becomes 演演算法.
        ``script`` is the article's, for paragraphs too short to tell.
        """
        if variant is Variant.AS_WRITTEN:
            return Display(text)
        detect = self._find_scripts().detect
        found = detect(text)
        if found is not Script.MIXED:
            return self._show_part(text, variant, script if found is Script.OTHER else found)
        parts: list[str] = []
        pieces: list[Piece] = []
        source = shown = 0
        for sentence in _SENTENCES.split(text):
            found = detect(sentence)
            display = self._show_part(sentence, variant, script if found is Script.OTHER else found)
            pieces += shift(display.pieces, source, shown)
            parts.append(display.text)
            source += len(sentence)
            shown += len(display.text)
        return Display("".join(parts), tuple(pieces))

    def judge(self, text: str) -> Judgement:
        """Simplified text in OpenCC's standard traditional forms, of equal length, with reasons."""
        matcher = self._find_engine("s2t", with_own=True).first_stage
        decided: set[int] = set()
        converted = self._choose(text, matcher, decided)
        return Judgement(converted, frozenset(decided))

    def find_guesses(self, text: str) -> tuple[int, ...]:
        """Offsets of characters in simplified text whose traditional form is only a guess.

        They have several in common use, and no phrase, name or rule has decided.
        """
        return self._guesses(text) if _AMBIGUOUS.search(text) else ()

    def _look_for_guesses(self, text: str) -> tuple[int, ...]:
        decided = self.judge(text).decided
        return tuple(
            match.start() for match in _AMBIGUOUS.finditer(text) if match.start() not in decided
        )

    def _show_part(self, text: str, variant: Variant, found: Script) -> Display:
        if found is Script.MIXED:  # nothing is lost by converting what is converted already
            found = Script.TRADITIONAL if variant is Variant.SIMPLIFIED else Script.SIMPLIFIED
        if found is Script.SIMPLIFIED and variant in _FROM_SIMPLIFIED:
            return self._find_engine(_FROM_SIMPLIFIED[variant], with_own=True).align(text)
        if found is Script.TRADITIONAL and variant in _FROM_TRADITIONAL:
            return self._find_engine(_FROM_TRADITIONAL[variant], with_own=True).align(text)
        return Display(text)

    def _find_scripts(self) -> Scripts:
        with self._lock:
            if self._scripts is None:
                self._scripts = Scripts(self._data_dir)
            return self._scripts

    def _find_engine(self, config: str, *, with_own: bool) -> Engine:
        with self._lock:
            if (config, with_own) not in self._engines:
                self._engines[config, with_own] = self._make_engine(config, with_own=with_own)
            return self._engines[config, with_own]

    def _make_engine(self, config: str, *, with_own: bool) -> Engine:
        # The package is imported by the first conversion, not by the start of the program.
        from reader.language.opencc_engine import Engine, Loader  # noqa: PLC0415 -- opencc, when first needed

        if with_own not in self._loaders:
            if with_own:
                self._own = read_table(self._data_dir / "phrases_s2t.tsv") | self._learned
                longest_first = sorted(map(re.escape, self._own), key=len, reverse=True)
                self._own_places = re.compile("|".join(longest_first))
                self._contexts = Contexts(self._data_dir / "contexts_s2t.tsv")
            self._loaders[with_own] = Loader(
                self._data_dir / "opencc", self._own if with_own else None
            )
        return Engine(self._loaders[with_own], config, self._guide if with_own else None)

    def _guide(self, text: str, matcher: Matcher) -> str:
        return self._choose(text, matcher, None)

    def _choose(self, text: str, matcher: Matcher, decided: set[int] | None) -> str:
        """The first stage with words, our phrases and our rules."""
        words = self._segment and Words(
            text, self._segment, self._own.__contains__, matcher.is_phrase
        )
        fits = words.fits if words else None
        converted = matcher.convert(text, fits)[0]
        if decided is not None:
            for start, end in matcher.find_keys(text, fits):
                decided.update(range(start, end))
        if words:
            converted = words.mend_surnames(text, converted, decided)
        if self._contexts:
            settled = words.settle if words else (lambda _: False)
            converted = self._contexts.mend(text, converted, settled, decided)
        for match in self._own_places.finditer(text):
            start, end = match.span()
            converted = converted[:start] + self._own[match[0]] + converted[end:]
        return converted


def check_phrase(phrase: str, form: str) -> None:
    """Raise ReaderError where one text cannot stand for the other."""
    fault = _find_fault(phrase, form)
    if fault:
        raise ReaderError(fault)


def _find_fault(phrase: str, form: str) -> str:
    if not phrase.strip() or not form.strip():
        return "There is nothing to convert. Write a word in simplified characters, and its form."
    if len(phrase) != len(form):
        return f"{phrase} cannot become {form}: both must have the same number of characters."
    if phrase == form and len(phrase) == 1:
        return f"{phrase} alone always becomes itself then. Write the word that it stands in."
    return ""


def _unknown(config: str) -> ResourceError:
    return ResourceError(f"There is no conversion {config}. Choose {', '.join(CONFIGS)}.")
