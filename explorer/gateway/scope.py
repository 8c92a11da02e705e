"""Which waves, questions and response figures a selection asks for, checked against what exists."""

from dataclasses import dataclass
from functools import cached_property

from explorer.errors import SelectionError
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.codebook.model import Codebook, Question
from explorer.survey.figures.figure import Figure, Origin
from explorer.survey.figures.participation import SECTION as RESPONSE
from explorer.survey.figures.participation import response_figures, total
from explorer.survey.figures.waves import Wave


@dataclass(frozen=True)
class Scope:
    """The waves and the codebook of one version."""

    codebook: Codebook
    waves: tuple[Wave, ...]

    def wave_before(self, wave: int) -> int | None:
        """The wave before ``wave``; None for the first one."""
        return max((other.wave for other in self.waves if other.wave < wave), default=None)

    def wave_after(self, wave: int) -> int | None:
        """The wave after ``wave``; None for the last one."""
        return min((other.wave for other in self.waves if other.wave > wave), default=None)

    def origin_of(self, wave: int) -> Origin:
        """Simulated or observed; whether a number is printed is another matter."""
        is_simulated = next(known.is_simulated for known in self.waves if known.wave == wave)
        return Origin.SIMULATED if is_simulated else Origin.OBSERVED

    def waves_of(self, selection: Selection) -> tuple[int, ...]:
        """The waves that are asked for, oldest first.

        Raises:
            SelectionError: one of them does not exist.
        """
        known = tuple(wave.wave for wave in self.waves)
        unknown = [wave for wave in selection.waves if wave not in known]
        if unknown:
            listed = " en ".join(str(wave) for wave in known)
            raise SelectionError(f"Onbekende meting {unknown[0]}. Er zijn metingen van {listed}.")
        return tuple(wave for wave in known if not selection.waves or wave in selection.waves)

    def questions_of(self, selection: Selection) -> tuple[Question, ...]:
        """The questions that are asked for, in the codebook's order.

        Raises:
            SelectionError: a section or question does not exist.
        """
        for section in selection.sections:
            if section != RESPONSE:
                self.codebook.section(section)
        for question in selection.questions:
            if question not in self._response_questions:
                self.codebook.question(question)
        return tuple(
            question
            for question in self.codebook.questions
            if (not selection.sections or question.section in selection.sections)
            and (not selection.questions or question.id in selection.questions)
        )

    def asks_for_response(self, selection: Selection) -> bool:
        """Whether any figure of section ``response`` is asked for."""
        is_asked_for = not selection.sections or RESPONSE in selection.sections
        return is_asked_for and (
            not selection.questions or not self._response_questions.isdisjoint(selection.questions)
        )

    def keeps(self, figure: Figure, selection: Selection) -> bool:
        """Whether this figure of section ``response`` is asked for."""
        return not selection.questions or figure.question in selection.questions

    @cached_property
    def _response_questions(self) -> frozenset[str]:
        """The questions of section ``response``; their names depend on the waves."""
        empty = (total((), wave.wave) for wave in self.waves)
        return frozenset(
            figure.question
            for rate in empty
            for figure in response_figures(
                rate, self.wave_before(rate.wave), Population.TOTAL, Origin.SIMULATED, is_first_of_pair=False
            )
        )
