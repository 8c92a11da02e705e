"""A row that stands in a picture and a text alike."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlainRow:
    """A count of a base with the text that stands at its right end, such as "8 van 12 · 67 %"."""

    label: str
    n: int | None
    base: int | None
    text: str
