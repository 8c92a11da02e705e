"""What a user reads when a page breaks off: our own errors as they are, others as one sentence. Never a traceback."""

import logging

import streamlit as st

from explorer.errors import ExplorerError
from explorer.screen.literal import literal

UNEXPECTED = (
    "Er ging iets mis bij het maken van deze pagina. Laad de pagina opnieuw. "
    "Blijft het misgaan, meld het dan bij de beheerder; in het logboek van de server staat wat er gebeurde."
)

_log = logging.getLogger(__name__)


def show_failure(error: Exception) -> bool:
    """Show ``error`` in Dutch; True tells Streamlit to leave out its own English text."""
    if isinstance(error, ExplorerError):
        _log.warning("A page was broken off: %s", error)
        st.error(literal(str(error)))
    else:
        _log.error("A page broke off", exc_info=error)
        st.error(UNEXPECTED)
    return True
