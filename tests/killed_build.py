"""A build of the small world that tells when each step starts, so that a test can kill it.

Its last step takes a while, so that a kill may come halfway: when the maps stand there and the version has no name yet.
"""

import sys
import time
from pathlib import Path
from unittest.mock import patch

from explorer.building import version
from explorer.building.maps import copy_maps
from explorer.paths import QUERIES
from explorer.store.versions import Store

PAUSE_S = 0.05


def copy_slowly(maps: tuple[Path, ...], folder: Path) -> None:
    """The maps with a pause before and after them."""
    time.sleep(PAUSE_S)
    copy_maps(maps, folder)
    time.sleep(PAUSE_S)


def tell(_name: str, number: int, _total: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    with patch.object(version, "copy_maps", copy_slowly):
        version.build(Store(Path(sys.argv[1])), Path(sys.argv[2]), QUERIES, progress=tell)
