"""How the gateway asks a file: SQL and parameters in, rows out."""

from collections.abc import Callable
from typing import Any

from explorer.errors import StoreError
from explorer.store.files import MEND, Connection, DatabaseError

Row = tuple[Any, ...]
Rows = Callable[[str, dict[str, Any]], list[Row]]
"""Runs SQL on one file of a version."""


def rows_of(connection: Connection) -> Rows:
    """What asks ``connection``, which nobody else needs to know then.

    Every call takes a cursor of its own, because a connection that two threads share raises.
    """

    def ask(sql: str, parameters: dict[str, Any]) -> list[Row]:
        return fetch(connection, sql, parameters)

    return ask


def fetch(connection: Connection, sql: str, parameters: dict[str, Any]) -> list[Row]:
    """All rows of a query.

    Raises:
        StoreError: the file cannot be read.
    """
    try:
        with connection.cursor() as cursor:
            return cursor.execute(sql, parameters).fetchall()
    except DatabaseError as error:
        raise StoreError(f"De database is niet te lezen. {MEND}") from error
