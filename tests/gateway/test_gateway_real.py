"""What must hold of the figures of the project's own data."""

from dataclasses import replace

from asking import ALL, count

from explorer.gateway.door import Gateway
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import MINISTRY
from explorer.survey.figures.figure import Kind, countable_answers

PANEL = Population.PANEL


def test_home_visits_in_full_breadth_rose_from_17_to_28_of_the_43_in_the_panel(real: Gateway) -> None:
    assert count(real, "home_visits", "full_breadth", Selection((2019,), population=PANEL)) == (17, 43)
    assert count(real, "home_visits", "full_breadth", Selection((2020,), population=PANEL)) == (28, 43)


def test_one_of_the_panel_skipped_the_signal_point(real: Gateway) -> None:
    assert count(real, "signal_point", "yes", Selection((2019,), population=PANEL)) == (12, 42)
    assert count(real, "signal_point", "yes", Selection((2020,), population=PANEL)) == (18, 42)


def test_the_figures_of_the_provinces_add_up_to_the_national_ones(real: Gateway) -> None:
    provinces = sorted(rate.province for rate in real.desk(MINISTRY).response_rates(ALL) if rate.province is not None)
    for population in Population:
        whole = real.desk(MINISTRY).figures(Selection((2020,), population=population))
        parts = [real.desk(MINISTRY).figures(Selection((2020,), (), (), population, (name,))) for name in provinces]
        for figure, *pieces in zip(whole, *parts, strict=True):
            assert figure.n == sum(piece.n or 0 for piece in pieces)
            assert (figure.base or 0) == sum(piece.base or 0 for piece in pieces)


def test_the_figures_of_the_urbanity_classes_add_up_to_the_national_ones(real: Gateway) -> None:
    whole = real.desk(MINISTRY).figures(ALL)
    parts = [real.desk(MINISTRY).figures(replace(ALL, urbanity=(one,))) for one in (1, 2, 3, 4, 5)]
    for figure, *pieces in zip(whole, *parts, strict=True):
        assert figure.n == sum(piece.n or 0 for piece in pieces)


def test_panel_and_new_together_are_all_but_those_who_skipped_the_question_before(real: Gateway) -> None:
    """Respondents of both waves who answered in 2020 and not in 2019 are in neither: n and base fall short by them."""
    total, panel, new = (real.desk(MINISTRY).figures(Selection((2020,), population=one)) for one in Population)
    questions = {one.id for one in real.facts.reference.codebook.questions}
    short = {
        (whole.question, whole.item): (whole.base or 0) - (same.base or 0) - (fresh.base or 0)
        for whole, same, fresh in zip(
            *(
                [one for one in found if one.question in questions and one.kind is Kind.OPTION]
                for found in (total, panel, new)
            ),
            strict=True,
        )
    }
    assert min(short.values()) == 0
    assert max(short.values()) <= 2
    assert short["home_visits", None] == 0
    assert short["signal_point", None] == 1
    assert all(
        short[question.id, None] == 0
        for question in real.facts.reference.codebook.questions
        if not question.use_in(2019) and not question.items
    )


def test_the_options_of_a_single_answer_add_up_to_its_base(real: Gateway) -> None:
    for question in real.facts.reference.codebook.questions:
        if question.type_in(2020).allows_several:
            continue
        figures = [
            one
            for one in real.desk(MINISTRY).figures(Selection((2020,), (), (question.id,)))
            if one.kind is Kind.OPTION
        ]
        for item in {one.item for one in figures}:
            of_item = [one for one in figures if one.item == item]
            assert sum(one.n or 0 for one in of_item) == of_item[0].base


def test_every_countable_answer_of_the_codebook_has_a_figure(real: Gateway) -> None:
    found = {(one.question, one.item, one.option, one.kind) for one in real.desk(MINISTRY).figures(ALL)}
    for question in real.facts.reference.codebook.questions:
        for item in question.items or (None,):
            for answer, kind, _ in countable_answers(question):
                assert (question.id, None if item is None else item.id, answer, kind) in found
