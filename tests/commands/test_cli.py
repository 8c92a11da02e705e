"""The commands: what they print, how they refuse, and that each explains itself."""

import argparse
import csv
import io
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from asking import refusal
from sealing import seal

from explorer import paths
from explorer.commands.parser import main, parser
from explorer.store.versions import Store

COLUMNS = "section,question,item,option,kind,wave,population,group,n,base,pct,origin,printed,status,n_low,n_high"


Capture = pytest.CaptureFixture[str]


def rows_of(capsys: Capture, *arguments: str) -> list[dict[str, str]]:
    """The rows that ``figures`` prints."""
    assert main(["figures", *arguments]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def cell(rows: list[dict[str, str]], **coordinates: str) -> tuple[str, str, str]:
    """(n, base, pct) of the one row with these coordinates."""
    [row] = [row for row in rows if all(row[name] == value for name, value in coordinates.items())]
    return row["n"], row["base"], row["pct"]


# ---- every command


def subcommands() -> dict[str, argparse.ArgumentParser]:
    [choices] = [action.choices for action in parser()._actions if isinstance(action, argparse._SubParsersAction)]
    return dict(choices)


def test_the_commands_are_those_of_the_contract() -> None:
    assert {
        "build", "figures", "check-published", "simulate", "draft-views", "versions", "publish", "rollback", "serve",
    } <= set(subcommands())  # fmt: skip


@pytest.mark.parametrize("name", sorted(subcommands()))
def test_every_command_stands_in_the_readme(name: str) -> None:
    readme = (paths.PROJECT / "README.md").read_text(encoding="utf-8")
    assert f"python -m explorer {name}" in readme or f"`{name}`" in readme


@pytest.mark.parametrize("name", sorted(subcommands()))
def test_every_command_and_every_argument_explains_itself(name: str, capsys: Capture) -> None:
    command = subcommands()[name]
    assert command.description
    assert command.description.endswith(".")
    for action in command._actions:
        assert action.help or action.metavar == "VERSION", f"{name} {action.dest}"
    with pytest.raises(SystemExit) as stopped:
        main([name, "--help"])
    assert stopped.value.code == 0
    assert command.description.split()[0] in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [[], ["bake"], ["figures", "--population", "half"], ["figures", "--wave", "two"], ["publish"]]
)
def test_wrong_use_is_exit_code_2(arguments: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    assert "usage: python -m explorer" in capsys.readouterr().err


# ---- changes


@pytest.mark.usefixtures("in_small_world")
def test_changes_say_what_changed_and_what_made_it_change(capsys: Capture) -> None:
    """1 of 3 was active, then 2 of 4; of the two who answered both times none, then one."""
    assert main(["changes"]) == 0
    header, *rows = capsys.readouterr().out.splitlines()
    assert header == (
        "section,question,item,option,kind,from_wave,to_wave,comparable,reason,"
        "n_from,base_from,n_to,base_to,change,left,within_panel,joined"
    )
    assert [row for row in rows if row.startswith("pillar_2,coalition,")] == [
        "pillar_2,coalition,,active,option,2019,2020,true,,1,3,2,4,16.67,-33.33,50.00,0.00",
        "pillar_2,coalition,,starting,option,2019,2020,true,,1,3,1,4,-8.33,16.67,0.00,-25.00",
        "pillar_2,coalition,,none,option,2019,2020,true,,1,3,1,4,-8.33,16.67,-50.00,25.00",
        "pillar_2,coalition,,active_or_starting,net,2019,2020,true,,2,3,3,4,8.33,-16.67,50.00,-25.00",
    ]
    assert (
        "pillar_4,best_practices,,zonmw_research,option,2019,2020,false,"
        "We nemen aan dat de vraag nieuw is in 2020.,,,1,4,,,,"
    ) in rows


@pytest.mark.usefixtures("in_small_world")
def test_changes_as_json_say_the_same(capsys: Capture) -> None:
    assert main(["changes", "--from", "2019", "--to", "2020", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    (active,) = [row for row in rows if (row["question"], row["option"]) == ("coalition", "active")]
    assert (active["comparable"], active["n_from"], active["base_to"]) == (True, 1, 4)
    assert (active["change"], active["left"], active["within_panel"], active["joined"]) == (16.67, -33.33, 50.0, 0.0)


@pytest.mark.usefixtures("in_small_world")
@pytest.mark.parametrize(
    ("arguments", "report"),
    [
        (["--from", "2018"], "Onbekende meting 2018. Er zijn metingen van 2019 en 2020."),
        (["--to", "2021"], "Onbekende meting 2021."),
        (["--from", "2020"], "Een verandering is tussen twee metingen. Van 2020 tot 2020 zijn er geen twee;"),
        (["--from", "2020", "--to", "2019"], "Een verandering is tussen twee metingen."),
    ],
)
def test_a_change_is_between_two_waves_that_exist(capsys: Capture, arguments: list[str], report: str) -> None:
    assert refusal(capsys, "changes", *arguments).startswith(report)


# ---- figures


@pytest.mark.usefixtures("in_small_world")
def test_figures_have_the_columns_of_the_contract(capsys: Capture) -> None:
    assert main(["figures", "--question", "coalition", "--wave", "2020"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        COLUMNS,
        "pillar_2,coalition,,active,option,2020,total,,2,4,50.0,simulated,,,,",
        "pillar_2,coalition,,starting,option,2020,total,,1,4,25.0,simulated,,,,",
        "pillar_2,coalition,,none,option,2020,total,,1,4,25.0,simulated,,,,",
        "pillar_2,coalition,,active_or_starting,net,2020,total,,3,4,75.0,simulated,,,,",
    ]


@pytest.mark.usefixtures("in_small_world")
def test_figures_as_json_say_the_same(capsys: Capture) -> None:
    assert main(["figures", "--question", "coalition", "--wave", "2020", "--format", "json"]) == 0
    first, *_ = json.loads(capsys.readouterr().out)
    assert first == {
        "section": "pillar_2",
        "question": "coalition",
        "item": None,
        "option": "active",
        "kind": "option",
        "wave": 2020,
        "population": "total",
        "group": None,
        "n": 2,
        "base": 4,
        "pct": 50.0,
        "origin": "simulated",
        "printed": "",
        "status": None,
        "n_low": None,
        "n_high": None,
    }


@pytest.mark.usefixtures("in_small_world")
def test_a_percentage_of_nobody_is_empty(capsys: Capture) -> None:
    rows = rows_of(capsys, "--question", "coalition", "--province", "Groningen", "--wave", "2020")
    assert cell(rows, option="active") == ("0", "0", "")


@pytest.mark.usefixtures("in_small_world")
def test_a_cross_is_a_row_of_its_own_kind(capsys: Capture) -> None:
    rows = rows_of(capsys, "--question", "party_roles", "--wave", "2020")
    assert cell(rows, item="municipality", option="lead", kind="cross") == ("1", "2", "50.0")
    assert cell(rows, item="municipality", option="lead", kind="option") == ("1", "2", "50.0")


@pytest.mark.usefixtures("in_small_world")
def test_waves_questions_sections_and_places_can_be_named_more_than_once(capsys: Capture) -> None:
    rows = rows_of(
        capsys, "--question", "coalition", "--question", "coalition_lead", "--wave", "2019", "--wave", "2020"
    )
    assert {(row["question"], row["wave"]) for row in rows} == {
        (question, wave) for question in ("coalition", "coalition_lead") for wave in ("2019", "2020")
    }
    rows = rows_of(capsys, "--section", "covid", "--section", "needs")
    assert {row["section"] for row in rows} == {"covid", "needs"}
    rows = rows_of(capsys, "--question", "coalition", "--wave", "2020", "--province", "Flevoland", "Overijssel")
    assert cell(rows, option="active") == ("1", "2", "50.0")
    rows = rows_of(capsys, "--question", "coalition", "--wave", "2020", "--urbanity", "1", "--urbanity", "2")
    assert cell(rows, option="active") == ("2", "4", "50.0")


@pytest.mark.usefixtures("in_real_world")
def test_home_visits_of_the_panel(capsys: Capture) -> None:
    rows = rows_of(capsys, "--question", "home_visits", "--population", "panel")
    assert cell(rows, option="full_breadth", wave="2019") == ("17", "43", "39.5")
    assert cell(rows, option="full_breadth", wave="2020") == ("28", "43", "65.1")


@pytest.mark.usefixtures("in_real_world")
def test_each_number_says_for_itself_whether_the_report_prints_it(capsys: Capture) -> None:
    """The report prints 17 of 43 and 39,5 %; of the signal point 29 % alone; of the week 40, without its base."""
    panel = rows_of(capsys, "--population", "panel")

    def printed(question: str, option: str, wave: str) -> str:
        [row] = [r for r in panel if (r["question"], r["option"], r["wave"]) == (question, option, wave)]
        return row["printed"]

    assert printed("home_visits", "full_breadth", "2019") == "n|base|pct"
    assert printed("signal_point", "yes", "2019") == "pct"
    assert printed("week_participation", "yes", "2020") == "n"
    assert printed("coalition", "none", "2020") == ""
    assert {row["printed"] for row in rows_of(capsys, "--province", "Utrecht")} == {""}


@pytest.mark.usefixtures("in_real_world")
def test_of_a_group_only_a_range_is_released(capsys: Capture) -> None:
    """No count; the limits, and a percentage of a number between them."""
    rows = rows_of(capsys, "--as", "public", "--group", "west-zuid", "--question", "coalition", "--wave", "2020")
    shown = [row for row in rows if row["status"] == "range"]
    assert shown
    for row in shown:
        low, high, base = (int(row[name]) for name in ("n_low", "n_high", "base"))
        assert (row["n"], high - low >= 2) == ("", True)
        assert low <= round(float(row["pct"]) * base / 100) <= high


@pytest.mark.usefixtures("in_real_world")
def test_a_released_number_or_word_comes_with_the_limits_it_stands_for(capsys: Capture) -> None:
    national = rows_of(capsys, "--as", "public", "--wave", "2020")
    words = {row["status"]: row for row in national}
    few, most, exact = words["fewer_than_5"], words["almost_all"], words["exact"]
    assert (few["n"], few["n_low"], few["n_high"]) == ("", "0", "4")
    assert int(most["n_high"]) - int(most["n_low"]) == 4
    assert exact["n_low"] == exact["n"] == exact["n_high"]
    assert {row["status"] for row in rows_of(capsys, "--wave", "2020")} == {""}


@pytest.mark.usefixtures("in_real_world")
def test_of_the_panel_the_printed_numbers_are_released_and_no_other(capsys: Capture) -> None:
    rows = rows_of(capsys, "--as", "public", "--population", "panel")
    told = {(row["question"], row["option"], row["wave"]): row for row in rows}
    week = told["week_participation", "yes", "2020"]
    assert (week["n"], week["base"], week["pct"], week["printed"]) == ("40", "", "", "n")
    point = told["signal_point", "yes", "2020"]
    assert (point["n"], point["base"], point["pct"], point["printed"]) == ("", "", "43", "pct")
    visits = told["home_visits", "full_breadth", "2019"]
    assert (visits["n"], visits["base"], visits["pct"], visits["printed"]) == ("17", "43", "39.5", "n|base|pct")


@pytest.mark.usefixtures("in_real_world")
def test_friesland_is_fryslan(capsys: Capture) -> None:
    assert rows_of(capsys, "--province", "Friesland") == rows_of(capsys, "--province", "Fryslân")


@pytest.mark.usefixtures("in_real_world")
def test_the_response_is_a_section(capsys: Capture) -> None:
    rows = rows_of(capsys, "--section", "response", "--wave", "2020")
    assert [(row["question"], row["n"], row["base"]) for row in rows] == [
        ("contacted", "182", ""),
        ("joined", "201", ""),
        ("responded", "100", "182"),
        ("panel_size", "43", "100"),
        ("first_time_respondents", "57", "100"),
        ("first_time_already_joined_in_2019", "7", "57"),
        ("first_time_joined_since_2019", "50", "57"),
    ]
    assert {row["origin"] for row in rows} <= {"printed", "simulated"}


@pytest.mark.usefixtures("in_real_world")
def test_the_default_is_every_figure_of_every_wave_as_the_ministry(capsys: Capture) -> None:
    rows = rows_of(capsys)
    assert {row["wave"] for row in rows} == {"2019", "2020"}
    assert {row["population"] for row in rows} == {"total"}
    assert {row["section"] for row in rows} == {"response", "action_line_1", "action_line_2", "covid", "needs"} | {
        f"pillar_{number}" for number in range(1, 6)
    }
    assert rows == rows_of(capsys, "--as", "ministry")


@pytest.mark.usefixtures("in_small_world")
@pytest.mark.parametrize(
    ("arguments", "report"),
    [
        (["--wave", "2018"], "Onbekende meting 2018."),
        (["--question", "koffie"], "Onbekende vraag 'koffie'."),
        (["--section", "pillar_9"], "Onbekend onderdeel 'pillar_9'."),
        (["--province", "Holland"], "Onbekende provincie 'Holland'. Kies uit: Groningen, Fryslân"),
        (["--urbanity", "6"], "Onbekende stedelijkheid 6."),
        (["--as", "king"], "Onbekende kijker 'king'."),
        (["--as", "municipality:GM9999"], "Onbekende gemeentecode 'GM9999'."),
        (["--as", "municipality:Utrect"], "Onbekende gemeente 'Utrect'. Bedoelt u Utrecht?"),
        (
            ["--as", "municipality:Eemsdelta"],
            "De gemeente Eemsdelta bestond niet op 1 januari 2020: zij bestaat vanaf 2021 en kwam voort uit "
            "Appingedam, Delfzijl en Loppersum.",
        ),
        (
            ["--as", "public", "--province", "Utrecht"],
            "Deze combinatie van filters is alleen voor het ministerie. Kies een groep, zoals noord-oost of nieuw.",
        ),
        (
            ["--as", "municipality:GM0344", "--population", "new"],
            "Deze combinatie van filters is alleen voor het ministerie. Kies een groep, zoals noord-oost of nieuw.",
        ),
        (["--group", "noord"], "Groepen horen bij de vrijgegeven cijfers."),
        (["--as", "public", "--group", "nord"], "Onbekende groep 'nord'. Kies uit: nederland, noord"),
    ],
)
def test_what_does_not_exist_or_may_not_be_seen_is_refused_in_dutch(
    capsys: Capture, arguments: list[str], report: str
) -> None:
    assert refusal(capsys, "figures", *arguments).startswith(report)


@pytest.mark.parametrize("command", ["figures", "check-published"])
def test_without_a_database_a_command_says_how_to_make_one(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("EXPLORER_STORE", str(tmp_path))
    assert refusal(capsys, command).endswith("Herstel het met: python -m explorer build\n")


def test_a_folder_that_cannot_be_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("EXPLORER_STORE", str(tmp_path / "file" / "store"))
    report = refusal(capsys, "build")
    assert "Lezen of schrijven lukt niet: " in report
    assert report.endswith("Controleer of de map bestaat en of u erin mag.\n")


def test_a_reader_may_stop_halfway(real_store: Store) -> None:
    """As with ``figures | head``: no traceback."""
    command = [sys.executable, "-m", "explorer", "figures", "--format", "json"]
    running = subprocess.Popen(
        command,
        cwd=paths.PROJECT,
        env={**os.environ, "EXPLORER_STORE": str(real_store.folder)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdout is not None
    assert running.stderr is not None
    assert running.stdout.readline() == b"[\n"
    running.stdout.close()
    assert running.stderr.read() == b""
    running.stderr.close()
    assert running.wait(timeout=60) == -signal.SIGPIPE


# ---- the report


@pytest.mark.usefixtures("in_real_world")
def test_every_printed_figure_comes_out_and_readings_are_told(capsys: Capture) -> None:
    assert main(["check-published"]) == 0
    *_, last = lines = capsys.readouterr().out.splitlines()
    assert last == "179 van 179 gedrukte cijfers komen uit, waarvan 23 in een andere lezing."
    assert sum(line.startswith("- ") for line in lines) == 23
    assert any(line.startswith("- responded, 2019, total (rapport 3): Het rapport drukt 63 % af.") for line in lines)


def test_a_figure_that_does_not_come_out_is_named(
    real_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    """A version whose report prints 85 instead of 86 of 98 for the week."""
    shutil.copytree(real_store.folder, tmp_path / "store")
    monkeypatch.setenv("EXPLORER_STORE", str(tmp_path / "store"))
    version = Store(tmp_path / "store").current_path()
    path = version / "data" / "published_figures.csv"
    printed = path.read_text(encoding="utf-8")
    row = next(line for line in printed.splitlines() if "week_participation,,yes,2020,total,86,98" in line)
    path.write_text(printed.replace(row, row.replace(",86,98", ",85,98")), encoding="utf-8")
    seal(version)
    assert main(["check-published"]) == 1
    report = capsys.readouterr().out
    assert "Dit komt niet uit:\n- week_participation/yes, 2020, total (rapport " in report
    assert report.endswith("178 van 179 gedrukte cijfers komen uit, waarvan 23 in een andere lezing.\n")
