"""Robust, not lucky: release, audit and fallback on other simulated populations with the same printed margins."""

import itertools
import json
from collections import deque
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory
from time import monotonic

from explorer.building.disclosure.audit import METHOD
from explorer.building.disclosure.checking import shares_of
from explorer.building.disclosure.releasing import Workshop, make_release
from explorer.building.disclosure.results import Known
from explorer.building.tables import load_tables, read_inputs
from explorer.errors import DisclosureError, ExplorerError, SourceError
from explorer.gateway.shares import Shares
from explorer.inputs.simulate import simulate
from explorer.store.files import DATABASE, created_database
from explorer.store.queries import run_queries

FIRST_SEED = 101
"""Seeds of the other populations count from here; the shipped population has another one."""


@dataclass(frozen=True, slots=True)
class SeedResult:
    """What became of one population: certain answers that are left, questions that lost a dimension, what is shown."""

    seed: int
    method: int
    forced: int
    by_report: int
    questions_that_lost: tuple[str, ...]
    pairs_shown: int
    pairs: int
    cells_shown: int
    cells: int
    seconds: float
    refused: str | None = None
    exists: bool = True

    @property
    def passed(self) -> bool:
        """Nothing certain is left; a population that does not exist has nothing to tell."""
        return not self.exists or (self.forced == 0 and self.refused is None)


def audit_seeds(
    count: int, data: Path, queries: Path, kept: Path, workers: int, *, is_kept: bool
) -> Iterator[SeedResult]:
    """One result per population; those that ``kept`` holds already are not computed again, and ``is_kept`` adds to it.

    Some seeds draw who takes part in such a way that the printed margins cannot hold; they give no population, and
    the next seed is taken instead.
    """
    found = _read(kept)
    populations = 0
    for result in _in_order(found, data, queries, workers):
        if result.seed not in found:
            found[result.seed] = result
            if is_kept:
                kept.write_text(json.dumps([asdict(one) for one in found.values()], indent=1), encoding="utf-8")
        yield result
        populations += result.exists
        if populations == count:
            return


def _in_order(found: Mapping[int, SeedResult], data: Path, queries: Path, workers: int) -> Iterator[SeedResult]:
    """Seed after seed, without end; while one is waited for, the workers go on with the next ones."""
    ahead: deque[tuple[int, Future[SeedResult] | None]] = deque()
    # Started afresh: a forked process would share the solver's threads.
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"))
    try:
        for seed in itertools.count(FIRST_SEED):
            ahead.append((seed, None if seed in found else pool.submit(_audit_seed, seed, data, queries)))
            if len(ahead) > workers:
                first, future = ahead.popleft()
                yield found[first] if future is None else future.result()
    finally:
        pool.shutdown(cancel_futures=True)


def _read(kept: Path) -> dict[int, SeedResult]:
    if not kept.is_file():
        return {}
    try:
        entries = json.loads(kept.read_text(encoding="utf-8"))
        results = [SeedResult(**one | {"questions_that_lost": tuple(one["questions_that_lost"])}) for one in entries]
    except (ValueError, TypeError, KeyError) as error:
        raise DisclosureError(
            f"De bewaarde uitkomsten in {kept} zijn beschadigd. Haal dat bestand weg; dan wordt alles opnieuw gerekend."
        ) from error
    return {result.seed: result for result in results if result.method == METHOD}


def _audit_seed(seed: int, data: Path, queries: Path) -> SeedResult:
    started = monotonic()
    with TemporaryDirectory() as name:
        folder = Path(name)
        copytree(data, folder / "data")
        try:
            simulate(folder / "data" / "waves", seed, data)
        except SourceError as error:
            return SeedResult(seed, METHOD, 0, 0, (), 0, 0, 0, 0, 0.0, str(error), exists=False)
        _fill(folder, queries)
        refused, forced, by_report = None, 0, 0
        lost: tuple[str, ...] = ()
        shares = Shares(0, 0, 0, 0)
        try:
            result, _ = make_release(Workshop(folder, queries), known=Known(None))
        except ExplorerError as error:
            refused = str(error)
        else:
            forced = sum(one.n_certain for one in result.units)
            by_report = sum(one.by_report for one in result.units)
            lost = tuple(f"{one.unit}: {', '.join(one.dropped)}" for one in result.units if one.dropped)
            shares = shares_of(folder)
    seconds = round(monotonic() - started, 1)
    return SeedResult(
        seed=seed,
        method=METHOD,
        forced=forced,
        by_report=by_report,
        questions_that_lost=lost,
        pairs_shown=shares.pairs_shown,
        pairs=shares.pairs,
        cells_shown=shares.cells_shown,
        cells=shares.cells,
        seconds=seconds,
        refused=refused,
    )


def _fill(folder: Path, queries: Path) -> None:
    """A database of this population, without maps and checks."""
    with created_database(folder / DATABASE) as connection:
        run_queries(connection, queries, "1")
        load_tables(connection, read_inputs(folder / "data"))
        run_queries(connection, queries, "2", "3")
