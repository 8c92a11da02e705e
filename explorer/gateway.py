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
from explorer.municipality_answers import MunicipalityAnswer, read_answers
from explorer.places import Place
from explorer.published import PrintedReport, load_published
from explorer.released import Released
from explorer.response import SECTION as RESPONSE
from explorer.response import ContactStatus, MunicipalityStatus, ResponseRate, response_figures, total
from explorer.selection import Population, Selection
from explorer.store import DATABASE, MEND, RELEASE, Connection, DatabaseError, open_database, open_release
from explorer.viewer import Viewer

URBANITY_CLASSES = (1, 2, 3, 4, 5)


@dataclass(frozen=True)
class Gateway:
    """One version of the database, its codebook, and what the printed report says.

    Others than the ministry are answered from ``release`` alone, so without ``connection`` they miss nothing.
    """

    connection: Connection | None
    codebook: Codebook
    report: PrintedReport
    release: Connection | None = None

    @cached_property
    def waves(self) -> tuple[Wave, ...]:
        """All waves, oldest first. Public."""
        return self.released.waves if self.release is not None else self._all_waves()

    @cached_property
    def released(self) -> Released:
        """What left the ministry. Public."""
        return Released(self._release_rows, self.codebook, self.report)

    @property
    def has_ministry_data(self) -> bool:
        """Whether more is here than the release: the answers themselves."""
        return self.connection is not None

    def _all_waves(self) -> tuple[Wave, ...]:
        return tuple(
            Wave(*row) for row in self._rows("select wave, fieldwork, is_simulated from wave order by wave", {})
        )

    def close(self) -> None:
        """Close the files; a gateway that is closed answers no more."""
        for connection in (self.connection, self.release):
            if connection is not None:
                connection.close()

    @property
    def is_simulated(self) -> bool:
        """Whether every wave is simulated; one real wave closes the explorer to the public."""
        return all(wave.is_simulated for wave in self.waves)

    def places(self, wave: int) -> tuple[Place, ...]:
        """The municipalities of the year of a wave, by every way of writing their names. Public."""
        if self.release is not None:
            return self.released.places(wave)
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
        waves = self._waves_of(selection)
        if not viewer.sees_all_figures:
            return (*self._released_responses(selection, waves), *self._released_figures(selection, waves))
        _refuse_group(selection)
        found = (*self._response_figures(selection, waves), *self._question_figures(selection, waves))
        return tuple(replace(figure, origin=self._origin(figure, selection)) for figure in found)

    def response_rates(self, viewer: Viewer, selection: Selection) -> tuple[ResponseRate, ...]:
        """Contacts asked and answered per wave and province under the filters, in alphabetical order of province.

        The public knows who answered, not who was asked.

        Raises:
            NotAllowedError: the viewer may not see this selection.
        """
        waves = self._waves_of(selection)
        if not viewer.sees_all_figures:
            return self.released.response_rates(selection, waves)
        _refuse_group(selection)
        return self._rates(selection, waves)

    def municipality_statuses(self, viewer: Viewer, selection: Selection) -> tuple[MunicipalityStatus, ...]:
        """Which municipality took part, per wave, in alphabetical order.

        The public knows who answered; all other municipalities have the one status ``ABSENT``.

        Raises:
            NotAllowedError: the viewer may not see this selection.
        """
        if not viewer.sees_all_figures:
            return self.released.municipality_statuses(selection, self._waves_of(selection))
        _refuse_group(selection)
        sql = """
            from municipality_statuses_of(
                $total_waves, $new_waves, $panel_before_waves, $panel_after_waves, $provinces, $urbanity
            )
        """
        parameters = self._waves_by_population(selection) | _places(selection)
        rows = self._rows(sql, parameters)
        return tuple(MunicipalityStatus(*(*row[:5], ContactStatus(row[5]), *row[6:])) for row in rows)

    def own_answers(self, viewer: Viewer, selection: Selection) -> tuple[MunicipalityAnswer, ...]:
        """What the municipality that looks answered itself; empty where it did not take part, or where only the
        release is here.

        Raises:
            NotAllowedError: who looks is no municipality.
        """
        if viewer.municipality is None:
            raise NotAllowedError("Eigen antwoorden heeft alleen een gemeente. Kijk als gemeente.")
        if self.connection is None:
            return ()
        return self._answers(selection, municipalities=[viewer.municipality])

    def responses(self, viewer: Viewer, selection: Selection) -> tuple[MunicipalityAnswer, ...]:
        """Which municipality answered what, of all respondents within the filters on place.

        Raises:
            NotAllowedError: who looks is not the ministry.
        """
        if not viewer.sees_all_figures:
            raise NotAllowedError("Welke gemeente wat antwoordde is alleen voor het ministerie.")
        return self._answers(selection, **_places(selection))

    def _answers(self, selection: Selection, **filters: list[Any]) -> tuple[MunicipalityAnswer, ...]:
        questions = [question.id for question in self._questions_of(selection)]
        return read_answers(self._rows, self.codebook, self._waves_of(selection), questions, **filters)

    def _released_figures(self, selection: Selection, waves: tuple[int, ...]) -> Iterator[Figure]:
        return self.released.figures(selection, self._questions_of(selection), waves)

    def _released_responses(self, selection: Selection, waves: tuple[int, ...]) -> Iterator[Figure]:
        if self._asks_for_response(selection):
            found = self.released.response_figures(selection, waves)
            yield from (figure for figure in found if not selection.questions or figure.question in selection.questions)

    def _asks_for_response(self, selection: Selection) -> bool:
        is_asked_for = not selection.sections or RESPONSE in selection.sections
        return is_asked_for and (
            not selection.questions or not self._response_questions.isdisjoint(selection.questions)
        )

    def _response_figures(self, selection: Selection, waves: tuple[int, ...]) -> Iterator[Figure]:
        if not self._asks_for_response(selection):
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
        if self.connection is None:
            raise StoreError(
                "Hier staat alleen de uitgave voor iedereen, zonder de antwoorden zelf. Kijk als openbaar."
            )
        return _fetch(self.connection, sql, parameters)

    def _release_rows(self, sql: str, parameters: dict[str, Any]) -> list[tuple[Any, ...]]:
        if self.release is None:
            raise StoreError(f"De uitgave ontbreekt. {MEND}")
        return _fetch(self.release, sql, parameters)


def _fetch(connection: Connection, sql: str, parameters: dict[str, Any]) -> list[tuple[Any, ...]]:
    try:
        with connection.cursor() as cursor:
            return cursor.execute(sql, parameters).fetchall()
    except DatabaseError as error:
        raise StoreError(f"De database is niet te lezen. {MEND}") from error


def open_gateway(version: Path, data: Path) -> Gateway:
    """The gateway to one version; codebook and printed report come from ``data``.

    Where a version holds a release alone, the ministry is told so and everyone else is served.

    Raises:
        StoreError: a file is missing or damaged.
    """
    has_release_alone = (version / RELEASE).exists() and not (version / DATABASE).exists()
    return Gateway(
        connection=None if has_release_alone else open_database(version / DATABASE),
        codebook=load_codebook(data / "codebook.yaml"),
        report=PrintedReport(load_published(data / "published_figures.csv")),
        release=open_release(version / RELEASE),
    )


def open_ministry(version: Path, data: Path) -> Gateway:
    """The gateway to a version that has no release yet; it answers the ministry alone.

    Raises:
        StoreError: the database is missing or damaged.
    """
    return Gateway(
        connection=open_database(version / DATABASE),
        codebook=load_codebook(data / "codebook.yaml"),
        report=PrintedReport(load_published(data / "published_figures.csv")),
    )


def _refuse_group(selection: Selection) -> None:
    """Raises SelectionError: groups are made for the release, and the ministry has filters instead."""
    if selection.group is not None:
        raise SelectionError(
            "Groepen horen bij de vrijgegeven cijfers. Kijk als openbaar of gemeente, of gebruik een filter."
        )


def _places(selection: Selection) -> dict[str, Any]:
    """Raises SelectionError for a place that does not exist; a count of 0 would look like an answer."""
    for name in selection.provinces:
        if name not in (province.name for province in PROVINCES):
            raise SelectionError(f"Onbekende provincie '{name}'. Schrijf de officiële naam, zoals Fryslân.")
    for urbanity in selection.urbanity:
        if urbanity not in URBANITY_CLASSES:
            raise SelectionError(f"Onbekende stedelijkheid {urbanity}. Kies 1 (zeer sterk) tot en met 5 (niet).")
    return {"provinces": list(selection.provinces), "urbanity": list(selection.urbanity)}
