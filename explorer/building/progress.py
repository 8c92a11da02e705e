"""Progress at the terminal: the one place where a bar is made."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

Show = Callable[[str, int, int], None]
"""Sets what a bar says: a description, how much is done, and of how many."""


@contextmanager
def progress_bar(beginning: str, *, total: int | None = None, width: int = 24) -> Iterator[Show]:
    """A bar on standard output as long as the block lasts, with room for descriptions of ``width`` letters.

    Descriptions are shown as they are: brackets in a name are no markup.
    """
    description = TextColumn(f"{{task.description:<{width}}}", markup=False)
    columns = (description, BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(file=sys.stdout)) as bar:
        task = bar.add_task(beginning, total=total)

        def show(step: str, done: int, of: int) -> None:
            bar.update(task, description=step, completed=done, total=of)

        yield show
