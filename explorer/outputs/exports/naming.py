"""Names of files: plain letters, digits and hyphens, which every system takes."""

import re
import unicodedata

from explorer.survey.asking.selection import Population, Selection
from explorer.survey.codebook.model import Question, Section

_POPULATIONS = {Population.PANEL: "beide-jaren", Population.NEW: "nieuw"}
_FILTERED = "selectie"


def file_stem(section: Section, question: Question, wave: int, selection: Selection) -> str:
    """The name of a question's file without its ending: "sterk-netwerk-lokale-coalitie-2020".

    A selection other than all respondents shows in the name; which places it holds stands in the file.
    """
    parts = [section.slug, slug(question.short), str(wave), _POPULATIONS.get(selection.population, "")]
    is_filtered = selection.is_filtered or selection.group is not None
    return "-".join(filter(None, [*parts, _FILTERED if is_filtered else ""]))


def slug(text: str) -> str:
    """Lower case without accents, words joined by hyphens.

    >>> slug("Eén tegen eenzaamheid: (wie)?")
    'een-tegen-eenzaamheid-wie'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
