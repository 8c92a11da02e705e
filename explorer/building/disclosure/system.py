"""A unit and what is known of it as whole-number linear conditions over counts per cell.

A cell holds respondents with the same public marks: nobody can tell them apart, so only their counts matter. Per
cell and question a *stratum* holds who answered in exactly these waves. Its variables are its size and how many chose
each option in each of its waves; for several answers at once also how many chose anything of a net, and how many both
an option and a net that is counted within. These counts describe real respondents exactly where the conditions below
hold (docs/disclosure.md gives the argument), so nothing is lost by not looking at persons.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from explorer.building.disclosure.model import Answers, Knowledge, Layout, Part, Quantity, Respondent, Unit

Counts = NDArray[np.int64]
Expression = dict[int, int]
"""Column → coefficient."""
Stratum = frozenset[int]
"""The waves in which a question was answered."""

NO_LIMIT = 10**6
"""Larger than any number of respondents that a condition can reach."""

Marks = tuple[tuple[int, frozenset[str]], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """Respondents with the same public marks in the waves of the unit."""

    marks: Marks
    members: tuple[int, ...]

    def has(self, wave: int, mark: str) -> bool:
        return any(found == wave and mark in marks for found, marks in self.marks)

    @property
    def waves(self) -> frozenset[int]:
        return frozenset(wave for wave, _ in self.marks)


@dataclass(frozen=True, slots=True)
class Target:
    """Something that might be known of every member of a cell: that it gave an answer, or that it did not."""

    cell: int
    part: Part
    wave: int
    answer: str


@dataclass
class System:
    """Conditions ``low ≤ matrix · counts ≤ high`` with 0 ≤ counts ≤ ``upper``.

    ``columns`` gives the place of a variable: ("size", cell, part, waves of the cell, stratum), or the name of an
    option, net or cross before the same and a wave. ``strata`` gives the waves of a cell that are looked at together.

    ``is_known`` marks rows that speak of counts of all respondents (facts and cell sizes): they shift when an insider
    takes its own answer out; the other rows say how answers hang together, and hold for any set of respondents.
    """

    cells: tuple[Cell, ...]
    matrix: Counts
    low: Counts
    high: Counts
    upper: Counts
    is_known: NDArray[np.bool_]
    targets: tuple[Target, ...]
    target_matrix: Counts
    target_sizes: Counts
    target_cells: Counts
    withheld: tuple[tuple[Quantity, Expression], ...]
    exact_rows: tuple[Expression, ...]
    switches: tuple[tuple[int, Expression, int], ...]
    columns: dict[tuple[object, ...], int] = field(repr=False)
    _unit: Unit = field(repr=False)
    strata: dict[tuple[int, Part], tuple[tuple[int, ...], ...]] = field(repr=False)

    def contribution(self, cell: int, answers: Mapping[tuple[Part, int], frozenset[str]]) -> Counts:
        """The counts of one respondent of a cell that gave these answers; what is not in there was skipped."""
        counts = np.zeros(len(self.upper), dtype=np.int64)
        for part, by_wave in self._unit.layouts:
            for together in self.strata[cell, part]:
                stratum = frozenset(wave for wave in together if (part, wave) in answers)
                counts[self.columns["size", cell, part, together, stratum]] += 1
                for wave, layout in by_wave:
                    if wave in stratum:
                        for name in _given(layout, answers[part, wave]):
                            column = self.columns.get((name, cell, part, together, stratum, wave))
                            if column is not None:
                                counts[column] += 1
        return counts


def _given(layout: Layout, chosen: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """The names of the variables that count a respondent who chose these options."""
    yield from (("option", option) for option in layout.options if option in chosen)
    touched = {net for net, members in layout.nets if not chosen.isdisjoint(members)}
    yield from (("net", net) for net in touched)
    yield from (("cross", option, net) for option, net in layout.crosses if option in chosen and net in touched)


def cells_of(
    respondents: Iterable[Respondent], knowledge: Iterable[Knowledge], waves: frozenset[int]
) -> tuple[Cell, ...]:
    """Respondents by the marks that the facts make use of, in the waves of the unit."""
    used: defaultdict[int, set[str]] = defaultdict(set)
    partners: set[int] = set()
    for known in knowledge:
        for quantity in known.quantities():
            used[quantity.wave].add(quantity.mark)
            if quantity.partner is not None:
                partners.add(quantity.partner)
    members: defaultdict[Marks, list[int]] = defaultdict(list)
    for one in respondents:
        key = tuple(
            (wave, frozenset(marks & used[wave])) for wave, marks in one.marks if wave in waves or wave in partners
        )
        if any(wave in waves for wave, _ in key):
            members[key].append(one.id)
    ordered = sorted(members.items(), key=lambda entry: [(wave, sorted(marks)) for wave, marks in entry[0]])
    return tuple(Cell(marks, tuple(ids)) for marks, ids in ordered)


def table_of(system: System, answers: Answers, parts: Iterable[Part]) -> Counts:
    """The counts of the answers that were really given."""
    parts = tuple(parts)
    total = np.zeros(len(system.upper), dtype=np.int64)
    for number, cell in enumerate(system.cells):
        for member in cell.members:
            own = {
                (part, wave): answers[part, wave, member]
                for part in parts
                for wave in cell.waves
                if (part, wave, member) in answers
            }
            total += system.contribution(number, own)
    for switch, expression, limit in system.switches:
        total[switch] = sum(total[column] * coefficient for column, coefficient in expression.items()) <= limit
    return total
