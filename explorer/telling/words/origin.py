"""Where figures come from, in words that stand inside every picture."""

from collections.abc import Iterable

from explorer.survey.figures.figure import Figure, Origin
from explorer.survey.formats import NO_BREAK

REPORT_YEAR = 2020
"""The year of the printed report; it prints figures of that wave and of the one before."""

PRINTED_MARK = "●"
"""Stands after every number that the report prints."""


def mark_of(figure: Figure) -> str:
    """The mark of a printed figure; nothing for another one."""
    return PRINTED_MARK if figure.origin is Origin.PRINTED else ""


def marked(text: str, figure: Figure) -> str:
    """A number as it stands in a picture or table: with the mark behind it where the report prints it."""
    mark = mark_of(figure)
    return f"{text}{NO_BREAK}{mark}" if mark else text


def origin_line(figures: Iterable[Figure]) -> str | None:
    """One sentence on the origin of all ``figures`` together; None where each of them was observed."""
    shown = tuple(figures)
    origins = {figure.origin for figure in shown}
    mark = f"{PRINTED_MARK} staat in het rapport van {REPORT_YEAR}"
    match Origin.PRINTED in origins, Origin.SIMULATED in origins, Origin.OBSERVED in origins:
        case (True, True, False):
            return f"{mark}; de andere cijfers zijn gesimuleerd."
        case (True, True, True):
            return f"{mark}; de andere cijfers van {_simulated_waves(shown)} zijn gesimuleerd."
        case (True, False, _):
            return f"{mark}."
        case (False, True, False):
            return "Alle cijfers zijn gesimuleerd."
        case (False, True, True):
            return f"De cijfers van {_simulated_waves(shown)} zijn gesimuleerd."
    return None


def _simulated_waves(figures: tuple[Figure, ...]) -> str:
    waves = sorted({figure.wave for figure in figures if figure.origin is Origin.SIMULATED})
    return " en ".join(str(wave) for wave in waves)


def common_origin(origin: Origin) -> str | None:
    """The same sentence where all figures share one origin; None where they were observed."""
    return {
        Origin.PRINTED: f"Alle cijfers staan in het rapport van {REPORT_YEAR}.",
        Origin.SIMULATED: "Alle cijfers zijn gesimuleerd.",
        Origin.OBSERVED: None,
    }[origin]
