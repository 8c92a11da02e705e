"""The groups of a release have one list of names, and the SQL that makes them agrees with it."""

import re

from explorer.gateway.door import Gateway
from explorer.paths import QUERIES
from explorer.survey.asking.groups import (
    BY_HISTORY,
    GROUP_WORDS,
    JOINED_GROUPS,
    NATION,
    URBANITY_CLASSES,
    short_urbanity_name,
    urbanity_name,
)
from explorer.survey.asking.viewer import PUBLIC

ROW = re.compile(r"\('(\w+)', '([\w-]+)', (?:'([\w-]+)'|null|\d+)")


def test_the_sql_knows_the_same_groups_and_joins_the_same() -> None:
    rows = ROW.findall((QUERIES / "41_release_group.sql").read_text(encoding="utf-8"))
    assert {name for _, name, _ in rows} == set(GROUP_WORDS)
    joined = {into: tuple(name for _, name, other in rows if other == into) for _, _, into in rows if into}
    assert joined == JOINED_GROUPS


def test_every_group_of_the_release_has_its_words(real: Gateway) -> None:
    groups = real.desk(PUBLIC).groups
    assert groups[0].name == NATION
    assert {part for group in groups for part in group.parts} == set(GROUP_WORDS)
    assert {group.name for group in groups if group.dimension == "history"} == set(BY_HISTORY)


def test_a_kind_of_town_is_named_by_its_number_and_its_words() -> None:
    assert urbanity_name(1) == "1 · zeer sterk stedelijk"
    assert [short_urbanity_name(one) for one in URBANITY_CLASSES] == [
        "1 · zeer sterk", "2 · sterk", "3 · matig", "4 · weinig", "5 · niet",
    ]  # fmt: skip
