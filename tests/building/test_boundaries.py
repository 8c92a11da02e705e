"""The boundaries of the maps: whole, turning the right way, and the same each time."""

import json
from pathlib import Path
from typing import Any

import pytest

from explorer.building.boundaries import write_topojson
from explorer.paths import DATA
from explorer.survey.geography.municipalities import PROVINCES, Geography, load_geography

GEO = DATA / "geo"


@pytest.fixture(scope="module")
def geography() -> Geography:
    return load_geography(GEO)


@pytest.fixture(scope="module")
def maps(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("geo")
    write_topojson(GEO, folder, [2019, 2020])
    return folder


def test_the_map_has_every_municipality_and_province_once(maps: Path, geography: Geography) -> None:
    topology = json.loads((maps / "municipalities-2020.json").read_text(encoding="utf-8"))
    features = topology["objects"]["municipalities"]["geometries"]
    expected = [(entry.code, entry.name, entry.province) for entry in geography.municipalities_of(2020)]
    assert [(f["id"], f["properties"]["name"], f["properties"]["province"]) for f in features] == expected
    provinces = json.loads((maps / "provinces.json").read_text(encoding="utf-8"))["objects"]["provinces"]["geometries"]
    assert [(f["id"], f["properties"]["name"]) for f in provinces] == [(entry.code, entry.name) for entry in PROVINCES]


def test_every_outer_ring_turns_clockwise_and_encloses_its_land(maps: Path) -> None:
    for name, feature in (("provinces.json", "provinces"), ("municipalities-2020.json", "municipalities")):
        areas = [area for areas in outer_ring_areas(maps / name, feature).values() for area in areas]
        assert max(areas) < 0, "a counter-clockwise ring fills the whole map"
        assert 33_000 < -sum(areas) / 1e6 < 36_000, "the Netherlands without its large waters, in km²"


def test_the_map_is_the_same_bytes_each_time(maps: Path, tmp_path: Path) -> None:
    write_topojson(GEO, tmp_path, [2020])
    for name in ("provinces.json", "municipalities-2020.json"):
        assert (tmp_path / name).read_bytes() == (maps / name).read_bytes()


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
