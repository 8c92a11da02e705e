"""Figures of two consecutive waves put together as changes."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from explorer.survey.codebook.model import Question
from explorer.survey.figures.change import Change
from explorer.survey.figures.figure import Figure, Kind

Pair = tuple[int, int]
"""A wave and the one before it, the earlier one first."""
Answer = tuple[str, str | None, str, Kind]
"""(question, item, option or net, its kind)."""


@dataclass(frozen=True, slots=True)
class Both:
    """Those who answered both times: their figures in either wave, and how many gave the answer both times.

    Figures are None where this viewer is not told; ``stayed`` is None where only that is not. ``at_most`` so many can
    have answered both times.
    """

    before: Figure | None
    now: Figure | None
    stayed: int | None = None
    at_most: int | None = None


NOBODY_KNOWS = Both(None, None)


def pairs_of(waves: Sequence[int]) -> tuple[Pair, ...]:
    """Each wave with the one before it.

    >>> pairs_of((2019, 2020, 2021))
    ((2019, 2020), (2020, 2021))
    """
    return tuple(pairwise(waves))


def changes_between(
    pair: Pair,
    questions: Iterable[Question],
    figures: Iterable[Figure],
    both: Callable[[Answer], Both],
    asked: Mapping[int, int | None],
) -> Iterator[Change]:
    """The options and nets of ``questions`` in the codebook's order, also of those that one of the waves did not ask.

    ``figures`` count all who answered, of both waves; ``asked`` says how many contacts were asked per wave.
    """
    before, now = pair
    found = {_key(figure): figure for figure in figures if figure.option is not None}
    for question in questions:
        is_comparable = question.is_comparable(now) and question.use_in(before) is not None
        for answer in _answers(question):
            earlier, later = found.get((before, *answer)), found.get((now, *answer))
            if earlier is None and later is None:
                continue
            of_both = both(answer) if is_comparable else NOBODY_KNOWS
            yield Change(
                before=earlier,
                now=later,
                is_comparable=is_comparable,
                panel_before=of_both.before,
                panel_now=of_both.now,
                stayed=of_both.stayed,
                both_at_most=of_both.at_most,
                asked_before=asked.get(before),
                asked_now=asked.get(now),
            )


def _answers(question: Question) -> Iterator[Answer]:
    for item in question.items or (None,):
        id = None if item is None else item.id
        yield from ((question.id, id, option.id, Kind.OPTION) for option in question.options)
        yield from ((question.id, id, net.id, Kind.NET) for net in question.nets)


def _key(figure: Figure) -> tuple[int, str, str | None, str | None, Kind]:
    return figure.wave, figure.question, figure.item, figure.option, figure.kind
