"""Errors that a user may meet. Every message is Dutch and names the thing, the place and the remedy.

ExplorerError
├── CodebookError    an entry of the codebook is not right
├── SourceError      a file in ``data/`` is missing, edited or not readable
├── BuildError       a version of the database could not be made
├── StoreError       the database is missing, damaged or locked
│   └── OutdatedVersionError  another program made the version
├── DisclosureError  what may leave the ministry could not be made or checked
├── SelectionError   something was asked that does not exist
└── NotAllowedError  this viewer may not see what was asked
"""


class ExplorerError(Exception):
    """Base of all errors whose text may be shown to a user as it is."""


class CodebookError(ExplorerError):
    """An entry of the codebook is not right."""


class SourceError(ExplorerError):
    """A file in ``data/`` is missing, edited or not readable."""


class BuildError(ExplorerError):
    """A version of the database could not be made."""


class StoreError(ExplorerError):
    """The database is missing, damaged or locked."""


class OutdatedVersionError(StoreError):
    """Another program made this version of the database: it has to be built anew."""


class DisclosureError(ExplorerError):
    """What may leave the ministry could not be made, or could not be checked."""


class SelectionError(ExplorerError):
    """Something was asked that does not exist."""


class NotAllowedError(ExplorerError):
    """This viewer may not see what was asked."""
