"""How many took part in a wave under a selection, of how many who were asked."""

from dataclasses import dataclass, replace

from explorer.gateway.desk import Desk
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.figures.figure import Figure
from explorer.survey.figures.participation import SECTION as RESPONSE

RESPONDENTS = {
    Population.TOTAL: "responded",
    Population.PANEL: "panel_size",
    Population.NEW: "first_time_respondents",
}
"""The figure of section ``response`` that counts the respondents of each population."""


@dataclass(frozen=True, slots=True)
class Participants:
    """How many took part in a wave, of how many who were asked; None where that is not told."""

    respondents: Figure | None = None
    contacted: Figure | None = None
    both: Figure | None = None
    first_time: Figure | None = None


def participants_of(desk: Desk, selection: Selection) -> Participants:
    """Who took part in the one wave of a selection, under its filters. ``contacted``, and ``both`` who took part in a
    wave beside it too, are of all populations together; ``first_time`` took part for the first time.
    """
    (wave,) = selection.waves
    if selection.population is Population.NEW and desk.wave_before(wave) is None:
        return Participants()  # In the first wave nobody is new, so there is no figure that counts them.
    found: dict[tuple[str, Population], Figure] = {}
    for population in dict.fromkeys((selection.population, Population.TOTAL)):
        asked = replace(selection, sections=(RESPONSE,), questions=(), population=population)
        found |= {(figure.question, population): figure for figure in desk.figures(asked)}
    return Participants(
        found.get((RESPONDENTS[selection.population], selection.population)),
        found.get(("contacted", Population.TOTAL)),
        found.get(("panel_size", Population.TOTAL)),
        found.get(("first_time_respondents", selection.population)),
    )


def respondents_of(desk: Desk, selection: Selection) -> int | None:
    """How many respondents of the one wave of a selection fall under it; None where this viewer is not told."""
    (wave,) = selection.waves
    if selection.population is Population.NEW and desk.wave_before(wave) is None:
        return 0
    figure = participants_of(desk, selection).respondents
    return None if figure is None else figure.n
