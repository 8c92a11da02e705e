"""Municipalities as a search needs them: by every way of writing their names."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality with its province and the other ways of writing its name."""

    code: str
    name: str
    province: str
    aliases: tuple[str, ...]
