"""Tables as files to take away. Dutch spreadsheets expect semicolons; a cell never starts a formula."""

import csv
import io
from collections.abc import Sequence

from explorer.tables import TableRow

_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_file(rows: Sequence[TableRow], about: Sequence[str]) -> bytes:
    """UTF-8 with a byte order mark, which Excel needs; the lines of ``about`` (source, filters, origin) come last.

    >>> csv_file([{"Gemeente": "Ede", "Status": "=1+1"}], ["Simulatie."]).decode("utf-8-sig").splitlines()
    ['Gemeente;Status', "Ede;'=1+1", '', 'Simulatie.']
    """
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
    if rows:
        writer.writerow(rows[0])
    writer.writerows([_safe(value) for value in row.values()] for row in rows)
    writer.writerow([])
    writer.writerows([_safe(line)] for line in about)
    return file.getvalue().encode("utf-8-sig")


def _safe(value: str) -> str:
    """A leading quote makes a spreadsheet read text as text."""
    return f"'{value}" if value.startswith(_STARTS_FORMULA) else value
