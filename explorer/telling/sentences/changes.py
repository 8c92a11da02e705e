"""What ranges can tell: between which bounds a share lies, and whether it changed."""

from fractions import Fraction

from explorer.survey.figures.figure import Figure
from explorer.telling.words.withheld import is_range


def is_certain(now: Figure, before: Figure) -> bool:
    """Whether the shares of two figures differ by more than their ranges explain; always so of exact figures.

    Both must have a count or a range, and a base.
    """
    if not is_range(now) and not is_range(before):
        return True
    least_now, most_now = bounds(now)
    least_before, most_before = bounds(before)
    return least_now > most_before or least_before > most_now


def bounds(figure: Figure) -> tuple[Fraction, Fraction]:
    """The lowest and the highest share that a figure may stand for."""
    if is_range(figure) and figure.base and figure.n_low is not None and figure.n_high is not None:
        lowest = Fraction(figure.n_low, figure.base_high or figure.base)
        return lowest, min(Fraction(figure.n_high, figure.base_low or figure.base), Fraction(1))
    if figure.n is None or not figure.base:
        raise ValueError("a figure without a number has no share")
    return (exact := Fraction(figure.n, figure.base)), exact
