"""What the card says of a word at a glance, as the small HTML that Qt's documents understand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape

from reader.core.card import CardParts
from reader.core.explanation import Lead, Outline, Sense
from reader.core.mark import MarkKind
from reader.core.notation import Notation
from reader.core.standing import Band, Standing
from reader.core.vocabulary import Status
from reader.core.word import Entry, Origin, Reading, Word
from reader.language.capitals import find_capitals
from reader.language.glosses import find_lead, plain_gloss, take_measures
from reader.language.ordering import fits, is_usual, order_glosses
from reader.language.reading_parts import write_parts
from reader.language.tones import write_word
from reader.ui.page import Hovered
from reader.ui.theme import Theme
from reader.ui.translation import translate

MOST_GLOSSES = 6
"""Of one entry; a card is read at a glance."""
MOST_SENSES = 3
LONG, VERY_LONG = 5, 12
"""Characters from which on a headword is set smaller."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the card tells of; ``parts`` are the words of a phrase."""

    hovered: Hovered
    outline: Outline
    status: Status | None = None
    parts: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class CardText:
    """Writes cards in the colours of a theme, in one notation and in one script."""

    theme: Theme
    notation: Notation = Notation.MARKS
    parts: CardParts = field(default_factory=CardParts)
    faces: tuple[str, ...] = ()
    """Fonts for Chinese text."""
    size: float = 10
    """Points."""
    traditional: bool = False
    """Whether words in glosses are written in traditional characters."""
    tones: tuple[str, ...] = ()
    """The colours of the five tones; none where readings are all of one colour."""

    def describe(self, subject: Subject, *, listing: bool = True) -> str:
        """Headword in both scripts, reading with its doubt, glosses.

        ``listing``: whether the words of a phrase are listed.
        """
        hovered, word = subject.hovered, subject.hovered.word
        lines = [self._headword(subject)]
        if hovered.spoken:
            lines.append(self.reading(hovered.spoken, spaced=True))
        elif word.readable:
            lines.append(self._readings(subject))
            lines += [self.line(sentence) for sentence in self._grounds(word)]
        lines += [self.line(one) for one in self._remarks(hovered)]
        if hovered.doubt:
            lines.append(self.line(hovered.doubt, self.theme.doubt))
        if self.parts.glosses:
            lines += self._meanings(subject, listing=listing)
        return "".join(lines)

    def summarize(self, subject: Subject) -> str:
        """The card in one plain sentence, to be spoken or copied."""
        hovered = subject.hovered
        word, spoken = hovered.word, hovered.spoken
        reading = self.write(spoken, spaced=True) if spoken else self._write_part(word)
        glosses = [
            self._plain(gloss)
            for sense in subject.outline.senses[:1]
            for gloss in sense.glosses[:MOST_GLOSSES]
        ]
        known = [hovered.shown, reading, "; ".join(glosses) if self.parts.glosses else ""]
        return ", ".join(part for part in known if part)

    # Parts that the unfolded card is made of, too

    def write(self, syllables: Iterable[str | None], *, spaced: bool = False) -> str:
        """A reading as plain text."""
        if spaced:
            return " ".join(write_word((one,), self.notation) for one in syllables if one)
        return write_word(syllables, self.notation)

    def reading(self, syllables: Iterable[str | None], *, spaced: bool = False) -> str:
        """A reading on a line of its own."""
        known = [syllable for syllable in syllables if syllable]
        words = [(one,) for one in known] if spaced else [tuple(known)]
        written = " ".join(self._colour(word) for word in words)
        return f'<div style="{self._sized(1.25)};color:{self.theme.accent}">{written}</div>'

    def chinese(self, text: str, scale: float, colour: str = "") -> str:
        """Chinese text in a font with its own forms."""
        family = ",".join(f"'{face}'" for face in self.faces)
        fonts = f"font-family:{family};" if family else ""
        return (
            f'<span style="{fonts}{self._sized(scale)};color:{colour or self.theme.text}">'
            f"{escape(text)}</span>"
        )

    def sense(self, sense: Sense, *, reading: bool = False, most: int = MOST_GLOSSES) -> str:
        """The glosses of an entry, what they lead to, and its measure words."""
        alone = [gloss for gloss in sense.glosses if sense.leads and _leads_on(gloss)]
        glosses = [gloss for gloss in sense.glosses if gloss not in alone]
        shown = "; ".join(self.gloss(gloss) for gloss in glosses[:most])
        more = "&nbsp;…" if len(glosses) > most else ""
        head = f"{self.inline_reading(sense.entry.syllables)}&nbsp; " if reading else ""
        text = f'<div style="margin-top:5px">{head}{shown}{more}</div>' if head or shown else ""
        text += "".join(self._lead(lead) for lead in sense.leads)
        if sense.measures and self.parts.measures:
            measures = ", ".join(self.gloss(measure) for measure in sense.measures)
            counted = escape(translate("Card", "Counted with {measures}"))
            text += self.line(counted.format(measures=measures), escaped=True)
        return text

    def inline_reading(self, syllables: Sequence[str | None]) -> str:
        """A reading within a line."""
        proper = bool(syllables and syllables[0] and syllables[0][:1].isupper())
        written = self._colour(syllables, proper=proper)
        return f'<span style="color:{self.theme.accent}">{written}</span>'

    def _colour(self, syllables: Iterable[str | None], *, proper: bool = False) -> str:
        """A reading, each syllable in the colour of its tone where tones have colours."""
        known = tuple(syllable for syllable in syllables if syllable)
        if not self.tones:
            return escape(write_word(known, self.notation, proper=proper))
        return "".join(
            f'<span style="color:{self.tones[part.tone - 1]}">{escape(part.text)}</span>'
            if part.tone
            else escape(part.text)
            for part in write_parts(known, self.notation, proper=proper)
        )

    def gloss(self, gloss: str) -> str:
        """A gloss with its references in the script that is read."""
        return escape(self._plain(gloss))

    def _plain(self, gloss: str) -> str:
        return plain_gloss(gloss, traditional=self.traditional, notation=self.notation)

    def line(self, text: str, colour: str = "", *, escaped: bool = False) -> str:
        """A small line that stands back."""
        shown = text if escaped else escape(text)
        style = f"color:{colour or self.theme.muted};{self._sized(0.88)};margin-top:2px"
        return f'<div style="{style}">{shown}</div>'

    # The first look

    def _headword(self, subject: Subject) -> str:
        first, *others = list_forms(subject)
        scale = 2.2 if len(first) < LONG else 1.7 if len(first) < VERY_LONG else 1.25
        shown = self.chinese(first, scale)
        if others:
            shown += "&nbsp; " + self.chinese(" ".join(others), scale * 0.62, self.theme.muted)
        notes = [self._status(subject.status)] if subject.status else []
        if self.parts.level and subject.outline.standing:
            notes.append(describe_standing(subject.outline.standing))
        aside = " · ".join(note for note in notes if note)
        return (
            '<table width="100%" cellspacing="0" cellpadding="0"><tr>'
            f'<td>{shown}</td><td align="right">{self.line(aside)}</td></tr></table>'
        )

    def _readings(self, subject: Subject) -> str:
        """The reading here, a mark where it is doubtful, and the others, the likeliest first."""
        word = subject.hovered.word
        if subject.parts:
            readable = (part for part in subject.parts if part.readable)
            written = " ".join(self._colour_part(part) for part in readable)
        else:
            written = self._colour_part(word)
        shown = f'<span style="color:{self.theme.accent}">{written}</span>'
        shown += self._doubt(word, listed=not subject.parts)
        return f'<div style="{self._sized(1.25)}">{shown}</div>'

    def _doubt(self, word: Word, *, listed: bool = True) -> str:
        """A mark where a reading is doubtful, with the others, the likeliest first."""
        others = list_other_readings(word)
        if not others:
            return ""
        mark = f'<span style="color:{self.theme.doubt}"> ?</span>'
        if not listed:
            return mark
        either = translate("Card", "or {readings}")
        written = either.format(readings=", ".join(self.write(other) for other in others))
        return f'{mark}&nbsp; <span style="{self._aside()}">{escape(written)}</span>'

    def _write_part(self, word: Word) -> str:
        return " ".join(
            write_word(part, self.notation, proper=proper) for part, proper in _split_name(word)
        )

    def _colour_part(self, word: Word) -> str:
        return " ".join(self._colour(part, proper=proper) for part, proper in _split_name(word))

    def _meanings(self, subject: Subject, *, listing: bool) -> list[str]:
        word, senses = subject.hovered.word, subject.outline.senses
        if senses:
            fitting = any(fits(sense.entry, word.syllables) for sense in senses)
            return [self.sense(sense, reading=not fitting) for sense in senses[:MOST_SENSES]]
        if subject.parts:
            return [self.row(part) for part in subject.parts if part.readable and listing]
        if word.readable:
            return [self.line(translate("Card", "Not in the dictionary."))]
        return []

    def row(self, word: Word) -> str:
        """A word of a phrase in one line: itself, its reading, its first gloss."""
        return (
            f'<div style="margin-top:4px">{self.chinese(word.text, 1.15)}&nbsp; '
            f"{self.inline_reading(word.syllables)}{self._doubt(word)}&nbsp; "
            f"{self.brief(word, 1)}</div>"
        )

    def brief(self, word: Word, most: int) -> str:
        """The first glosses of a word."""
        glosses = [gloss for entry in word.entries[:1] for gloss in list_glosses(entry)]
        return "; ".join(self.gloss(gloss) for gloss in glosses[:most])

    def _lead(self, lead: Lead) -> str:
        entry = lead.entry
        glosses = "; ".join(self.gloss(gloss) for gloss in list_glosses(entry)[:MOST_GLOSSES])
        form = entry.traditional if self.traditional else entry.simplified
        return (
            f'<div style="margin-top:5px">'
            f'<span style="{self._aside()}">{escape(lead.relation)}</span> '
            f"{self.chinese(form, 1.1)}&nbsp; "
            f"{self.inline_reading(entry.syllables)}&nbsp; {glosses}</div>"
        )

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
        sentences = [translate("Card", "A person's name.")] if word.proper else []
        if any(reading.origin is Origin.NOTE for reading in readings):
            sentences.append(translate("Card", "The text itself gives this reading."))
        if any(reading.origin is Origin.CORRECTION for reading in readings):
            sentences.append(translate("Card", "Corrected by you."))
        template = translate("Card", "Without that, {character} would be {others} here.")
        for character, reading in zip(word.text, word.readings, strict=True):
            if reading and reading.others and reading.origin is Origin.NOTE:
                others = " · ".join(self.write((other,)) for other in reading.others)
                sentences.append(template.format(character=character, others=others))
        return sentences

    @staticmethod
    def _status(status: Status) -> str:
        return {
            Status.KNOWN: translate("Card", "known"),
            Status.LEARNING: translate("Card", "learning"),
            Status.IGNORED: translate("Card", "ignored"),
        }[status]

    def _sized(self, scale: float) -> str:
        return f"font-size:{self.size * scale:.1f}pt"

    def _aside(self) -> str:
        return f"color:{self.theme.muted};{self._sized(0.95)}"


def _split_name(word: Word) -> list[tuple[tuple[str | None, ...], bool]]:
    """The syllables of a word, cut where a capital stands, and whether one does."""
    capitals = find_capitals(word)
    starts = sorted({0, *capitals})
    ends = [*starts[1:], len(word.text)]
    return [
        (word.syllables[start:end], start in capitals)
        for start, end in zip(starts, ends, strict=True)
    ]


def list_glosses(entry: Entry) -> tuple[str, ...]:
    """The glosses of an entry, the usual ones first, without its measure words."""
    return order_glosses(take_measures(entry.glosses)[0])


def list_forms(subject: Subject) -> list[str]:
    """The word as it is shown, then as the other script writes it."""
    word = subject.hovered.word
    forms = [subject.hovered.shown]
    senses = [sense for sense in subject.outline.senses if is_usual(sense.entry)]
    for sense in senses or subject.outline.senses:
        if word.text in {sense.entry.simplified, sense.entry.traditional}:
            forms += [sense.entry.simplified, sense.entry.traditional]
    return list(dict.fromkeys(forms))[:3]


def list_other_readings(word: Word) -> list[tuple[str | None, ...]]:
    """The word with each doubtful character read otherwise, the likeliest first."""
    return [
        (*word.syllables[:place], other, *word.syllables[place + 1 :])
        for place, reading in enumerate(word.readings)
        if _is_doubtful(reading)
        for other in (reading.others if reading else ())
    ]


def describe_standing(standing: Standing) -> str:
    """The newest standard that has the word, and how common it is."""
    known = [
        translate("Card", "HSK {level} ({standard})").format(level=level, standard=standard)
        for standard, level in list_levels(standing)
    ]
    return " · ".join(part for part in (*known[-1:], name_band(standing.band)) if part)


def list_levels(standing: Standing) -> list[tuple[str, str]]:
    """The standards that have a word, the oldest first, and the level in each."""
    levels = (
        ("2.0", standing.hsk_2012),
        ("2021", standing.hsk_2021),
        ("2025", standing.hsk_2025),
    )
    return [(name, "7–9" if level == 7 else str(level)) for name, level in levels if level]


def name_band(band: Band) -> str:
    """What a learner calls how often a word is met."""
    return {
        Band.UNCOUNTED: "",
        Band.RARE: translate("Card", "rare"),
        Band.UNCOMMON: translate("Card", "uncommon"),
        Band.FAIRLY_COMMON: translate("Card", "fairly common"),
        Band.COMMON: translate("Card", "common"),
        Band.VERY_COMMON: translate("Card", "very common"),
    }[band]


def _leads_on(gloss: str) -> bool:
    target = find_lead(gloss)
    return target is not None and target.alone


def _is_doubtful(reading: Reading | None) -> bool:
    return bool(reading and reading.others and reading.origin is not Origin.NOTE)
