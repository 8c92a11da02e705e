"""Rows as a CSV file for a Dutch spreadsheet: semicolons, decimal commas, no formulas."""

import csv
import io
from collections.abc import Sequence
from decimal import Decimal

from explorer.outputs.exports.cells import Cell, ExportRow, safe_text
from explorer.survey.formats import ungrouped_number


def csv_file(rows: Sequence[ExportRow], about: Sequence[str] = ()) -> bytes:
    """UTF-8 with a byte order mark, which Excel needs; the lines of ``about`` (source, filters, origin) come last.

    Numbers stand in digits with a decimal comma and no point for thousands, so that a spreadsheet reads them as such.

    >>> csv_file([{"Gemeente": "Ede", "Status": "=1+1"}], ["Simulatie."]).decode("utf-8-sig").splitlines()
    ['Gemeente;Status', "Ede;'=1+1", '', 'Simulatie.']
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    if rows:
        writer.writerow(rows[0])
    writer.writerows([_written(cell) for cell in row.values()] for row in rows)
    if about:
        writer.writerow([])
        writer.writerows([safe_text(line)] for line in about)
    return file.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return safe_text(cell)
        case Decimal():
            return ungrouped_number(cell)
    return str(cell)
