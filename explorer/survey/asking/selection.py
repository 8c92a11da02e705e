"""What is asked: a frozen Selection of waves, questions, a population and filters."""

from dataclasses import dataclass
from enum import StrEnum


class Population(StrEnum):
    """Which respondents of a wave: all, those of both compared waves, those who were not in the wave before."""

    TOTAL = "total"
    PANEL = "panel"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Selection:
    """A question to the gateway. Empty tuples mean "all".

    ``provinces`` holds official names (Fryslân, not Friesland), ``urbanity`` CBS classes 1–5.
    """

    waves: tuple[int, ...] = ()
    sections: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    population: Population = Population.TOTAL
    provinces: tuple[str, ...] = ()
    urbanity: tuple[int, ...] = ()
    group: str | None = None

    @property
    def is_filtered(self) -> bool:
        """Whether a filter narrows the respondents by place."""
        return bool(self.provinces or self.urbanity)
