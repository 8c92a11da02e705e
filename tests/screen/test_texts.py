"""The texts of the screen speak with one voice: one name for one thing, one kind of quotes."""

import re
from types import ModuleType

import pytest

from explorer.screen import texts
from explorer.screen.subjects import verantwoording_texts
from explorer.survey.asking.selection import Population
from explorer.survey.asking.viewer import Role


def strings(module: ModuleType) -> list[str]:
    """Every text of a module, also within its tables."""
    values = [value for name, value in vars(module).items() if name.isupper()]
    inside = [text for value in values if isinstance(value, dict) for text in value.values()]
    return [value for value in (*values, *inside) if isinstance(value, str)]


@pytest.mark.parametrize("module", [texts, verantwoording_texts])
@pytest.mark.parametrize(
    "odd",
    [
        pytest.param(r"\b[Ww]ij\b", id="we, never wij"),
        pytest.param(r"(?<!\w)['\"]\w", id="curly quotes"),
        pytest.param(r"\b[Hh]eel Nederland\b", id="landelijk"),
        pytest.param(r"\b[Dd]ezelfde gemeenten\b", id="deden beide jaren mee"),
        pytest.param(r"[Kk]ijk(t)? als (publiek|openbaar)", id="bezoeker"),
        pytest.param(r" \n?$|  ", id="no spaces too many"),
    ],
)
def test_one_voice(module: ModuleType, odd: str) -> None:
    assert len(strings(module)) > 30
    assert [text for text in strings(module) if re.search(odd, text)] == []


def test_who_does_not_sign_in_is_a_visitor_in_the_menu_and_above_the_page() -> None:
    assert texts.VIEWER_NAMES[Role.PUBLIC] == "Bezoeker"
    assert texts.VIEWER_BADGES[Role.PUBLIC] == "U kijkt als bezoeker"
    assert texts.LOOK_AS_PUBLIC == "Kijk als bezoeker"


@pytest.mark.parametrize(
    ("wave", "before", "after", "name"),
    [
        (2020, 2019, None, "Deden beide jaren mee (2019 en 2020)"),
        (2019, None, 2020, "Deden beide jaren mee (2019 en 2020)"),
        (2019, None, None, "Deden beide jaren mee"),
    ],
)
def test_who_took_part_twice_has_one_name(wave: int, before: int | None, after: int | None, name: str) -> None:
    assert texts.population_names(wave, before, after)[Population.PANEL] == name
