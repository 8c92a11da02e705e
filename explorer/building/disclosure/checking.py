"""The audit of a version that is there already: the same problems as its release was made from, solved again."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

from explorer.building.disclosure import reading
from explorer.building.disclosure.audit import examine, key_of
from explorer.building.disclosure.earlier import in_force, read_earlier_releases
from explorer.building.disclosure.model import Problem
from explorer.building.disclosure.reading import EarlierRelease
from explorer.building.disclosure.releasing import RULES, read_national
from explorer.building.disclosure.results import Known, UnitResult
from explorer.building.disclosure.rows import read_kept, read_released, read_told
from explorer.errors import DisclosureError
from explorer.gateway.door import open_ministry
from explorer.gateway.shares import Shares, read_shares
from explorer.store.files import DATABASE, RELEASE, Connection, open_release, working_database
from explorer.store.manifest import check_files
from explorer.store.queries import run_queries
from explorer.store.versions import Store
from explorer.survey.figures.waves import Wave


def read_problems(store: Store, version: str, queries: Path) -> tuple[tuple[Problem, ...], frozenset[int]]:
    """The problems of the release of a version, with all releases that the store knows as knowledge; settled waves.

    Those keep the figures of an earlier release: they passed with that one, and are held against it here.

    Raises:
        StoreError: a file of the version is missing or damaged.
        DisclosureError: figures are said to be kept from a release, and are not.
    """
    folder = store.path_of(version)
    check_files(folder)
    reference, national = read_national(folder)
    printed = reading.printed_rows(reference.report, national)
    with working_database(folder / DATABASE) as connection:
        run_queries(connection, queries, RULES)
        world = reading.read_world(connection, reference.codebook)
    releases = read_earlier_releases(store)
    with _opened_release(folder) as released:
        rows = read_released(released)
        kept = settled_waves(released, releases)
    earlier = in_force(releases, world, frozenset(rows))
    return reading.problems_of(world, rows, printed, earlier, but_for=kept), kept


def settled_waves(released: Connection, releases: Iterable[EarlierRelease]) -> frozenset[int]:
    """The waves of a release that keep the figures of an earlier one.

    Raises:
        DisclosureError: that one is unknown, or told other figures.
    """
    told = read_told(released)
    by_version = {one.version: one for one in releases}
    found = read_kept(released)
    for wave, version in found.items():
        if version not in by_version or by_version[version].told.get(wave) != told.get(wave):
            raise DisclosureError(
                f"De cijfers van {wave} zouden die van versie {version} zijn, maar zijn dat niet. Bouw opnieuw."
            )
    return frozenset(found)


@contextmanager
def _opened_release(folder: Path) -> Iterator[Connection]:
    connection = open_release(folder / RELEASE)
    try:
        yield connection
    finally:
        connection.close()


def check_problems(problems: Iterable[Problem], known: Known, *, workers: int) -> Iterator[UnitResult]:
    """Results in the order in which they come in; each is kept at once, so that a stopped audit can go on."""
    to_do: list[tuple[Problem, str]] = []
    for problem in problems:
        key = key_of(problem)
        found = known.get(key)
        if found is None:
            to_do.append((problem, key))
        else:
            yield found
    if not to_do:
        return
    # Started afresh: a forked process would share the solver's threads.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for future in as_completed([pool.submit(_examine, problem, key) for problem, key in to_do]):
            result = future.result()
            known.add(result)
            yield result


def _examine(problem: Problem, key: str) -> UnitResult:
    return examine(problem, key=key)


def waves_of(folder: Path) -> tuple[Wave, ...]:
    """The waves of a version.

    Raises:
        StoreError: the database is missing or damaged.
    """
    gateway = open_ministry(folder)
    gateway.close()
    return gateway.facts.waves


def shares_of(folder: Path) -> Shares:
    """How much of the release of a version carries numbers."""
    with _opened_release(folder) as connection:
        return read_shares(lambda sql, parameters: connection.execute(sql, parameters).fetchall())
