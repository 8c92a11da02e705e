"""Runs the files of ``queries/``: the one place that knows their order, and that names the file that fails."""

from collections.abc import Iterator
from pathlib import Path

from explorer.errors import BuildError
from explorer.store.files import Connection, DatabaseError
from explorer.store.full_disk import reason


def run_queries(connection: Connection, folder: Path, *series: str) -> None:
    """Run the files of ``folder`` whose number starts with the first of ``series``, in their order; then the next.

    Raises:
        BuildError: a series has no files, or a query failed.
    """
    for path in _files(folder, series):
        try:
            connection.execute(path.read_text(encoding="utf-8"))
        except DatabaseError as error:
            otherwise = f"De query {path.name} mislukt: {error}. Herstel haar in {folder} en bouw opnieuw."
            raise BuildError(reason(error, otherwise)) from error


def _files(folder: Path, series: tuple[str, ...]) -> Iterator[Path]:
    for start in series:
        found = sorted(folder.glob(f"{start}*.sql"))
        if not found:
            raise BuildError(
                f"Er zijn geen query's in {folder} met een nummer dat begint met {start}. Zet de map terug."
            )
        yield from found
