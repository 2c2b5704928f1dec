"""What became of each text: the lines of the import report."""

from dataclasses import dataclass

from reader.arriving import Added
from reader.core.article import Article
from reader.core.errors import UnclearEncodingError
from reader.core.fate import Fate
from reader.core.guess import EncodingGuess
from reader.importers import PassedOver
from reader.intake.importing import Step
from reader.intake.wish import Wish

MOST_REPAIRS, LONGEST = 40, 300
"""Lines of a report on one text, and characters of a line: a damaged book has thousands."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A line of the report: what became of a text. ``label``: its file or address."""

    label: str
    fate: Fate
    wish: Wish
    article_id: int = 0
    """0 where it failed."""
    title: str = ""
    repairs: tuple[str, ...] = ()
    """What was left out, repaired or is doubtful, a sentence each."""
    reason: str = ""
    """Why it failed or was passed over, a sentence that names the file."""
    guesses: tuple[EncodingGuess, ...] = ()
    """Where it failed because its encoding is not clear: what it may be."""
    lost: tuple[str, ...] = ()
    """Bookmarks and corrected words that the new version has no place for."""


def report(step: Step) -> Arrival | None:
    """The line of a step in the report; it does not hold the text itself."""
    label, outcome = step.progress.label, step.outcome
    if outcome is None:
        return None
    if isinstance(outcome, Added):
        article = outcome.article
        return Arrival(
            label,
            outcome.fate,
            step.wish,
            outcome.article_id,
            article.title,
            () if outcome.fate.known else list_repairs(article),
            lost=outcome.lost,
        )
    if isinstance(outcome, PassedOver):
        return Arrival(label, Fate.PASSED_OVER, step.wish, reason=str(outcome))
    guesses = outcome.guesses if isinstance(outcome, UnclearEncodingError) else ()
    return Arrival(label, Fate.FAILED, step.wish, reason=str(outcome), guesses=guesses)


def list_repairs(article: Article) -> tuple[str, ...]:
    """What was left out of an article, repaired in it or is doubtful; of very many, the first."""
    paragraphs = tuple(article.paragraphs())
    notes = sum(len(paragraph.notes) for paragraph in paragraphs)
    doubts = [(paragraph, doubt) for paragraph in paragraphs for doubt in paragraph.doubts]
    taken = (f"Pronunciation notes that became readings: {notes}.",) if notes else ()
    shown = (
        f"Doubtful: {paragraph.text[doubt.start : doubt.end][:LONGEST]} – {doubt.reason}"
        for paragraph, doubt in doubts[:MOST_REPAIRS]
    )
    told = (*(warning[:LONGEST] for warning in article.warnings), *taken, *shown)
    more = len(article.warnings) + len(taken) + len(doubts) - MOST_REPAIRS
    rest = (f"And {more:,} more like these.",) if more > 0 else ()
    return (*told[:MOST_REPAIRS], *rest)
