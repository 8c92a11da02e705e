"""The only door to the data: it opens a version and gives each viewer a desk.

A desk decides what its viewer may see. It is made once per version and viewer and kept with what it looked up; nothing
that depends on a viewer is kept anywhere else.
"""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from explorer.errors import NotAllowedError
from explorer.gateway.answers import OwnRecords
from explorer.gateway.desk import Desk, MinistryDesk, MunicipalityDesk
from explorer.gateway.facts import Facts
from explorer.gateway.ministry import Ministry
from explorer.gateway.released import Released
from explorer.gateway.rows import Rows, rows_of
from explorer.inputs.reference import Reference
from explorer.store.files import DATABASE, RELEASE, Connection, open_database, open_release
from explorer.store.manifest import REFERENCE, check_files
from explorer.store.versions import has_answers
from explorer.survey.asking.viewer import Viewer
from explorer.survey.figures.waves import Wave

MOST_DESKS = 512
"""More than there are municipalities."""


@dataclass(frozen=True, eq=False)
class Gateway:
    """One opened version. ``desk`` is the way in; the files behind it are nobody else's."""

    facts: Facts
    _database: Rows | None
    _release: Rows | None
    _files: ExitStack = field(default_factory=ExitStack)

    def desk(self, viewer: Viewer) -> Desk:
        """The desk of a viewer, the same one at each call.

        Raises:
            NotAllowedError: the viewer is none of ours.
        """
        # Another object could say of itself that it sees everything.
        if type(viewer) is not Viewer:
            raise NotAllowedError("Onbekende kijker. Kijk als ministerie, bezoeker of gemeente.")
        return self._desks(viewer)

    def close(self) -> None:
        """Close the files; its desks answer no more."""
        self._files.close()

    @cached_property
    def _desks(self) -> Callable[[Viewer], Desk]:
        return lru_cache(maxsize=MOST_DESKS)(self._made)

    def _made(self, viewer: Viewer) -> Desk:
        if viewer.sees_all_figures:
            return MinistryDesk(viewer, self.facts, self._released, self._ministry)
        if viewer.municipality is None:
            return Desk(viewer, self.facts, self._released)
        records = None
        if self._database is not None:
            records = OwnRecords(self._database, self.facts.reference.codebook, viewer.municipality)
        return MunicipalityDesk(viewer, self.facts, self._released, records)

    @cached_property
    def _released(self) -> Released | None:
        """What left the ministry is the same for everyone, so all desks share it."""
        if self._release is None:
            return None
        return Released(self._release, self.facts.scope, self.facts.reference.report)

    @cached_property
    def _ministry(self) -> Ministry | None:
        if self._database is None:
            return None
        return Ministry(self._database, self.facts.scope, self.facts.reference.report)


def open_gateway(version: Path) -> Gateway:
    """The gateway to one version, which carries all that it needs.

    Where a version holds a release alone, the ministry is told so and everyone else is served.

    Raises:
        StoreError: a file is missing, damaged, or was changed after the version was made.
        OutdatedVersionError: another program made the version.
    """
    check_files(version)
    return _opened(
        version,
        open_database(version / DATABASE) if has_answers(version) else None,
        open_release(version / RELEASE),
    )


def open_ministry(version: Path) -> Gateway:
    """The gateway to a version in the making, which has no release yet; it answers the ministry alone.

    Raises:
        StoreError: the database is missing or damaged.
    """
    return _opened(version, open_database(version / DATABASE), None)


def _opened(version: Path, database: Connection | None, release: Connection | None) -> Gateway:
    files = ExitStack()
    for connection in (database, release):
        if connection is not None:
            files.callback(connection.close)
    ask_database = None if database is None else rows_of(database)
    ask_release = None if release is None else rows_of(release)
    ask = ask_database or ask_release
    if ask is None:
        raise ValueError("a version has a database, a release, or both")
    facts = Facts(version.name, Reference(version / REFERENCE), _waves(ask), has_ministry_data=database is not None)
    return Gateway(facts, ask_database, ask_release, files)


def _waves(ask: Rows) -> tuple[Wave, ...]:
    rows = ask("select wave, fieldwork, is_simulated from wave order by wave", {})
    return tuple(Wave(*row) for row in rows)
