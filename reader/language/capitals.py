"""Where capitals stand in the pinyin of a word: 北京大学 Běijīng Dàxué, 王小明 Wáng Xiǎomíng."""

from reader.core.word import Entry, Word
from reader.language.ordering import fits


def choose_entries(word: Word) -> tuple[Entry, ...]:
    """The entries that are read as here, without names where it is a word too."""
    here = tuple(entry for entry in word.entries if fits(entry, word.syllables))
    common = tuple(entry for entry in here if entry.syllables[0].islower())
    return (here if word.proper else common) or here or word.entries


def find_capitals(word: Word) -> tuple[int, ...]:
    """The characters of a word at which a name, or a part of one, begins."""
    if word.proper:  # of a name that no dictionary has, the entries are those of the surname
        surname = len(word.entries[0].simplified) if word.entries else 0
        return (0, surname) if 0 < surname < len(word.text) else (0,)
    if not any(syllable[:1].isupper() for entry in word.entries for syllable in entry.syllables):
        return ()
    syllables = choose_entries(word)[0].syllables
    if len(syllables) != len(word.text):
        return (0,) if syllables[:1] and syllables[0][:1].isupper() else ()
    return tuple(place for place, syllable in enumerate(syllables) if syllable[:1].isupper())
