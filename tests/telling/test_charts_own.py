"""What a picture shows without a number, of ranges, and of the municipality that looks."""

from dataclasses import replace
from typing import Any

import altair as alt
import pytest
from figure_examples import COALITION_FIGURES, ROLES_FIGURES, ROUTES_FIGURES, TOOLS_FIGURES
from withheld_examples import (
    COALITION_NORTH,
    LEAD_IN_WORDS,
    NOT_SPLIT,
    RARE,
    ROLES_HIDDEN,
    ROUTES_IN_WORDS,
    SMALL,
    TOOLS_NORTH,
    hidden,
    hide_all,
    seen_by,
)

from explorer.survey.figures.figure import ReleaseStatus
from explorer.survey.figures.question import OverviewRow, QuestionFigures
from explorer.survey.formats import NO_BREAK
from explorer.telling.charts.heat import heat
from explorer.telling.charts.palette import DARK, LIGHT
from explorer.telling.charts.stacked import stacked
from explorer.telling.charts.tracks import overview, tracks
from explorer.telling.sentences.pictures import heat_alt, stacked_alt, tracks_alt
from explorer.telling.words.own import is_own
from explorer.telling.words.withheld import is_range

Spec = dict[str, Any]
OWN_ROUTES = seen_by(ROUTES_IN_WORDS, answer=("several_points", "other"))


def shown(spec: Spec | None, kind: str) -> list[dict[str, Any]]:
    assert spec is not None
    return [row for row in spec["data"]["values"] if row["kind"] == kind]


def texts(spec: Spec | None, kind: str) -> list[str]:
    return [row["wide"] for row in shown(spec, kind)]


# ---- without a number


def test_a_track_without_a_number_says_why_and_has_no_bar() -> None:
    rows = {row["label"]: row for row in shown(tracks(ROUTES_IN_WORDS, LIGHT), "track")}
    assert [row["beside"] for row in rows.values()] == ["bijna alle", f"61 · 62{NO_BREAK}%", "minder dan 5"]
    assert [row["place"] is None for row in rows.values()] == [True, False, True]


@pytest.mark.parametrize(
    ("why", "word"),
    [
        (NOT_SPLIT, "niet uitgesplitst"),
        (SMALL, "te weinig antwoorden"),
        (replace(SMALL, status=ReleaseStatus.DROPPED), "beschermd"),
        (replace(SMALL, status=ReleaseStatus.COMPLEMENT), "beschermd"),
        (replace(SMALL, status=ReleaseStatus.NOT_PRINTED), "onbekend"),
    ],
)
def test_each_reason_has_its_words(why: Any, word: str) -> None:  # noqa: ANN401 - a Withheld
    first, *others = COALITION_FIGURES.now
    spec = tracks(replace(COALITION_FIGURES, now=(hidden(first, why), *others), before=()), LIGHT)
    assert shown(spec, "track")[0]["beside"] == word
    assert texts(spec, "caption") == ["Balk: 2020 (99\u00a0● gemeenten)."]


def test_a_group_that_is_not_shown_does_not_say_that_it_is_the_small_one() -> None:
    """All groups of a dimension are withheld together."""
    first, *others = COALITION_FIGURES.now
    of_group = hidden(replace(first, group="noord-oost"), SMALL)
    spec = tracks(replace(COALITION_FIGURES, now=(of_group, *others), before=()), LIGHT)
    assert shown(spec, "track")[0]["beside"] == "niet per groep"


def test_a_cell_without_a_number_has_a_short_sign_that_the_note_explains() -> None:
    spec = heat(ROLES_HIDDEN, LIGHT)
    cells = shown(spec, "cell")[:5]
    assert [cell["number"] for cell in cells] == ["<5", "22", "53", "–", "3"]
    assert [cell["told"] for cell in cells[::3]] == ["minder dan 5", "niet uitgesplitst"]
    assert cells[0]["color"] == LIGHT.track
    assert "<5: minder dan 5. –: niet uitgesplitst." in texts(spec, "note")
    assert [row["beside"] for row in shown(spec, "item")] == ["van 98"] * 3
    assert "Kartrekker, minder dan 5; Start acties, 22 van de 98" in heat_alt(ROLES_HIDDEN)


def test_what_is_not_told_leaves_its_part_of_a_stacked_bar_empty() -> None:
    pieces = [row for row in shown(stacked(TOOLS_NORTH, LIGHT), "piece") if row["item"].startswith("Toolkit")]
    assert [piece["number"] for piece in pieces] == ["53–55", "28–30", "–"]
    assert pieces[-1]["color"] == LIGHT.track
    assert pieces[-1]["end"] == 100
    assert pieces[-1]["told"] == "niet uitgesplitst"


def test_pieces_of_ranges_never_reach_beyond_their_bar() -> None:
    pieces = shown(stacked(TOOLS_NORTH, LIGHT), "piece")
    assert max(piece["end"] for piece in pieces) <= 100
    assert all(piece["start"] < piece["end"] for piece in pieces)


@pytest.mark.parametrize(
    ("chart", "qf"),
    [(tracks, LEAD_IN_WORDS), (heat, hide_all(ROLES_FIGURES, SMALL)), (stacked, hide_all(TOOLS_FIGURES, SMALL))],
)
def test_there_is_no_picture_without_any_number(chart: Any, qf: QuestionFigures) -> None:  # noqa: ANN401 - a chart
    assert chart(qf, LIGHT) is None


# ---- ranges


def test_a_range_never_looks_exact() -> None:
    spec = tracks(COALITION_NORTH, LIGHT)
    first = shown(spec, "track")[0]
    assert first["beside"] == "33 tot 35"
    assert (round(first["place"], 1), round(first["reach"], 1)) == (33.3, 35.7)
    assert texts(spec, "caption") == ["Balk: 2020 (98 tot 99 gemeenten). Licht stuk: wat het bereik openlaat."]
    told = tracks_alt(COALITION_NORTH)
    assert "33 tot 35 van de 98 tot 99 gemeenten" in told
    assert "Het echte aantal ligt binnen het bereik." in told


def test_an_exact_number_has_no_open_end_and_a_range_no_stroke() -> None:
    assert {row["reach"] for row in shown(tracks(COALITION_FIGURES, LIGHT), "track")} == {None}
    assert {row["before"] for row in shown(tracks(COALITION_NORTH, LIGHT), "track")} == {None}


def test_a_range_stays_a_range_in_the_overview() -> None:
    spec = overview([OverviewRow("Coalitie", COALITION_NORTH.now[0])], LIGHT)
    assert shown(spec, "track")[0]["beside"] == "33 tot 35"


def test_cells_of_a_group_say_how_a_range_is_read() -> None:
    spec = stacked(TOOLS_NORTH, LIGHT)
    assert texts(spec, "note")[0].startswith("Aantal gemeenten. Het echte aantal ligt binnen het bereik.")
    assert shown(spec, "item")[0]["beside"] == "van 99–100"
    assert "87 tot 89 van de 99 tot 100 gemeenten" in stacked_alt(TOOLS_NORTH)


def test_the_whole_country_is_exact() -> None:
    exact = replace(COALITION_FIGURES.now[0], group="west-zuid", status=ReleaseStatus.EXACT, n_low=34, n_high=34)
    assert not is_range(exact), "that a group is meant does not say that it is a range"
    assert not is_range(COALITION_FIGURES.now[0])


# ---- the municipality that looks


def test_the_diamond_stands_at_the_value_of_what_the_municipality_chose_and_at_nothing_without_one() -> None:
    rows = shown(tracks(seen_by(COALITION_FIGURES, answer=("starting",)), LIGHT), "track")
    assert [row.get("own") for row in rows] == [None, 39.4, None, 73.7]
    rows = shown(tracks(OWN_ROUTES, LIGHT), "track")
    assert [row.get("own") for row in rows] == [0, None, 0]


def test_a_net_is_the_municipality_s_own_where_it_counts_its_answer() -> None:
    chose = seen_by(COALITION_FIGURES, answer=("active",))
    assert is_own(chose, "active_or_starting")
    assert not is_own(seen_by(COALITION_FIGURES, answer=("none",)), "active_or_starting")
    assert not is_own(COALITION_FIGURES, "active")


def test_the_words_stand_behind_the_label_or_below_it_on_a_phone() -> None:
    rows = shown(tracks(OWN_ROUTES, LIGHT), "track")
    long = rows[0]
    assert long["own_wide"] > 300
    assert long["narrow"].endswith("\n")
    assert long["own_narrow"] == 0
    short = shown(tracks(seen_by(COALITION_FIGURES, answer=("none",)), LIGHT), "track")[2]
    assert short["narrow"] == "Nog niet"
    assert 0 < short["own_narrow"] == short["own_wide"] < 100


def test_the_edge_stands_around_the_municipality_s_own_cells() -> None:
    chose = seen_by(ROLES_FIGURES, municipality=("lead",), financial_sector=())
    spec = heat(chose, LIGHT)
    own = [(cell["item"], cell["option"]) for cell in shown(spec, "cell") if cell["own"]]
    assert own == [("Gemeente", "Kartrekker")]
    assert "Oranje rand: uw gemeente." in texts(spec, "note")
    assert "Uw gemeente koos bij ‘Gemeente’: ‘Kartrekker’." in heat_alt(chose)
    assert "Uw gemeente koos bij ‘Financiële sector, zoals banken’ geen van deze antwoorden." in heat_alt(chose)


def test_the_edge_stands_around_what_is_left_where_the_own_answer_has_no_number() -> None:
    pieces = shown(stacked(seen_by(TOOLS_NORTH, advisers=("unknown",)), LIGHT), "piece")
    assert [(piece["number"], piece["own"]) for piece in pieces[:3]] == [("87–89", False), ("8–10", False), ("–", True)]


def test_nobody_s_answer_leaves_no_trace() -> None:
    assert not any("own" in row for row in shown(tracks(COALITION_FIGURES, LIGHT), "track"))
    assert "Oranje rand: uw gemeente." not in texts(heat(ROLES_FIGURES, LIGHT), "note")
    assert "Uw gemeente" not in tracks_alt(COALITION_FIGURES) + heat_alt(ROLES_FIGURES)


def test_a_picture_tells_in_words_what_the_municipality_chose() -> None:
    assert (
        "Uw gemeente koos: ‘Er zijn verschillende punten waar mensen terechtkunnen’ en "
        "‘Anders, zoals wijkteam, welzijnsorganisatie of loket’."
    ) in tracks_alt(OWN_ROUTES)
    assert "Uw gemeente koos geen van deze antwoorden." in tracks_alt(seen_by(ROUTES_FIGURES, answer=()))


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_own_answer_is_drawn_in_its_own_colour_in_valid_vega_lite(palette: Any) -> None:  # noqa: ANN401 - a Palette
    for spec in (
        tracks(OWN_ROUTES, palette),
        heat(seen_by(ROLES_HIDDEN, municipality=("lead",)), palette),
        stacked(seen_by(TOOLS_NORTH, advisers=("used",)), palette),
    ):
        assert spec is not None
        assert isinstance(alt.Chart.from_dict(spec), alt.LayerChart)
        assert palette.own in str(spec["layer"])


def test_the_rare_and_the_common_answer_stand_where_their_size_belongs() -> None:
    first, second, third = ROUTES_FIGURES.now
    spec = tracks(replace(ROUTES_FIGURES, now=(hidden(first, RARE), second, hidden(third, NOT_SPLIT))), LIGHT)
    beside = [row["beside"] for row in shown(spec, "track")]
    assert beside == [f"80 · 82{NO_BREAK}%", "minder dan 5", "niet uitgesplitst"]
