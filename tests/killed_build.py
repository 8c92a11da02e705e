"""A build of the small world that tells when each step starts, so that a test can kill it. Draws no real maps."""

import sys
from collections.abc import Sequence
from pathlib import Path
from unittest.mock import patch

from explorer.building.version import build
from explorer.paths import QUERIES
from explorer.store.versions import Store


def draw_one_file(_geo: Path, folder: Path, _years: Sequence[int]) -> tuple[Path, ...]:
    """Stands for the maps: writes something of their size, so that a kill may come halfway."""
    path = folder / "municipalities-2020.topojson"
    path.write_bytes(b" " * 500_000)
    return (path,)


def tell(_name: str, number: int, _total: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    with patch("explorer.building.version.write_topojson", draw_one_file):
        build(Store(Path(sys.argv[1])), Path(sys.argv[2]), QUERIES, progress=tell)
