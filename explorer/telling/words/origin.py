"""Where figures come from, in signs and words that stand inside every picture."""

from collections.abc import Iterable

from explorer.survey.figures.figure import Figure, Origin
from explorer.survey.formats import NO_BREAK

REPORT_YEAR = 2020
"""The year of the printed report; it prints figures of that wave and of the one before."""

PRINTED_MARK = "●"
"""Stands behind each number that the report prints, and behind no other."""
DIFFERING_MARK = "≠"
"""Stands behind a number of which the report prints another one."""
DIFFERING_LINE = f"{DIFFERING_MARK} het rapport noemt ook of alleen een ander getal."


def signs_of(figure: Figure, part: str) -> str:
    """The signs of one number (``n``, ``base`` or ``pct``) of a figure; nothing for most."""
    printed = PRINTED_MARK if part in figure.printed else ""
    return printed + (DIFFERING_MARK if part in figure.differing else "")


def signed(text: str, figure: Figure, part: str) -> str:
    """A number as it stands in a picture, table or sentence, with its signs behind it."""
    signs = signs_of(figure, part)
    return f"{text}{NO_BREAK}{signs}" if signs else text


def origin_line(figures: Iterable[Figure], shown: str) -> str | None:
    """One or two sentences on the origin of all ``figures`` together, and on the signs in the text that is ``shown`` of
    them; None where all were observed and there is no sign.
    """
    known = tuple(figures)
    simulated = sorted({figure.wave for figure in known if _has_simulated(figure)})
    has_observed = any(figure.origin is Origin.OBSERVED for figure in known)
    of_waves = f" van {' en '.join(map(str, simulated))}" if has_observed else ""
    if PRINTED_MARK in shown:
        rest = f"; de andere cijfers{of_waves} zijn gesimuleerd" if simulated else ""
        line = f"{PRINTED_MARK} staat in het rapport van {REPORT_YEAR}{rest}."
    elif simulated:
        line = f"De cijfers{of_waves} zijn gesimuleerd." if has_observed else "Alle cijfers zijn gesimuleerd."
    else:
        line = None
    return " ".join(filter(None, [line, DIFFERING_LINE if DIFFERING_MARK in shown else None])) or None


def _has_simulated(figure: Figure) -> bool:
    """Whether any number of a figure is simulated: not where the report prints each one that is told."""
    if figure.origin is Origin.OBSERVED:
        return False
    numbers = {"n": figure.exact_n, "base": figure.exact_base, "pct": figure.pct}
    told = {part for part, number in numbers.items() if number is not None}
    return not told or not told <= set(figure.printed)


def origin_of(figure: Figure) -> str:
    """Where the numbers of one figure come from: the report may print some of them."""
    if figure.origin is Origin.OBSERVED:
        return "echte antwoorden"
    if not figure.printed:
        return "gesimuleerd"
    report = f"rapport {REPORT_YEAR}"
    return f"{report}, deels gesimuleerd" if _has_simulated(figure) else report


def common_origin(origin: Origin) -> str | None:
    """The same sentence where all figures share one origin; None where they were observed."""
    return {
        Origin.PRINTED: f"Alle cijfers staan in het rapport van {REPORT_YEAR}.",
        Origin.SIMULATED: "Alle cijfers zijn gesimuleerd.",
        Origin.OBSERVED: None,
    }[origin]
