"""Rows of a release as figures: what is told of each, or why nothing is."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from explorer.gateway.rows import Row
from explorer.survey.asking.groups import NATION, RETURNING_GROUP
from explorer.survey.asking.selection import Population
from explorer.survey.codebook.model import Question
from explorer.survey.figures.figure import Figure, Kind, Origin, ReleaseStatus, Withheld, countable_answers
from explorer.survey.figures.participation import SECTION as RESPONSE

MISSING = Withheld(ReleaseStatus.SMALL_BASE, "Minder dan 10 deelnemende gemeenten gaven antwoord.", None)
NOT_PRINTED = Withheld(
    ReleaseStatus.NOT_PRINTED, "Het rapport noemt dit niet. Bekijk de groep die eerder meedeed.", RETURNING_GROUP
)
MINISTRY_ONLY = Withheld(
    ReleaseStatus.MINISTRY, "Wie is aangeschreven en niet meedeed, weet alleen het ministerie.", NATION
)
NOT_DEFINED = Withheld(
    ReleaseStatus.NOT_DEFINED, "Dit was de eerste meting: nog geen gemeente deed eerder mee.", NATION
)
_TOLD = (ReleaseStatus.PRINTED, ReleaseStatus.EXACT, ReleaseStatus.RANGE, ReleaseStatus.WIDE_RANGE)
"""What is no refusal."""
_WHY_NO_RESPONSE = {why.status: why for why in (MINISTRY_ONLY, NOT_DEFINED)}


def response_figure(row: Row) -> tuple[str, Population, Figure]:
    """A row of ``release_response`` as a figure, with the group and population that it counts."""
    group, population, question, wave, n, base, status = row
    figure = Figure(
        section=RESPONSE,
        question=question,
        item=None,
        option=None,
        kind=Kind.OPTION,
        wave=wave,
        population=Population(population),
        group=group,
        n=n,
        base=base,
        origin=Origin.SIMULATED,
        withheld=_WHY_NO_RESPONSE.get(ReleaseStatus(status)),
        status=ReleaseStatus(status),
        n_low=n,
        n_high=n,
    )
    return group, Population(population), figure


def empty_figures(question: Question, wave: int, population: Population, group: str) -> Iterator[Figure]:
    """The figures that a question has in a wave, still without numbers."""
    if question.use_in(wave) is None:
        return
    for item in question.items or (None,):
        for answer, kind, _ in countable_answers(question):
            yield Figure(
                section=question.section,
                question=question.id,
                item=None if item is None else item.id,
                option=answer,
                kind=kind,
                wave=wave,
                population=population,
                group=group,
                n=None,
                base=None,
                origin=Origin.SIMULATED,
            )


def filled(figure: Figure, row: tuple[Any, ...] | None, default: Withheld) -> Figure:
    """With what a released row tells (numbers, limits, status, reason, wider group), or with why there is nothing.

    Of a wide range the base alone is a number. A count or percentage of which nothing else is printed is told by its
    limits, as words are.
    """
    if row is None:
        return replace(figure, withheld=default, status=default.status)
    n, base, n_low, n_high, base_low, base_high, pct, status, reason, wider_group = row
    told = replace(
        figure,
        status=ReleaseStatus(status),
        n_low=n_low,
        n_high=n_high,
        base_low=base_low,
        base_high=base_high,
        printed_pct=None if pct is None else Decimal(pct),
    )
    if status in _TOLD:
        return replace(told, n=n, base=base)
    return replace(told, withheld=Withheld(ReleaseStatus(status), reason, wider_group))
