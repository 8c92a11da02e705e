"""The only door to the data. It takes the viewer as an argument and decides what that viewer may see.

Nothing that depends on a viewer is cached here. The connection is read-only and locked; every call takes a cursor of
its own, because a connection that two threads share raises.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from explorer.codebook import Codebook, Question
from explorer.codebook_source import load_codebook
from explorer.errors import NotAllowedError, SelectionError, StoreError
from explorer.figures import Figure, Origin, countable_answers
from explorer.geography import PROVINCES
from explorer.importing import Wave
from explorer.places import Place
from explorer.published import PrintedReport, load_published
from explorer.response import SECTION as RESPONSE
from explorer.response import ContactStatus, MunicipalityStatus, ResponseRate, response_figures, total
from explorer.selection import Population, Selection
from explorer.store import MEND, Connection, DatabaseError, open_database
from explorer.viewer import Viewer

URBANITY_CLASSES = (1, 2, 3, 4, 5)


@dataclass(frozen=True)
class Gateway:
    """One version of the database, its codebook, and what the printed report says."""

    connection: Connection
    codebook: Codebook
    report: PrintedReport

    @cached_property
    def waves(self) -> tuple[Wave, ...]:
        """All waves, oldest first. Public."""
        rows = self._rows("select wave, fieldwork, is_simulated from wave order by wave", {})
        return tuple(Wave(*row) for row in rows)

    @property
    def is_simulated(self) -> bool:
        """Whether every wave is simulated; one real wave closes the explorer to the public."""
        return all(wave.is_simulated for wave in self.waves)

    def places(self, wave: int) -> tuple[Place, ...]:
        """The municipalities of the year of a wave, by every way of writing their names. Public."""
        rows = self._rows("from places_of($wave)", {"wave": wave})
        return tuple(Place(code, name, province, tuple(aliases)) for code, name, province, aliases in rows)

    def wave_before(self, wave: int) -> int | None:
        """The wave before ``wave``; None for the first one."""
        return max((other.wave for other in self.waves if other.wave < wave), default=None)

    def figures(self, viewer: Viewer, selection: Selection) -> tuple[Figure, ...]:
        """The figures of a selection: response first, then questions in the codebook's order, each per wave.

        A question that a wave did not ask has no figures; one that nobody answered has figures of 0 out of 0.

        Raises:
            NotAllowedError: the viewer may not see this selection.
            SelectionError: the selection names a wave, section, question or place that does not exist.
        """
        _admit(viewer, selection)
        waves = self._waves_of(selection)
        found = (*self._response_figures(selection, waves), *self._question_figures(selection, waves))
        return tuple(replace(figure, origin=self._origin(figure, selection)) for figure in found)

    def response_rates(self, viewer: Viewer, selection: Selection) -> tuple[ResponseRate, ...]:
        """Contacts asked and answered per wave and province under the filters, in alphabetical order of province.

        The public knows who answered, not who was asked.

        Raises:
            NotAllowedError: the viewer may not see this selection.
        """
        _admit(viewer, selection)
        rates = self._rates(selection, self._waves_of(selection))
        return rates if viewer.sees_all_figures else tuple(rate.without_contacts() for rate in rates)

    def municipality_statuses(self, viewer: Viewer, selection: Selection) -> tuple[MunicipalityStatus, ...]:
        """Which municipality took part, per wave, in alphabetical order.

        The public knows who answered; all other municipalities have the one status ``ABSENT``.

        Raises:
            NotAllowedError: the viewer may not see this selection.
        """
        _admit(viewer, selection)
        sql = """
            from municipality_statuses_of(
                $total_waves, $new_waves, $panel_before_waves, $panel_after_waves, $provinces, $urbanity
            )
        """
        parameters = self._waves_by_population(selection) | _places(selection)
        rows = self._rows(sql, parameters)
        found = (MunicipalityStatus(*(*row[:5], ContactStatus(row[5]), *row[6:])) for row in rows)
        return tuple(found if viewer.sees_all_figures else map(_as_public, found))

    def _response_figures(self, selection: Selection, waves: tuple[int, ...]) -> Iterator[Figure]:
        is_asked_for = not selection.sections or RESPONSE in selection.sections
        if not is_asked_for or (selection.questions and self._response_questions.isdisjoint(selection.questions)):
            return
        rates = self._rates(selection, waves)
        for wave in waves:
            found = response_figures(
                total(rates, wave),
                self.wave_before(wave),
                selection.population,
                self._origin_of_wave(wave),
                is_first_of_pair=self._is_first_of_pair(wave, waves),
            )
            yield from (figure for figure in found if not selection.questions or figure.question in selection.questions)

    def _rates(self, selection: Selection, waves: tuple[int, ...]) -> tuple[ResponseRate, ...]:
        sql = "from response_rates_of($waves, $provinces, $urbanity)"
        return tuple(ResponseRate(*row) for row in self._rows(sql, {"waves": list(waves)} | _places(selection)))

    def _question_figures(self, selection: Selection, waves: tuple[int, ...]) -> Iterator[Figure]:
        questions = self._questions_of(selection)
        counts = self._counts(selection, questions)
        for question in questions:
            for wave in waves:
                if question.use_in(wave) is not None and self._has_population(selection.population, wave):
                    yield from self._figures_of_question(question, wave, selection.population, counts)

    def _figures_of_question(
        self, question: Question, wave: int, population: Population, counts: dict[tuple[Any, ...], tuple[int, int]]
    ) -> Iterator[Figure]:
        """Counts are additive, so a combination without a row has no respondents: 0 out of 0."""
        origin = self._origin_of_wave(wave)
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
        rows = self._rows(sql, asked | self._waves_by_population(selection) | _places(selection))
        return {row[:5]: (row[5], row[6]) for row in rows}

    def _waves_by_population(self, selection: Selection) -> dict[str, Any]:
        """The waves of a selection, by how their respondents count."""
        waves = self._waves_of(selection)
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
        before = self.wave_before(wave)
        return before is None or (before not in waves and self._wave_after(wave) in waves)

    def _wave_after(self, wave: int) -> int | None:
        return min((other.wave for other in self.waves if other.wave > wave), default=None)

    def _has_population(self, population: Population, wave: int) -> bool:
        """In the first wave nobody is new: there was none before."""
        return population is not Population.NEW or self.wave_before(wave) is not None

    def _waves_of(self, selection: Selection) -> tuple[int, ...]:
        known = tuple(wave.wave for wave in self.waves)
        unknown = [wave for wave in selection.waves if wave not in known]
        if unknown:
            listed = " en ".join(str(wave) for wave in known)
            raise SelectionError(f"Onbekende meting {unknown[0]}. Er zijn metingen van {listed}.")
        return tuple(wave for wave in known if not selection.waves or wave in selection.waves)

    def _questions_of(self, selection: Selection) -> tuple[Question, ...]:
        for section in selection.sections:
            if section != RESPONSE:
                self.codebook.section(section)
        for question in selection.questions:
            if question not in self._response_questions:
                self.codebook.question(question)
        return tuple(
            question
            for question in self.codebook.questions
            if (not selection.sections or question.section in selection.sections)
            and (not selection.questions or question.id in selection.questions)
        )

    @cached_property
    def _response_questions(self) -> frozenset[str]:
        """The questions of section ``response``; their names depend on the waves."""
        empty = (total((), wave.wave) for wave in self.waves)
        return frozenset(
            figure.question
            for rate in empty
            for figure in response_figures(
                rate, self.wave_before(rate.wave), Population.TOTAL, Origin.SIMULATED, is_first_of_pair=False
            )
        )

    def _origin_of_wave(self, wave: int) -> Origin:
        is_simulated = next(known.is_simulated for known in self.waves if known.wave == wave)
        return Origin.SIMULATED if is_simulated else Origin.OBSERVED

    def _origin(self, figure: Figure, selection: Selection) -> Origin:
        """Printed only where the report prints this very number; it knows no provinces or urbanity."""
        if figure.origin is Origin.SIMULATED and not selection.is_filtered and self.report.prints(figure):
            return Origin.PRINTED
        return figure.origin

    def _rows(self, sql: str, parameters: dict[str, Any]) -> list[tuple[Any, ...]]:
        try:
            with self.connection.cursor() as cursor:
                return cursor.execute(sql, parameters).fetchall()
        except DatabaseError as error:
            raise StoreError(f"De database is niet te lezen. {MEND}") from error


def open_gateway(version: Path, data: Path) -> Gateway:
    """The gateway to the database of one version; codebook and printed report come from ``data``.

    Raises:
        StoreError: the database is missing or damaged.
    """
    return Gateway(
        connection=open_database(version / "explorer.duckdb"),
        codebook=load_codebook(data / "codebook.yaml"),
        report=PrintedReport(load_published(data / "published_figures.csv")),
    )


def _admit(viewer: Viewer, selection: Selection) -> None:
    """Others than the ministry see national figures of all respondents, and nothing that can be subtracted from them.

    Raises:
        NotAllowedError: the viewer may not see this selection.
    """
    if not viewer.sees_all_figures and (selection.is_filtered or selection.population is not Population.TOTAL):
        raise NotAllowedError(
            "Deze uitsnede is alleen voor het ministerie. Kies alle deelnemers in heel Nederland, zonder filter."
        )


def _as_public(status: MunicipalityStatus) -> MunicipalityStatus:
    if status.status.took_part:
        return status
    return replace(status, status=ContactStatus.ABSENT, through=None)


def _places(selection: Selection) -> dict[str, Any]:
    """Raises SelectionError for a place that does not exist; a count of 0 would look like an answer."""
    for name in selection.provinces:
        if name not in (province.name for province in PROVINCES):
            raise SelectionError(f"Onbekende provincie '{name}'. Schrijf de officiële naam, zoals Fryslân.")
    for urbanity in selection.urbanity:
        if urbanity not in URBANITY_CLASSES:
            raise SelectionError(f"Onbekende stedelijkheid {urbanity}. Kies 1 (zeer sterk) tot en met 5 (niet).")
    return {"provinces": list(selection.provinces), "urbanity": list(selection.urbanity)}
