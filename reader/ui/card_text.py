"""What the card says of a word, as the small HTML that Qt's labels understand."""

from html import escape

from reader.core.word import Entry, Origin, Reading, Word
from reader.language.glosses import split_measure_words
from reader.language.tones import join_pinyin
from reader.ui.page import Hovered
from reader.ui.theme import Theme
from reader.ui.translation import translate

MOST_GLOSSES = 6
"""Of one entry; a card is read at a glance."""


def describe_word(hovered: Hovered, theme: Theme) -> str:
    """Headword in both scripts, reading, what the reading rests on, glosses, doubt."""
    word = hovered.word
    parts = [_headword(hovered, theme)]
    if word.readable:
        parts.append(_reading(word, theme))
    if hovered.doubt:
        parts.append(_line(hovered.doubt, theme.doubt))
    parts += [_entry(entry, word, theme) for entry in word.entries]
    if word.readable and not word.entries:
        parts.append(_line(translate("Card", "Not in the dictionary."), theme.muted))
    return "".join(parts)


def _headword(hovered: Hovered, theme: Theme) -> str:
    forms = [hovered.shown]
    for entry in hovered.word.entries:
        forms += [entry.simplified, entry.traditional]
    first, *others = dict.fromkeys(forms)
    other = (
        f' <span style="color:{theme.muted}">{escape(" ".join(others))}</span>' if others else ""
    )
    return f'<div style="font-size:x-large">{escape(first)}{other}</div>'


def _reading(word: Word, theme: Theme) -> str:
    pinyin = escape(join_pinyin(word.syllables, proper=_is_name(word)))
    return f'<div style="font-size:large;color:{theme.accent}">{pinyin}</div>' + _grounds(
        word, theme
    )


def _grounds(word: Word, theme: Theme) -> str:
    """What a learner should know before believing the reading."""
    readings = [reading for reading in word.readings if reading]
    sentences = []
    if any(reading.origin is Origin.NOTE for reading in readings):
        sentences.append(translate("Card", "The text itself gives this reading."))
    doubtful = [pair for pair in zip(word.text, word.readings, strict=True) if _has_others(pair[1])]
    for character, reading in doubtful:
        if reading:
            others = " · ".join(join_pinyin((other,)) for other in reading.others)
            template = translate("Card", "{character} may also be {others} here.")
            sentences.append(template.format(character=character, others=others))
    return "".join(_line(sentence, theme.muted) for sentence in sentences)


def _has_others(reading: Reading | None) -> bool:
    return reading is not None and bool(reading.others)


def _entry(entry: Entry, word: Word, theme: Theme) -> str:
    pinyin = join_pinyin(entry.syllables)
    same = [s.lower() for s in entry.syllables] == list(word.syllables)
    head = "" if same else f'<span style="color:{theme.accent}">{escape(pinyin)}</span> '
    written_traditional = entry.traditional in word.text and entry.traditional != entry.simplified
    glosses, measures = split_measure_words(entry.glosses, traditional=written_traditional)
    shown = "; ".join(escape(gloss) for gloss in glosses[:MOST_GLOSSES])
    more = " …" if len(glosses) > MOST_GLOSSES else ""
    text = f'<div style="margin-top:6px">{head}{shown}{more}</div>'
    if measures:
        counted = translate("Card", "Counted with {measures}")
        text += _line(counted.format(measures=", ".join(measures)), theme.muted)
    return text


def _is_name(word: Word) -> bool:
    return any(entry.syllables and entry.syllables[0][:1].isupper() for entry in word.entries[:1])


def _line(text: str, colour: str) -> str:
    return f'<div style="color:{colour};font-size:small">{escape(text)}</div>'
