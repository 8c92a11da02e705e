"""The command ``changes`` on the project's own data."""

import csv
import io

import pytest

from explorer.commands.parser import main

Capture = pytest.CaptureFixture[str]
pytestmark = pytest.mark.usefixtures("in_real_world")


def printed(capsys: Capture, *arguments: str) -> list[dict[str, str]]:
    assert main(["changes", *arguments]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def row_of(rows: list[dict[str, str]], question: str, option: str) -> dict[str, str]:
    return next(row for row in rows if (row["question"], row["option"]) == (question, option))


def test_a_row_has_the_columns_that_other_tools_rely_on(capsys: Capture) -> None:
    rows = printed(capsys, "--from", "2019", "--to", "2020")
    assert ",".join(rows[0]) == (
        "section,question,item,option,kind,from_wave,to_wave,comparable,reason,"
        "n_from,base_from,n_to,base_to,change,left,within_panel,joined"
    )
    assert row_of(rows, "signal_network", "yes") == {
        "section": "action_line_1",
        "question": "signal_network",
        "item": "",
        "option": "yes",
        "kind": "option",
        "from_wave": "2019",
        "to_wave": "2020",
        "comparable": "true",
        "reason": "",
        "n_from": "47",
        "base_from": "64",
        "n_to": "63",
        "base_to": "99",
        "change": "-9.80",
        "left": "0.98",
        "within_panel": "2.33",
        "joined": "-13.11",
    }


def test_each_number_is_rounded_by_itself(capsys: Capture) -> None:
    """So rounded parts may miss the change by a hundredth or two, and never by more."""
    compared = [row for row in printed(capsys) if row["left"]]
    misses = [
        float(row["change"]) - sum(float(row[part]) for part in ("left", "within_panel", "joined")) for row in compared
    ]
    assert max(map(abs, misses)) == pytest.approx(0.01)


def test_where_nothing_compares_it_says_why_and_leaves_the_points_empty(capsys: Capture) -> None:
    rows = printed(capsys)
    new = row_of(rows, "best_practices", "none")
    assert (new["comparable"], new["n_from"], new["change"], new["joined"]) == ("false", "", "", "")
    assert new["reason"] == "We nemen aan dat de vraag nieuw is in 2020."
    assert {row["comparable"] == "true" for row in rows if row["change"]} == {True}
    assert all(row["reason"] for row in rows if row["comparable"] == "false")
