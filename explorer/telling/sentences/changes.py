"""What rounded counts can tell: between which bounds a share lies, and whether it changed."""

from collections.abc import Iterable
from fractions import Fraction
from math import ceil

from explorer.survey.figures.figure import ROUNDED_BY, SMALL_BASE, Figure
from explorer.telling.words.withheld import is_rounded


def is_certain(now: Figure, before: Figure) -> bool:
    """Whether the shares of two figures differ by more than rounding explains; always so of exact figures.

    Both must have a count and a base.
    """
    if not is_rounded(now) and not is_rounded(before):
        return True
    least_now, most_now = bounds(now)
    least_before, most_before = bounds(before)
    return least_now > most_before or least_before > most_now


def margin(figures: Iterable[Figure]) -> int:
    """By how many percentage points, at most and rounded up, the shares of figures differ from what was counted."""
    off = [
        abs(Fraction(one.n, one.base) - bound)
        for one in figures
        if one.n is not None and one.base
        for bound in bounds(one)
    ]
    return ceil(100 * max(off, default=Fraction(0)))


def bounds(figure: Figure) -> tuple[Fraction, Fraction]:
    """The lowest and the highest share that a figure may stand for; a rounded base is at least 10."""
    if figure.n is None or not figure.base:
        raise ValueError("a figure without a number has no share")
    if not is_rounded(figure):
        return (exact := Fraction(figure.n, figure.base)), exact
    lowest = Fraction(max(figure.n - ROUNDED_BY, 0), figure.base + ROUNDED_BY)
    highest = Fraction(figure.n + ROUNDED_BY, max(figure.base - ROUNDED_BY, SMALL_BASE))
    return lowest, min(highest, Fraction(1))
