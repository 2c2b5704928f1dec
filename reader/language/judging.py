"""The trained model as the judge of polyphones, beside the longest known phrase."""

from collections.abc import Sequence

from reader.language.polyphones import Choice, Polyphones
from reader.language.readings import Draft, PhraseJudge, Question

SETTLED = frozenset("的和说把给与会上那万大呢听吗要比可打女车据度汤化称见雨")
"""Frequent characters that alone are hardly ever read in any but one way: they are not asked."""
DOUBT = 0.95
"""A reading with less than this probability is shown with the next one beside it."""
POSSIBLE = 0.02
"""Of the other readings those with at least this probability are named, beside the next one."""
SURE = 0.9
"""With less than this probability the model does not win over a known phrase."""


class ModelJudge:
    """Asks the model about every open question whose character it knows."""

    def __init__(self, polyphones: Polyphones, phrases: PhraseJudge) -> None:
        self._polyphones = polyphones
        self._phrases = phrases

    def judge(self, drafts: Sequence[Draft]) -> list[list[tuple[str, ...]]]:
        """Answers to the questions of each draft, all drafts in one pass of the model."""
        known = self._polyphones.characters - SETTLED
        places = [
            [ask.offset for ask in draft.questions if draft.text[ask.offset] in known]
            for draft in drafts
        ]
        chosen = self._polyphones.predict_lines([draft.text for draft in drafts], places)
        return [
            self._answer_all(draft, dict(zip(at, choices, strict=True)), said)
            for draft, at, choices, said in zip(
                drafts, places, chosen, self._phrases.judge(drafts), strict=True
            )
        ]

    @staticmethod
    def _answer_all(
        draft: Draft, by_place: dict[int, Choice], said: Sequence[tuple[str, ...]]
    ) -> list[tuple[str, ...]]:
        return [
            _answer(by_place[ask.offset], ask, phrase) if ask.offset in by_place else phrase
            for ask, phrase in zip(draft.questions, said, strict=True)
        ]


def _answer(choice: Choice, ask: Question, phrase: tuple[str, ...]) -> tuple[str, ...]:
    return overrule(choice, ask) if ask.known else answer(choice, phrase)


def overrule(choice: Choice, ask: Question) -> tuple[str, ...]:
    """What a dictionary says of a word, unless the model is sure of another way that it has.

    Where they disagree there is doubt, whoever wins; where a sure model agrees there is none. A
    model that has never heard of the way that the dictionary names has no say.
    """
    (first, share), known, sure = choice[0], ask.known, ask.sure
    if all(way != known for way, _ in choice):
        return ()
    if first == known and share >= DOUBT:
        return (known,)
    if first == known or first not in ask.ways:
        return ()
    return (first, known) if share >= sure else (known, first)


def answer(choice: Choice, phrase: tuple[str, ...]) -> tuple[str, ...]:
    """The likeliest reading, and where there is doubt the others in the order of likelihood.

    A phrase that is known wins over a model that is not quite sure, with the model's in doubt.
    """
    (first, share), *rest = choice
    others = [way for rank, (way, chance) in enumerate(rest) if not rank or chance >= POSSIBLE]
    if phrase and phrase[0] != first and share < SURE:
        return phrase[0], first, *(way for way in others if way != phrase[0])
    if share >= DOUBT or not rest:
        return (first,)
    return first, *others
