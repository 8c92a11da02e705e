"""Maps of provinces and municipalities: classes, texts, clicks."""

import json
from typing import Any

import altair as alt
import pytest

from explorer.survey.figures.figure import Origin
from explorer.survey.figures.participation import ContactStatus, MunicipalityStatus, ResponseRate
from explorer.telling.charts.classes import class_bounds, class_labels, class_of
from explorer.telling.charts.maps import FEW, OTHERS, OUTSIDE, municipality_map, province_map
from explorer.telling.charts.palette import DARK, LIGHT, Palette
from explorer.telling.sentences.pictures import municipality_map_alt, province_map_alt
from explorer.telling.tables.participation import province_rows
from explorer.telling.words.measures import Measure
from explorer.telling.words.statuses import status_text


def rate(province: str, responded: int, contacted: int | None, new: int = 0) -> ResponseRate:
    return ResponseRate(2020, province, None, contacted, None, responded, None, 0, 0, new, None)


def status(code: str, name: str, what: ContactStatus, through: str | None = None) -> MunicipalityStatus:
    return MunicipalityStatus(2020, code, name, "Utrecht", 3, what, through, None)


RATES = (rate("Utrecht", 8, 13, 4), rate("Zeeland", 3, 7, 3), rate("Overijssel", 8, 12, 2))
STATUSES = (
    status("GM0344", "Utrecht", ContactStatus.RESPONDED),
    status("GM0310", "De Bilt", ContactStatus.REPRESENTED, "Utrecht"),
    status("GM0355", "Zeist", ContactStatus.CONTACTED),
    status("GM0340", "Rhenen", ContactStatus.CONTACTED_THROUGH, "Zeist"),
    status("GM0335", "Montfoort", ContactStatus.NOT_JOINED),
)


def joined_rows(spec: dict[str, Any] | None) -> list[dict[str, Any]]:
    assert spec is not None
    rows: list[dict[str, Any]] = spec["layer"][0]["transform"][0]["from"]["data"]["values"]
    return rows


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_both_maps_are_valid_vega_lite_in_both_palettes(palette: Palette) -> None:
    provinces = province_map("/geo/provinces.json", RATES, Measure.RATE, palette, origin=Origin.SIMULATED)
    municipalities = municipality_map("/geo/municipalities-2020.json", STATUSES, palette, origin=Origin.SIMULATED)
    assert provinces is not None
    assert municipalities is not None
    assert isinstance(alt.Chart.from_dict(provinces), alt.LayerChart)
    assert isinstance(alt.Chart.from_dict(municipalities), alt.LayerChart)


def test_a_province_carries_its_count_and_base_and_no_percentage_under_ten() -> None:
    spec = province_map("/geo/provinces.json", RATES, Measure.RATE, LIGHT, origin=Origin.SIMULATED)
    assert [row["told"] for row in joined_rows(spec)] == ["8 van 13 · 62\u00a0%", "3 van 7", "8 van 12 · 67\u00a0%"]


def legend(spec: dict[str, Any] | None) -> dict[str, str]:
    """Label → colour."""
    assert spec is not None
    return {row["label"]: row["color"] for row in spec["layer"][2]["data"]["values"]}


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("base", [9, 10])
def test_a_province_has_a_tone_from_ten_contacts_on(base: int, palette: Palette) -> None:
    """Under it the neutral tone, which the legend explains; the count stays in the text."""
    rates = (rate("Zeeland", 6, base), rate("Utrecht", 8, 20), rate("Overijssel", 9, 12))
    spec = province_map("/geo", rates, Measure.RATE, palette, origin=Origin.SIMULATED)
    zeeland, *others = joined_rows(spec)
    assert (zeeland["color"] == palette.line) is (base == 9)
    assert zeeland["told"].startswith(f"6 van {base}")
    assert all(row["color"] in palette.scale for row in others)
    assert legend(spec).get("minder dan 10") == (palette.line if base == 9 else None)


def test_a_number_of_municipalities_has_a_tone_however_small() -> None:
    spec = province_map("/geo", RATES, Measure.RESPONDENTS, LIGHT, origin=Origin.SIMULATED)
    assert all(row["color"] in LIGHT.scale for row in joined_rows(spec))
    assert FEW not in legend(spec)


@pytest.mark.parametrize(("base", "text"), [(9, "6 van 9"), (10, "6 van 10 · 60\u00a0%"), (11, "6 van 11 · 55\u00a0%")])
def test_a_province_has_a_percentage_from_ten_contacts_on(base: int, text: str) -> None:
    assert Measure.RATE.text_of(rate("Zeeland", 6, base)) == text


def test_a_click_selects_a_province_by_name_and_a_municipality_by_code() -> None:
    provinces = province_map("/geo/provinces.json", RATES, Measure.RATE, LIGHT, origin=Origin.SIMULATED)
    municipalities = municipality_map("/geo/municipalities-2020.json", STATUSES, LIGHT, origin=Origin.SIMULATED)
    assert provinces is not None
    assert municipalities is not None
    assert provinces["layer"][0]["params"] == [
        {"name": "province", "select": {"type": "point", "fields": ["province"]}}
    ]
    assert municipalities["layer"][0]["params"] == [
        {"name": "municipality", "select": {"type": "point", "fields": ["code"]}}
    ]


def test_each_measure_counts_what_it_says() -> None:
    assert [Measure.RATE.text_of(RATES[0]), Measure.RESPONDENTS.text_of(RATES[0]), Measure.NEW.text_of(RATES[0])] == [
        "8 van 13 · 62\u00a0%",
        "8",
        "4 van 8",
    ]


def test_what_the_viewer_may_not_know_reads_unknown() -> None:
    hidden = rate("Utrecht", 8, None)
    assert Measure.RATE.text_of(hidden) == "onbekend"
    assert province_map("/geo", [hidden], Measure.RATE, LIGHT, origin=Origin.SIMULATED) is None
    some = province_map("/geo", [hidden, RATES[1]], Measure.RATE, LIGHT, origin=Origin.SIMULATED)
    assert joined_rows(some)[0]["color"] == LIGHT.track


def test_rows_beside_the_map_start_with_the_largest() -> None:
    assert [row.label for row in province_rows(RATES, Measure.RATE)] == ["Overijssel", "Utrecht", "Zeeland"]


def test_rows_beside_the_map_are_shares_of_what_is_measured() -> None:
    """A number of municipalities is drawn against that of all provinces together: 8, 8 and 3 of 19."""

    def drawn(measure: Measure) -> list[tuple[str, int | None, int | None]]:
        return [(row.label, row.n, row.base) for row in province_rows(RATES, measure)]

    assert drawn(Measure.RATE) == [("Overijssel", 8, 12), ("Utrecht", 8, 13), ("Zeeland", 3, 7)]
    assert drawn(Measure.RESPONDENTS) == [("Overijssel", 8, 19), ("Utrecht", 8, 19), ("Zeeland", 3, 19)]
    assert drawn(Measure.NEW) == [("Zeeland", 3, 3), ("Utrecht", 4, 8), ("Overijssel", 2, 8)]


def test_five_round_classes_divide_the_provinces_evenly() -> None:
    bounds = class_bounds([43, 44, 47, 50, 50, 52, 57, 58, 59, 60, 62, 67], is_percent=True)
    assert class_labels(bounds, unit="\u00a0%") == (
        "onder 45\u00a0%",
        "45 – 49\u00a0%",
        "50 – 54\u00a0%",
        "55 – 59\u00a0%",
        "60\u00a0% en meer",
    )
    assert [class_of(value, bounds) for value in (44.9, 45, 60, 100)] == [0, 1, 4, 4]


@pytest.mark.parametrize(("values", "is_percent"), [([100.0] * 12, True), ([0.0] * 12, True), ([1], False)])
def test_equal_values_have_classes_too(values: list[float], is_percent: bool) -> None:
    bounds = class_bounds(values, is_percent=is_percent)
    assert len(set(bounds)) == 4
    assert max(bounds) <= 100


def test_a_municipality_says_what_it_did_and_through_whom() -> None:
    assert [status_text(entry) for entry in STATUSES] == [
        "deed mee",
        "deed mee via Utrecht",
        "aangeschreven, geen antwoord",
        "aangeschreven via Zeist, geen antwoord",
        "niet aangesloten",
    ]


def test_three_tones_tell_municipalities_apart() -> None:
    spec = municipality_map("/geo/municipalities-2020.json", STATUSES, LIGHT, origin=Origin.SIMULATED)
    colours = [row["color"] for row in joined_rows(spec)]
    assert colours == [LIGHT.scale[4], LIGHT.scale[4], LIGHT.scale[2], LIGHT.scale[2], LIGHT.line]


def test_the_map_of_a_group_does_not_say_that_who_is_missing_lies_elsewhere() -> None:
    """Of a group only respondents are listed: who did not take part may well lie in it."""
    spec = municipality_map("/geo/m.json", STATUSES[:1], LIGHT, origin=Origin.SIMULATED, others=OTHERS)
    written = json.dumps(spec, ensure_ascii=False)
    assert f"datum.told || '{OTHERS}'" in written
    assert OUTSIDE not in written


def test_maps_have_a_text_and_name_their_source_and_origin() -> None:
    assert "Zeeland: 3 van 7." in province_map_alt(RATES, Measure.RATE, origin=Origin.SIMULATED)
    told = municipality_map_alt(STATUSES, origin=Origin.SIMULATED)
    assert "Deed mee: 2 gemeenten." in told
    assert told.endswith("Alle cijfers zijn gesimuleerd.")
    spec = province_map("/geo", RATES, Measure.RATE, LIGHT, origin=Origin.OBSERVED)
    assert spec is not None
    assert spec["layer"][-1]["data"]["values"] == [{"note": "Grenzen: CBS en Kadaster, CC BY 4.0."}]


@pytest.mark.parametrize(
    ("origin", "lines"),
    [
        (Origin.SIMULATED, ["Grenzen: CBS en Kadaster, CC BY 4.0.", "Alle cijfers zijn gesimuleerd."]),
        (Origin.OBSERVED, ["Grenzen: CBS en Kadaster, CC BY 4.0."]),
    ],
)
def test_the_picture_of_either_map_says_whose_borders_and_which_figures_it_shows(
    origin: Origin, lines: list[str]
) -> None:
    provinces = province_map("/geo/p.json", RATES, Measure.RATE, LIGHT, origin=origin)
    municipalities = municipality_map("/geo/m.json", STATUSES, LIGHT, origin=origin)
    for spec in (provinces, municipalities):
        assert spec is not None
        (note,) = spec["layer"][-1]["data"]["values"]
        assert note["note"].split(" \u200b\n") == lines
