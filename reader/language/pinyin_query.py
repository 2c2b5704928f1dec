"""What somebody means who types pinyin into a search line: ``xianzai``, ``xiàn zài``, ``xian4``.

Tones may be marked, numbered or left out, for each syllable; ü may be v or u:. Where letters can
be cut into syllables in several ways (xian, xi an), each is meant, unless a space, an apostrophe
or a tone number cuts.
"""

import unicodedata
from dataclasses import dataclass

from reader.language.syllables import BASES

MOST_WAYS = 12
"""Ways to cut one query; more come only from nonsense."""
_BREATHS = {"m", "n", "ng", "hm", "hng"}
"""Interjections: no letter of a longer query is meant as one."""
_BASES = (BASES - _BREATHS) | {"r"}
_LONGEST = max(map(len, _BASES))
_TYPED = {"lue": "lüe", "nue": "nüe"}
_MARKS = {"\u0304": "1", "\u0301": "2", "\u030c": "3", "\u0306": "3", "\u0300": "4"}
_CUTS = " '’`-·\u3000"
_LOOKALIKES = str.maketrans({"ɡ": "g", "ɑ": "a", "v": "ü"})


@dataclass(frozen=True, slots=True)
class Sound:
    """A syllable that is looked for; without a tone any tone fits."""

    base: str
    tone: str = ""
    begun: bool = False
    """Whether it is still being typed: what goes on from it fits too."""

    def fits(self, syllable: str) -> bool:
        """Whether a syllable with its tone number is meant."""
        base, tone = syllable[:-1].lower(), syllable[-1:]
        same = base.startswith(self.base) if self.begun else base == self.base
        return same and (not self.tone or tone == self.tone)


@dataclass(slots=True)
class _Letter:
    """A letter as typed, and whether a syllable ends before or behind it."""

    letter: str
    follows_cut: bool = False
    mark: str = ""
    number: str = ""
    cut: bool = False


def read_sounds(text: str) -> tuple[tuple[Sound, ...], ...]:
    """Every way to read a query as syllables; none where it is no pinyin."""
    letters = _read_letters(text)
    if not letters:
        return ()
    ways: list[tuple[Sound, ...]] = []
    _cut(letters, (), ways, begun=False)
    if not ways and not letters[-1].cut:
        _cut(letters, (), ways, begun=True)
    return tuple(sorted(dict.fromkeys(ways), key=len))


def _read_letters(text: str) -> list[_Letter]:
    """The letters of a query with what stands on and behind them; none where it is no pinyin."""
    plain = unicodedata.normalize("NFKC", text.strip()).lower().replace("u:", "ü")
    plain = unicodedata.normalize("NFD", plain.translate(_LOOKALIKES))
    letters: list[_Letter] = []
    for character in plain:
        if character.isascii() and character.isalpha():
            letters.append(_Letter(character, bool(letters) and letters[-1].cut))
        elif not letters or not _add(letters[-1], character):
            return []
    return letters


def _add(letter: _Letter, character: str) -> bool:
    """Take what stands on a letter or behind it; False for what has no place there."""
    if character in _CUTS:
        letter.cut = True
    elif character in "012345" and not letter.cut:
        letter.number, letter.cut = character.replace("0", "5"), True
    elif character in _MARKS and not letter.cut:
        letter.mark = _MARKS[character]
    elif character in "\u0308\u0302" and not letter.cut:
        letter.letter = unicodedata.normalize("NFC", letter.letter + character)
    else:
        return False
    return True


def _cut(
    letters: list[_Letter],
    done: tuple[Sound, ...],
    ways: list[tuple[Sound, ...]],
    *,
    begun: bool,
) -> None:
    """Add every way to cut the letters, the last syllable of which may only be ``begun``."""
    if not letters:
        ways.append(done)
        return
    for length in range(min(_LONGEST, len(letters)), 0, -1):
        if len(ways) >= MOST_WAYS:
            return
        sound = _read_sound(letters[:length])
        if sound and _may_follow(done, sound, letters):
            _cut(letters[length:], (*done, sound), ways, begun=begun)
    if begun and (done or len(letters) > 1):
        opening = _read_begun(letters)
        if opening:
            ways.append((*done, opening))


def _may_follow(done: tuple[Sound, ...], sound: Sound, letters: list[_Letter]) -> bool:
    """Whether a syllable can stand where the letters begin, behind those that are done.

    Before a, o, e there should be an apostrophe. Who writes tones but none on one of the two
    syllables means a single one: hǎo, not ha and o.
    """
    if sound.base == "r":
        return bool(done) and done[-1].base != "e"
    if not done or sound.base[0] not in "aoe" or letters[0].follows_cut:
        return True
    return bool(sound.tone) == bool(done[-1].tone)


def _read_sound(letters: list[_Letter]) -> Sound | None:
    base = _spell(letters)
    if base not in _BASES:
        return None
    if any(letter.cut for letter in letters[:-1]):
        return None
    tones = [letter.mark for letter in letters if letter.mark]
    tones += [letters[-1].number] if letters[-1].number else []
    return Sound(base, "".join(tones)) if len(tones) <= 1 else None


def _read_begun(letters: list[_Letter]) -> Sound | None:
    base = _spell(letters)
    marks = [letter.mark for letter in letters if letter.mark]
    if any(letter.cut for letter in letters) or len(marks) > 1 or len(base) >= _LONGEST:
        return None
    if not any(known.startswith(base) for known in _BASES):
        return None
    return Sound(base, "".join(marks), begun=True)


def _spell(letters: list[_Letter]) -> str:
    base = "".join(letter.letter for letter in letters)
    if base[:1] in {"j", "q", "x", "y"} and base[1:2] == "ü":
        base = base[0] + "u" + base[2:]
    return _TYPED.get(base, base)
