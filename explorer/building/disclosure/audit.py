"""Audits a unit: what an outsider and every insider can be certain of, by subtraction and by whole numbers."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from time import monotonic

import numpy as np

from explorer.building.disclosure.conditions import build_system
from explorer.building.disclosure.linear import RowSpace
from explorer.building.disclosure.model import Knowledge, Part, Problem, Split
from explorer.building.disclosure.remedy import Suspect, find_remedy
from explorer.building.disclosure.results import Known, UnitResult
from explorer.building.disclosure.search import Attacker, Forced, Search, attackers_one_by_one
from explorer.building.disclosure.system import Counts, Expression, System, table_of
from explorer.errors import DisclosureError
from explorer.survey.asking.groups import NATION

METHOD = 4
"""Raised whenever the method changes: results of another method do not count."""
PAIRS = 50
"""Pairs of insiders per question that put together what they know, drawn with a fixed seed."""
SECONDS = 60.0
"""Limit of one integer program; most take a few hundredths of a second."""
EXAMPLES = 5
KNOWN_ALONE = 2
"""A cell so small that its count tells an answer to one of its members, or to everyone."""


def audit(problem: Problem, known: Known, *, pairs: int = PAIRS) -> UnitResult:
    """The result of a problem; one that is known already for exactly this problem is not computed again.

    ``pairs`` is how many pairs of insiders share what they know.
    """
    key = key_of(problem, pairs)
    result = known.get(key)
    if result is None:
        result = examine(problem, key=key, pairs=pairs)
        known.add(result)
    return result


def key_of(problem: Problem, pairs: int) -> str:
    """A hash of everything that a result depends on: who took part, what is known, what was answered, the method."""
    content = {
        "method": METHOD,
        "pairs": pairs,
        "unit": _plain(asdict(problem.unit)),
        "respondents": _plain([asdict(one) for one in problem.respondents]),
        "answers": sorted([_plain(list(key)), sorted(chosen)] for key, chosen in problem.answers.items()),
        "released": _plain(asdict(problem.released)),
        "printed": _plain(asdict(problem.printed)),
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()


def _plain(value: object) -> object:
    """Sets in a fixed order; the rest as it is."""
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, dict):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value


def examine(problem: Problem, *, key: str = "", pairs: int = 0, seconds: float = SECONDS) -> UnitResult:
    """Audit one unit; an audit that does not come to its end is a failure, with its reason in ``unfinished``."""
    started = monotonic()
    examined = Examination(problem, pairs, seconds)
    unfinished = None
    try:
        examined.run()
    except DisclosureError as error:
        unfinished = str(error)
    return UnitResult(
        key=key,
        unit=problem.unit.name,
        attackers=examined.attackers,
        targets=len(examined.system.targets),
        forced_outsider=examined.forced_outsider,
        forced_insiders=examined.forced_insiders,
        by_report=examined.by_report,
        derivable=examined.derivable,
        recovered=examined.recovered,
        nearly=examined.nearly,
        examples=tuple(examined.examples[:EXAMPLES]),
        seconds=round(monotonic() - started, 2),
        remedy=examined.remedy,
        unfinished=unfinished,
    )


class Examination:
    """One unit under audit: counts what is found. ``beyond`` is who is certain of what the report does not tell."""

    def __init__(self, problem: Problem, pairs: int, seconds: float) -> None:
        self.problem = problem
        self.pairs = pairs
        self.seconds = seconds
        self.system = build_system(problem.unit, problem.respondents, (problem.released,))
        self.attackers = 0
        self.forced_outsider = self.forced_insiders = self.by_report = 0
        self.derivable = self.recovered = self.nearly = 0
        self.beyond: list[Suspect] = []
        self.remedy: tuple[Split, ...] = ()
        self.examples: list[str] = []

    def run(self) -> None:
        """Find everything.

        Raises:
            DisclosureError: it does not come to its end.
        """
        truth = table_of(self.system, self.problem.answers, self.problem.unit.parts)
        search = Search(self.system, truth, self.seconds)
        outsider, *insiders = attackers_one_by_one(self.system, self._contributions(self.system))
        everyone = [outsider, *insiders, *_pairs(insiders, self.pairs)]
        self.attackers = len(everyone)
        suspects = [(attacker, found) for attacker in everyone for found in search.forced(attacker)]
        if suspects:
            self._blame(suspects)
        self.nearly = len(search.nearly_forced(outsider)) - sum(one is outsider for one, _ in suspects)
        self._subtract()

    def _contributions(self, system: System) -> list[tuple[int, Counts]]:
        return [
            (number, system.contribution(number, self._own(member)))
            for number, cell in enumerate(system.cells)
            for member in cell.members
        ]

    def _own(self, member: int) -> dict[tuple[Part, int], frozenset[str]]:
        return {(part, wave): chosen for (part, wave, who), chosen in self.problem.answers.items() if who == member}

    def _blame(self, suspects: Iterable[Suspect]) -> None:
        """Tell apart what the printed report alone forces already; it knows no more than the release and the report.

        The report's own system has the same cells and columns, so that a cell means the same in both.
        """
        system = _report_alone(self.problem, self.system)
        truth = table_of(system, self.problem.answers, self.problem.unit.parts)
        search = Search(system, truth, self.seconds)
        known: dict[str, frozenset[Forced]] = {}
        for attacker, found in suspects:
            if attacker.name not in known:
                known[attacker.name] = frozenset(search.forced(_fitted(attacker, system)))
            if found in known[attacker.name]:
                self.by_report += 1
                continue
            if attacker.cells:
                self.forced_insiders += 1
            else:
                self.forced_outsider += 1
            self.beyond.append((attacker, found))
            self.examples.append(self._in_words(attacker, found))
        self.remedy = find_remedy(self.problem, self.system, self.beyond, self.seconds)

    def _subtract(self) -> None:
        """Answers, and withheld figures, that follow from exact numbers by subtraction alone.

        What follows by subtraction is the same for respondents of one cell, so an answer follows where the count of
        a cell of one does; or of a cell of two, of whom one knows its own answer.
        """
        exact = RowSpace(self.system.exact_rows)
        small = np.flatnonzero(self.system.target_sizes <= KNOWN_ALONE)
        targets = [_expression(self.system.target_matrix[number]) for number in small]
        found = [target for target in targets if exact.holds(target)]
        gaps = [(quantity, row) for quantity, row in self.system.withheld if row and exact.holds(row)]
        if found or gaps:
            printed = RowSpace(_report_alone(self.problem, self.system).exact_rows)
            self.derivable = sum(not printed.holds(row) for row in found)
            recovered = [quantity for quantity, row in gaps if not printed.holds(row)]
            self.recovered = len(recovered)
            self.examples += [f"{q.wave}, {q.mark}: '{q.answer}' volgt door aftrekken" for q in recovered]

    def _in_words(self, attacker: Attacker, found: Forced) -> str:
        cell = self.system.cells[found.target.cell]
        marks = dict(cell.marks)[found.target.wave]
        place = ", ".join(sorted(marks - {NATION})) or "heel Nederland"
        verb = "gaf" if found.gave else "gaf niet"
        question, item = found.target.part
        return (
            f"{attacker.name}: {question}{'' if item is None else f'[{item}]'} {found.target.wave}, elk van de "
            f"{len(cell.members)} gemeente(n) in {place} {verb} '{found.target.answer}'"
        )


def _report_alone(problem: Problem, system: System) -> System:
    """What the report says, over the cells of the release: same cells, so same columns but for switches."""
    marks_only = Knowledge(facts=(), withheld=tuple(problem.released.quantities()))
    report = build_system(problem.unit, problem.respondents, (problem.printed, marks_only))
    if report.cells != system.cells:
        raise DisclosureError("De cellen van rapport en uitgave verschillen. Draai de controle opnieuw.")
    return report


def _fitted(attacker: Attacker, system: System) -> Attacker:
    """The same attacker over fewer columns: switches come last, and nobody's answers are in them."""
    return Attacker(attacker.name, attacker.own[: len(system.upper)], attacker.cells)


def _pairs(insiders: Sequence[Attacker], count: int) -> list[Attacker]:
    """Pairs of insiders, drawn with a fixed seed; two of the same kind only where the cell has two."""
    random = np.random.default_rng(count)
    pairs: list[Attacker] = []
    for _ in range(count if len(insiders) > 1 else 0):
        first, second = (insiders[place] for place in random.choice(len(insiders), size=2, replace=False))
        pairs.append(Attacker(f"{first.name} en {second.name}", first.own + second.own, first.cells + second.cells))
    return pairs


def _expression(row: Counts) -> Expression:
    return {int(column): int(row[column]) for column in np.flatnonzero(row)}
