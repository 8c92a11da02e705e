"""Gives every respondent its answers: those that suit it best, within the counts of ``margins.yml``."""

from collections.abc import Mapping

import numpy as np

from explorer.inputs.simulate.answers import Answers, gave
from explorer.inputs.simulate.margins import SKIPPED, QuestionMargins
from explorer.inputs.simulate.places import Place
from explorer.inputs.simulate.program import IntegerProgram
from explorer.inputs.simulate.sheet import Cell, Sheet
from explorer.survey.codebook.model import Codebook, Question

STAGE_PULL = 0.7
"""How strongly the stage of a municipality pulls it towards an answer; the noise around it is a standard Gumbel."""
SKIPPED_BEFORE = -1.5
"""Makes who skipped a question less likely to skip another, so that it is never the same respondents."""

Groups = Mapping[str, tuple[Place, ...]]
"""The respondents of a wave by group of ``margins.yml``: total, panel, left, new."""


class Assigner:
    """Assigns one question after the other, so that a later one can lean on what was answered before."""

    def __init__(
        self,
        codebook: Codebook,
        groups: Mapping[int, Groups],
        stages: Mapping[int, Mapping[Place, float]],
        rng: np.random.Generator,
    ) -> None:
        self._codebook = codebook
        self._groups = groups
        self._stages = stages
        self._rng = rng
        self.answers = Answers()

    def assign(self, question: Question, wave: int, margins: QuestionMargins) -> None:
        """Choose the answers to a question in a wave.

        Raises:
            SourceError: the counts cannot hold together.
        """
        sheet = self._sheet(question, wave, margins)
        sheet.demand_valid_answers()
        self._demand_counts(sheet, margins)
        self._demand_repeats(sheet, margins)
        self._demand_joints(sheet, margins)
        self._demand_ticks_once(sheet, margins)
        chosen = sheet.program.solve()
        for item in sheet.items:
            self.answers.given[wave, question.id, item] = sheet.read(chosen, item)

    def _sheet(self, question: Question, wave: int, margins: QuestionMargins) -> Sheet:
        program = IntegerProgram(f"{question.id} {wave}")
        items: list[str | None] = [item.id for item in question.items] or [None]
        places = self._asked(question, wave)
        variables = {
            (place, item): {
                option: program.variable(self._score(place, wave, option, margins))
                for option in (*(option.id for option in question.options), SKIPPED)
            }
            for place in places
            for item in items
        }
        return Sheet(question, wave, program, variables)

    def _asked(self, question: Question, wave: int) -> tuple[Place, ...]:
        respondents = self._groups[wave]["total"]
        routing = question.asked_if
        if routing is None:
            return respondents
        return tuple(place for place in respondents if self._gave(place, wave, routing.question, routing.answer))

    def _score(self, place: Place, wave: int, option: str, margins: QuestionMargins) -> float:
        """How well an answer suits a place: its stage, its answers to questions before, and noise."""
        noise = float(self._rng.gumbel())
        leaning = sum(
            pulls.get(option, 0.0)
            for question, by_answer in margins.leans_on.items()
            for answer, pulls in by_answer.items()
            if self._gave(place, wave, question, answer)
        )
        if option == SKIPPED:
            return noise + leaning + SKIPPED_BEFORE * self.answers.times_skipped(wave, place)
        return noise + leaning + STAGE_PULL * margins.pull.get(option, 0.0) * self._stages[wave][place]

    def _gave(self, place: Place, wave: int, question: str, answer: str) -> bool:
        """Whether a place gave an answer to an earlier question of the wave; no if the wave did not ask it."""
        given = self.answers.of(wave, question)
        return place in given and gave(self._codebook.question(question), given[place], answer)

    def _demand_counts(self, sheet: Sheet, margins: QuestionMargins) -> None:
        asked = set(sheet.places)
        for group, per_item in margins.waves[sheet.wave].groups.items():
            members = [place for place in self._groups[sheet.wave][group] if place in asked]
            for item, counts in per_item.items():
                cells: list[Cell] = [(place, item) for place in members]
                for answer, count in {SKIPPED: 0, **counts}.items():
                    sheet.program.add_count(sheet.counted(cells, answer), least=count, most=count)

    def _demand_repeats(self, sheet: Sheet, margins: QuestionMargins) -> None:
        before = self._answered_before(sheet)
        for key, count in margins.waves[sheet.wave].repeats.items():
            if key == sheet.question.id:
                same = [variable for cell, ticks in before.items() for variable in sheet.counted([cell], *ticks)]
                sheet.program.add_count(same, least=count, most=count)
            else:
                self._demand_repeats_of_option(sheet, key, count, before)

    def _demand_repeats_of_option(
        self, sheet: Sheet, option: str, count: int, before: Mapping[Cell, frozenset[str]]
    ) -> None:
        """Ticked twice, or answered twice and ticked neither time (1 less the tick, less the skip)."""
        ticked = [cell for cell, ticks in before.items() if option in ticks]
        not_ticked = [cell for cell, ticks in before.items() if option not in ticks]
        changed = [*sheet.counted(not_ticked, option), *sheet.counted(not_ticked, SKIPPED)]
        terms = [*((v, 1.0) for v in sheet.counted(ticked, option)), *((v, -1.0) for v in changed)]
        wanted = count - len(not_ticked)
        sheet.program.add_sum(terms, least=wanted, most=wanted)

    def _answered_before(self, sheet: Sheet) -> dict[Cell, frozenset[str]]:
        """What the panel answered in the first wave, without who skipped it then."""
        first = self._codebook.waves[0]
        given = {
            (place, item): self.answers.of(first, sheet.question.id, item).get(place)
            for place in self._groups[sheet.wave]["panel"]
            for item in sheet.items
        }
        return {cell: ticks for cell, ticks in given.items() if ticks is not None}

    def _demand_joints(self, sheet: Sheet, margins: QuestionMargins) -> None:
        for joint in margins.waves[sheet.wave].joints:
            cells: list[Cell] = [
                (place, None)
                for place in sheet.places
                if self._gave(place, joint.of_wave, joint.of_question, joint.given)
            ]
            sheet.program.add_count(sheet.counted(cells, joint.here), least=joint.count, most=joint.count)

    def _demand_ticks_once(self, sheet: Sheet, margins: QuestionMargins) -> None:
        rule = margins.ticks_once
        if rule is None:
            return
        for place in sheet.places:
            ticks = sheet.counted([(place, item) for item in sheet.items], rule.option)
            wanted = self._gave(place, sheet.wave, rule.question, rule.answer)
            sheet.program.add_count(ticks, least=int(wanted), most=len(ticks) if wanted else 0)
