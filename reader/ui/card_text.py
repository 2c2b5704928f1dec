"""What the card says of a word, as the small HTML that Qt's labels understand."""

from dataclasses import dataclass
from html import escape

from reader.core.mark import MarkKind
from reader.core.notation import Notation
from reader.core.word import Entry, Origin, Reading, Word
from reader.language.glosses import split_measure_words
from reader.language.tones import write_word
from reader.ui.page import Hovered
from reader.ui.theme import Theme
from reader.ui.translation import translate

MOST_GLOSSES = 6
"""Of one entry; a card is read at a glance."""


@dataclass(frozen=True, slots=True)
class CardText:
    """Writes cards in the colours of a theme and in one notation."""

    theme: Theme
    notation: Notation = Notation.MARKS

    def describe(self, hovered: Hovered) -> str:
        """Headword in both scripts, reading, what the reading rests on, glosses, doubt."""
        word = hovered.word
        parts = [self._headword(hovered)]
        if word.readable:
            proper = word.proper or _is_proper(word.entries[:1])
            reading = escape(write_word(word.syllables, self.notation, proper=proper))
            parts.append(f'<div style="font-size:large;color:{self.theme.accent}">{reading}</div>')
            parts += [self._line(sentence, self.theme.muted) for sentence in self._grounds(word)]
        parts += [self._line(one, self.theme.muted) for one in self._remarks(hovered)]
        if hovered.doubt:
            parts.append(self._line(hovered.doubt, self.theme.doubt))
        parts += [self._entry(entry, word) for entry in word.entries]
        if word.readable and not word.entries:
            sentence = translate("Card", "Not in the dictionary.")
            parts.append(self._line(sentence, self.theme.muted))
        return "".join(parts)

    def _headword(self, hovered: Hovered) -> str:
        forms = [hovered.shown]
        for entry in hovered.word.entries:
            forms += [entry.simplified, entry.traditional]
        first, *others = dict.fromkeys(forms)
        other = f'<span style="color:{self.theme.muted}"> {escape(" ".join(others))}</span>'
        return f'<div style="font-size:x-large">{escape(first)}{other if others else ""}</div>'

    @staticmethod
    def _remarks(hovered: Hovered) -> list[str]:
        """What the conversion did that a learner should know."""
        corrected = translate("Card", "Written {written}, usually {shown}.")
        guessed = translate("Card", "The source has {written}; another form is possible here.")
        templates = {MarkKind.CORRECTED: corrected, MarkKind.GUESSED: guessed}
        found = (templates[mark.kind] for mark in hovered.marks)
        return [
            template.format(written=mark.written, shown=hovered.shown)
            for template, mark in zip(found, hovered.marks, strict=True)
        ]

    def _grounds(self, word: Word) -> list[str]:
        """What a learner should know before believing the reading."""
        readings = [reading for reading in word.readings if reading]
        sentences = []
        if any(reading.origin is Origin.NOTE for reading in readings):
            sentences.append(translate("Card", "The text itself gives this reading."))
        if any(reading.origin is Origin.CORRECTION for reading in readings):
            sentences.append(translate("Card", "Corrected by you."))
        for character, reading in zip(word.text, word.readings, strict=True):
            if reading and reading.others:
                sentences.append(self._doubt(character, reading))
        return sentences

    def _doubt(self, character: str, reading: Reading) -> str:
        others = " · ".join(write_word((other,), self.notation) for other in reading.others)
        if reading.origin is Origin.NOTE:
            template = translate("Card", "Without that, {character} would be {others} here.")
        else:
            template = translate("Card", "{character} may also be {others} here.")
        return template.format(character=character, others=others)

    def _entry(self, entry: Entry, word: Word) -> str:
        spoken = [syllable.lower() for syllable in entry.syllables]
        head = ""
        if spoken != list(word.syllables):
            reading = escape(write_word(entry.syllables, self.notation))
            head = f'<span style="color:{self.theme.accent}">{reading}</span> '
        traditional = entry.traditional in word.text and entry.traditional != entry.simplified
        glosses, measures = split_measure_words(entry.glosses, traditional=traditional)
        shown = "; ".join(escape(gloss) for gloss in glosses[:MOST_GLOSSES])
        more = " …" if len(glosses) > MOST_GLOSSES else ""
        text = f'<div style="margin-top:6px">{head}{shown}{more}</div>'
        if measures:
            counted = translate("Card", "Counted with {measures}")
            text += self._line(counted.format(measures=", ".join(measures)), self.theme.muted)
        return text

    @staticmethod
    def _line(text: str, colour: str) -> str:
        return f'<div style="color:{colour};font-size:small">{escape(text)}</div>'


def _is_proper(entries: tuple[Entry, ...]) -> bool:
    return any(entry.syllables[:1] and entry.syllables[0][:1].isupper() for entry in entries)
