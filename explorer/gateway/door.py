"""The only door to the data. It takes the viewer as an argument and decides what that viewer may see.

Nothing that depends on a viewer is cached here. The connection is read-only and locked; every call takes a cursor of
its own, because a connection that two threads share raises.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from explorer.errors import NotAllowedError, SelectionError, StoreError
from explorer.gateway.answers import MunicipalityAnswer, MunicipalityComment, read_answers, read_comments
from explorer.gateway.ministry import Ministry, places_of
from explorer.gateway.released import Released, read_places
from explorer.gateway.scope import Scope
from explorer.inputs.printed import PrintedReport, load_published
from explorer.store.versions import DATABASE, MEND, RELEASE, Connection, DatabaseError, open_database, open_release
from explorer.survey.asking.selection import Selection
from explorer.survey.asking.viewer import Viewer
from explorer.survey.codebook.model import Codebook
from explorer.survey.codebook.source import load_codebook
from explorer.survey.figures.figure import Figure, Origin
from explorer.survey.figures.participation import MunicipalityStatus, ResponseRate
from explorer.survey.figures.waves import Wave
from explorer.survey.geography.places import Places


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
        rows = self._release_rows if self.connection is None else self._rows
        return tuple(Wave(*row) for row in rows("select wave, fieldwork, is_simulated from wave order by wave", {}))

    @property
    def is_simulated(self) -> bool:
        """Whether every wave is simulated; one real wave closes the explorer to the public."""
        return all(wave.is_simulated for wave in self.waves)

    @property
    def has_ministry_data(self) -> bool:
        """Whether more is here than the release: the answers themselves."""
        return self.connection is not None

    @property
    def released(self) -> Released:
        """What left the ministry. Public."""
        return Released(self._release_rows, self._scope, self.report)

    @cached_property
    def places(self) -> Places:
        """The municipalities of all years, by every way of writing their names. Public."""
        return self.released.places if self.connection is None else read_places(self._rows, "place")

    def wave_before(self, wave: int) -> int | None:
        """The wave before ``wave``; None for the first one."""
        return self._scope.wave_before(wave)

    def figures(self, viewer: Viewer, selection: Selection) -> tuple[Figure, ...]:
        """The figures of a selection: response first, then questions in the codebook's order, each per wave.

        A question that a wave did not ask has no figures; one that nobody answered has figures of 0 out of 0. Others
        than the ministry get the released figures of one group (``nederland`` where none is asked for); what is
        withheld has no numbers and says why.

        Raises:
            NotAllowedError: the viewer may not see this selection.
            SelectionError: the selection names a wave, section, question, place or group that does not exist.
        """
        if not _known(viewer).sees_all_figures:
            return tuple(self.released.figures(selection))
        found = self._ministry(selection).figures(selection)
        return tuple(replace(figure, origin=self._origin(figure, selection)) for figure in found)

    def response_rates(self, viewer: Viewer, selection: Selection) -> tuple[ResponseRate, ...]:
        """Contacts asked and answered per wave and province under the filters, in alphabetical order of province.

        The public knows who answered, not who was asked.

        Raises:
            NotAllowedError: the viewer may not see this selection.
        """
        if not _known(viewer).sees_all_figures:
            return self.released.response_rates(selection)
        return self._ministry(selection).rates(selection)

    def municipality_statuses(self, viewer: Viewer, selection: Selection) -> tuple[MunicipalityStatus, ...]:
        """Which municipality took part, per wave, in alphabetical order.

        The public knows who answered; all other municipalities have the one status ``ABSENT``.

        Raises:
            NotAllowedError: the viewer may not see this selection.
        """
        if not _known(viewer).sees_all_figures:
            return self.released.municipality_statuses(selection)
        return self._ministry(selection).statuses(selection)

    def own_answers(self, viewer: Viewer, selection: Selection) -> tuple[MunicipalityAnswer, ...]:
        """What the municipality that looks answered itself; empty where it did not take part, or where only the
        release is here.

        Raises:
            NotAllowedError: who looks is no municipality.
        """
        if _known(viewer).municipality is None:
            raise NotAllowedError("Eigen antwoorden heeft alleen een gemeente. Kijk als gemeente.")
        if self.connection is None:
            return ()
        return self._answers(selection, municipalities=[viewer.municipality])

    def responses(self, viewer: Viewer, selection: Selection) -> tuple[MunicipalityAnswer, ...]:
        """Which municipality answered what, of all respondents within the filters on place.

        Raises:
            NotAllowedError: who looks is not the ministry.
        """
        if not _known(viewer).sees_all_figures:
            raise NotAllowedError("Welke gemeente wat antwoordde is alleen voor het ministerie.")
        return self._answers(selection, **places_of(selection))

    def own_comments(self, viewer: Viewer, selection: Selection) -> tuple[MunicipalityComment, ...]:
        """What the municipality that looks wrote itself; empty where it wrote nothing, or where only the release is
        here.

        Raises:
            NotAllowedError: who looks is no municipality.
        """
        if _known(viewer).municipality is None:
            raise NotAllowedError("Eigen open antwoorden heeft alleen een gemeente. Kijk als gemeente.")
        if self.connection is None:
            return ()
        return self._comments(selection, municipalities=[viewer.municipality])

    def comments(self, viewer: Viewer, selection: Selection) -> tuple[MunicipalityComment, ...]:
        """Which municipality wrote what, of all respondents within the filters on place.

        Raises:
            NotAllowedError: who looks is not the ministry.
        """
        if not _known(viewer).sees_all_figures:
            raise NotAllowedError("Welke gemeente wat schreef is alleen voor het ministerie.")
        return self._comments(selection, **places_of(selection))

    def close(self) -> None:
        """Close the files; a gateway that is closed answers no more."""
        for connection in (self.connection, self.release):
            if connection is not None:
                connection.close()

    @cached_property
    def _scope(self) -> Scope:
        return Scope(self.codebook, self.waves)

    def _ministry(self, selection: Selection) -> Ministry:
        """Raises SelectionError: groups are made for the release, and the ministry has filters instead."""
        if selection.group is not None:
            raise SelectionError(
                "Groepen horen bij de vrijgegeven cijfers. Kijk als openbaar of gemeente, of gebruik een filter."
            )
        return Ministry(self._rows, self._scope)

    def _answers(self, selection: Selection, **filters: list[Any]) -> tuple[MunicipalityAnswer, ...]:
        questions = [question.id for question in self._scope.questions_of(selection)]
        return read_answers(self._rows, self.codebook, self._scope.waves_of(selection), questions, **filters)

    def _comments(self, selection: Selection, **filters: list[Any]) -> tuple[MunicipalityComment, ...]:
        questions = [question.id for question in self._scope.questions_of(selection)]
        return read_comments(self._rows, self.codebook, self._scope.waves_of(selection), questions, **filters)

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


def _known(viewer: Viewer) -> Viewer:
    """The viewer, which must be one of ours: another object could say of itself that it sees everything.

    Raises:
        NotAllowedError: it is something else.
    """
    if type(viewer) is not Viewer:
        raise NotAllowedError("Onbekende kijker. Kijk als ministerie, openbaar of gemeente.")
    return viewer


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
