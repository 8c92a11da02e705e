"""What a refusal gives away: is anyone certain again who knows that a split was taken away, and by which program?

    python -m benchmarks.refusals coalition own_campaign "tools[course_material]" [--tries 60]

For each certainty that a refusal took away from an attacker, another world is looked for: one that agrees with all that
is released and with the attacker's own answers, in which the certainty is false, and in which this very program takes
the same splits away. Where there is one, even who runs the program on every possible world is not certain. Where none
was found in so many tries, nothing is proven. Worlds are drawn at random, with a fixed seed. Only questions with one
answer per respondent that lead to no other question are measured. The version in use is read, not touched.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np

from explorer.building.disclosure import PAIRS, Workshop, examine
from explorer.building.disclosure.audit import SECONDS, Examination
from explorer.building.disclosure.conditions import build_system, subsets
from explorer.building.disclosure.facts import ROUNDED_TO
from explorer.building.disclosure.model import Answers, Fact, Knowledge, Part, Problem, Quantity, Split
from explorer.building.disclosure.releasing import opened_rules
from explorer.building.disclosure.remedy import Suspect, without
from explorer.building.disclosure.search import Attacker
from explorer.building.disclosure.solver import Program
from explorer.building.disclosure.system import Counts, System
from explorer.paths import QUERIES
from explorer.store.versions import default_store
from explorer.survey.figures.figure import ROUNDED_BY

SEED = 3
AIM = 5
Own = Mapping[tuple[Part, int], frozenset[str]]
Given = tuple[tuple[Part, int, int], frozenset[str]]


@dataclass(frozen=True)
class Refused:
    """A question of which splits were taken away, what is known without them, and over which cells."""

    problem: Problem
    remedy: frozenset[Split]
    kept: Knowledge
    system: System

    def own(self, attacker: Attacker) -> Counts:
        """What the attacker answered itself, over the columns of this system."""
        return attacker.own[: len(self.system.upper)]

    def limits(self, suspect: Suspect) -> tuple[int, int, int]:
        """Which target a certainty is about, and the least and the most of it in a world in which it is false."""
        attacker, found = suspect
        number = self.system.targets.index(found.target)
        size = int(self.system.target_sizes[number]) - attacker.cells.count(found.target.cell)
        return number, *((0, size - 1) if found.gave else (1, size))

    def refutes(self, table: Counts, suspect: Suspect) -> bool:
        """Whether a world agrees with the answers of this attacker too, and its certainty is false in it."""
        left = table - self.own(suspect[0])
        number, low, high = self.limits(suspect)
        sums = self.system.matrix @ left
        holds = (sums >= self.system.low) & (sums <= self.system.high)
        fits = (left >= 0).all() and (holds | self.system.is_known).all()
        return bool(fits and low <= self.system.target_matrix[number] @ left <= high)

    def world(self, suspect: Suspect, random: np.random.Generator) -> tuple[Counts, Answers]:
        """A table that agrees with what is known and refutes a certainty, and answers of everyone that make it up."""
        attacker, found = suspect
        own = self.own(attacker)
        number, low, high = self.limits(suspect)
        program = Program(self.system, SECONDS)
        program.less(own)
        aim = np.asarray(random.integers(-AIM, AIM + 1, size=len(self.system.targets)) @ self.system.target_matrix)
        table = program.meeting(self.system.target_matrix[number], low, high, wanted=aim)
        if table is None:
            raise ValueError(f"{found.target} is still certain")
        return table + own, dict(_people(self, table + own, _known(self, attacker, own), random))

    def released_in(self, answers: Answers) -> Problem:
        """The question before anything was taken away, if these were the answers."""
        facts = {
            split: tuple(self._rounded(known, answers)) if split in self.remedy else known
            for split, known in self.problem.splits
        }
        everything = (*self.kept.facts, *(fact for split in self.remedy for fact in facts[split]))
        released = replace(self.kept, facts=tuple(dict.fromkeys(everything)))
        return replace(self.problem, answers=answers, released=released, splits=tuple(facts.items()))

    def _rounded(self, known: tuple[Fact, ...], answers: Answers) -> Iterator[Fact]:
        """The same facts, with the counts of these answers."""
        for fact in known:
            ((_, quantity),) = fact.terms
            if quantity.answer is None:
                yield fact  # The base is known from other splits, so it is the same in every world.
            else:
                n = ROUNDED_TO * round(_count(self.problem, quantity, answers) / ROUNDED_TO)
                yield Fact(fact.terms, max(n - ROUNDED_BY, 0), n + ROUNDED_BY)


def _count(problem: Problem, quantity: Quantity, answers: Answers) -> int:
    nets = dict(dict(problem.unit.waves_of(quantity.part))[quantity.wave].nets)
    counting = {quantity.answer, *nets.get(str(quantity.answer), ())}
    return sum(
        quantity.mark in dict(one.marks).get(quantity.wave, frozenset())
        and not counting.isdisjoint(answers.get((quantity.part, quantity.wave, one.id), frozenset()))
        for one in problem.respondents
    )


def _known(refused: Refused, attacker: Attacker, own: Counts) -> dict[int, Own]:
    """Respondents that answered as the attacker knows."""
    left, found = own.copy(), dict[int, Own]()
    for number in attacker.cells:
        for member in refused.system.cells[number].members:
            its = {(part, wave): given for (part, wave, who), given in refused.problem.answers.items() if who == member}
            counts = refused.system.contribution(number, its)
            if member not in found and (left >= counts).all():
                found[member] = its
                left -= counts
                break
    return found


def _people(refused: Refused, table: Counts, known: Mapping[int, Own], random: np.random.Generator) -> Iterator[Given]:
    """Hand the counts of a table out to the respondents of each cell, at random but for those that are known."""
    columns = refused.system.columns
    for (number, part), groups in refused.system.strata.items():
        members = refused.system.cells[number].members
        for together in groups:
            free = [int(one) for one in random.permutation([one for one in members if one not in known])]
            for stratum in subsets(together):
                place = (number, part, together, stratum)
                mine = [
                    one
                    for one in members
                    if one in known and stratum == {wave for wave in together if (part, wave) in known[one]}
                ]
                size = int(table[columns["size", *place]]) - len(mine)
                others, free = free[:size], free[size:]
                for wave in stratum:
                    layout = dict(refused.problem.unit.waves_of(part))[wave]
                    counts = {o: int(table[columns[("option", o), *place, wave]]) for o in layout.options}
                    for one in mine:
                        (option,) = known[one][part, wave]
                        counts[option] -= 1
                        yield (part, wave, one), known[one][part, wave]
                    handed = random.permutation([option for option, n in counts.items() for _ in range(n)])
                    for one, option in zip(others, handed, strict=True):
                        yield (part, wave, one), frozenset({str(option)})


def measure(problem: Problem, tries: int) -> tuple[int, int, int]:
    """How many certainties a refusal took away, of how many another world was found, and how many worlds those are."""
    examination = Examination(problem, PAIRS, SECONDS)
    examination.run()
    remedy = frozenset(examination.remedy)
    kept = without(problem, remedy)
    marks_only = Knowledge(facts=(), withheld=tuple(problem.released.quantities()))
    system = build_system(problem.unit, problem.respondents, (kept, marks_only))
    refused = Refused(problem, remedy, kept, system)
    random = np.random.default_rng(SEED)
    alike: list[Counts] = []
    n_found = n_worlds = 0
    for suspect in examination.beyond:
        before = n_worlds
        while not any(refused.refutes(table, suspect) for table in alike) and n_worlds < before + tries:
            table, answers = refused.world(suspect, random)
            n_worlds += 1
            if frozenset(examine(refused.released_in(answers), pairs=PAIRS).remedy) == remedy:
                alike.append(table)
        n_found += any(refused.refutes(table, suspect) for table in alike)
    return len(examination.beyond), n_found, n_worlds


def main() -> None:
    """Measure the questions that are named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("question", nargs="+", help="such as coalition or tools[course_material]")
    parser.add_argument("--tries", type=int, default=60, help="worlds per certainty at the most (default %(default)s)")
    asked = parser.parse_args()
    with opened_rules(Workshop(default_store().current_path(), QUERIES)) as (_, problems):
        for problem in problems():
            if problem.unit.name in asked.question:
                certain, found, worlds = measure(problem, asked.tries)
                sys.stdout.write(
                    f"{problem.unit.name}: of {certain} certainties {found} are not given away by the refusal "
                    f"({worlds} worlds tried)\n"
                )
                sys.stdout.flush()


if __name__ == "__main__":
    main()
