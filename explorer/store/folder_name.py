"""Names of folders that DuckDB reads as something else than a name."""

import re
from pathlib import Path

from explorer.errors import StoreError

_REFUSED = re.compile(r"[?\\\ud800-\udfff]")
"""What follows ``?`` it takes for settings, a backslash for a slash; a byte that is no UTF-8 it cannot be given."""


def require_usable_name(folder: Path) -> None:
    """Check that DuckDB can keep its files in a folder of this name.

    Raises:
        StoreError: names the folder and the characters that are at fault.
    """
    found = sorted(set(_REFUSED.findall(str(folder.absolute()))))
    if found:
        characters = " ".join(one if one.isprintable() else "een teken dat geen UTF-8 is" for one in found)
        raise StoreError(
            f"In de map {folder} kan geen database staan, door dit in de naam: {characters}. "
            "Geef de map een andere naam, of noem een andere map in EXPLORER_STORE."
        )
