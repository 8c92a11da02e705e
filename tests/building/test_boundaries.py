"""The boundaries of the maps: whole, turning the right way, and the same each time."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from explorer.building.boundaries import write_boundaries, write_topojson
from explorer.errors import SelectionError, SourceError
from explorer.inputs.sources import LIST_NAME, load_sources, verify
from explorer.paths import DATA
from explorer.survey.geography.municipalities import PROVINCES, Geography, load_geography

GEO = DATA / "geo"
YEARS = (2019, 2020, 2021)
"""The waves, and the one that is to come."""


@pytest.fixture(scope="module")
def geography() -> Geography:
    return load_geography(GEO)


@pytest.mark.parametrize("year", YEARS)
def test_the_map_has_every_municipality_and_province_once(geography: Geography, year: int) -> None:
    topology = json.loads((GEO / f"municipalities-{year}.json").read_text(encoding="utf-8"))
    features = topology["objects"]["municipalities"]["geometries"]
    expected = [(entry.code, entry.name, entry.province) for entry in geography.municipalities_of(year)]
    assert [(f["id"], f["properties"]["name"], f["properties"]["province"]) for f in features] == expected
    provinces = json.loads((GEO / "provinces.json").read_text(encoding="utf-8"))["objects"]["provinces"]["geometries"]
    assert [(f["id"], f["properties"]["name"]) for f in provinces] == [(entry.code, entry.name) for entry in PROVINCES]


def test_every_outer_ring_turns_clockwise_and_encloses_its_land() -> None:
    of_years = ((f"municipalities-{year}.json", "municipalities") for year in YEARS)
    for name, feature in (("provinces.json", "provinces"), *of_years):
        areas = [area for areas in outer_ring_areas(GEO / name, feature).values() for area in areas]
        assert max(areas) < 0, "a counter-clockwise ring fills the whole map"
        assert 33_000 < -sum(areas) / 1e6 < 36_000, "the Netherlands without its large waters, in km²"


def test_the_maps_that_come_along_are_what_is_drawn_from_the_sources(tmp_path: Path) -> None:
    drawn = write_topojson(GEO, tmp_path, YEARS)
    assert [path.name for path in drawn] == ["provinces.json", *(f"municipalities-{year}.json" for year in YEARS)]
    for path in drawn:
        assert path.read_bytes() == (GEO / path.name).read_bytes(), path.name


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the project's own data."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def test_the_maps_of_a_new_year_are_listed_among_the_sources(data: Path) -> None:
    before = {source.file for source in load_sources(data)}
    write_boundaries(data, 2022)
    verify(data)
    [added] = [source for source in load_sources(data) if source.file not in before]
    assert added.file == "geo/municipalities-2022.json"
    assert "`python -m explorer boundaries 2022`" in added.about


def test_maps_that_are_drawn_again_stand_once_in_the_list_with_their_new_hash(data: Path) -> None:
    listed = (data / LIST_NAME).read_text(encoding="utf-8")
    (data / "geo" / "municipalities-2021.json").write_text("{}", encoding="utf-8")
    write_boundaries(data, 2021)
    assert (data / LIST_NAME).read_text(encoding="utf-8") == listed
    verify(data)


def test_drawing_forgives_no_edit_of_another_source(data: Path) -> None:
    with (data / "waves" / "contacts.csv").open("a", encoding="utf-8") as file:
        file.write("2020,Urk,,2020,\n")
    write_boundaries(data, 2021)
    with pytest.raises(SourceError, match=r"^waves/contacts\.csv is gewijzigd"):
        verify(data)


def test_a_year_whose_municipalities_are_not_known_changes_nothing(data: Path) -> None:
    (data / "geo" / "provinces.json").unlink()
    with pytest.raises(SelectionError, match="niet van 2031"):
        write_boundaries(data, 2031)
    assert not (data / "geo" / "provinces.json").exists()


def outer_ring_areas(path: Path, feature: str) -> dict[str, list[float]]:
    """Signed area in m² of the outer rings per feature: negative is clockwise with y upwards (RD New)."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = [absolute(arc, topology["transform"]["translate"]) for arc in topology["arcs"]]
    return {
        geometry["id"]: [signed_area(ring(polygon[0], arcs)) for polygon in polygons_of(geometry)]
        for geometry in topology["objects"][feature]["geometries"]
    }


def polygons_of(geometry: dict[str, Any]) -> list[list[list[int]]]:
    polygons: list[list[list[int]]] = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    return polygons


def absolute(arc: list[list[int]], corner: list[int]) -> list[tuple[int, int]]:
    x, y = corner
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x, y))
    return points


def ring(indexes: list[int], arcs: list[list[tuple[int, int]]]) -> list[tuple[int, int]]:
    return [point for index in indexes for point in (arcs[index] if index >= 0 else arcs[~index][::-1])]


def signed_area(points: list[tuple[int, int]]) -> float:
    pairs = zip(points, points[1:] + points[:1], strict=True)
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs) / 2
