"""What the card tells when it is pinned: everything, each word a link to its own card."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from reader.core.explanation import Character, Explanation
from reader.core.sentence import Occurrence
from reader.core.word import Word
from reader.ui.card_text import CardText, Subject, list_levels, name_band
from reader.ui.translation import translate

ROW_GLOSSES = 3


@dataclass(frozen=True, slots=True)
class Details:
    """All that was found out; ``sentences`` is None while they are looked for."""

    explanation: Explanation
    longer: tuple[Word, ...] = ()
    sentences: tuple[Occurrence, ...] | None = None


@dataclass(slots=True)
class CardDetails:
    """Writes one unfolded card. A link is the number of its target in ``targets``."""

    text: CardText
    targets: list[Word | Occurrence] = field(default_factory=list)

    def unfold(self, subject: Subject, details: Details) -> str:
        """The first look, then section by section."""
        parts, explanation = self.text.parts, details.explanation
        sections = [self.text.describe(subject, listing=False)]
        if parts.glosses and explanation.other_senses:
            title = translate("Card", "Read otherwise")
            senses = (self.text.sense(one, reading=True) for one in explanation.other_senses)
            sections.append(self._section(title, "".join(senses)))
        if parts.characters and explanation.characters and not subject.parts:
            rows = "".join(self._character(one) for one in explanation.characters)
            sections.append(self._section(translate("Card", "Characters"), _table(rows)))
        if parts.words or subject.parts:
            sections.append(self._words(translate("Card", "Words inside"), explanation.inside))
        if parts.words and not subject.parts:
            sections.append(self._words(translate("Card", "Longer words here"), details.longer))
        if parts.level:
            sections.append(self._standing(explanation))
        if parts.sentences and details.sentences is not None:
            sections.append(self._sentences(details.sentences))
        return "".join(sections)

    def _words(self, title: str, words: Sequence[Word]) -> str:
        if not words:
            return ""
        return self._section(title, _table("".join(self._word(word) for word in words)))

    def _word(self, word: Word) -> str:
        return self._row(word, self.text.inline_reading(word.syllables))

    def _character(self, character: Character) -> str:
        word = character.word
        reading = self.text.inline_reading(word.syllables)
        if character.others:
            others = escape(", ".join(self.text.write((one,)) for one in character.others))
            reading += f'<br><span style="color:{self.text.theme.muted}">{others}</span>'
        return self._row(word, reading)

    def _row(self, word: Word, reading: str) -> str:
        shown = self._link(word, self.text.chinese(word.text, 1.35))
        meaning = self.text.brief(word, ROW_GLOSSES) if self.text.parts.glosses else ""
        cell = 'valign="middle" style="padding:2px 10px 2px 0"'
        return f"<tr><td {cell}>{shown}</td><td {cell}>{reading}</td><td {cell}>{meaning}</td></tr>"

    def _standing(self, explanation: Explanation) -> str:
        standing = explanation.outline.standing
        if standing is None:
            return ""
        levels = " · ".join(f"HSK {name}: {level}" for name, level in list_levels(standing))
        often = ""
        if standing.frequency:
            template = translate("Card", "{band}: {count} times in a million words")
            count = standing.frequency * 1_000_000
            shown = f"{count:,.0f}" if count >= 10 else f"{count:.1g}"
            often = template.format(band=name_band(standing.band), count=shown)
        lines = "".join(self.text.line(line) for line in (levels, often) if line)
        return self._section(translate("Card", "How common"), lines) if lines else ""

    def _sentences(self, sentences: Sequence[Occurrence]) -> str:
        title = translate("Card", "In your texts")
        if not sentences:
            nowhere = translate(
                "Card", "Not found above this place, nor in the newest of your other texts."
            )
            return self._section(title, self.text.line(nowhere))
        return self._section(title, "".join(map(self._sentence, sentences)))

    def _sentence(self, one: Occurrence) -> str:
        before, after = one.sentence[: one.start], one.sentence[one.end :]
        word = one.sentence[one.start : one.end]
        accent, scale = self.text.theme.accent, 1.1
        shown = (
            self.text.chinese(before, scale)
            + f"<b>{self.text.chinese(word, scale, accent)}</b>"
            + self.text.chinese(after, scale)
        )
        source = self._link(one, escape(one.title), self.text.theme.muted)
        return f'<div style="margin-top:5px">{shown}</div>{self.text.line(source, escaped=True)}'

    def _section(self, title: str, content: str) -> str:
        theme = self.text.theme
        rule = f'<hr style="background-color:{theme.border}" />'
        return f"{rule}{self.text.line(title)}{content}"

    def _link(self, target: Word | Occurrence, shown: str, colour: str = "") -> str:
        self.targets.append(target)
        style = f"color:{colour or self.text.theme.text};text-decoration:none"
        return f'<a href="{len(self.targets) - 1}" style="{style}">{shown}</a>'


def _table(rows: str) -> str:
    return f'<table cellspacing="0" cellpadding="0">{rows}</table>'
