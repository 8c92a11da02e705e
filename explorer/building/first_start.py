"""Building with a report for who waits at the terminal: on request, and where a server starts without a database."""

import sys

from explorer import paths
from explorer.building.progress import progress_bar
from explorer.building.version import build
from explorer.store.versions import RELEASE, Store
from explorer.survey.formats import whole_number


def ensure_database(store: Store) -> None:
    """Sweep what killed builds left behind, and build where nothing with a release was published yet.

    Raises:
        SourceError, CodebookError, BuildError: as :func:`explorer.building.version.build`.
    """
    store.sweep()
    if not _is_ready(store):
        sys.stdout.write("Er is nog geen database. Die wordt nu gemaakt; dat duurt een paar tellen.\n")
        report_build(store, wait=True)


def _is_ready(store: Store) -> bool:
    """Whether a version is in use; one from before there were releases does not count."""
    version = store.current()
    return version is not None and (version not in store.versions() or (store.folder / version / RELEASE).exists())


def report_build(store: Store, *, wait: bool) -> None:
    """Build and publish a version; show each step, then what was made."""
    with progress_bar("Wachten op een andere build" if wait else "Beginnen") as show:
        built = build(store, paths.DATA, paths.QUERIES, progress=show, wait=wait)
    rows = ", ".join(f"{table} {whole_number(count)}" for table, count in built.rows.items())
    sys.stdout.write(f"Versie {built.version} is gemaakt en in gebruik, in {store.folder}.\n")
    sys.stdout.write(f"Regels per tabel: {rows}.\n")
