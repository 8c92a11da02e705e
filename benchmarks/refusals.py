"""What a refusal gives away: is anyone certain again who knows that a split was taken away, and by which program?

    python -m benchmarks.refusals [--tries 40] [--folder FOLDER]

Of every question that lost a split. For each certainty that the refusal took away from an attacker, another world is
looked for: one that agrees with all that is released and with the attacker's own answers, in which the certainty is
false, and in which this very program takes the same splits away. Where there is one, even who runs the program on every
possible world is not certain. Where none was found in so many tries, nothing is proven. Worlds are drawn at random,
with a fixed seed. The version in use is read, not touched.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from explorer.building.disclosure import Workshop, examine
from explorer.building.disclosure.audit import SECONDS, SECONDS_OF_UNIT
from explorer.building.disclosure.conditions import build_system, subsets
from explorer.building.disclosure.examination import Examination
from explorer.building.disclosure.model import Answers, Knowledge, Layout, Part, Problem, Split
from explorer.building.disclosure.reading import problems_of
from explorer.building.disclosure.releasing import Rules, opened_rules
from explorer.building.disclosure.remedy import Suspect, without
from explorer.building.disclosure.rows import read_rules
from explorer.building.disclosure.solver import Program
from explorer.building.disclosure.system import Counts, System
from explorer.building.disclosure.told import Rule, tell
from explorer.paths import QUERIES
from explorer.store.versions import default_store
from explorer.survey.figures.figure import Kind, ReleaseStatus

SEED = 3
AIM = 5
MOST_CERTAINTIES = 12
"""Of a question so many are measured, as different as they come."""
Given = tuple[tuple[Part, int, int], frozenset[str]]


@dataclass(frozen=True)
class Refused:
    """A question of which splits were taken away, what is known without them, and over which cells."""

    rules: Rules
    problem: Problem
    remedy: frozenset[Split]
    system: System

    @classmethod
    def of(cls, rules: Rules, problem: Problem, remedy: frozenset[Split]) -> "Refused":
        marks_only = Knowledge(facts=(), withheld=tuple(problem.released.quantities()))
        system = build_system(problem.unit, problem.respondents, (without(problem, remedy), marks_only))
        return cls(rules, problem, remedy, system)

    def limits(self, suspect: Suspect) -> tuple[int, int, int]:
        """Which target a certainty is about, and the least and the most of it in a world in which it is false."""
        attacker, found = suspect
        number = self.system.targets.index(found.target)
        size = int(self.system.target_sizes[number]) - attacker.cells.count(found.target.cell)
        return number, *((0, size - found.margin) if found.gave else (found.margin, size))

    def refutes(self, table: Counts, suspect: Suspect) -> bool:
        """Whether a world agrees with the answers of this attacker too, and its certainty is false in it."""
        left = table - suspect[0].own[: len(self.system.upper)]
        number, low, high = self.limits(suspect)
        sums = self.system.matrix @ left
        holds = (sums >= self.system.low) & (sums <= self.system.high)
        fits = (left >= 0).all() and (holds | self.system.is_known).all()
        return bool(fits and low <= self.system.target_matrix[number] @ left <= high)

    def world(self, suspect: Suspect, random: np.random.Generator) -> tuple[Counts, Answers]:
        """A table that agrees with what is known and refutes a certainty, and answers of everyone that make it up."""
        own = suspect[0].own[: len(self.system.upper)]
        number, low, high = self.limits(suspect)
        program = Program(self.system, SECONDS)
        program.less(own)
        aim = np.asarray(random.integers(-AIM, AIM + 1, size=len(self.system.targets)) @ self.system.target_matrix)
        others = program.meeting(self.system.target_matrix[number], low, high, wanted=aim)
        if others is None:
            raise ValueError(f"{suspect[1].target} is still certain")
        known = self._known(suspect)
        answers = {place: given for place, given in self.problem.answers.items() if place[2] in known}
        return others + own, answers | dict(_people(self.system, self.problem, others, known, random))

    def _known(self, suspect: Suspect) -> frozenset[int]:
        """Respondents that make up the attacker: of each of its cells one who answered so."""
        left = suspect[0].own[: len(self.system.upper)].copy()
        known: set[int] = set()
        for number in suspect[0].cells:
            for member in self.system.cells[number].members:
                places = self.problem.answers.items()
                its = {(part, wave): given for (part, wave, who), given in places if who == member}
                counts = self.system.contribution(number, its)
                if member not in known and (left >= counts).all():
                    known.add(member)
                    left -= counts
                    break
        return frozenset(known)

    def released_in(self, answers: Answers) -> Problem:
        """The question before anything was taken away, if these were the answers."""
        parts = self.problem.unit.parts
        told = tell(_recounted(self.rules, parts, answers), self.rules.layouts)
        panel = tuple(one.row for one in self.rules.panel if one.row.part in parts)
        kept = {place: given for place, given in self.rules.world.answers.items() if place[0] not in parts}
        world = replace(self.rules.world, answers=kept | answers)
        (found,) = problems_of(world, (*told, *panel), self.rules.printed)
        return found


def _recounted(rules: Rules, parts: tuple[Part, ...], answers: Answers) -> Iterator[Rule]:
    """The rules of these questions with other answers; national counts stay, so only what groups are told changes."""
    marks = {(one.id, wave): groups for one in rules.world.respondents for wave, groups in one.marks}
    for rule in read_rules(rules.connection):
        part = rule.question, rule.item
        if part not in parts:
            continue
        layout = rules.layouts[part, rule.wave]
        given = [
            chosen
            for (of, wave, member), chosen in answers.items()
            if of == part and wave == rule.wave and rule.group in marks[member, wave]
        ]
        if rule.status is not ReleaseStatus.RANGE:
            yield rule
            continue
        n = sum(_gives(layout, chosen, rule) for chosen in given)
        within = dict(layout.crosses).get(rule.answer) if rule.kind is Kind.CROSS else None
        base = (
            len(given) if within is None else sum(not chosen.isdisjoint(dict(layout.nets)[within]) for chosen in given)
        )
        yield replace(rule, n=n, base=base)


def _gives(layout: Layout, chosen: frozenset[str], rule: Rule) -> bool:
    nets = dict(layout.nets)
    if rule.kind is Kind.CROSS:
        return rule.answer in chosen and not chosen.isdisjoint(nets[dict(layout.crosses)[rule.answer]])
    return not chosen.isdisjoint(nets.get(rule.answer, (rule.answer,)))


# ---- from counts to people


def _people(
    system: System, problem: Problem, table: Counts, known: frozenset[int], random: np.random.Generator
) -> Iterator[Given]:
    """Hand the counts of a table out to the respondents of each cell who are not known, at random."""
    for (number, part), groups in system.strata.items():
        free = [int(one) for one in random.permutation([m for m in system.cells[number].members if m not in known])]
        for together in groups:
            left = list(free)
            for stratum in subsets(together):
                place = (number, part, together, stratum)
                size = int(table[system.columns["size", *place]])
                some, left = left[:size], left[size:]
                for wave in stratum:
                    layout = dict(problem.unit.waves_of(part))[wave]
                    counts = {name[0]: int(table[column]) for name, column in _variables(system, layout, place, wave)}
                    order = [int(one) for one in random.permutation(size)]
                    handing = _Handing(layout, counts, [set() for _ in some], order, random)
                    for one, chosen in zip(some, handing.out(), strict=True):
                        yield (part, wave, one), frozenset(chosen)


def _variables(
    system: System, layout: Layout, place: tuple[object, ...], wave: int
) -> Iterator[tuple[tuple[tuple[str, ...]], int]]:
    names: list[tuple[str, ...]] = [("option", one) for one in layout.options]
    if layout.allows_several:
        names += [("net", one) for one, _ in layout.nets]
        names += [("cross", *one) for one in layout.crosses]
    yield from (((name,), system.columns[name, *place, wave]) for name in names)


@dataclass(frozen=True)
class _Handing:
    """Hands counts of options, nets and crosses out to people; ``order`` are those who still have no answer that stands
    alone.
    """

    layout: Layout
    counts: Mapping[tuple[str, ...], int]
    people: list[set[str]]
    order: list[int]
    random: np.random.Generator

    def out(self) -> list[set[str]]:
        """What each chose, so that everything comes out."""
        layout = self.layout
        alone = layout.exclusive if layout.allows_several else frozenset(layout.options)
        for option in layout.options:
            for _ in range(self.counts["option", option] if option in alone else 0):
                self.people[self.order.pop()].add(option)
        if layout.allows_several:
            inside = {net: self._within(net, members) for net, members in layout.nets}
            of_nets = {member for _, members in layout.nets for member in members}
            for option in layout.options:
                for one in () if option in alone | of_nets else self._choosers(option, inside):
                    self.people[one].add(option)
        return self.people

    def _within(self, net: str, members: tuple[str, ...]) -> list[int]:
        """Members of a net go around the circle of who is in it, one after the other: together they reach everyone."""
        inside = self._some(self.order, self.counts["net", net])
        given = [member for member in members for _ in range(self.counts["option", member])]
        for at, member in enumerate(given):
            self.people[inside[at % len(inside)]].add(member)
        return inside

    def _choosers(self, option: str, inside: Mapping[str, list[int]]) -> list[int]:
        """Who chose an option outside nets; so many of them within the net with which it is crossed."""
        net = dict(self.layout.crosses).get(option)
        count = self.counts["option", option]
        if net is None:
            return self._some(self.order, count)
        both = self.counts["cross", option, net]
        others = [one for one in self.order if one not in inside[net]]
        return [*self._some(inside[net], both), *self._some(others, count - both)]

    def _some(self, among: list[int], count: int) -> list[int]:
        return [int(one) for one in self.random.permutation(among)[:count]]


# ---- the measurement


def measure(rules: Rules, problem: Problem, examined: Examination, tries: int) -> tuple[int, int, int]:
    """How many certainties a refusal took away, of how many another world was found, and how many worlds were tried."""
    remedy = frozenset(examined.remedy)
    refused = Refused.of(rules, problem, remedy)
    random = np.random.default_rng(SEED)
    alike: list[Counts] = []
    n_found = n_worlds = 0
    suspects = examined.beyond[:: max(1, len(examined.beyond) // MOST_CERTAINTIES)]
    for suspect in suspects:
        before = n_worlds
        while not any(refused.refutes(table, suspect) for table in alike) and n_worlds < before + tries:
            table, answers = refused.world(suspect, random)
            n_worlds += 1
            if frozenset(examine(refused.released_in(answers)).remedy) == remedy:
                alike.append(table)
        n_found += any(refused.refutes(table, suspect) for table in alike)
    return len(suspects), n_found, n_worlds


def main() -> None:
    """Measure every question that lost something."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tries", type=int, default=40, help="worlds per certainty at the most (default %(default)s)")
    parser.add_argument("--folder", type=Path, help="folder of a version (default: the version in use)")
    asked = parser.parse_args()
    folder = asked.folder or default_store().current_path()
    with opened_rules(Workshop(folder, QUERIES)) as rules:
        for problem in rules.problems():
            examined = Examination(problem, SECONDS, SECONDS_OF_UNIT)
            examined.run()
            if examined.remedy:
                certain, found, worlds = measure(rules, problem, examined, asked.tries)
                sys.stdout.write(
                    f"{problem.unit.name}: of {certain} certainties {found} are not given away by the refusal "
                    f"({worlds} worlds tried)\n"
                )
                sys.stdout.flush()


if __name__ == "__main__":
    main()
