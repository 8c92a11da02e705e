"""The groups of a release have one list of names, and the SQL that makes them agrees with it."""

import re
from collections import Counter

from explorer.gateway.door import Gateway
from explorer.paths import QUERIES
from explorer.survey.asking.groups import (
    BY_HISTORY,
    FORMER_GROUP_WORDS,
    GROUP_WORDS,
    NATION,
    SMALLEST_GROUP,
    URBANITY_CLASSES,
    short_urbanity_name,
    urbanity_name,
)
from explorer.survey.asking.selection import Selection
from explorer.survey.asking.viewer import PUBLIC
from explorer.survey.figures.participation import ContactStatus

ROW = re.compile(r"\('(\w+)', '([\w-]+)', \[([^]]+)\], \d+\)")


def test_the_sql_knows_the_same_groups_and_what_they_were_made_of() -> None:
    rows = ROW.findall((QUERIES / "41_release_group.sql").read_text(encoding="utf-8"))
    assert {name for _, name, _ in rows} == set(GROUP_WORDS)
    parts = {part.strip(" '") for _, _, parts in rows for part in parts.split(",")}
    assert parts - set(GROUP_WORDS) == set(FORMER_GROUP_WORDS)


def test_every_group_of_the_release_has_its_words(real: Gateway) -> None:
    groups = real.desk(PUBLIC).groups
    assert groups[0].name == NATION
    assert {group.name for group in groups} == set(GROUP_WORDS)
    assert {group.name for group in groups if group.dimension == "history"} == set(BY_HISTORY)


def test_two_groups_divide_each_dimension_and_each_has_twenty_members(real: Gateway) -> None:
    desk = real.desk(PUBLIC)
    divided = Counter(group.dimension for group in desk.groups)
    assert divided == {"nation": 1, "region": 2, "urbanity": 2, "history": 2}
    for group in desk.groups[1:]:
        for wave in (one.wave for one in desk.waves if group.dimension != "history" or one.wave > 2019):
            listed = desk.municipality_statuses(Selection((wave,), group=group.name))
            assert sum(one.status is ContactStatus.RESPONDED for one in listed) >= SMALLEST_GROUP, (group.name, wave)


def test_a_kind_of_town_is_named_by_its_number_and_its_words() -> None:
    assert urbanity_name(1) == "1 · zeer sterk stedelijk"
    assert [short_urbanity_name(one) for one in URBANITY_CLASSES] == [
        "1 · zeer sterk", "2 · sterk", "3 · matig", "4 · weinig", "5 · niet",
    ]  # fmt: skip
