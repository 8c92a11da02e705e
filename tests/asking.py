"""Short ways to ask a gateway as the ministry, or a command, for tests."""

from dataclasses import replace

import pytest

from explorer.commands.parser import main
from explorer.gateway.door import Gateway
from explorer.survey.asking.selection import Selection
from explorer.survey.asking.viewer import MINISTRY
from explorer.survey.figures.figure import Kind
from explorer.survey.figures.participation import ContactStatus

ALL = Selection(waves=(2020,))


class BecameServerError(Exception):
    """Stands for the process that becomes the server; its argument is the command."""


def count(
    gateway: Gateway, question: str, answer: str | None, selection: Selection = ALL, item: str | None = None
) -> tuple[int | None, int | None]:
    """(n, base) of the one option or net of a question under a selection of one wave."""
    figures = gateway.desk(MINISTRY).figures(replace(selection, questions=(question,)))
    [found] = [one for one in figures if (one.option, one.item) == (answer, item) and one.kind is not Kind.CROSS]
    return found.n, found.base


def response(gateway: Gateway, selection: Selection) -> dict[str, tuple[int | None, int | None]]:
    figures = gateway.desk(MINISTRY).figures(replace(selection, sections=("response",)))
    return {one.question: (one.n, one.base) for one in figures}


def statuses(gateway: Gateway, selection: Selection = ALL) -> dict[str, tuple[ContactStatus, str | None]]:
    return {
        one.municipality: (one.status, one.through) for one in gateway.desk(MINISTRY).municipality_statuses(selection)
    }


def refusal(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The one report of a command that refuses."""
    assert main(arguments) == 1
    printed = capsys.readouterr()
    assert printed.err == ""
    assert "Traceback" not in printed.out
    return printed.out
