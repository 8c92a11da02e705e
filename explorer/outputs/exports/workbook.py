"""Rows as an Excel workbook: numbers are numbers, and a second sheet says where they come from."""

import io
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from explorer.outputs.exports.cells import Cell, ExportRow, starts_formula

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

ABOUT_SHEET = "Toelichting"
WIDEST, NARROWEST = 60, 8
"""Limits to the width of a column, in characters."""
_ABOUT_WIDTHS = (22, 90)
_HEADER_COLOUR = "#EDF1F4"


def workbook(sheet: str, rows: Sequence[ExportRow], about: Sequence[tuple[str, str]], day: date) -> bytes:
    """An .xlsx file: ``rows`` in a sheet of that name with a frozen header, and ``about`` (name, text) in a second one.

    ``day`` is written into the file's properties; the same input gives the same file.
    """
    # Imported here, because it takes 80 ms and pages without a download should not wait for it.
    from xlsxwriter.workbook import Workbook

    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        book.set_properties(
            {"title": about[0][1] if about else sheet, "created": datetime(day.year, day.month, day.day)}
        )
        _write_rows(book.add_worksheet(sheet), rows, _Formats(book))
        _write_about(book.add_worksheet(ABOUT_SHEET), about, _Formats(book))
    return file.getvalue()


class _Formats:
    """The few ways a cell looks. A quoted text stays text, also when its reader edits the cell."""

    def __init__(self, book: "Workbook") -> None:
        top = {"valign": "top"}
        self.header: Format = book.add_format({"bold": True, "bg_color": _HEADER_COLOUR, "bottom": 1})
        self.text: Format = book.add_format(top)
        self.wrapped: Format = book.add_format({**top, "text_wrap": True})
        self.name: Format = book.add_format({**top, "bold": True})
        self.quoted: Format = book.add_format({**top, "quote_prefix": True})
        self.whole: Format = book.add_format({**top, "num_format": "0"})
        self.decimal: Format = book.add_format({**top, "num_format": "0.0"})


def _write_rows(sheet: "Worksheet", rows: Sequence[ExportRow], formats: _Formats) -> None:
    if not rows:
        return
    columns = list(rows[0])
    for position, column in enumerate(columns):
        sheet.write_string(0, position, column, formats.header)
        sheet.set_column(position, position, _width([column, *(row[column] for row in rows)]))
    for line, row in enumerate(rows, start=1):
        for position, cell in enumerate(row.values()):
            _write(sheet, line, position, cell, formats)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(columns) - 1)


def _write(sheet: "Worksheet", line: int, position: int, cell: Cell, formats: _Formats) -> None:
    """Text by ``write_string`` alone: ``write`` would take a text with "=" for a formula, and an address for a link."""
    match cell:
        case None:
            sheet.write_blank(line, position, None)
        case str():
            sheet.write_string(line, position, cell, formats.quoted if starts_formula(cell) else formats.text)
        case Decimal():
            sheet.write_number(line, position, float(cell), formats.decimal)
        case int():
            sheet.write_number(line, position, cell, formats.whole)


def _write_about(sheet: "Worksheet", about: Sequence[tuple[str, str]], formats: _Formats) -> None:
    for position, width in enumerate(_ABOUT_WIDTHS):
        sheet.set_column(position, position, width)
    for line, (name, text) in enumerate(about):
        sheet.write_string(line, 0, name, formats.name)
        sheet.write_string(line, 1, text, formats.wrapped)


def _width(cells: Sequence[Cell]) -> int:
    """As wide as the longest text, within limits; a little extra for the arrow of the filter."""
    longest = max(len(str(cell)) for cell in cells if cell is not None)
    return min(WIDEST, max(NARROWEST, longest + 3))
