"""Gathers all that is told of the response: who was asked and who took part, now and in the wave before."""

from dataclasses import dataclass, replace

from explorer.gateway.desk import Desk
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.figures.figure import Figure, Origin
from explorer.survey.figures.participation import SECTION, MunicipalityStatus, ResponseRate


@dataclass(frozen=True, slots=True)
class ResponseFigures:
    """The response of one wave, with what it needs of the wave before."""

    wave: int
    wave_before: int | None
    figures: tuple[Figure, ...]
    rates: tuple[ResponseRate, ...]
    statuses: tuple[MunicipalityStatus, ...]
    origin: Origin
    group: str | None

    def figure(self, question: str, wave: int | None) -> Figure | None:
        return next((one for one in self.figures if one.question == question and one.wave == wave), None)

    @property
    def provinces(self) -> tuple[ResponseRate, ...]:
        """The provinces of the wave that is looked at; of a group those in which any of it took part."""
        of_wave = tuple(rate for rate in self.rates if rate.wave == self.wave)
        return tuple(rate for rate in of_wave if rate.responded) if self.group is not None else of_wave


def gather_response(desk: Desk, selection: Selection) -> ResponseFigures:
    """Figures and rates count all respondents of the places that are selected; the list follows the population too.

    ``selection`` is of one wave.

    Raises:
        NotAllowedError: the viewer may not see this selection.
    """
    (wave,) = selection.waves
    before = desk.wave_before(wave)
    everyone = replace(selection, waves=(wave,) if before is None else (before, wave), population=Population.TOTAL)
    simulated = next(one.is_simulated for one in desk.waves if one.wave == wave)
    return ResponseFigures(
        wave=wave,
        wave_before=before,
        figures=desk.figures(replace(everyone, sections=(SECTION,))),
        rates=desk.response_rates(everyone),
        statuses=desk.municipality_statuses(selection),
        origin=Origin.SIMULATED if simulated else Origin.OBSERVED,
        group=selection.group,
    )
