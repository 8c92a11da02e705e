"""Municipalities that ended, and what became of them, in sentences."""

from collections.abc import Iterable
from datetime import date
from itertools import groupby

from explorer.survey.formats import agreeing, listed
from explorer.survey.geography.changes import MunicipalityChange


def changes_in_words(changes: Iterable[MunicipalityChange]) -> tuple[tuple[date, str], ...]:
    """(day, sentence): one sentence per municipality that grew or began, or that was divided; in the order given.

    >>> day = date(2021, 1, 1)
    >>> merged = [MunicipalityChange(day, "GM1", old, "GM3", "C", "merged") for old in ("A", "B")]
    >>> changes_in_words(merged)[0][1]
    'A en B gingen op in C.'
    >>> divided = [MunicipalityChange(day, "GM1", "A", "GM2", new, "split") for new in ("B", "C")]
    >>> changes_in_words(divided)[0][1]
    'A werd verdeeld over B en C.'
    """
    return tuple((key[0], _sentence(list(group))) for key, group in groupby(changes, key=_belongs_to))


def _belongs_to(change: MunicipalityChange) -> tuple[date, str]:
    """What one sentence tells: all parts of who was divided, or all who went to the same municipality."""
    return change.day, f"from {change.old}" if change.is_split else f"to {change.new}"


def _sentence(changes: list[MunicipalityChange]) -> str:
    first = changes[0]
    if first.is_split:
        return f"{first.old} werd verdeeld over {listed([change.new for change in changes])}."
    verb = agreeing(len(changes), "ging", "gingen")
    return f"{listed([change.old for change in changes])} {verb} op in {first.new}."
