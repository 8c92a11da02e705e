"""The command ``audit``: progress while it runs, and a Dutch report of what it found."""

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from explorer.building.disclosure import PAIRS, AuditResult, Known, UnitResult, write_audit
from explorer.building.disclosure.checking import check_problems, read_problems, shares_of
from explorer.building.disclosure.releasing import SEEDS
from explorer.building.populations import SeedResult, audit_seeds
from explorer.errors import SelectionError
from explorer.gateway.shares import Shares
from explorer.store.audits import hash_of_release
from explorer.store.versions import Store

WORKERS = 2
"""Two cores are what the time limit speaks of; more are not used."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What is audited: questions of one wave (None: of all), with so many pairs of insiders, and whether what was
    found before is left aside.
    """

    wave: int | None = None
    pairs: int = PAIRS
    fresh: bool = False


def audit_version(store: Store, queries: Path, extent: Extent) -> bool:
    """Audit the release in use; whether nothing is certain beyond the report.

    A whole audit (all waves, at least the usual number of pairs) replaces ``audit.json`` of the version.

    Raises:
        StoreError: there is no version, or a file is damaged.
        SelectionError: no question was asked in the wave.
    """
    wave = extent.wave
    folder = store.current_path()
    problems = read_problems(store, folder.name, queries)
    asked = [one for one in problems if wave is None or any(wave in dict(waves) for _, waves in one.unit.layouts)]
    if not asked:
        raise SelectionError(f"Er zijn geen cijfers van een meting van {wave}.")
    known = Known(None) if extent.fresh else Known(folder / "audited.json", (*SEEDS, store.folder / "audited.json"))
    units = tuple(_shown(check_problems(asked, known, pairs=extent.pairs, workers=_workers()), len(asked)))
    result = AuditResult(hash_of_release(folder), units)
    if wave is None and extent.pairs >= PAIRS:
        write_audit(folder, result)
    _report(result, shares_of(folder))
    return result.passed


def audit_other_populations(store: Store, data: Path, queries: Path, count: int) -> bool:
    """Release, audit and fallback on other simulated populations; whether each ended with nothing certain."""
    kept = store.current_path() / "audit_seeds.json"
    passed = True
    for one in audit_seeds(count, data, queries, kept, _workers()):
        passed &= one.passed
        sys.stdout.write(_seed_line(one) + "\n")
        sys.stdout.flush()
    return passed


def _workers() -> int:
    return min(WORKERS, os.cpu_count() or 1)


def _shown(results: Iterable[UnitResult], total: int) -> Iterable[UnitResult]:
    columns = (TextColumn("{task.description:<40}"), BarColumn(), TextColumn("{task.completed}/{task.total}"))
    with Progress(*columns, TimeElapsedColumn(), console=Console(file=sys.stdout)) as bar:
        task = bar.add_task("Controleren", total=total)
        for result in results:
            bar.update(task, description=result.unit[:40], advance=1)
            yield result


def _report(result: AuditResult, shares: Shares) -> None:
    units = result.units
    lines = [
        "",
        f"Uitgave {result.release[:12]}, {len(units)} vragen (onderwerpen), in de langste "
        f"{max(one.attackers for one in units)} kijkers: een buitenstaander en de deelnemers.",
        f"- door aftrekken te berekenen: {sum(one.derivable + one.recovered for one in units)}",
        f"- zeker voor een buitenstaander: {sum(one.forced_outsider for one in units)}",
        f"- zeker voor deelnemers: {sum(one.forced_insiders for one in units)}",
        f"- al zeker door het gedrukte rapport zelf (telt niet mee): {sum(one.by_report for one in units)}",
        f"- bijna zeker, op één gemeente van drie of meer na: {sum(one.nearly for one in units)}",
        f"- met cijfers: {_share(shares.pairs_shown, shares.pairs)} van vraag × groep, "
        f"{_share(shares.cells_shown, shares.cells)} van antwoord × groep",
        f"- rekentijd: {sum(one.seconds for one in units):.0f} seconden",
    ]
    lines += _failures(units)
    lines.append("De uitgave mag naar buiten." if result.passed else "De uitgave mag niet naar buiten.")
    sys.stdout.write("\n".join(lines) + "\n")


def _failures(units: Sequence[UnitResult]) -> list[str]:
    lines = []
    for one in units:
        if not one.passed:
            lines.append(f"{one.unit}: {one.unfinished or 'antwoorden zijn te berekenen'}")
            lines += [f"  - {example}" for example in one.examples]
    return lines


def _share(shown: int, total: int) -> str:
    return f"{shown} van {total} ({100 * shown / total:.1f} %)".replace(".", ",") if total else "0 van 0"


def _seed_line(one: SeedResult) -> str:
    if not one.exists:
        return f"Populatie {one.seed} bestaat niet: {one.refused}"
    if one.refused is not None:
        return f"Populatie {one.seed}: geweigerd. {one.refused}"
    lost = "; ".join(one.questions_that_lost) or "niets"
    return (
        f"Populatie {one.seed}: {one.forced} zeker, {one.by_report} al door het rapport; weggelaten: {lost}; "
        f"{_share(one.pairs_shown, one.pairs)} van vraag × groep en {_share(one.cells_shown, one.cells)} van "
        f"antwoord × groep met cijfers; {one.seconds:.0f} s"
    )
