"""A build of the small world that tells when each step starts, so that a test can kill it.

Its last step takes a while, so that a kill may come halfway: all files stand there and the version has no name yet.
"""

import sys
import time
from collections.abc import Iterable
from pathlib import Path
from unittest.mock import patch

from explorer.building import version
from explorer.paths import QUERIES
from explorer.store.manifest import write_manifest
from explorer.store.versions import Store

PAUSE_S = 0.05


def write_slowly(folder: Path, name: str, files: Iterable[Path], **told: object) -> None:
    """The manifest with a pause before and after it."""
    time.sleep(PAUSE_S)
    write_manifest(folder, name, files, **told)
    time.sleep(PAUSE_S)


def tell(_name: str, number: int, _total: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    with patch.object(version, "write_manifest", write_slowly):
        version.build(Store(Path(sys.argv[1])), Path(sys.argv[2]), QUERIES, progress=tell)
