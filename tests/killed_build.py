"""A build of the small world that tells when each step starts, so that a test can kill it. Draws no real maps."""

import sys
from pathlib import Path

import explorer.build
from explorer.build import QUERIES, build
from explorer.store import Store


def draw_one_file(_geo: Path, folder: Path, _years: list[int]) -> None:
    """Stands for the maps: writes something of their size, so that a kill may come halfway."""
    (folder / "municipalities-2020.topojson").write_bytes(b" " * 500_000)


def tell(_name: str, number: int, _total: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    explorer.build.write_topojson = draw_one_file
    build(Store(Path(sys.argv[1])), Path(sys.argv[2]), QUERIES, progress=tell)
