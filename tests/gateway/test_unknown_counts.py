"""How many took part, were asked or skipped a question stays unknown where the release does not say it."""

from dataclasses import replace

import pytest
from figure_examples import EXECUTORS_FIGURES

from explorer.gateway.door import Gateway
from explorer.screen.frame.session import opened
from explorer.store.versions import Store
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import MINISTRY, PUBLIC
from explorer.survey.codebook.source import load_codebook
from explorer.telling.sentences import base_line, start_lead
from explorer.telling.subjects.participants import respondents_of
from explorer.telling.subjects.questions import question_figures
from explorer.telling.tables.figures import nonresponse_table
from pages import open_page

CODEBOOK = load_codebook()


def test_who_was_asked_is_unknown_where_the_answer_that_leads_there_is_withheld(small: Gateway) -> None:
    """Of five respondents no answer is released: neither to the visits, nor how many were asked who does them."""
    executors = small.facts.reference.codebook.question("visit_executors")
    (told,) = question_figures(small.desk(MINISTRY), Selection((2020,)), [executors])
    (withheld,) = question_figures(small.desk(PUBLIC), Selection((2020,)), [executors])
    assert (told.respondents, told.asked) == (5, 1)
    assert (withheld.respondents, withheld.asked) == (5, None)


def test_the_base_does_not_say_of_how_many_where_that_is_unknown() -> None:
    assert base_line(EXECUTORS_FIGURES).startswith(
        "Basis: 71 van de 73 gemeenten die deze vraag kregen, gaven antwoord."
    )
    assert base_line(replace(EXECUTORS_FIGURES, asked=None)).startswith("Basis: 71 gemeenten gaven antwoord.")


def test_how_many_skipped_a_question_is_unknown_with_who_was_asked() -> None:
    (row,) = nonresponse_table([replace(EXECUTORS_FIGURES, asked=None)], CODEBOOK)
    assert (row["Kregen de vraag"], row["Gaven antwoord"], row["Sloegen over"]) == ("onbekend", "71", "onbekend")


def test_how_many_took_part_is_unknown_where_the_release_does_not_say(real: Gateway) -> None:
    assert respondents_of(real.desk(PUBLIC), Selection((2019,), group="vaker")) is None
    assert respondents_of(real.desk(MINISTRY), Selection((2019,), population=Population.NEW)) == 0
    assert start_lead(None, 2019, None) == "Hoeveel gemeenten in 2019 meededen, is bij deze keuze onbekend."


@pytest.mark.parametrize("slug", ["", "respons", "sterk-netwerk"])
def test_a_group_that_the_first_wave_does_not_know_is_not_called_empty(
    slug: str, real_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXPLORER_STORE", str(real_store.folder))
    app = open_page(slug, {"kijk": "openbaar", "groep": "vaker", "meting": "2019"})
    said = " ".join(str(one.value) for one in app.markdown)
    assert "2019 was de eerste meting. Wie nieuw was en wie vaker meedeed, is dan nog niet te zeggen." in said
    assert "Er deed geen enkele gemeente mee" not in said
    opened.cache_clear()
