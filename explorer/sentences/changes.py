"""Whether rounded counts can tell that a share changed."""

from fractions import Fraction

from explorer.charts.withheld import is_rounded
from explorer.figures import Figure

_ROUNDING = 2
"""The most by which a count rounded to 5 differs from what was counted."""


def is_certain(now: Figure, before: Figure) -> bool:
    """Whether the shares of two figures differ by more than rounding explains; always so of exact figures.

    Both must have a count and a base.
    """
    if not is_rounded(now) and not is_rounded(before):
        return True
    least_now, most_now = _bounds(now)
    least_before, most_before = _bounds(before)
    return least_now > most_before or least_before > most_now


def _bounds(figure: Figure) -> tuple[Fraction, Fraction]:
    """The lowest and the highest share that a figure may stand for."""
    if figure.n is None or not figure.base:
        raise ValueError("a figure without a number has no share")
    slack = _ROUNDING if is_rounded(figure) else 0
    lowest = Fraction(max(figure.n - slack, 0), figure.base + slack)
    return lowest, Fraction(figure.n + slack, max(figure.base - slack, 1))
