"""What the printed report of 2020 says, and whether figures agree with it. No database: figures come in as they are.

>>> from explorer.published import PrintedReport, load_published  # doctest: +SKIP
>>> PrintedReport(load_published()).prints(figure)  # doctest: +SKIP
True
"""

from explorer.published.checking import Finding, Status, check
from explorer.published.printed import PrintedReport
from explorer.published.readings import Reading, load_readings
from explorer.published.rows import PublishedRow, load_published

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
