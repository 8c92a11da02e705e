"""What a municipality did in a wave, in words."""

from explorer.survey.figures.participation import ContactStatus, MunicipalityStatus

STATUS_WORDS = {
    ContactStatus.RESPONDED: "deed mee",
    ContactStatus.REPRESENTED: "deed mee",
    ContactStatus.CONTACTED: "aangeschreven, geen antwoord",
    ContactStatus.CONTACTED_THROUGH: "aangeschreven, geen antwoord",
    ContactStatus.NOT_JOINED: "niet aangesloten",
    ContactStatus.ABSENT: "deed niet mee",
}


LIST_WORDS = {
    ContactStatus.RESPONDED: "deed mee",
    ContactStatus.REPRESENTED: "deed mee via een andere gemeente",
    ContactStatus.CONTACTED: "aangeschreven, geen antwoord",
    ContactStatus.CONTACTED_THROUGH: "aangeschreven via een andere gemeente, geen antwoord",
    ContactStatus.NOT_JOINED: "niet aangesloten",
    ContactStatus.ABSENT: "deed niet mee",
}
"""A map needs few tones; a list tells each status apart."""


def status_text(entry: MunicipalityStatus) -> str:
    """What a municipality did, and through which other one: "deed mee via Weesp"."""
    words = STATUS_WORDS[entry.status]
    if entry.through is None:
        return words
    first, comma, rest = words.partition(",")
    return f"{first} via {entry.through}{comma}{rest}"
