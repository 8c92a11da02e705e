"""A wave of the benchmark."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wave:
    """One wave; ``fieldwork`` is the period in Dutch words."""

    wave: int
    fieldwork: str
    is_simulated: bool
