"""What every chart promises: valid Vega-Lite, figures in their order, the origin inside the picture."""

from collections.abc import Callable
from dataclasses import replace
from itertools import cycle
from typing import Any

import altair as alt
import pytest
from figure_examples import (
    COALITION_FIGURES,
    EMPTY_FIGURES,
    LEAD,
    LEAD_FIGURES,
    ROLES,
    ROLES_FIGURES,
    ROUTES_FIGURES,
    SMALL_FIGURES,
    TOOLS_FIGURES,
    WITHHELD_FIGURES,
    figure,
    of_question,
)

from explorer.survey.asking.selection import Population
from explorer.survey.figures.figure import Origin
from explorer.survey.figures.question import OverviewRow, QuestionFigures
from explorer.telling.charts.dumbbell import dumbbell
from explorer.telling.charts.heat import heat, heat_colour
from explorer.telling.charts.palette import DARK, LIGHT, Palette, contrast
from explorer.telling.charts.stacked import stacked
from explorer.telling.charts.tracks import overview, rows, tracks
from explorer.telling.charts.wrapping import text_width, wrapped
from explorer.telling.sentences.pictures import dumbbell_alt, heat_alt, overview_alt, stacked_alt, tracks_alt
from explorer.telling.words.answers import TrendError
from explorer.telling.words.numbers import value_text
from explorer.telling.words.origin import origin_line
from explorer.telling.words.rows import PlainRow

Spec = dict[str, Any]
BREAK = " \u200b\n"


def shown(spec: Spec | None, kind: str) -> list[dict[str, Any]]:
    assert spec is not None
    return [row for row in spec["data"]["values"] if row["kind"] == kind]


def texts(spec: Spec | None, kind: str) -> list[str]:
    return [row["wide"] for row in shown(spec, kind)]


ALL_PARTS = ("n", "base", "pct")


def with_origins(qf: QuestionFigures, *origins: Origin) -> QuestionFigures:
    """The figures of this wave with these origins in turn, printed ones in each number, and no wave before."""
    now = tuple(
        replace(figure, origin=origin, printed=ALL_PARTS if origin is Origin.PRINTED else ())
        for figure, origin in zip(qf.now, cycle(origins), strict=False)
    )
    return replace(qf, now=now, before=(), panel_now=(), panel_before=())


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("chart", "qf"),
    [
        (tracks, COALITION_FIGURES),
        (tracks, ROUTES_FIGURES),
        (tracks, SMALL_FIGURES),
        (dumbbell, COALITION_FIGURES),
        (heat, ROLES_FIGURES),
        (stacked, TOOLS_FIGURES),
    ],
)
def test_every_form_is_valid_vega_lite_in_both_palettes(
    chart: Callable[[QuestionFigures, Palette], Spec | None], qf: QuestionFigures, palette: Palette
) -> None:
    spec = chart(qf, palette)
    assert spec is not None
    assert isinstance(alt.Chart.from_dict(spec), alt.LayerChart)
    assert spec["width"] == "container"
    assert spec["config"]["locale"]["number"]["decimal"] == ","


def test_a_question_with_phases_starts_with_the_furthest_and_ends_with_its_net() -> None:
    rows_shown = shown(tracks(COALITION_FIGURES, LIGHT), "track")
    assert [row["label"] for row in rows_shown] == [
        "Ja, en die is (zeer) actief",
        "Ja, nog in opbouw",
        "Nog niet",
        "Samen: heeft een lokale coalitie",
    ]
    assert [row["color"] for row in rows_shown] == [LIGHT.phases[3], LIGHT.phases[2], LIGHT.phases[0], LIGHT.bar]


def test_a_question_without_phases_starts_with_the_largest() -> None:
    assert [row["beside"] for row in shown(tracks(ROUTES_FIGURES, LIGHT), "track")] == [
        "80 · 82\u00a0%",
        "61 · 62\u00a0%",
        "12 · 12\u00a0%",
    ]


def test_bar_and_stroke_stand_at_the_shares_of_both_waves() -> None:
    net = shown(tracks(COALITION_FIGURES, LIGHT), "track")[-1]
    assert (net["place"], net["before"]) == (73.7, 59.4)
    assert texts(tracks(COALITION_FIGURES, LIGHT), "caption") == [
        "Balk: 2020 (99\u00a0● gemeenten). Streep: 2019 (64)."
    ]


def test_a_printed_figure_is_marked_and_the_line_below_says_so() -> None:
    spec = tracks(COALITION_FIGURES, LIGHT)
    assert [row["beside"] for row in shown(spec, "track")] == [
        "34 · 34\u00a0%",
        "39 · 39\u00a0%",
        "26 · 26\u00a0%",
        "73\u00a0● · 74\u00a0%\u00a0●",
    ]
    assert texts(spec, "note") == ["● staat in het rapport van 2020; de andere cijfers zijn gesimuleerd."]


@pytest.mark.parametrize(
    ("printed", "differing", "text"),
    [
        (("n",), (), "73\u00a0● · 74\u00a0%"),
        (("pct",), (), "73 · 74\u00a0%\u00a0●"),
        (("base",), (), "73 · 74\u00a0%"),
        (("n",), ("pct",), "73\u00a0● · 74\u00a0%\u00a0≠"),
        (("n",), ("n",), "73\u00a0●≠ · 74\u00a0%"),
    ],
)
def test_each_number_has_its_own_signs_and_no_other(
    printed: tuple[str, ...], differing: tuple[str, ...], text: str
) -> None:
    *others, net = COALITION_FIGURES.now
    signed = replace(net, printed=printed, differing=differing)
    spec = tracks(replace(COALITION_FIGURES, now=(*others, signed)), LIGHT)
    assert shown(spec, "track")[-1]["beside"] == text
    assert ("≠ het rapport noemt ook of alleen een ander getal." in texts(spec, "note")[0]) is bool(differing)
    assert "; de andere cijfers zijn gesimuleerd." in texts(spec, "note")[0]


@pytest.mark.parametrize(
    ("origins", "line"),
    [
        ((Origin.SIMULATED,), "Alle cijfers zijn gesimuleerd."),
        ((Origin.PRINTED,), "● staat in het rapport van 2020."),
        ((Origin.OBSERVED,), None),
        ((Origin.OBSERVED, Origin.SIMULATED), "De cijfers van 2020 zijn gesimuleerd."),
        (
            (Origin.PRINTED, Origin.SIMULATED, Origin.OBSERVED),
            "● staat in het rapport van 2020; de andere cijfers van 2020 zijn gesimuleerd.",
        ),
    ],
)
def test_the_picture_says_where_its_figures_come_from(origins: tuple[Origin, ...], line: str | None) -> None:
    qf = with_origins(ROUTES_FIGURES, *origins)
    assert origin_line(qf.now, " ".join(value_text(one) for one in qf.now)) == line
    assert texts(tracks(qf, LIGHT), "note") == ([] if line is None else [line])


@pytest.mark.parametrize(
    ("chart", "in_words", "qf"),
    [
        (tracks, tracks_alt, COALITION_FIGURES),
        (dumbbell, dumbbell_alt, COALITION_FIGURES),
        (heat, heat_alt, ROLES_FIGURES),
        (stacked, stacked_alt, TOOLS_FIGURES),
    ],
)
def test_the_origin_is_in_every_picture_and_in_its_text(
    chart: Callable[[QuestionFigures, Palette], Spec | None],
    in_words: Callable[[QuestionFigures], str],
    qf: QuestionFigures,
) -> None:
    spec = chart(qf, LIGHT)
    assert spec is not None
    assert "gesimuleerd" in texts(spec, "note")[-1]
    assert "gesimuleerd" in in_words(qf)
    assert spec["description"] == in_words(qf)


def test_under_ten_answers_there_are_counts_and_no_percentage() -> None:
    spec = tracks(SMALL_FIGURES, LIGHT)
    assert [row["beside"] for row in shown(spec, "few")] == ["3 van 8", "5 van 8"]
    assert "%" not in tracks_alt(SMALL_FIGURES)
    assert texts(spec, "caption") == ["2020: 8 gemeenten."]


def of_base(base: int, base_before: int = 60) -> QuestionFigures:
    """Who leads, of so many answers."""
    return of_question(
        LEAD,
        (figure(LEAD, "yes", 6, base), figure(LEAD, "no", base - 6, base)),
        (
            figure(LEAD, "yes", 6, base_before, wave=2019),
            figure(LEAD, "no", base_before - 6, base_before, wave=2019),
        ),
    )


def test_a_base_of_nine_has_no_track_no_bar_and_no_stroke() -> None:
    """An empty track would read as 0 %."""
    spec = tracks(of_base(9), LIGHT)
    assert shown(spec, "track") == []
    assert [row["beside"] for row in shown(spec, "few")] == ["6 van 9", "3 van 9"]
    assert {(row["place"], row["reach"], row["before"]) for row in shown(spec, "few")} == {(None, None, None)}
    assert texts(spec, "caption") == ["2020: 9 gemeenten."]


def test_a_base_of_ten_has_a_bar_and_a_stroke() -> None:
    spec = tracks(of_base(10), LIGHT)
    assert shown(spec, "few") == []
    assert [row["beside"] for row in shown(spec, "track")] == ["6 · 60\u00a0%", "4 · 40\u00a0%"]
    assert [(row["place"], row["before"]) for row in shown(spec, "track")] == [(60.0, 10.0), (40.0, 90.0)]
    assert texts(spec, "caption") == ["Balk: 2020 (10 gemeenten). Streep: 2019 (60)."]


@pytest.mark.parametrize(("base", "stroke"), [(9, None), (10, 60.0)])
def test_there_is_a_stroke_from_ten_answers_in_the_wave_before_on(base: int, stroke: float | None) -> None:
    spec = tracks(of_base(20, base), LIGHT)
    first = next(row for row in shown(spec, "track") if row["label"] == "Ja")
    assert (first["place"], first["before"]) == (30.0, stroke)
    assert ("Streep: 2019" in texts(spec, "caption")[0]) is (stroke is not None)


@pytest.mark.parametrize(("base", "n_pairs"), [(9, None), (10, 2)])
def test_there_is_a_picture_of_the_panel_from_ten_who_answered_both_times_on(base: int, n_pairs: int | None) -> None:
    panel = tuple(
        (
            figure(LEAD, "yes", n, base, wave=wave, population=Population.PANEL),
            figure(LEAD, "no", base - n, base, wave=wave, population=Population.PANEL),
        )
        for wave, n in ((2019, 4), (2020, 6))
    )
    spec = dumbbell(of_question(LEAD, LEAD_FIGURES.now, LEAD_FIGURES.before, panel=(panel[0], panel[1])), LIGHT)
    assert (None if spec is None else len(shown(spec, "pair"))) == n_pairs


@pytest.mark.parametrize(("base", "kind"), [(9, "few"), (10, "track")])
def test_the_overview_and_plain_rows_have_a_bar_from_ten_on(base: int, kind: str) -> None:
    assert len(shown(overview([OverviewRow("Heeft een kartrekker", figure(LEAD, "yes", 6, base))], LIGHT), kind)) == 1
    assert len(shown(rows([PlainRow("Zeeland", 6, base, f"6 van {base}")], LIGHT, note=None), kind)) == 1


@pytest.mark.parametrize("qf", [EMPTY_FIGURES, WITHHELD_FIGURES])
def test_nothing_is_drawn_where_there_is_no_number(qf: QuestionFigures) -> None:
    assert tracks(qf, LIGHT) is None


def test_a_withheld_answer_reads_unknown_and_has_no_bar() -> None:
    now = (replace(LEAD_FIGURES.now[0], n=None, base=None), LEAD_FIGURES.now[1])
    first = shown(tracks(replace(LEAD_FIGURES, now=now), LIGHT), "track")[0]
    assert (first["beside"], first["place"]) == ("onbekend", None)


@pytest.mark.parametrize("chart", [tracks, dumbbell, heat, stacked])
def test_a_trend_of_a_question_that_changed_is_refused(
    chart: Callable[[QuestionFigures, Palette], Spec | None],
) -> None:
    changed = replace(TOOLS_FIGURES, before=TOOLS_FIGURES.now)
    with pytest.raises(TrendError, match="tools"):
        chart(changed, LIGHT)


def test_the_panel_reads_from_before_to_now() -> None:
    pairs = shown(dumbbell(COALITION_FIGURES, LIGHT), "pair")
    assert [row["beside"] for row in pairs] == ["14 → 20", "13 → 15", "16 → 8", "27 → 35"]
    assert (pairs[0]["before"], pairs[0]["now"]) == (pytest.approx(100 * 14 / 43), pytest.approx(100 * 20 / 43))
    assert "Nog niet: van 16 naar 8." in dumbbell_alt(COALITION_FIGURES)


def test_a_question_without_a_panel_has_no_pairs() -> None:
    assert dumbbell(LEAD_FIGURES, LIGHT) is None


def test_each_cell_of_a_matrix_carries_its_number_and_a_colour_of_its_class() -> None:
    cells = shown(heat(ROLES_FIGURES, LIGHT), "cell")
    bank = [cell for cell in cells if cell["item"] == "Financiële sector, zoals banken"]
    assert [cell["number"] for cell in bank] == ["0", "2", "9", "16", "72"]
    assert [cell["color"] for cell in bank] == [
        LIGHT.track,
        LIGHT.scale[0],
        LIGHT.scale[0],
        LIGHT.scale[1],
        LIGHT.scale[4],
    ]


@pytest.mark.parametrize(
    ("n", "place"),
    [(1, 0), (9, 0), (10, 1), (24, 1), (25, 2), (39, 2), (40, 3), (59, 3), (60, 4), (100, 4)],
)
def test_a_share_on_a_bound_has_the_darker_colour(n: int, place: int) -> None:
    """Of 100, so that a count is its own percentage; a darker class starts at 10, 25, 40 and 60 percent."""
    assert heat_colour(figure(ROLES, "lead", n, 100, item="municipality"), LIGHT) == LIGHT.scale[place]


def test_column_headers_fit_the_columns_of_a_phone() -> None:
    headers = shown(heat(ROLES_FIGURES, LIGHT), "header")
    assert headers[-1]["narrow"].split(BREAK) == ["Doet niet", "mee en", "krijgt", "geen", "informatie"]
    assert all(text_width(line, 12.5) <= 286 / 5 for header in headers for line in header["narrow"].split(BREAK))


def test_pieces_of_a_stacked_bar_fill_it_and_have_a_key_in_words() -> None:
    spec = stacked(TOOLS_FIGURES, LIGHT)
    pieces = [piece for piece in shown(spec, "piece") if piece["item"] == "Adviseurs"]
    assert [(piece["start"], piece["end"]) for piece in pieces] == [(0, 88), (88, 97), (97, 100)]
    assert texts(spec, "key") == ["Bekend en gebruikt", "Bekend, niet gebruikt", "Niet bekend"]
    assert [row["beside"] for row in shown(spec, "item")] == ["van 100", "van 97"]


def test_the_overview_shows_shares_alone() -> None:
    entries = [
        OverviewRow("Heeft een lokale coalitie", COALITION_FIGURES.now[3], COALITION_FIGURES.before[3]),
        OverviewRow("Heeft een kartrekker", LEAD_FIGURES.now[0]),
        OverviewRow("Heeft een kartrekker", SMALL_FIGURES.now[0]),
    ]
    spec = overview(entries, LIGHT)
    assert spec is not None
    assert isinstance(alt.Chart.from_dict(spec), alt.LayerChart)
    assert [row["beside"] for row in shown(spec, "track")] == ["74\u00a0%\u00a0●", "75\u00a0%"]
    assert [row["beside"] for row in shown(spec, "few")] == ["3 van 8"]
    told = overview_alt(entries).replace("\u00a0", " ")
    assert "Heeft een lokale coalitie: 73 ● van de 99 ● gemeenten (74 % ●); in 2019 38 van de 64" in told
    assert overview([], LIGHT) is None


def test_plain_rows_keep_their_order_and_text() -> None:
    spec = rows([PlainRow("Utrecht", 8, 13, "8 van 13 · 62\u00a0%")], LIGHT, note="Alle cijfers zijn gesimuleerd.")
    assert shown(spec, "track")[0]["beside"] == "8 van 13 · 62\u00a0%"
    assert texts(spec, "note") == ["Alle cijfers zijn gesimuleerd."]


def test_a_long_label_breaks_before_its_value_on_a_phone() -> None:
    longest = shown(tracks(ROUTES_FIGURES, LIGHT), "track")[0]
    assert longest["narrow"] == f"Er zijn verschillende punten{BREAK}waar mensen terechtkunnen"
    assert longest["needs"] > 286


def test_rows_hold_no_lists_because_streamlit_sends_them_as_tables() -> None:
    for spec in (tracks(ROUTES_FIGURES, LIGHT), heat(ROLES_FIGURES, LIGHT), stacked(TOOLS_FIGURES, LIGHT)):
        assert spec is not None
        assert not [value for row in spec["data"]["values"] for value in row.values() if isinstance(value, list)]


def test_lines_hold_every_word_in_its_order() -> None:
    text = "Doet niet mee en krijgt geen informatie"
    assert " ".join(wrapped(text, 60, 12.5)) == text


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_numbers_in_cells_and_quiet_text_can_be_read(palette: Palette) -> None:
    for background in (*palette.scale, *palette.phases, palette.track):
        assert contrast(palette.readable_on(background), background) >= 4.5
    assert contrast(palette.quiet, palette.page) >= 4.5
    assert all(contrast(colour, palette.page) >= 3 for colour in palette.phases)
