"""The printed report beside figures: which it prints, and which rows hold."""

import csv
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from simulated_figures import all_figures

from explorer.errors import SourceError
from explorer.inputs.printed import PrintedReport, PrintedRow, Status, check, load_printed, load_readings
from explorer.paths import DATA
from explorer.survey.asking.selection import Population
from explorer.survey.codebook.source import load_codebook
from explorer.survey.figures.figure import Figure, Kind, Origin

CODEBOOK = load_codebook()
REPORT = PrintedReport(load_printed(DATA / "published_figures.csv"), load_readings(DATA / "readings.yml"))


def a_row(question: str, kind: str, **printed: Any) -> PrintedRow:  # noqa: ANN401
    section = CODEBOOK.question(question).section
    blank = {"item": None, "option": None, "wave": 2020, "population": Population.TOTAL, "n": None, "base": None}
    return PrintedRow(
        section=section, question=question, kind=kind, **{**blank, "pct": None, "source": "4.1", "line": 2, **printed}
    )


def a_figure(question: str, option: str, n: int, base: int, **other: Any) -> Figure:  # noqa: ANN401
    blank = {"item": None, "kind": Kind.OPTION, "wave": 2020, "population": Population.TOTAL, "group": None}
    section = CODEBOOK.question(question).section
    return Figure(
        section=section,
        question=question,
        option=option,
        n=n,
        base=base,
        **{**blank, "origin": Origin.SIMULATED, **other},
    )


def status(row: PrintedRow, *figures: Figure) -> Status:
    [finding] = check([row], [], CODEBOOK, figures)
    return finding.status


def test_every_row_of_the_report_comes_out_on_the_simulated_waves() -> None:
    findings = check(
        load_printed(DATA / "published_figures.csv"), load_readings(DATA / "readings.yml"), CODEBOOK, all_figures()
    )
    assert [finding.sentence for finding in findings if finding.is_wrong] == []
    assert len(findings) == 179
    assert sum(finding.status is Status.READING for finding in findings) == 23


def test_a_count_that_is_one_off_differs() -> None:
    row = a_row("week_participation", "exact", option="yes", n=86, base=98, pct=Decimal("88"))
    assert status(row, a_figure("week_participation", "yes", 86, 98)) is Status.EQUAL
    assert status(row, a_figure("week_participation", "yes", 85, 98)) is Status.DIFFERS
    assert status(row, a_figure("week_participation", "yes", 86, 97)) is Status.DIFFERS


def test_a_percentage_alone_comes_out_after_rounding_half_up() -> None:
    row = a_row("signal_point", "exact", option="yes", pct=Decimal("43"))
    assert status(row, a_figure("signal_point", "yes", 18, 42)) is Status.EQUAL  # 42,86
    assert status(row, a_figure("signal_point", "yes", 17, 40)) is Status.EQUAL  # 42,5
    assert status(row, a_figure("signal_point", "yes", 18, 43)) is Status.DIFFERS  # 41,86
    one_decimal = a_row("home_visits", "exact", option="full_breadth", pct=Decimal("39.5"))
    assert status(one_decimal, a_figure("home_visits", "full_breadth", 17, 43)) is Status.EQUAL


def test_a_cross_is_looked_up_among_crosses() -> None:
    row = a_row("party_roles", "cross", item="municipality", option="lead", n=40, base=75)
    within_net = a_figure("party_roles", "lead", 40, 75, item="municipality", kind=Kind.CROSS)
    assert status(row, within_net) is Status.EQUAL
    assert status(row, replace(within_net, kind=Kind.OPTION)) is Status.NOT_COMPUTABLE


@pytest.mark.parametrize(("n", "holds"), [(47, True), (53, True), (54, False), (46, False)])
def test_approximately_is_within_3_points(n: int, holds: bool) -> None:
    row = a_row("long_term_vision", "approximate", option="yes", pct=Decimal("50"))
    assert status(row, a_figure("long_term_vision", "yes", n, 100)) is (Status.EQUAL if holds else Status.DIFFERS)


@pytest.mark.parametrize(
    ("kind", "n", "holds"),
    [
        ("almost_all", 85, True),
        ("almost_all", 84, False),
        ("majority", 51, True),
        ("majority", 50, False),
        ("large_part", 60, True),
        ("slightly_less_than_half", 40, True),
        ("slightly_less_than_half", 50, False),
        ("few", 15, True),
        ("few", 16, False),
        ("not_a_challenge", 10, True),
        ("not_a_challenge", 11, False),
    ],
)
def test_words_for_a_share_have_limits(kind: str, n: int, holds: bool) -> None:
    row = a_row("signal_point", kind, option="yes")
    assert status(row, a_figure("signal_point", "yes", n, 100)) is (Status.EQUAL if holds else Status.DIFFERS)


def test_shares_are_compared_over_waves_not_counts() -> None:
    row = a_row("signal_network", "lower_than_2019", option="yes")
    now, before = a_figure("signal_network", "yes", 63, 99), a_figure("signal_network", "yes", 47, 64, wave=2019)
    assert status(row, now, before) is Status.EQUAL
    assert status(replace(row, kind="higher_than_2019"), now, before) is Status.DIFFERS
    assert status(replace(row, kind="about_equal_2019"), now, before) is Status.DIFFERS  # 63,6 against 73,4


def test_a_rank_needs_a_place_of_its_own() -> None:
    row = a_row("signal_point", "rank_1", option="yes")
    yes, no = a_figure("signal_point", "yes", 51, 100), a_figure("signal_point", "no", 49, 100)
    assert status(row, yes, no) is Status.EQUAL
    assert status(row, replace(yes, n=50), replace(no, n=50)) is Status.DIFFERS
    assert status(replace(row, option="no", kind="rank_2"), yes, no) is Status.EQUAL


def test_another_option_and_another_question_can_be_the_measure() -> None:
    fewer = a_row("coalition", "fewer_than_starting", option="active")
    active, starting = a_figure("coalition", "active", 34, 99), a_figure("coalition", "starting", 39, 99)
    assert status(fewer, active, starting) is Status.EQUAL
    more = a_row("involvement_policy", "more_than_involvement_activities", option="whole_group")
    policy = a_figure("involvement_policy", "whole_group", 15, 100)
    assert status(more, policy, a_figure("involvement_activities", "whole_group", 15, 100)) is Status.DIFFERS


def test_a_missing_figure_and_an_unknown_kind_are_wrong_not_skipped() -> None:
    assert status(a_row("signal_point", "exact", option="yes", n=37)) is Status.NOT_COMPUTABLE
    figure = a_figure("signal_point", "yes", 37, 100)
    assert status(a_row("signal_point", "rather_many", option="yes"), figure) is Status.NOT_COMPUTABLE


def test_a_conflict_row_without_its_reading_in_the_figures_is_wrong() -> None:
    rows = [
        row
        for row in load_printed(DATA / "published_figures.csv")
        if row.question == "visit_executors" and row.is_conflict
    ]
    readings = [
        reading for reading in load_readings(DATA / "readings.yml") if reading.contradiction == "visit_executors"
    ]
    as_printed, as_read = (a_figure("visit_executors", "volunteers", n, base) for n, base in ((88, 100), (64, 73)))
    [wrong], [right] = (check(rows, readings, CODEBOOK, [figure]) for figure in (as_printed, as_read))
    assert wrong.is_wrong
    assert right.status is Status.READING
    assert right.explanation.startswith("Het rapport noemt 88 van de 100")


def test_a_conflict_row_needs_exactly_one_reading() -> None:
    with pytest.raises(SourceError, match="0 lezingen"):
        check(load_printed(DATA / "published_figures.csv"), load_readings(DATA / "readings.yml")[1:], CODEBOOK, [])
    with pytest.raises(SourceError, match="2 lezingen"):
        check(
            load_printed(DATA / "published_figures.csv"),
            [*load_readings(DATA / "readings.yml"), load_readings(DATA / "readings.yml")[0]],
            CODEBOOK,
            [],
        )


def test_every_reading_names_a_known_contradiction() -> None:
    with (DATA / "contradictions.csv").open(encoding="utf-8", newline="") as file:
        known = {row["id"] for row in csv.DictReader(file)}
    assert {reading.contradiction for reading in load_readings(DATA / "readings.yml")} <= known


def test_a_reading_that_says_two_things_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "readings.yml"
    entry = {"row": {"question": "ggd"}, "contradiction": "ggd", "holds": {"n": 41, "about": 40}, "because": "Omdat."}
    path.write_text(yaml.safe_dump({"readings": [entry]}), encoding="utf-8")
    with pytest.raises(SourceError, match="precies één"):
        load_readings(path)


def test_each_number_is_printed_by_itself() -> None:
    coalition = a_figure("coalition", "active", 34, 99)
    assert REPORT.parts(coalition) == ("n", "base")
    assert REPORT.sources(coalition) == ("4.2", "4.6")
    assert (REPORT.parts(replace(coalition, n=33)), REPORT.differing(replace(coalition, n=33))) == (
        ("base",),
        ("n",),
    )
    assert REPORT.parts(replace(coalition, population=Population.NEW)) == ()
    assert REPORT.parts(replace(coalition, group="noord")) == ()


def test_a_percentage_alone_is_printed_too() -> None:
    assert REPORT.parts(a_figure("signal_point", "yes", 18, 42, population=Population.PANEL)) == ("pct",)
    assert REPORT.parts(a_figure("signal_point", "yes", 18, 43, population=Population.PANEL)) == ()


def test_a_comparison_prints_no_number_and_a_rejected_side_is_not_ours() -> None:
    assert REPORT.parts(a_figure("challenges", "sustainable_approach", 66, 98)) == ()
    volunteers = a_figure("visit_executors", "volunteers", 64, 73)
    assert (REPORT.parts(volunteers), REPORT.differing(volunteers)) == ((), ("n", "base"))


def test_where_the_report_prints_two_numbers_ours_is_printed_and_differs() -> None:
    """73 of 100 is printed, and 78 % too."""
    visits = a_figure("home_visits", "any_visit", 73, 100, kind=Kind.NET)
    assert REPORT.parts(visits) == ("n", "base", "pct")
    assert REPORT.differing(visits) == ("pct",)
    assert [reading.contradiction for reading in REPORT.readings(visits)] == ["home_visits_any", "home_visits_any"]


def test_a_number_that_the_report_prints_of_another_answer_is_contested() -> None:
    """12 is printed of "fully or partly", and read as "fully"."""
    fully = a_figure("temporary_funding", "fully", 12, 42, population=Population.PANEL)
    assert (REPORT.parts(fully), REPORT.differing(fully)) == ((), ("n",))


def test_a_share_in_words_prints_no_number() -> None:
    """ "Driekwart" is no 75 %."""
    rows = [row for row in load_printed(DATA / "published_figures.csv") if row.kind == "approximate" and row.pct]
    assert rows
    for row in rows:
        figure = a_figure(row.question, row.option or "", int(row.pct or 0), 100)
        assert "pct" not in REPORT.parts(replace(figure, section=row.section, item=row.item))


def test_the_panel_and_the_newcomers_are_one_number_on_every_page() -> None:
    for question, n in (("panel_size", 43), ("first_time_joined_since_2019", 50)):
        for population in Population:
            place = ("response", question, None, None, Kind.OPTION, 2020, population, None)
            assert REPORT.parts(Figure(*place, n, None, Origin.SIMULATED)) == ("n",)


def test_a_damaged_file_names_its_line(tmp_path: Path) -> None:
    path = tmp_path / "published_figures.csv"
    lines = (DATA / "published_figures.csv").read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([lines[0], lines[1].replace("182", "veel")]), encoding="utf-8")
    with pytest.raises(SourceError, match="Regel 2"):
        load_printed(path)
    with pytest.raises(SourceError, match="ontbreken"):
        load_printed(tmp_path / "none.csv")


def test_a_share_that_the_report_says_in_words_is_no_other_number() -> None:
    """ "Een derde" beside 20 of 100: the readings tell of it, and no number differs."""
    structural = a_figure("budget", "structural", 20, 100)
    assert [reading.in_words for reading in REPORT.readings(structural)] == [True]
    assert REPORT.differing(structural) == ()


def test_a_number_without_an_answer_is_not_read_as_another_one() -> None:
    """64 of 103 stands; of them the report prints another percentage alone."""
    place = ("response", "responded", None, None, Kind.OPTION, 2019, Population.TOTAL, None)
    assert REPORT.differing(Figure(*place, 64, 103, Origin.SIMULATED)) == ("pct",)
