"""Every figure under any combination of filters, for the ministry. Who may ask is up to the gateway."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from explorer.errors import SelectionError
from explorer.gateway.scope import Scope
from explorer.survey.asking.groups import URBANITY_CLASSES
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.codebook.model import Question
from explorer.survey.figures.figure import Figure, countable_answers
from explorer.survey.figures.participation import (
    ContactStatus,
    MunicipalityStatus,
    ResponseRate,
    response_figures,
    total,
)
from explorer.survey.geography.municipalities import PROVINCES

Rows = Callable[[str, dict[str, Any]], list[tuple[Any, ...]]]
"""Runs SQL on the database of a version."""


@dataclass(frozen=True)
class Ministry:
    """The counts of one version."""

    rows: Rows
    scope: Scope

    def figures(self, selection: Selection) -> Iterator[Figure]:
        """Response first, then questions in the codebook's order, each per wave; without what the report prints."""
        waves = self.scope.waves_of(selection)
        yield from self._response_figures(selection, waves)
        yield from self._question_figures(selection, waves)

    def rates(self, selection: Selection) -> tuple[ResponseRate, ...]:
        """Contacts asked and answered per wave and province."""
        return self._rates(selection, self.scope.waves_of(selection))

    def statuses(self, selection: Selection) -> tuple[MunicipalityStatus, ...]:
        """What each municipality did, per wave."""
        sql = """
            from municipality_statuses_of(
                $total_waves, $new_waves, $panel_before_waves, $panel_after_waves, $provinces, $urbanity
            )
        """
        parameters = self._waves_by_population(selection) | places_of(selection)
        rows = self.rows(sql, parameters)
        return tuple(MunicipalityStatus(*(*row[:5], ContactStatus(row[5]), *row[6:])) for row in rows)

    def _response_figures(self, selection: Selection, waves: tuple[int, ...]) -> Iterator[Figure]:
        if not self.scope.asks_for_response(selection):
            return
        rates = self._rates(selection, waves)
        for wave in waves:
            found = response_figures(
                total(rates, wave),
                self.scope.wave_before(wave),
                selection.population,
                self.scope.origin_of(wave),
                is_first_of_pair=self._is_first_of_pair(wave, waves),
            )
            yield from (figure for figure in found if self.scope.keeps(figure, selection))

    def _rates(self, selection: Selection, waves: tuple[int, ...]) -> tuple[ResponseRate, ...]:
        sql = "from response_rates_of($waves, $provinces, $urbanity)"
        return tuple(ResponseRate(*row) for row in self.rows(sql, {"waves": list(waves)} | places_of(selection)))

    def _question_figures(self, selection: Selection, waves: tuple[int, ...]) -> Iterator[Figure]:
        questions = self.scope.questions_of(selection)
        counts = self._counts(selection, questions)
        for question in questions:
            for wave in waves:
                if question.use_in(wave) is not None and self._has_population(selection.population, wave):
                    yield from self._figures_of_question(question, wave, selection.population, counts)

    def _figures_of_question(
        self, question: Question, wave: int, population: Population, counts: dict[tuple[Any, ...], tuple[int, int]]
    ) -> Iterator[Figure]:
        """Counts are additive, so a combination without a row has no respondents: 0 out of 0."""
        origin = self.scope.origin_of(wave)
        for item in question.items or (None,):
            item_id = None if item is None else item.id
            for answer, kind, _ in countable_answers(question):
                n, base = counts.get((wave, question.id, item_id, answer, kind.value), (0, 0))
                yield Figure(
                    question.section, question.id, item_id, answer, kind, wave, population, None, n, base, origin
                )

    def _counts(self, selection: Selection, questions: tuple[Question, ...]) -> dict[tuple[Any, ...], tuple[int, int]]:
        """(wave, question, item, answer, kind) → (n, base), of all that at least one respondent answered."""
        sql = """
            from figures_of(
                $total_waves, $new_waves, $panel_before_waves, $panel_after_waves, $questions, $provinces, $urbanity
            )
        """
        asked: dict[str, Any] = {"questions": [question.id for question in questions]}
        rows = self.rows(sql, asked | self._waves_by_population(selection) | places_of(selection))
        return {row[:5]: (row[5], row[6]) for row in rows}

    def _waves_by_population(self, selection: Selection) -> dict[str, Any]:
        """The waves of a selection, by how their respondents count."""
        waves = self.scope.waves_of(selection)
        split: dict[str, list[int]] = {
            name: [] for name in ("total_waves", "new_waves", "panel_before_waves", "panel_after_waves")
        }
        for wave in waves:
            match selection.population:
                case Population.TOTAL:
                    split["total_waves"].append(wave)
                case Population.NEW:
                    split["new_waves"].append(wave)
                case Population.PANEL:
                    is_first = self._is_first_of_pair(wave, waves)
                    split["panel_after_waves" if is_first else "panel_before_waves"].append(wave)
        return split

    def _is_first_of_pair(self, wave: int, waves: tuple[int, ...]) -> bool:
        """A panel is a pair of waves. A wave counts those who were also in the wave before; the earliest wave that is
        asked for counts those who are also in the wave after, where that one is asked for too or none came before.
        """
        before = self.scope.wave_before(wave)
        return before is None or (before not in waves and self.scope.wave_after(wave) in waves)

    def _has_population(self, population: Population, wave: int) -> bool:
        """In the first wave nobody is new: there was none before."""
        return population is not Population.NEW or self.scope.wave_before(wave) is not None


def places_of(selection: Selection) -> dict[str, Any]:
    """The filters on place, as parameters of SQL.

    Raises SelectionError for a place that does not exist; a count of 0 would look like an answer.
    """
    for name in selection.provinces:
        if name not in (province.name for province in PROVINCES):
            raise SelectionError(f"Onbekende provincie '{name}'. Schrijf de officiële naam, zoals Fryslân.")
    for urbanity in selection.urbanity:
        if urbanity not in URBANITY_CLASSES:
            raise SelectionError(f"Onbekende stedelijkheid {urbanity}. Kies 1 (zeer sterk) tot en met 5 (niet).")
    return {"provinces": list(selection.provinces), "urbanity": list(selection.urbanity)}
