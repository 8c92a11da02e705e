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
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from explorer.disclosure.model import Answers, AnyBelow, Fact, Knowledge, Layout, Part, Quantity, Respondent, Unit

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
    withheld: tuple[tuple[Quantity, Expression], ...]
    exact_rows: tuple[Expression, ...]
    switches: tuple[tuple[int, Expression, int], ...]
    _columns: dict[tuple[object, ...], int] = field(repr=False)
    _unit: Unit = field(repr=False)
    _strata: dict[tuple[int, Part], tuple[tuple[int, ...], ...]] = field(repr=False)

    def contribution(self, cell: int, answers: Mapping[tuple[Part, int], frozenset[str]]) -> Counts:
        """The counts of one respondent of a cell that gave these answers; what is not in there was skipped."""
        counts = np.zeros(len(self.upper), dtype=np.int64)
        for part, by_wave in self._unit.layouts:
            for together in self._strata[cell, part]:
                stratum = frozenset(wave for wave in together if (part, wave) in answers)
                counts[self._columns["size", cell, part, together, stratum]] += 1
                for wave, layout in by_wave:
                    if wave in stratum:
                        for name in _given(layout, answers[part, wave]):
                            column = self._columns.get((name, cell, part, together, stratum, wave))
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


def build_system(unit: Unit, respondents: Iterable[Respondent], knowledge: tuple[Knowledge, ...]) -> System:
    """The conditions of all ``knowledge`` together.

    Raises:
        ValueError: the question has nets that overlap, which these conditions do not describe.
    """
    waves = frozenset(wave for _, by_wave in unit.layouts for wave, _ in by_wave)
    return _Builder(unit, cells_of(respondents, knowledge, waves)).build(knowledge)


class _Builder:
    """Collects columns and rows; lives for one call of :func:`build_system`."""

    def __init__(self, unit: Unit, cells: tuple[Cell, ...]) -> None:
        self.unit = unit
        self.cells = cells
        self.columns: dict[tuple[object, ...], int] = {}
        self.upper: list[int] = []
        self.rows: list[tuple[Expression, int, int, bool]] = []
        self.strata: dict[tuple[int, Part], tuple[tuple[int, ...], ...]] = {}
        self.switches: list[tuple[int, Expression, int]] = []

    def build(self, knowledge: tuple[Knowledge, ...]) -> System:
        for part, by_wave in self.unit.layouts:
            is_linked = any(
                quantity.part == part and quantity.partner is not None
                for known in knowledge
                for quantity in known.quantities()
            )
            for number in range(len(self.cells)):
                self._describe(number, part, dict(by_wave), is_linked=is_linked)
        self._route()
        for known in knowledge:
            for fact in known.facts:
                self._state(fact)
            for one in known.any_below:
                self._state_any(one)
        return self._finish(knowledge)

    def _column(self, *key: object, upper: int) -> int:
        if key not in self.columns:
            self.columns[key] = len(self.upper)
            self.upper.append(upper)
        return self.columns[key]

    def _row(self, expression: Expression, low: int, high: int, *, is_known: bool = False) -> None:
        self.rows.append((expression, low, high, is_known))

    # ---- how answers hang together

    def _describe(self, number: int, part: Part, layouts: Mapping[int, Layout], *, is_linked: bool) -> None:
        cell = self.cells[number]
        waves = tuple(sorted(cell.waves & layouts.keys()))
        groups = ((waves,) if waves else ()) if is_linked else tuple((wave,) for wave in waves)
        self.strata[number, part] = groups
        for together in groups:
            sizes: Expression = {}
            for stratum in _subsets(together):
                place = (number, part, together, stratum)
                size = self._column("size", *place, upper=len(cell.members))
                sizes[size] = 1
                for wave in stratum:
                    self._describe_stratum(layouts[wave], place, wave, size, len(cell.members))
            self._row(sizes, len(cell.members), len(cell.members), is_known=True)

    def _describe_stratum(self, layout: Layout, place: tuple[object, ...], wave: int, size: int, upper: int) -> None:
        options = {o: self._column(("option", o), *place, wave, upper=upper) for o in layout.options}
        if not layout.allows_several:
            self._row({**dict.fromkeys(options.values(), 1), size: -1}, 0, 0)
            return
        alone = {options[option]: 1 for option in layout.exclusive}
        for option, column in options.items():
            if option not in layout.exclusive:
                self._row({column: 1, **alone, size: -1}, -NO_LIMIT, 0)
        if alone:
            self._row({**alone, size: -1}, -NO_LIMIT, 0)
        seen: set[str] = set()
        for net, members in layout.nets:
            if not seen.isdisjoint(members) or not layout.exclusive.isdisjoint(members):
                raise ValueError(f"net {net} shares an option with another net, or holds one that stands alone")
            seen.update(members)
            column = self._column(("net", net), *place, wave, upper=upper)
            self._row({column: 1, **{options[m]: -1 for m in members}}, -NO_LIMIT, 0)
            for member in members:
                self._row({options[member]: 1, column: -1}, -NO_LIMIT, 0)
            self._row({column: 1, **alone, size: -1}, -NO_LIMIT, 0)
        for option, net in layout.crosses:
            both = self._column(("cross", option, net), *place, wave, upper=upper)
            chosen, within = options[option], self.columns[("net", net), *place, wave]
            if option in dict(layout.nets)[net]:
                self._row({both: 1, chosen: -1}, 0, 0)
                continue
            self._row({both: 1, chosen: -1}, -NO_LIMIT, 0)
            self._row({both: 1, within: -1}, -NO_LIMIT, 0)
            self._row({chosen: 1, within: 1, both: -1, **alone, size: -1}, -NO_LIMIT, 0)

    def _route(self) -> None:
        for route in self.unit.routes:
            for number in range(len(self.cells)):
                answered = self._count(number, route.part, route.wave, None)
                if answered:
                    led = self._count(number, route.source, route.wave, route.answer)
                    self._row(_sum(((1, answered), (-1, led))), -NO_LIMIT, 0)

    # ---- what is known

    def _count(
        self,
        number: int,
        part: Part,
        wave: int,
        answer: str | None,
        within: str | None = None,
        partner: int | None = None,
    ) -> Expression:
        """How many of a cell gave an answer (None: any) in a wave."""
        layout = dict(self.unit.waves_of(part)).get(wave)
        if layout is None:
            return {}
        columns: Expression = {}
        for together in self.strata[number, part]:
            for stratum in _subsets(together):
                if wave in stratum and (partner is None or self._is_in_panel(number, part, stratum, partner)):
                    for name in _counted(layout, answer, within):
                        place = (number, part, together, stratum)
                        key = ("size", *place) if name is None else (name, *place, wave)
                        columns[self.columns[key]] = 1
        return columns

    def _is_in_panel(self, number: int, part: Part, stratum: Stratum, partner: int) -> bool:
        if partner in dict(self.unit.waves_of(part)):
            return partner in stratum
        return partner in self.cells[number].waves

    def _expression(self, quantity: Quantity) -> Expression:
        q = quantity
        return _sum(
            (1, self._count(number, q.part, q.wave, q.answer, q.within, q.partner))
            for number, cell in enumerate(self.cells)
            if cell.has(q.wave, q.mark)
        )

    def _state(self, fact: Fact) -> None:
        expression = _sum((factor, self._expression(quantity)) for factor, quantity in fact.terms)
        low = -NO_LIMIT if fact.low is None else fact.low
        high = NO_LIMIT if fact.high is None else fact.high
        self._row(expression, low, high, is_known=True)

    def _state_any(self, one: AnyBelow) -> None:
        """A switch per quantity: on means that it is at most the limit, and one of them is on."""
        switches: Expression = {}
        for quantity in one.quantities:
            expression = self._expression(quantity)
            most = sum(len(cell.members) for cell in self.cells if cell.has(quantity.wave, quantity.mark))
            switch = self._column("switch", quantity, upper=1)
            switches[switch] = 1
            self.switches.append((switch, expression, one.limit))
            self._row({**expression, switch: most}, -NO_LIMIT, one.limit + most, is_known=True)
        self._row(switches, 1, len(switches))

    def _finish(self, knowledge: tuple[Knowledge, ...]) -> System:
        width = len(self.upper)
        targets = tuple(
            Target(number, part, wave, answer)
            for part, by_wave in self.unit.layouts
            for wave, layout in by_wave
            for number, cell in enumerate(self.cells)
            if wave in cell.waves
            for answer in layout.answers
        )
        counted = [self._count(target.cell, target.part, target.wave, target.answer) for target in targets]
        withheld = dict.fromkeys(quantity for known in knowledge for quantity in known.withheld)
        return System(
            cells=self.cells,
            matrix=_dense((row for row, *_ in self.rows), width),
            low=np.array([low for _, low, _, _ in self.rows], dtype=np.int64),
            high=np.array([high for _, _, high, _ in self.rows], dtype=np.int64),
            upper=np.array(self.upper, dtype=np.int64),
            is_known=np.array([known for *_, known in self.rows], dtype=np.bool_),
            targets=targets,
            target_matrix=_dense(counted, width),
            target_sizes=np.array([len(self.cells[target.cell].members) for target in targets], dtype=np.int64),
            withheld=tuple((quantity, self._expression(quantity)) for quantity in withheld),
            exact_rows=tuple(row for row, low, high, _ in self.rows if low == high and row),
            switches=tuple(self.switches),
            _columns=self.columns,
            _unit=self.unit,
            _strata=self.strata,
        )


def _counted(layout: Layout, answer: str | None, within: str | None) -> tuple[tuple[str, ...] | None, ...]:
    """The variables of a stratum that add up to an answer; None stands for the size of the stratum."""
    if answer is None:
        return (None,)
    nets = dict(layout.nets)
    if within is not None:
        if layout.allows_several:
            return (("cross", answer, within),)
        return (("option", answer),) if answer in nets[within] else ()
    if answer in nets and layout.allows_several:
        return (("net", answer),)
    return tuple(("option", member) for member in nets.get(answer, (answer,)))


def _subsets(waves: tuple[int, ...]) -> Iterator[Stratum]:
    for size in range(len(waves) + 1):
        yield from (frozenset(chosen) for chosen in combinations(waves, size))


def _sum(terms: Iterable[tuple[int, Expression]]) -> Expression:
    total: defaultdict[int, int] = defaultdict(int)
    for factor, expression in terms:
        for column, coefficient in expression.items():
            total[column] += factor * coefficient
    return {column: coefficient for column, coefficient in total.items() if coefficient}


def _dense(expressions: Iterable[Expression], width: int) -> Counts:
    rows = list(expressions)
    matrix = np.zeros((len(rows), width), dtype=np.int64)
    for number, expression in enumerate(rows):
        for column, coefficient in expression.items():
            matrix[number, column] = coefficient
    return matrix


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
