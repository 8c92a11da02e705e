"""What the command ``audit`` does: progress while it runs, and a Dutch report of what it found."""

import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from explorer.building.disclosure import AuditResult, Known, UnitResult, write_audit
from explorer.building.disclosure.checking import check_problems, read_problems, shares_of, waves_of
from explorer.building.disclosure.releasing import shipped_results
from explorer.building.populations import SeedResult, audit_seeds
from explorer.building.progress import progress_bar
from explorer.errors import SelectionError
from explorer.gateway.shares import Shares
from explorer.store.audits import hash_of_release
from explorer.store.versions import Store, may_write
from explorer.survey.formats import listed, percent, whole_number

WORKERS = 2
"""Two cores are what the time limit speaks of; more are not used."""
PARTLY = "Let op: dit was een deel van de controle. Een versie komt alleen na de hele controle in gebruik."
WIDTH = 40
"""So many letters of a question's name stand before the bar."""


@dataclass(frozen=True, slots=True)
class Extent:
    """What is audited: questions of one wave (None: of all), and whether what was found before is left aside."""

    wave: int | None = None
    fresh: bool = False


def audit_version(store: Store, queries: Path, extent: Extent) -> bool:
    """Audit the release in use; whether nothing is certain beyond the report.

    A whole audit (all waves) replaces ``audit.json`` of the version. In a store that may only be read nothing is
    written, and the report says so.

    Raises:
        StoreError: there is no version, or a file is damaged.
        SelectionError: no question was asked in the wave.
    """
    wave = extent.wave
    folder = store.current_path()
    problems, settled = read_problems(store, folder.name, queries)
    asked = [one for one in problems if wave is None or any(wave in dict(waves) for _, waves in one.unit.layouts)]
    if not asked and not (settled if wave is None else wave in settled):
        raise SelectionError(f"Er zijn geen cijfers van een meting van {wave}.")
    is_kept = may_write(folder)
    known = _known(store, folder, fresh=extent.fresh, is_kept=is_kept)
    units = tuple(_shown(check_problems(asked, known, workers=_workers()), len(asked)))
    result = AuditResult(hash_of_release(folder), units, settled)
    if is_kept and wave is None:
        write_audit(folder, result)
    _report(result, shares_of(folder), is_whole=wave is None)
    if not is_kept:
        sys.stdout.write(f"De uitkomst is niet bewaard: in {folder} mag niet geschreven worden.\n")
    return result.passed


def _known(store: Store, folder: Path, *, fresh: bool, is_kept: bool) -> Known:
    """What was found before; what is found now is added to it where that may be written."""
    if fresh:
        return Known(None)
    before = (*shipped_results(waves_of(folder)), store.folder / "audited.json", folder / "audited.json")
    return Known(folder / "audited.json" if is_kept else None, before)


def audit_other_populations(store: Store, data: Path, queries: Path, count: int) -> bool:
    """Release, audit and fallback on other simulated populations; whether each ended with nothing certain."""
    kept = store.current_path() / "audit_seeds.json"
    passed = True
    for one in audit_seeds(count, data, queries, kept, _workers(), is_kept=may_write(kept.parent)):
        passed &= one.passed
        sys.stdout.write(_seed_line(one) + "\n")
        sys.stdout.flush()
    return passed


def _workers() -> int:
    return min(WORKERS, os.cpu_count() or 1)


def _shown(results: Iterable[UnitResult], total: int) -> Iterable[UnitResult]:
    with progress_bar("Controleren", total=total, width=WIDTH) as show:
        for number, result in enumerate(results, 1):
            show(result.unit[:WIDTH], number, total)
            yield result


def _report(result: AuditResult, shares: Shares, *, is_whole: bool) -> None:
    units = result.units
    lines = [
        "",
        f"Uitgave {result.release[:12]}, {whole_number(len(units))} vragen (onderwerpen). Gevraagd is wat een "
        f"buitenstaander weet, elk van {whole_number(sum(one.kinds for one in units))} soorten deelnemers, en elk van "
        f"{whole_number(sum(one.pairs for one in units))} soorten paren van deelnemers.",
        *(f"- {what}: {whole_number(count)}" for what, count in _counts(units).items()),
        *_settled(result),
        f"- precies, of binnen 6 punten: {_shown_shares(shares)}",
        f"- rekentijd: {_seconds(sum(one.seconds for one in units))} seconden",
        *_failures(units),
        "De uitgave mag naar buiten." if result.passed else "De uitgave mag niet naar buiten.",
        *([] if is_whole else [PARTLY]),
    ]
    sys.stdout.write("\n".join(lines) + "\n")


def _settled(result: AuditResult) -> list[str]:
    """Waves that were not asked again."""
    if not result.settled:
        return []
    waves = listed([str(wave) for wave in sorted(result.settled)])
    return [f"- met de cijfers van een eerdere uitgave, en daarmee al gecontroleerd: {waves}"]


def _counts(units: Sequence[UnitResult]) -> dict[str, int]:
    """What was counted → how often over all questions."""
    return {
        "door aftrekken te berekenen": sum(one.derivable + one.recovered for one in units),
        "zeker voor een buitenstaander": sum(one.forced_outsider for one in units),
        "zeker voor een deelnemer": sum(one.forced_insiders for one in units),
        "zeker voor twee deelnemers samen": sum(one.forced_pairs for one in units),
        "zeker door wat de uitgave verraadt dat zij mag": sum(one.nearly for one in units),
        "al zeker door het gedrukte rapport zelf (telt niet mee)": sum(one.by_report for one in units),
    }


def _failures(units: Sequence[UnitResult]) -> list[str]:
    lines = []
    for one in units:
        if not one.passed:
            lines.append(f"{one.unit}: {one.unfinished or 'antwoorden zijn te berekenen'}")
            lines += [f"  - {example}" for example in one.examples]
    return lines


def _shown_shares(of: Shares | SeedResult) -> str:
    pairs, cells = _share(of.pairs_shown, of.pairs), _share(of.cells_shown, of.cells)
    return f"{pairs} van vraag × groep, {cells} van antwoord × groep"


def _share(shown: int, total: int) -> str:
    counts = f"{whole_number(shown)} van {whole_number(total)}"
    return f"{counts} ({percent(shown, total, decimals=1)})" if total else counts


def _seconds(seconds: float) -> str:
    return whole_number(round(seconds))


def _seed_line(one: SeedResult) -> str:
    if not one.exists:
        return f"Populatie {one.seed} bestaat niet: {one.refused}"
    if one.refused is not None:
        return f"Populatie {one.seed}: geweigerd. {one.refused}"
    lost = "; ".join(one.questions_that_lost) or "niets"
    return (
        f"Populatie {one.seed}: {whole_number(one.forced)} zeker, {whole_number(one.by_report)} al door het rapport; "
        f"weggelaten: {lost}; precies of binnen 6 punten: {_shown_shares(one)}; {_seconds(one.seconds)} s"
    )
