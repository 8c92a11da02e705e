"""Figures as files to take away: CSV, Excel, PNG and SVG. Each carries its selection and its origin.

Files are made from the figures that a page already has; nothing is fetched for them.
"""

from explorer.outputs.exports.cells import Cell, ExportRow
from explorer.outputs.exports.naming import file_stem
from explorer.outputs.exports.picture import Picture, picture_png, picture_svg
from explorer.outputs.exports.question import Taken, question_about, question_picture, question_rows
from explorer.outputs.exports.separated import csv_file
from explorer.outputs.exports.workbook import workbook

__all__ = [
    "Cell",
    "ExportRow",
    "Picture",
    "Taken",
    "csv_file",
    "file_stem",
    "picture_png",
    "picture_svg",
    "question_about",
    "question_picture",
    "question_rows",
    "workbook",
]
