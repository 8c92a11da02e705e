"""Which whole number is shown of a count that is told as a range: one by which the numbers of a question add up.

It is chosen from what is told alone, so it tells nothing more. The options of a question with one answer add up to the
base, and nets to their options; two groups to the country. A number is shown only where it lies within 6 points of
everything that the share may be; where no such number adds up, only the range is told.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import highspy

from explorer.building.disclosure.blocks import Range, half_width, share_range
from explorer.building.disclosure.model import Layout, Part, ReleasedRow
from explorer.building.disclosure.told import NATION_DIMENSION, Layouts
from explorer.errors import DisclosureError
from explorer.highs import silent_solver
from explorer.survey.asking.selection import Population
from explorer.survey.figures.figure import MOST_POINTS, Kind, ReleaseStatus

SHOWN_WEIGHT = 100.0
"""To show one number more weighs more than any number's distance from the middle of its range."""
Group = tuple[str, str]
"""(dimension, name)."""
Shown = tuple[int | None, int]
"""Count and base; no count where the range is told in words."""


def choose(rows: Iterable[ReleasedRow], layouts: Layouts) -> dict[ReleasedRow, Shown]:
    """Count and base that are shown of each row of a range.

    Raises:
        DisclosureError: what is told contradicts itself.
    """
    together: defaultdict[tuple[Part, int], list[ReleasedRow]] = defaultdict(list)
    for row in rows:
        if row.population is Population.TOTAL:
            together[row.part, row.wave].append(row)
    chosen: dict[ReleasedRow, Shown] = {}
    for place, some in together.items():
        if any(row.status is ReleaseStatus.RANGE for row in some):
            chosen |= _Sheet(tuple(some), layouts[place]).chosen()
    return chosen


@dataclass(frozen=True, slots=True)
class _Number:
    """A number that is being chosen: its variable, and where it lies."""

    variable: highspy.highs.highs_var
    limits: Range


class _Sheet:
    """All numbers of a question (item) in a wave: one small integer program."""

    def __init__(self, rows: tuple[ReleasedRow, ...], layout: Layout) -> None:
        self._rows = {(row.answer, row.kind, row.dimension, row.group): row for row in rows}
        self._layout = layout
        self._solver = silent_solver()
        self._cost = self._solver.expr()
        self._groups = tuple(dict.fromkeys((row.dimension, row.group) for row in rows if row.bases is not None))
        self._national = {(row.answer, row.kind): row for row in rows if row.dimension == NATION_DIMENSION}
        self._bases = {group: self._number(self._limits_of_base(group)) for group in self._groups}
        self._counts: dict[tuple[str, Kind, Group], _Number] = {}
        self._is_shown: dict[ReleasedRow, highspy.highs.highs_var] = {}

    def chosen(self) -> dict[ReleasedRow, Shown]:
        for group in self._groups:
            self._add_answers(group)
            self._add_crosses(group)
        self._add_groups_up()
        self._solver.minimize(self._cost)
        if self._solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            row = next(iter(self._rows.values()))
            raise DisclosureError(
                f"De aantallen van '{row.question}' in {row.wave} spreken elkaar tegen. Herstel de regels."
            )
        values = self._solver.getSolution().col_value
        return {row: self._of(row, values) for row in self._is_shown}

    def _of(self, row: ReleasedRow, values: Sequence[float]) -> Shown:
        count = self._counts[row.answer, row.kind, (row.dimension, row.group)].variable
        is_shown = round(values[self._is_shown[row].index]) == 1
        return round(values[count.index]) if is_shown else None, round(values[self._base_of(row).variable.index])

    def _base_of(self, row: ReleasedRow) -> _Number:
        group = row.dimension, row.group
        if row.kind is Kind.CROSS:
            return self._counts[dict(self._layout.crosses)[row.answer], Kind.NET, group]
        return self._bases[group]

    # ---- the numbers

    def _number(self, limits: Range) -> _Number:
        return _Number(self._solver.addIntegral(lb=limits[0], ub=limits[1]), limits)

    def _limits_of_base(self, group: Group) -> Range:
        return next(
            row.bases
            for row in self._rows.values()
            if row.bases is not None and row.kind is not Kind.CROSS and (row.dimension, row.group) == group
        )

    def _limits_of(self, answer: str, kind: Kind, group: Group) -> Range:
        """What is told of a count; of one that is not told: none to as many as there are in the country."""
        row = self._rows.get((answer, kind, *group))
        if row is not None and row.counts is not None:
            return row.counts
        most = self._bases[group].limits[1]
        national = self._national.get((answer, kind))
        if national is None or national.counts is None:
            return 0, most
        return 0, min(most, national.counts[1])

    def _add_number(self, answer: str, kind: Kind, group: Group) -> None:
        number = self._number(self._limits_of(answer, kind, group))
        self._counts[answer, kind, group] = number
        row = self._rows.get((answer, kind, *group))
        if row is not None and row.status is ReleaseStatus.RANGE and row.bases is not None:
            self._weigh(row, number, row.bases)

    def _weigh(self, row: ReleasedRow, number: _Number, bases: Range) -> None:
        """Close to the middle; shown only where it is within the points of all that the share may be."""
        low, high = number.limits
        distance = self._solver.addVariable(lb=0)
        self._solver.addConstr(distance >= number.variable - (low + high) / 2)
        self._solver.addConstr(distance >= (low + high) / 2 - number.variable)
        is_narrow = half_width(number.limits, bases) <= MOST_POINTS
        shown = self._solver.addIntegral(lb=0, ub=1 if is_narrow else 0)
        lowest, highest = share_range(number.limits, bases)
        base, points = self._base_of(row), MOST_POINTS / 100
        never = float(max(bases[1], 1))
        self._solver.addConstr(number.variable - (highest - points) * base.variable >= never * (shown - 1))
        self._solver.addConstr(number.variable - (lowest + points) * base.variable <= never * (1 - shown))
        self._is_shown[row] = shown
        self._cost += (1 / never) * distance - SHOWN_WEIGHT * shown

    # ---- how they add up

    def _add_answers(self, group: Group) -> None:
        for option in self._layout.options:
            self._add_number(option, Kind.OPTION, group)
        for net, _ in self._layout.nets:
            self._add_number(net, Kind.NET, group)
        counts = {option: self._counts[option, Kind.OPTION, group].variable for option in self._layout.options}
        base = self._bases[group].variable
        if self._layout.allows_several:
            self._add_several(group, counts)
            return
        self._solver.addConstr(self._solver.qsum(counts.values()) == base)
        for net, members in self._layout.nets:
            total = self._solver.qsum(counts[member] for member in members)
            self._solver.addConstr(self._counts[net, Kind.NET, group].variable == total)

    def _add_several(self, group: Group, counts: Mapping[str, highspy.highs.highs_var]) -> None:
        base = self._bases[group].variable
        alone = self._solver.qsum(counts[option] for option in self._layout.exclusive)
        for option, count in counts.items():
            self._solver.addConstr((alone if option in self._layout.exclusive else count + alone) <= base)
        for net, members in self._layout.nets:
            total = self._counts[net, Kind.NET, group].variable
            self._solver.addConstr(total + alone <= base)
            self._solver.addConstr(total <= self._solver.qsum(counts[member] for member in members))
            for member in members:
                self._solver.addConstr(counts[member] <= total)

    def _add_crosses(self, group: Group) -> None:
        for option, net in self._layout.crosses:
            self._add_number(option, Kind.CROSS, group)
            both = self._counts[option, Kind.CROSS, group].variable
            whole = self._counts[option, Kind.OPTION, group].variable
            within = self._counts[net, Kind.NET, group].variable
            self._solver.addConstr(both <= within)
            if self._layout.allows_several and option not in dict(self._layout.nets)[net]:
                self._solver.addConstr(both <= whole)
            else:
                self._solver.addConstr(both == whole)

    def _add_groups_up(self) -> None:
        """Two groups make the country, of every number."""
        nation = next((group for group in self._groups if group[0] == NATION_DIMENSION), None)
        if nation is None:
            return
        for dimension in dict.fromkeys(group[0] for group in self._groups if group != nation):
            parts = [group for group in self._groups if group[0] == dimension]
            self._solver.addConstr(
                self._solver.qsum(self._bases[part].variable for part in parts) == self._bases[nation].variable
            )
            for answer, kind, group in list(self._counts):
                if group == nation:
                    total = self._solver.qsum(self._counts[answer, kind, part].variable for part in parts)
                    self._solver.addConstr(total == self._counts[answer, kind, nation].variable)
