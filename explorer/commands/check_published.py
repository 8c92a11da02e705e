"""The command ``check-published``."""

import argparse
import sys
from collections.abc import Sequence

from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import MINISTRY
from explorer.survey.formats import whole_number

SUMMARY = "Recompute every figure of the printed report; list what differs."
READ_OTHERWISE = "Hier spreekt het rapport zichzelf tegen of telt het anders. Deze lezing geldt:"
WRONG = "Dit komt niet uit:"


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """It takes none."""


def run(_arguments: argparse.Namespace) -> int:
    """Print what comes out otherwise than the report; 1 where that may not be, or a conflict lacks its reading."""
    from explorer.gateway.door import open_gateway
    from explorer.inputs.printed import check
    from explorer.store.versions import default_store

    desk = open_gateway(default_store().current_path()).desk(MINISTRY)
    by_population = desk.figures_by_population(Selection(), (Population.TOTAL, Population.PANEL))
    found = [figure for figures in by_population.values() for figure in figures]
    reference = desk.reference
    findings = check(reference.printed, reference.readings, reference.codebook, found)
    wrong = [finding.sentence for finding in findings if finding.is_wrong]
    read = [finding.sentence for finding in findings if finding.differs_from_report and not finding.is_wrong]
    sys.stdout.write(_report(len(findings), read, wrong))
    return 1 if wrong else 0


def _report(total: int, read: Sequence[str], wrong: Sequence[str]) -> str:
    """What differs, under a heading each, and how many figures come out."""
    lines = []
    for heading, sentences in ((READ_OTHERWISE, read), (WRONG, wrong)):
        if sentences:
            lines += [heading, *(f"- {sentence}" for sentence in sentences), ""]
    right = f"{whole_number(total - len(wrong))} van {whole_number(total)} gedrukte cijfers komen uit"
    lines.append(f"{right}, waarvan {whole_number(len(read))} in een andere lezing." if read else f"{right}.")
    return "\n".join(lines) + "\n"
