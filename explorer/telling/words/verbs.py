"""The verbs with which labels of the codebook start: their plural, and both forms of the past."""

import re

from explorer.survey.formats import lower_first

PLURALS = {
    "beoordeelt": "beoordelen",
    "betrekt": "betrekken",
    "bezoekt": "bezoeken",
    "doet": "doen",
    "draagt": "dragen",
    "evalueert": "evalueren",
    "gebruikt": "gebruiken",
    "hangt": "hangen",
    "heeft": "hebben",
    "houdt": "houden",
    "is": "zijn",
    "kent": "kennen",
    "krijgt": "krijgen",
    "laat": "laten",
    "leert": "leren",
    "maakt": "maken",
    "meet": "meten",
    "monitort": "monitoren",
    "organiseert": "organiseren",
    "past": "passen",
    "start": "starten",
    "stuurt": "sturen",
    "volgt": "volgen",
    "werkt": "werken",
    "zet": "zetten",
}
"""Verbs with which a label may start, and their plural."""

PASTS = {
    "beoordeelt": ("beoordeelde", "beoordeelden"),
    "betrekt": ("betrok", "betrokken"),
    "bezoekt": ("bezocht", "bezochten"),
    "doet": ("deed", "deden"),
    "draagt": ("droeg", "droegen"),
    "evalueert": ("evalueerde", "evalueerden"),
    "gebruikt": ("gebruikte", "gebruikten"),
    "hangt": ("hing", "hingen"),
    "heeft": ("had", "hadden"),
    "houdt": ("hield", "hielden"),
    "is": ("was", "waren"),
    "kent": ("kende", "kenden"),
    "krijgt": ("kreeg", "kregen"),
    "laat": ("liet", "lieten"),
    "leert": ("leerde", "leerden"),
    "maakt": ("maakte", "maakten"),
    "meet": ("mat", "maten"),
    "monitort": ("monitorde", "monitorden"),
    "organiseert": ("organiseerde", "organiseerden"),
    "past": ("paste", "pasten"),
    "start": ("startte", "startten"),
    "stuurt": ("stuurde", "stuurden"),
    "volgt": ("volgde", "volgden"),
    "werkt": ("werkte", "werkten"),
    "zet": ("zette", "zetten"),
}
"""The same verbs in the past, of one municipality and of several."""

_WORD = re.compile(r"[^\W\d_]+")


class UnknownVerbError(ValueError):
    """A label does not start with a verb whose forms are known."""


def starts_with_verb(label: str) -> bool:
    """Whether the label can follow a subject: "Heeft een meldpunt" can, "Nieuwe coalities" cannot."""
    first = _WORD.match(label)
    return first is not None and first.group().lower() in PLURALS


def clause(label: str, *, is_plural: bool, is_past: bool = False) -> str:
    """The label as what one or several municipalities do, or did: each of its verbs in that form.

    >>> clause("Monitort en evalueert", is_plural=True), clause("Heeft een kartrekker", is_plural=False, is_past=True)
    ('monitoren en evalueren', 'had een kartrekker')

    Raises:
        UnknownVerbError: the label does not start with a known verb.
    """
    if not starts_with_verb(label):
        raise UnknownVerbError(f"'{label}' starts with no verb of PLURALS")
    return _WORD.sub(lambda word: _form(word.group(), is_plural=is_plural, is_past=is_past), lower_first(label))


def _form(word: str, *, is_plural: bool, is_past: bool) -> str:
    if word not in PLURALS:
        return word
    if is_past:
        return PASTS[word][is_plural]
    return PLURALS[word] if is_plural else word
