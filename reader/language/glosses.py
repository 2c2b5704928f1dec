"""CC-CEDICT's glosses in a form for readers: words with their pinyin, measure words apart."""

import re
from dataclasses import dataclass
from functools import lru_cache

from reader.core.notation import Notation
from reader.language.tones import parse_syllable, write_word

_HAN = r"[㐀-䶿一-鿿豈-﫿〇\U00020000-\U0003ffff]"
_PAIR = re.compile(rf"(?P<traditional>{_HAN}+)\|(?P<simplified>{_HAN}+)")
_SYLLABLES = re.compile(r"\[(?P<pinyin>[A-Za-zü:]+[1-5](?:[ ,]+[A-Za-zü:]+[1-5])*)\]")
_INNER_MEASURE = re.compile(r"\s*\(CL:([^()]*)\)")
REFERENCE = re.compile(
    r"(?P<traditional>[^\s|\[\],;()]+)(?:\|(?P<simplified>[^\s|\[\],;()]+))?\[(?P<pinyin>[^\]]+)\]"
)
MEASURE = "CL:"
_WORD = r"(?P<traditional>[^\s|\[\],;()a-z]+)(?:\|(?P<simplified>[^\s|\[\],;()]+))?"
_LEAD = re.compile(
    r"(?:^|\()(?P<relation>(?:\([^)]*\) )?(?:[A-Za-z-]+ ){0,3}?"
    r"(?:(?:variant|form|abbreviation|abbr\.) (?:of|for)|see(?: also)?|same as|used in"
    r"|equivalent of)) " + _WORD + r"(?:\[(?P<pinyin>[^\]]+)\])?"
)


@dataclass(frozen=True, slots=True)
class Target:
    """The word that a gloss leads to; ``alone`` where the gloss says nothing else."""

    relation: str
    traditional: str
    simplified: str
    syllables: tuple[str, ...]
    alone: bool


@lru_cache(1 << 14)
def find_lead(gloss: str) -> Target | None:
    """Where ``variant of 裡|里[li3]``, ``see …``, ``abbr. for …`` and their like lead to."""
    found = _LEAD.search(gloss)
    if found is None:
        return None
    pinyin = (found["pinyin"] or "").replace("u:", "ü").split()
    traditional = found["traditional"]
    return Target(
        found["relation"],
        traditional,
        found["simplified"] or traditional,
        tuple(pinyin),
        alone=not gloss.startswith("(") and found.start() == 0 and found.end() == len(gloss),
    )


def plain_gloss(gloss: str, *, traditional: bool, notation: Notation = Notation.MARKS) -> str:
    """``variant of 裡|里[li3]`` as ``variant of 里 lǐ``, in the script that is wanted."""

    def write(match: re.Match[str]) -> str:
        return f"{choose(match)} {write_pinyin(match['pinyin'], notation)}"

    def choose(match: re.Match[str]) -> str:
        simplified = match["simplified"] or match["traditional"]
        return match["traditional"] if traditional else simplified

    written = _PAIR.sub(choose, REFERENCE.sub(write, gloss))
    return _SYLLABLES.sub(lambda match: write_pinyin(match["pinyin"], notation), written)


def write_pinyin(spelled: str, notation: Notation = Notation.MARKS) -> str:
    """CC-CEDICT's ``nu:3 er2`` as ``nǚ'ér``; what is no pinyin stays."""
    parts = spelled.replace("u:", "ü").replace(",", " ").split()
    syllables = [parse_syllable(part) for part in parts]
    if not all(syllables):
        return spelled
    return write_word(syllables, notation, proper=parts[0][:1].isupper())


def take_measures(glosses: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The glosses themselves, and the measure words that CC-CEDICT lists in or among them."""
    measures: list[str] = []
    plain = []
    for gloss in glosses:
        if gloss.startswith(MEASURE):
            measures += gloss.removeprefix(MEASURE).split(",")
        else:
            inner = _INNER_MEASURE.search(gloss)
            measures += inner[1].split(",") if inner else ()
            plain.append(_INNER_MEASURE.sub("", gloss))
    return tuple(plain), tuple(dict.fromkeys(measures))
