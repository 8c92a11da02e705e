"""What the printed report says of a figure: which of its numbers, where, and where it says something else."""

from explorer.inputs.printed import PrintedReport, PrintedRow
from explorer.survey.figures.figure import Figure, percentage
from explorer.survey.formats import NO_BREAK, agreeing, decimal_number, listed, upper_first, whole_number
from explorer.telling.words.origin import REPORT_YEAR

PART_NAMES = {"n": "aantal", "base": "basis", "pct": "percentage"}
NOT_IN_REPORT = f"Geen van deze getallen staat in het rapport van {REPORT_YEAR}."


def in_report(figure: Figure, report: PrintedReport) -> str:
    """Which numbers the report prints, and in which of its sections: the finest place that its text has."""
    if not figure.printed:
        return NOT_IN_REPORT
    parts = upper_first(listed([PART_NAMES[part] for part in figure.printed]))
    sources = report.sources(figure)
    return f"{parts} ({_place(sources)})" if sources else parts


def otherwise_in_report(figure: Figure, report: PrintedReport) -> str | None:
    """The other numbers that the report prints, and the choice that was made; None where there are none."""
    if not figure.differing:
        return None
    rows = report.rows_about(figure)
    printed = [f"{_numbers(row)} ({_place(row.chapters)})" for row in rows if not _agrees(row, figure)]
    choices = dict.fromkeys(reading.because for reading in report.readings(figure))
    return " ".join([*([f"Het rapport noemt {listed(printed)}."] if printed else []), *choices])


def _agrees(row: PrintedRow, figure: Figure) -> bool:
    share = percentage(figure.exact_n, figure.exact_base, decimals=row.decimals)
    return row.prints(figure.exact_n, figure.exact_base) and row.pct in (None, share)


def _numbers(row: PrintedRow) -> str:
    """What a row prints: "53", "88 van 100", "82 %"."""
    count = None if row.n is None else whole_number(row.n)
    if count is not None and row.base is not None:
        count = f"{count} van {whole_number(row.base)}"
    share = None if row.pct is None else f"{decimal_number(row.pct)}{NO_BREAK}%"
    return " en ".join(filter(None, [count, share]))


def _place(chapters: tuple[str, ...]) -> str:
    if not chapters:
        return "zonder vindplaats"
    return f"{agreeing(len(chapters), 'paragraaf', 'paragrafen')} {listed(chapters)}"
