"""The maps of a version: files of ``data/geo`` that :mod:`explorer.building.boundaries` drew, copied as they are."""

import shutil
from collections.abc import Iterable
from pathlib import Path

from explorer.errors import SourceError

PROVINCE_MAP = "provinces.json"


def municipality_map(year: int) -> str:
    """The file with the boundaries of the municipalities of 1 January of ``year``."""
    return f"municipalities-{year}.json"


def maps_of(geo_folder: Path, years: Iterable[int]) -> tuple[Path, ...]:
    """The maps that waves of ``years`` need: the provinces, and the municipalities of each year.

    Raises:
        SourceError: nobody drew the map of a year yet; names the command that does.
    """
    by_year = {year: geo_folder / municipality_map(year) for year in years}
    for year, path in by_year.items():
        for needed in (path, geo_folder / PROVINCE_MAP):
            if not needed.is_file():
                raise SourceError(
                    f"De kaart geo/{needed.name} ontbreekt, en de meting van {year} heeft haar nodig. "
                    f"Maak haar met: python -m explorer boundaries {year}"
                )
    return (geo_folder / PROVINCE_MAP, *by_year.values())


def copy_maps(maps: Iterable[Path], folder: Path) -> None:
    """Put maps into a folder."""
    for path in maps:
        shutil.copyfile(path, folder / path.name)
