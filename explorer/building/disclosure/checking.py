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
from explorer.building.disclosure.releasing import RULES, read_national
from explorer.building.disclosure.results import Known, UnitResult
from explorer.gateway.door import open_ministry
from explorer.gateway.shares import Shares, read_shares
from explorer.store.files import DATABASE, RELEASE, Connection, open_release, working_database
from explorer.store.manifest import check_files
from explorer.store.queries import run_queries
from explorer.store.versions import Store
from explorer.survey.figures.waves import Wave


def read_problems(store: Store, version: str, queries: Path) -> tuple[Problem, ...]:
    """The problems of the release of a version, with all releases that the store knows as knowledge.

    Raises:
        StoreError: a file of the version is missing or damaged.
    """
    folder = store.path_of(version)
    check_files(folder)
    reference, national = read_national(folder)
    printed = reading.printed_rows(reference.report, national)
    with working_database(folder / DATABASE) as connection:
        run_queries(connection, queries, RULES)
        world = reading.read_world(connection, reference.codebook)
    with _opened_release(folder) as released:
        rows = reading.read_released(released)
    earlier = in_force(read_earlier_releases(store), world, frozenset(rows))
    return reading.problems_of(world, rows, printed, earlier)


@contextmanager
def _opened_release(folder: Path) -> Iterator[Connection]:
    connection = open_release(folder / RELEASE)
    try:
        yield connection
    finally:
        connection.close()


def check_problems(problems: Iterable[Problem], known: Known, *, pairs: int, workers: int) -> Iterator[UnitResult]:
    """Results in the order in which they come in; each is kept at once, so that a stopped audit can go on."""
    to_do: list[tuple[Problem, str]] = []
    for problem in problems:
        key = key_of(problem, pairs)
        found = known.get(key)
        if found is None:
            to_do.append((problem, key))
        else:
            yield found
    if not to_do:
        return
    # Started afresh: a forked process would share the solver's threads.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for future in as_completed([pool.submit(_examine, problem, key, pairs) for problem, key in to_do]):
            result = future.result()
            known.add(result)
            yield result


def _examine(problem: Problem, key: str, pairs: int) -> UnitResult:
    return examine(problem, key=key, pairs=pairs)


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
