"""The municipalities of 1 January 2020, with what decides whether they join, answer and are far."""

import csv
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from typing import Any

REFERENCE_YEAR = 2020

REGIONS = {
    "noord": ("Groningen", "Fryslân", "Drenthe"),
    "oost": ("Overijssel", "Flevoland", "Gelderland"),
    "west": ("Utrecht", "Noord-Holland", "Zuid-Holland", "Zeeland"),
    "zuid": ("Noord-Brabant", "Limburg"),
}
URBANITY_GROUPS = {"stedelijk": (1, 2), "matig-stedelijk": (3,), "landelijk": (4, 5)}


@dataclass(frozen=True, slots=True)
class Place:
    """A municipality; ``size`` is the standardised logarithm of its inhabitants, ``centre`` is in RD metres."""

    code: str
    name: str
    province: str
    urbanity: int
    size: float
    centre: tuple[float, float]

    @property
    def region(self) -> str:
        return next(region for region, provinces in REGIONS.items() if self.province in provinces)

    @property
    def urbanity_group(self) -> str:
        return next(group for group, classes in URBANITY_GROUPS.items() if self.urbanity in classes)

    def distance_to(self, other: "Place") -> float:
        """Metres between the middles of two municipalities."""
        return float(((self.centre[0] - other.centre[0]) ** 2 + (self.centre[1] - other.centre[1]) ** 2) ** 0.5)


def load_places(geo_folder: Path) -> tuple[Place, ...]:
    """The 355 municipalities of 2020 in the order of their codes, from ``municipalities.csv`` and ``units.geojson``."""
    with (geo_folder / "municipalities.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            row for row in csv.DictReader(file) if int(row["first_year"]) <= REFERENCE_YEAR <= int(row["last_year"])
        ]
    centres = _centres(geo_folder)
    sizes = _standardised([log(int(row["population_2022"])) for row in rows])
    return tuple(
        Place(row["code"], row["name"], row["province"], int(row["urbanity_class"]), size, centres[row["code"]])
        for row, size in zip(rows, sizes, strict=True)
    )


def _standardised(values: list[float]) -> list[float]:
    mean = sum(values) / len(values)
    deviation = (sum((value - mean) ** 2 for value in values) / len(values)) ** 0.5
    return [(value - mean) / deviation for value in values]


def _centres(geo_folder: Path) -> dict[str, tuple[float, float]]:
    """The middle of the box around each municipality: near enough to tell neighbours from others."""
    with (geo_folder / "units.csv").open(encoding="utf-8", newline="") as file:
        owner = {row["unit"]: row[f"municipality_{REFERENCE_YEAR}"] for row in csv.DictReader(file)}
    features = json.loads((geo_folder / "units.geojson").read_text(encoding="utf-8"))["features"]
    points: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for feature in features:
        points[owner[feature["properties"]["unit"]]].extend(_points(feature["geometry"]["coordinates"]))
    return {code: _middle(found) for code, found in points.items()}


def _points(coordinates: Sequence[Any]) -> list[tuple[float, float]]:
    """All corners of a (multi)polygon, however deeply they are nested."""
    if isinstance(coordinates[0], int | float):
        return [(float(coordinates[0]), float(coordinates[1]))]
    return [point for part in coordinates for point in _points(part)]


def _middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    east, north = [point[0] for point in points], [point[1] for point in points]
    return (min(east) + max(east)) / 2, (min(north) + max(north)) / 2
