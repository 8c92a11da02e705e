"""What the printed report of 2020 says, and whether figures agree with it. No database: figures come in as they are.

>>> from explorer.inputs.printed import PrintedReport, load_published  # doctest: +SKIP
>>> PrintedReport(load_published()).prints(figure)  # doctest: +SKIP
True
"""

from explorer.inputs.printed.checking import Finding, Status, check
from explorer.inputs.printed.readings import Reading, load_readings
from explorer.inputs.printed.report import PrintedReport
from explorer.inputs.printed.rows import PublishedRow, load_published

__all__ = [
    "Finding",
    "PrintedReport",
    "PublishedRow",
    "Reading",
    "Status",
    "check",
    "load_published",
    "load_readings",
]
