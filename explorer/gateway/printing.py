"""What the report prints of a figure, as the gateway says it."""

from dataclasses import replace

from explorer.inputs.printed import PrintedReport
from explorer.survey.figures.figure import Figure, Origin


def as_printed(figure: Figure, report: PrintedReport) -> Figure:
    """With which of its numbers the report prints, and which it prints otherwise.

    Its origin is the report where that prints its count or its percentage; a base alone says nothing of the answer, and
    an observed figure stays observed. The figure must be unfiltered: the report knows no provinces or urbanity.
    """
    parts = report.parts(figure)
    is_printed = figure.origin is Origin.SIMULATED and ("n" in parts or "pct" in parts)
    return replace(
        figure,
        printed=parts,
        differing=report.differing(figure),
        origin=Origin.PRINTED if is_printed else figure.origin,
    )
