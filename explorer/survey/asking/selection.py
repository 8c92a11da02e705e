"""What is asked: a frozen Selection of waves, questions, a population and filters."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from explorer.survey.asking.groups import URBANITY_CLASSES
from explorer.survey.geography.municipalities import PROVINCES

T = TypeVar("T")

PROVINCE_NAMES = frozenset(province.name for province in PROVINCES)


class Population(StrEnum):
    """Which respondents of a wave: all, those of both compared waves, those who were not in the wave before."""

    TOTAL = "total"
    PANEL = "panel"
    NEW = "new"


def narrowing(chosen: tuple[T, ...], everything: Iterable[T]) -> tuple[T, ...]:
    """What is chosen where that leaves something out: of all provinces together, nothing is left to filter.

    >>> narrowing((2, 1), (1, 2)), narrowing((2,), (1, 2))
    ((), (2,))
    """
    return () if set(chosen) == set(everything) else chosen


@dataclass(frozen=True, slots=True)
class Selection:
    """A question to the gateway. Empty tuples mean "all", and all written out is the same question.

    ``provinces`` holds official names (Fryslân, not Friesland), ``urbanity`` CBS classes 1–5.
    """

    waves: tuple[int, ...] = ()
    sections: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    population: Population = Population.TOTAL
    provinces: tuple[str, ...] = ()
    urbanity: tuple[int, ...] = ()
    group: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "provinces", narrowing(self.provinces, PROVINCE_NAMES))
        object.__setattr__(self, "urbanity", narrowing(self.urbanity, URBANITY_CLASSES))

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
