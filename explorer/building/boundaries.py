"""Boundaries for the maps: building blocks dissolved into municipalities and provinces, as TopoJSON.

For the command ``boundaries`` only. geopandas and topojson take a third of a second to import and drawing takes
seconds, so a build copies what was drawn before (:mod:`explorer.building.maps`) and no page imports them.
Source: ``data/geo/units.geojson`` (CBS and Kadaster, CC BY 4.0), RD New (EPSG:28992), whole metres.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from explorer.building.maps import PROVINCE_MAP, municipality_map
from explorer.inputs.sources import Source, add_source, hash_of, refresh_hashes
from explorer.survey.geography.municipalities import PROVINCES, load_geography

if TYPE_CHECKING:
    from geopandas import GeoDataFrame

TOLERANCE_M = 50
"""A line may move this much, far less than a pixel; from 75 metres on the dyke to Lelystad crosses itself."""


def write_boundaries(data: Path, year: int) -> tuple[Path, ...]:
    """Write the maps of a year into ``data/geo`` and list them in ``SOURCES.yml``; return their paths.

    Raises:
        SelectionError: the municipalities of the year are not known; nothing is written.
        SourceError: a file is missing.
    """
    written = write_topojson(data / "geo", data / "geo", [year])
    command = "python -m explorer boundaries"
    about = (
        f"Grenzen van de provincies, getekend met `{command}`",
        f"Grenzen van de gemeenten van 1 januari {year}, getekend met `{command} {year}`",
    )
    for path, what in zip(written, about, strict=True):
        add_source(data, _source(path, what))
    refresh_hashes(data, [_listed(path) for path in written])
    return written


def _source(path: Path, about: str) -> Source:
    return Source(
        file=_listed(path),
        about=about,
        producer="CBS en Kadaster, bewerkt door dit project",
        licence="CC BY 4.0",
        date="2022",
        address="https://www.cbs.nl/nl-nl/dossier/nederland-regionaal/geografische-data/wijk-en-buurtkaart-2022",
        sha256=hash_of(path),
    )


def _listed(path: Path) -> str:
    """A map as the list of sources names it."""
    return f"geo/{path.name}"


def write_topojson(geo_folder: Path, out_folder: Path, years: Sequence[int]) -> tuple[Path, ...]:
    """Write ``provinces.json``, and ``municipalities-2020.json`` for each of ``years``; return their paths.

    Objects are ``provinces`` and ``municipalities``; a feature has ``id`` (PV30, GM0344) and the properties ``name``
    and, of a municipality, ``province``. Rings turn clockwise, as Vega wants them. The same input gives the same bytes.

    Raises:
        SelectionError: the municipalities of a year are not known; nothing is written.
        SourceError: a file is missing.
    """
    provinces = _provinces(geo_folder)
    objects = {PROVINCE_MAP: {"provinces": provinces}}
    for year in years:
        objects[municipality_map(year)] = {
            "municipalities": _municipalities(geo_folder, year),
            "provinces": provinces,
        }
    for name, drawn in objects.items():
        _write(out_folder / name, drawn)
    return tuple(out_folder / name for name in objects)


def _municipalities(geo_folder: Path, year: int) -> "GeoDataFrame":
    """One row per municipality of 1 January of ``year``: id, name, province, geometry."""
    known = load_geography(geo_folder).municipalities_of(year)
    dissolved = _blocks(geo_folder).dissolve(by=f"municipality_{year}")
    dissolved["name"] = {municipality.code: municipality.name for municipality in known}
    dissolved["province"] = {municipality.code: municipality.province for municipality in known}
    return _with_id(dissolved)[["id", "name", "province", "geometry"]]


def _provinces(geo_folder: Path) -> "GeoDataFrame":
    """One row per province: id, name, geometry."""
    province_of = {entry.code: entry.province_code for entry in load_geography(geo_folder).municipalities}
    blocks = _blocks(geo_folder)
    blocks["province_code"] = blocks["municipality_2022"].map(province_of)
    dissolved = blocks.dissolve(by="province_code")
    dissolved["name"] = {province.code: province.name for province in PROVINCES}
    return _with_id(dissolved)[["id", "name", "geometry"]]


def _blocks(geo_folder: Path) -> "GeoDataFrame":
    """One row per building block: geometry and the municipality to which it belonged in each year."""
    import geopandas  # noqa: PLC0415 - slow to import
    import pandas  # noqa: PLC0415

    blocks = geopandas.read_file(geo_folder / "units.geojson")
    belongs_to = pandas.read_csv(geo_folder / "units.csv", dtype=str)
    return blocks.merge(belongs_to, on="unit", validate="one_to_one")


def _with_id(dissolved: "GeoDataFrame") -> "GeoDataFrame":
    """Turn the codes of the index into the column ``id``, in their order."""
    return dissolved.sort_index().rename_axis("id").reset_index()


def _write(path: Path, objects: dict[str, "GeoDataFrame"]) -> None:
    topology = _topology(objects)
    text = json.dumps(topology, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text, encoding="utf-8", newline="\n")


def _topology(objects: dict[str, "GeoDataFrame"]) -> dict[str, Any]:
    """The objects with shared borders stored once, so that simplifying leaves no gap between neighbours."""
    from topojson.core.topology import Topology  # noqa: PLC0415 - slow to import

    made = Topology(
        data=list(objects.values()),
        object_name=list(objects),
        prequantize=False,
        toposimplify=TOLERANCE_M,
        winding_order="CW_CCW",
    ).to_dict()
    left, bottom = (round(edge) for edge in made["bbox"][:2])
    return {
        "type": "Topology",
        "transform": {"scale": [1, 1], "translate": [left, bottom]},
        "arcs": [_steps(arc, left, bottom) for arc in made["arcs"]],
        "objects": {name: _lean(made["objects"][name]) for name in objects},
    }


def _steps(arc: list[list[float]], left: int, bottom: int) -> list[list[int]]:
    """An arc as whole metres: its first point from the corner of the map, each next one from the one before."""
    points = [(round(x), round(y)) for x, y in arc]
    before = [(left, bottom), *points[:-1]]
    return [[x - x0, y - y0] for (x, y), (x0, y0) in zip(points, before, strict=True)]


def _lean(collection: dict[str, Any]) -> dict[str, Any]:
    """A geometry collection whose features carry their code as ``id`` and only the properties that are shown."""
    geometries = []
    for geometry in collection["geometries"]:
        properties = dict(geometry["properties"])
        code = properties.pop("id", geometry.get("id"))
        kept = {"type": geometry["type"], "arcs": geometry["arcs"], "id": code, "properties": properties}
        geometries.append(kept)
    return {"type": "GeometryCollection", "geometries": geometries}
