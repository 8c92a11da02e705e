"""Building with a report for who waits at the terminal: on request, and where a server starts without a database."""

import sys

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from explorer.building.version import build
from explorer.store.versions import RELEASE, Store


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
    columns = (TextColumn("{task.description:<24}"), BarColumn(), TextColumn("{task.completed}/{task.total}"))
    console = Console(file=sys.stdout)
    with Progress(*columns, TimeElapsedColumn(), console=console) as bar:
        task = bar.add_task("Wachten op een andere build" if wait else "Beginnen", total=None)

        def show(step: str, number: int, total: int) -> None:
            bar.update(task, description=step, completed=number, total=total)

        built = build(store, progress=show, wait=wait)
    rows = ", ".join(f"{table} {count}" for table, count in built.rows.items())
    console.print(f"Versie {built.version} is gemaakt en in gebruik, in {store.folder}.", soft_wrap=True)
    console.print(f"Regels per tabel: {rows}.", soft_wrap=True)
