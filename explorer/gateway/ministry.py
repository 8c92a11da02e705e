"""Every figure under any combination of filters, and every answer. Only a desk of the ministry has this."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from explorer.errors import SelectionError
from explorer.gateway.answers import MunicipalityAnswer, MunicipalityComment, read_answers, read_comments
from explorer.gateway.listed import Listed, listed
from explorer.gateway.ministry_changes import MinistryChanges
from explorer.gateway.printing import as_printed
from explorer.gateway.rows import Rows
from explorer.gateway.scope import Scope
from explorer.inputs.printed.report import PrintedReport
from explorer.survey.asking.groups import URBANITY_CLASSES
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.codebook.model import Question
from explorer.survey.figures.change import Change
from explorer.survey.figures.figure import Figure, countable_answers
from explorer.survey.figures.participation import (
    COUNTS,
    MunicipalityStatus,
    ResponseRate,
    by_province,
    response_figures,
    total,
)
from explorer.survey.geography.municipalities import PROVINCES

MOST_REMEMBERED = 32
"""Selections of which the figures are kept: enough for who clicks to and fro."""

Counts = dict[tuple[Any, ...], tuple[int, int]]
"""(population, wave, question, item, answer, kind) → (n, base), of all that at least one respondent answered."""


@dataclass(frozen=True, eq=False)
class Ministry:
    """The counts and answers of one version; what was asked lately is kept."""

    rows: Rows
    scope: Scope
    report: PrintedReport

    def figures(
        self, selection: Selection, populations: tuple[Population, ...]
    ) -> dict[Population, tuple[Figure, ...]]:
        """Of each population: response first, then questions in the codebook's order, each per wave.

        Raises:
            SelectionError: something is asked that does not exist.
        """
        _refuse_group(selection)
        return self._remembered_figures(selection.of(Population.TOTAL), populations)

    def changes(self, selection: Selection) -> tuple[Change, ...]:
        """The changes of all who answered between each two consecutive waves that are asked for, whatever the
        population.
        """
        _refuse_group(selection)
        return self._remembered_changes(selection.of(Population.TOTAL))

    def rates(self, selection: Selection) -> tuple[ResponseRate, ...]:
        """Contacts asked and answered per wave and province."""
        _refuse_group(selection)
        places_of(selection)  # refuses a place that does not exist
        waves = self.scope.waves_of(selection)
        return by_province(
            rate
            for urbanity_class, rate in self._all_rates
            if rate.wave in waves and selection.has_place(rate.province or "", urbanity_class)
        )

    def statuses(self, selection: Selection) -> tuple[MunicipalityStatus, ...]:
        """What each municipality did, per wave."""
        _refuse_group(selection)
        places_of(selection)  # refuses a place that does not exist
        waves = self.scope.waves_of(selection)
        return tuple(
            one.status
            for one in self._listed
            if one.status.wave in waves
            and selection.has_place(one.status.province, one.status.urbanity)
            and self._counts_in(selection.population, one, waves)
        )

    def answers(self, selection: Selection) -> tuple[MunicipalityAnswer, ...]:
        """Which municipality answered what."""
        return read_answers(self.rows, self.scope.codebook, **self._asked(selection))

    def comments(self, selection: Selection) -> tuple[MunicipalityComment, ...]:
        """Which municipality wrote what."""
        return read_comments(self.rows, self.scope.codebook, **self._asked(selection))

    def _asked(self, selection: Selection) -> dict[str, list[Any]]:
        _refuse_group(selection)
        questions = [question.id for question in self.scope.questions_of(selection)]
        return {"waves": list(self.scope.waves_of(selection)), "questions": questions, **places_of(selection)}

    # ---- what is read once

    @cached_property
    def _remembered_figures(self) -> Callable[..., dict[Population, tuple[Figure, ...]]]:
        return lru_cache(maxsize=MOST_REMEMBERED)(self._read_figures)

    @cached_property
    def _remembered_changes(self) -> Callable[[Selection], tuple[Change, ...]]:
        return lru_cache(maxsize=MOST_REMEMBERED)(self._read_changes)

    @cached_property
    def _all_rates(self) -> tuple[tuple[int, ResponseRate], ...]:
        """(urbanity class, additive counts) of every wave and province: they are few."""
        columns = ", ".join(("urbanity_class", "wave", "province", *(f"n_{name}" for name in COUNTS)))
        rows = self.rows(f"select {columns} from response_rate order by wave, province, urbanity_class", {})  # noqa: S608 - names of this project
        return tuple((urbanity_class, ResponseRate(*row)) for urbanity_class, *row in rows)

    @cached_property
    def _listed(self) -> tuple[Listed, ...]:
        """Every municipality in every wave."""
        sql = """
            select
                wave, municipality_code, municipality, province, urbanity_class, status, through, is_new,
                is_also_before, is_also_after
            from municipality_status
            order by wave, name_order, municipality_code
        """
        return tuple(map(listed, self.rows(sql, {})))

    def _read_changes(self, selection: Selection) -> tuple[Change, ...]:
        figures = self.figures(selection, (Population.TOTAL,))[Population.TOTAL]
        read = MinistryChanges(self.rows, self.scope, self.report, places_of)
        return tuple(read.of(selection, figures, self.rates(selection)))

    def _read_figures(
        self, selection: Selection, populations: tuple[Population, ...]
    ) -> dict[Population, tuple[Figure, ...]]:
        waves = self.scope.waves_of(selection)
        questions = self.scope.questions_of(selection)
        counts = self._counts(selection, questions, populations)
        return {
            population: tuple(
                figure if selection.is_filtered else as_printed(figure, self.report)
                for figure in (
                    *self._response_figures(selection.of(population), waves),
                    *self._question_figures(questions, waves, population, counts),
                )
            )
            for population in populations
        }

    def _response_figures(self, selection: Selection, waves: tuple[int, ...]) -> Iterator[Figure]:
        if not self.scope.asks_for_response(selection):
            return
        rates = self.rates(selection)
        for wave in waves:
            found = response_figures(
                total(rates, wave),
                self.scope.wave_before(wave),
                selection.population,
                self.scope.origin_of(wave),
                is_first_of_pair=self._is_first_of_pair(wave, waves),
            )
            yield from (figure for figure in found if self.scope.keeps(figure, selection))

    def _question_figures(
        self, questions: tuple[Question, ...], waves: tuple[int, ...], population: Population, counts: Counts
    ) -> Iterator[Figure]:
        for question in questions:
            for wave in waves:
                if question.use_in(wave) is not None and self._has_population(population, wave):
                    yield from self._figures_of_question(question, wave, population, counts)

    def _figures_of_question(
        self, question: Question, wave: int, population: Population, counts: Counts
    ) -> Iterator[Figure]:
        """Counts are additive, so a combination without a row has no respondents: 0 out of 0."""
        origin = self.scope.origin_of(wave)
        for item in question.items or (None,):
            item_id = None if item is None else item.id
            for answer, kind, _ in countable_answers(question):
                n, base = counts.get((population.value, wave, question.id, item_id, answer, kind.value), (0, 0))
                yield Figure(
                    question.section, question.id, item_id, answer, kind, wave, population, None, n, base, origin
                )

    def _counts(
        self, selection: Selection, questions: tuple[Question, ...], populations: Iterable[Population]
    ) -> Counts:
        """All counts in one query; without questions there is nothing to ask."""
        if not questions:
            return {}
        waves = self.scope.waves_of(selection)
        asked = {
            "asked": [
                {"wave": wave, "population": population.value, "panel": self._panel_of(wave, waves)}
                for population in populations
                for wave in waves
            ],
            "questions": [question.id for question in questions],
        }
        rows = self.rows("from figures_of($asked, $questions, $provinces, $urbanity)", asked | places_of(selection))
        return {row[:6]: (row[6], row[7]) for row in rows}

    def _counts_in(self, population: Population, one: Listed, waves: tuple[int, ...]) -> bool:
        """Whether a municipality belongs to a population of its wave."""
        match population:
            case Population.TOTAL:
                return True
            case Population.NEW:
                return bool(one.status.is_new)
            case Population.PANEL:
                is_first = self._is_first_of_pair(one.status.wave, waves)
                return bool(one.is_also_after if is_first else one.is_also_before)

    def _panel_of(self, wave: int, waves: tuple[int, ...]) -> str:
        """Which pair the panel of a wave belongs to: with the wave before, or after."""
        return "after" if self._is_first_of_pair(wave, waves) else "before"

    def _is_first_of_pair(self, wave: int, waves: tuple[int, ...]) -> bool:
        """A panel is a pair of waves. A wave counts those who were also in the wave before; the earliest wave that is
        asked for counts those who are also in the wave after, where that one is asked for too or none came before.
        """
        before = self.scope.wave_before(wave)
        return before is None or (before not in waves and self.scope.wave_after(wave) in waves)

    def _has_population(self, population: Population, wave: int) -> bool:
        """In the first wave nobody is new: there was none before."""
        return population is not Population.NEW or self.scope.wave_before(wave) is not None


def _refuse_group(selection: Selection) -> None:
    """Raises SelectionError: groups are made for the release, and the ministry has filters instead."""
    if selection.group is not None:
        raise SelectionError(
            "Groepen horen bij de vrijgegeven cijfers. Kijk als bezoeker of gemeente, of gebruik een filter."
        )


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
