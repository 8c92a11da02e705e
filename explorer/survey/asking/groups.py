"""The groups by which figures are released, and the kinds of town: their names, and what a reader calls them."""

NATION = "nederland"
NEW_GROUP, RETURNING_GROUP = "nieuw", "vaker"
BY_HISTORY = (NEW_GROUP, RETURNING_GROUP)
"""Groups by history: in the first wave nobody has one."""

GROUP_WORDS = {
    NATION: "landelijk",
    "noord-oost": "Noord- en Oost-Nederland",
    "west-zuid": "West- en Zuid-Nederland",
    "stedelijk": "stedelijke gemeenten",
    "matig-stedelijk-landelijk": "matig stedelijke en landelijke gemeenten",
    NEW_GROUP: "nieuwe deelnemers",
    RETURNING_GROUP: "eerdere deelnemers",
}

FORMER_GROUP_WORDS = {
    "noord": "Noord-Nederland",
    "oost": "Oost-Nederland",
    "west": "West-Nederland",
    "zuid": "Zuid-Nederland",
    "matig-stedelijk": "matig stedelijke gemeenten",
    "landelijk": "landelijke gemeenten",
}
"""Parts of a group that once were groups of their own; an old address may name them (queries/41_release_group.sql)."""

SMALLEST_GROUP = 20
"""A group of fewer respondents is not released."""

URBANITY_WORDS = {
    1: "zeer sterk stedelijk",
    2: "sterk stedelijk",
    3: "matig stedelijk",
    4: "weinig stedelijk",
    5: "niet stedelijk",
}
"""The classes of the national statistics office, by address density."""

URBANITY_CLASSES = tuple(URBANITY_WORDS)


def urbanity_name(urbanity_class: int) -> str:
    """A class with its number, as a filter names it: "1 · zeer sterk stedelijk"."""
    return f"{urbanity_class} · {URBANITY_WORDS[urbanity_class]}"


def short_urbanity_name(urbanity_class: int) -> str:
    """The same for a column that is called "Stedelijkheid": "1 · zeer sterk"."""
    return urbanity_name(urbanity_class).removesuffix(" stedelijk")
