"""What is asked: a frozen Selection of waves, questions, a population and filters."""

from dataclasses import dataclass, replace
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

    def of(self, population: Population) -> "Selection":
        """The same selection of another population."""
        return replace(self, population=population)

    def has_place(self, province: str, urbanity_class: int) -> bool:
        """Whether a place lies within the filters."""
        return (not self.provinces or province in self.provinces) and (
            not self.urbanity or urbanity_class in self.urbanity
        )

    @property
    def is_filtered(self) -> bool:
        """Whether a filter narrows the respondents by place."""
        return bool(self.provinces or self.urbanity)
