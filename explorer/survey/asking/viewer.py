"""Who is looking. The gateway decides by it; a page cannot ask for more."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from explorer.errors import SelectionError


class Role(StrEnum):
    """The four kinds of viewer."""

    PUBLIC = "public"
    MUNICIPALITY = "municipality"
    MINISTRY = "ministry"
    ANALYST = "analyst"


@dataclass(frozen=True, slots=True)
class Viewer:
    """One viewer; ``municipality`` is a code such as GM0344, and present for that role alone."""

    role: Role
    municipality: str | None = None

    def __post_init__(self) -> None:
        if (self.role is Role.MUNICIPALITY) != (self.municipality is not None):
            raise SelectionError("Een gemeente als kijker heeft een gemeentecode nodig, een andere kijker juist niet.")

    @property
    def sees_all_figures(self) -> bool:
        """Whether every figure may be seen, under any combination of filters."""
        return self.role in (Role.MINISTRY, Role.ANALYST)


PUBLIC = Viewer(Role.PUBLIC)
MINISTRY = Viewer(Role.MINISTRY)
ANALYST = Viewer(Role.ANALYST)


def parse_viewer(text: str, code_of: Callable[[str], str] | None = None) -> Viewer:
    """Read ``ministry``, ``public``, ``analyst`` or ``municipality:GM0344``.

    With ``code_of``, which gives the code of a municipality by name or raises SelectionError, a name will do as well.

    Raises:
        SelectionError: the text names no kind of viewer, or no municipality.
    """
    role, _, named = text.partition(":")
    if role == Role.MUNICIPALITY and named.strip() and code_of is not None:
        return Viewer(Role.MUNICIPALITY, code_of(named))
    if role == Role.MUNICIPALITY and re.fullmatch(r"GM\d{4}", named):
        return Viewer(Role.MUNICIPALITY, named)
    if role in (Role.PUBLIC, Role.MINISTRY, Role.ANALYST) and not named:
        return Viewer(Role(role))
    raise SelectionError(
        f"Onbekende kijker '{text}'. Kies ministry, public, analyst of municipality:GM0344 (met code of naam)."
    )
