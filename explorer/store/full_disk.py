"""Recognises a full disk in an error of Python or DuckDB, and tells it as what it is."""

import errno
import os
import re

FULL = (errno.ENOSPC, errno.EDQUOT)
"""The disk is full, or what this user may keep on it is."""

_TOLD_BY_DUCKDB = re.compile(rf'file \\?"([^"]+?)\\?": ({"|".join(os.strerror(number) for number in FULL)})')


def reason(error: Exception, otherwise: str) -> str:
    """What to tell of an error: that the disk is full, where that is what happened, or else ``otherwise``."""
    if isinstance(error, OSError):
        return _told(error.filename) if error.errno in FULL else otherwise
    found = _TOLD_BY_DUCKDB.search(str(error))
    return _told(found[1]) if found else otherwise


def _told(file: str | None) -> str:
    return (
        f"De schijf is vol: {file or 'niet alles'} kon niet geschreven worden. Maak ruimte vrij en probeer het opnieuw."
    )
