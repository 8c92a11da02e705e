"""Where things stand: the one module that counts folders upwards."""

from pathlib import Path

PROJECT = Path(__file__).parent.parent
DATA = PROJECT / "data"
QUERIES = PROJECT / "queries"
WAVES = DATA / "waves"
PAGES = PROJECT / "pages"
STORE = PROJECT / "store"
"""Where versions of the database stand unless ``EXPLORER_STORE`` names another folder."""
