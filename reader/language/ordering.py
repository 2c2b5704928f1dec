"""Which entry, and which of its glosses, a learner wants to see first."""

import re
from collections.abc import Sequence

from reader.core.word import Entry
from reader.language.glosses import find_lead
from reader.language.usual_glosses import (
    is_called_unusual,
    is_called_usual,
    usual_rank,
)

_RARE = re.compile(
    r"^\((?:(?:[A-Z][a-z]+ )?(?:old|archaic|classical|literary|dialect|slang|vulgar|ancient)"
    r"|obsolete|Cantonese|Korean gugja|Tw)\b"
    r"|^used in place names$"
)
_SURNAME = re.compile(r"^(?:two-character |compound )?surname |\(surname\)")
_SANDHI = frozenset("一七八不")


def order_entries(
    written: str,
    syllables: tuple[str | None, ...],
    entries: tuple[Entry, ...],
    forms: Sequence[str],
) -> tuple[Entry, ...]:
    """Entries that are read as here come first; of those the usual, written as here.

    ``forms``: the traditional characters that a simplified one stands for, the likely one first
    (后 is rather 後 than 后). Surnames, rare senses and mere variants come last, also where a
    usual entry differs from what is read by a neutral tone only (媳妇).
    """
    likely = {form: rank for rank, form in enumerate(forms)}
    for entry in entries:
        target = find_lead(entry.glosses[0])
        if target and entry.traditional in likely:
            rank = likely[entry.traditional]
            likely[target.traditional] = min(rank, likely.get(target.traditional, rank))

    def misfit(entry: Entry) -> tuple[int, ...]:
        spoken = tuple(syllable.lower() for syllable in entry.syllables)
        weight = _weigh_entry(entry)
        return (
            not _is_near(spoken, syllables),
            weight > 1,
            spoken != syllables,
            written not in {entry.traditional, entry.simplified},
            weight,
            usual_rank(entry) or 0,
            _is_variant(entry),
            likely.get(entry.traditional, len(forms)) if written == entry.simplified else 0,
        )

    return tuple(sorted(entries, key=misfit))


def order_glosses(glosses: tuple[str, ...]) -> tuple[str, ...]:
    """The usual meanings first, then the rare and the dated, at last the surname."""
    return tuple(sorted(glosses, key=_weigh))


def is_usual(entry: Entry) -> bool:
    """Whether an entry has a meaning that is neither rare nor a surname nor that of a variant."""
    return _weigh_entry(entry) < 2


def fits(entry: Entry, syllables: Sequence[str | None]) -> bool:
    """Whether an entry is read as here, spoken tones and neutral ones allowed for."""
    if len(entry.syllables) != len(syllables):
        return False
    return all(
        here is None or _sounds_like(syllable.lower(), here, character)
        for syllable, here, character in zip(
            entry.syllables, syllables, entry.simplified, strict=False
        )
    )


def _sounds_like(syllable: str, here: str, character: str) -> bool:
    if syllable == here:
        return True
    if syllable[:-1] != here[:-1]:
        return False
    tones = {syllable[-1], here[-1]}
    return "5" in tones or character in _SANDHI or (syllable[-1], here[-1]) == ("3", "2")


def _weigh_entry(entry: Entry) -> int:
    """By its best gloss; a name (with a capital) is less likely than a word."""
    if is_called_usual(entry):
        return 0
    best = min(map(_weigh, entry.glosses))
    if best < 2 and is_called_unusual(entry):
        return 2
    if best < 3 and _is_variant(entry):
        return 3
    return best or int(entry.syllables[0][:1].isupper())


def _is_near(spoken: Sequence[str], here: Sequence[str | None]) -> bool:
    """Whether a reading differs from the one here by neutral tones at most."""
    return len(spoken) == len(here) and all(
        one == other or other is None or (one[:-1] == other[:-1] and "5" in {one[-1], other[-1]})
        for one, other in zip(spoken, here, strict=True)
    )


def _is_variant(entry: Entry) -> bool:
    """Whether a gloss says that the entry is another way to write one of the same headword."""
    leads = [lead for lead in map(find_lead, entry.glosses) if lead and "variant" in lead.relation]
    return any(
        lead.traditional != entry.traditional != entry.simplified == lead.simplified
        for lead in leads
    )


def _weigh(gloss: str) -> int:
    if _SURNAME.search(gloss):
        return 4
    lead = find_lead(gloss)
    if lead and "variant" in lead.relation and (lead.alone or not gloss.startswith(lead.relation)):
        return 3
    if _RARE.search(gloss):
        return 2
    return int(gloss.startswith(("Taiwan pr.", "also pr.", "also written", "see also")))
