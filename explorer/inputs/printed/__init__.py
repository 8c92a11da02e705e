"""What the printed report of 2020 says, and whether figures agree with it. No database: figures come in as they are."""

from explorer.inputs.printed.checking import Finding, Status, check
from explorer.inputs.printed.contradictions import Contradiction, load_contradictions
from explorer.inputs.printed.readings import Reading, load_readings
from explorer.inputs.printed.report import PrintedReport
from explorer.inputs.printed.rows import PrintedRow, load_printed

__all__ = [
    "Contradiction",
    "Finding",
    "PrintedReport",
    "PrintedRow",
    "Reading",
    "Status",
    "check",
    "load_contradictions",
    "load_printed",
    "load_readings",
]
