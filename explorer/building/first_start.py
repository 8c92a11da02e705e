"""Building with a report for who waits at the terminal: on request, and where a server starts without a database."""

import sys
from contextlib import closing

from explorer import paths
from explorer.building.progress import progress_bar
from explorer.building.settled import settled_lines
from explorer.building.version import Built, build
from explorer.errors import OutdatedVersionError, StoreError
from explorer.gateway.door import open_gateway
from explorer.store.manifest import read_manifest
from explorer.store.versions import Store
from explorer.survey.asking.viewer import PUBLIC
from explorer.survey.formats import whole_number


def ensure_database(store: Store) -> None:
    """Sweep what killed builds left behind, and build where nothing with a release was published yet.

    Raises:
        SourceError, CodebookError, BuildError: as :func:`explorer.building.version.build`.
    """
    store.sweep()
    why = _why_build(store)
    if why is not None:
        sys.stdout.write(f"{why} Die wordt nu gemaakt; dat duurt een paar tellen.\n")
        report_build(store, wait=True)


def _why_build(store: Store) -> str | None:
    """Why a version has to be made first; None where one is in use that this program made.

    What is wrong with a version in other ways is for a page to say, with the remedy: a build would hide it.
    """
    version = store.current()
    if version is None:
        return "Er is nog geen database."
    if version not in store.versions():
        return None
    try:
        read_manifest(store.folder / version)
    except OutdatedVersionError:
        return f"De database {version} is met een ander programma gemaakt; er is een nieuwe nodig."
    except StoreError:
        return None
    return None


def report_build(store: Store, *, wait: bool) -> None:
    """Build and publish a version; show each step, then what was made."""
    with progress_bar("Wachten op een andere build" if wait else "Beginnen") as show:
        built = build(store, paths.DATA, paths.QUERIES, progress=show, wait=wait)
    rows = ", ".join(f"{table} {whole_number(count)}" for table, count in built.rows.items())
    sys.stdout.write(f"Versie {built.version} is gemaakt en in gebruik, in {store.folder}.\n")
    sys.stdout.write(f"Regels per tabel: {rows}.\n")
    _report_settled(store, built)


def _report_settled(store: Store, built: Built) -> None:
    """Which released figures stay as they were, and for whose sake."""
    if not built.settled:
        return
    folder = store.path_of(built.version)
    with closing(open_gateway(folder)) as gateway:
        places = gateway.desk(PUBLIC).places
    for line in settled_lines(built.settled, store.folder, folder, places):
        sys.stdout.write(f"{line}\n")
