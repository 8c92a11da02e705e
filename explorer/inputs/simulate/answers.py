"""The answers that were given so far, and how an answer of a place is read."""

from dataclasses import dataclass, field

from explorer.inputs.simulate.margins import SKIPPED
from explorer.inputs.simulate.places import Place
from explorer.survey.codebook.model import Question

Ticks = frozenset[str]
"""The option ids that were chosen; empty where nothing of a multiple question was ticked."""


@dataclass(slots=True)
class Answers:
    """Filled question by question: what each place that was asked answered, per wave, question and item.

    None is a question that was skipped.
    """

    given: dict[tuple[int, str, str | None], dict[Place, Ticks | None]] = field(default_factory=dict)

    def of(self, wave: int, question: str, item: str | None = None) -> dict[Place, Ticks | None]:
        """Empty where the question was not asked in that wave (yet)."""
        return self.given.get((wave, question, item), {})

    def times_skipped(self, wave: int, place: Place) -> int:
        """How many questions (items) this place left empty in the wave."""
        return sum(
            place in found and found[place] is None for (in_wave, _, _), found in self.given.items() if in_wave == wave
        )


def gave(question: Question, ticks: Ticks | None, answer: str) -> bool:
    """Whether these ticks count as an option or net of the question, or as "skipped"."""
    if ticks is None:
        return answer == SKIPPED
    return answer != SKIPPED and not ticks.isdisjoint(question.members_of(answer))
