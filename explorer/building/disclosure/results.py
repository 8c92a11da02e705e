"""What the audit found, as values that can be kept in a file and put into Dutch."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from explorer.building.disclosure.model import Split
from explorer.errors import DisclosureError


@dataclass(frozen=True, slots=True)
class UnitResult:
    """The audit of one question (item), or of two that belong together.

    ``kinds`` and ``pairs`` are how many kinds of respondents, and of pairs of them, were asked. ``forced`` counts an
    attacker and a cell's answer that is certain through the release, ``nearly`` one that is certain of all but one or
    two of a cell; ``by_report`` what the printed report alone makes certain. ``derivable`` counts answers, and
    ``recovered`` withheld figures, that follow by subtraction. ``remedy`` is what to take away so that it passes;
    ``dropped`` is what the fallback took away before, such as ``region 2020``.
    """

    key: str
    unit: str
    kinds: int
    pairs: int
    targets: int
    forced_outsider: int
    forced_insiders: int
    forced_pairs: int
    nearly: int
    by_report: int
    derivable: int
    recovered: int
    examples: tuple[str, ...]
    seconds: float
    remedy: tuple[Split, ...] = ()
    unfinished: str | None = None
    dropped: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        """Nothing is certain beyond the report, and the audit came to its end."""
        return self.n_certain == 0 and self.unfinished is None

    @property
    def n_certain(self) -> int:
        """How much follows beyond the report, by whole numbers, by subtraction, or by what passing tells."""
        forced = self.forced_outsider + self.forced_insiders + self.forced_pairs
        return forced + self.nearly + self.derivable + self.recovered


@dataclass(frozen=True)
class AuditResult:
    """The audit of a whole release; ``release`` is its hash. ``settled`` are waves whose figures passed before."""

    release: str
    units: tuple[UnitResult, ...]
    settled: frozenset[int] = frozenset()

    @property
    def passed(self) -> bool:
        return bool(self.units or self.settled) and all(unit.passed for unit in self.units)


class Known:
    """Results by their key, in a file: an audit that is stopped goes on where it was."""

    def __init__(self, path: Path | None, seeds: Iterable[Path] = ()) -> None:
        """``path`` is written after every result; ``seeds`` are read only.

        Raises DisclosureError for a damaged file.
        """
        self._path = path
        self._found: dict[str, UnitResult] = {}
        for file in (*seeds, *(() if path is None else (path,))):
            if file.is_file():
                self._found |= {result.key: result for result in _read(file)}

    def get(self, key: str) -> UnitResult | None:
        return self._found.get(key)

    def all(self) -> tuple[UnitResult, ...]:
        """Every result, in the order in which it came."""
        return tuple(self._found.values())

    def add(self, result: UnitResult) -> None:
        """Keep a result; one that did not come to its end is tried again next time."""
        if result.unfinished is None:
            self._found[result.key] = result
            if self._path is not None:
                write_results(self._path, self._found.values())


def write_results(path: Path, results: Iterable[UnitResult]) -> None:
    """Write results as JSON, one a line; replaced in one step."""
    lines = ",\n".join(json.dumps(asdict(result), ensure_ascii=False) for result in results)
    beside = path.with_suffix(".part")
    beside.write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    beside.replace(path)


def _read(path: Path) -> tuple[UnitResult, ...]:
    """Results of another method have other names and do not count.

    Raises DisclosureError where a file of results is damaged: it can be computed anew.
    """
    named = {field.name for field in fields(UnitResult)}
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
        return tuple(_result(entry) for entry in entries if entry.keys() == named)
    except (ValueError, TypeError, AttributeError) as error:
        raise DisclosureError(
            f"De bewaarde uitkomsten in {path} zijn beschadigd. Haal dat bestand weg; dan wordt alles opnieuw gerekend."
        ) from error


def _result(entry: Mapping[str, Any]) -> UnitResult:
    values = dict(entry)
    for name in ("examples", "dropped"):
        values[name] = tuple(values.get(name, ()))
    values["remedy"] = tuple(Split(*one) for one in values.get("remedy", ()))
    return UnitResult(**values)
