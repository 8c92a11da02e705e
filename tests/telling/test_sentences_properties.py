"""What holds for every sentence, whatever the counts."""

import re
from dataclasses import replace

from figure_examples import COALITION, LEAD, NETWORK, figure, of_question, response
from hypothesis import given
from hypothesis import strategies as st

from explorer.survey.figures.figure import Figure, Origin
from explorer.survey.figures.question import QuestionFigures
from explorer.survey.formats import percent
from explorer.telling.sentences import base_line, copy_sentence, heading, lead, response_lead
from explorer.telling.sentences.pictures import tracks_alt


@st.composite
def counts(draw: st.DrawFn) -> tuple[int, int]:
    base = draw(st.integers(0, 130))
    return draw(st.integers(0, base)), base


@st.composite
def questions(draw: st.DrawFn) -> QuestionFigures:
    """A question with two answers in two waves, some of it withheld now and then."""
    (n, base), (n_before, base_before) = draw(counts()), draw(counts())
    origin = draw(st.sampled_from(Origin))
    now = [figure(LEAD, "yes", n, base, origin=origin), figure(LEAD, "no", base - n, base, origin=origin)]
    if draw(st.booleans()):
        now[0] = replace(now[0], n=None, base=None)
    before = (
        figure(LEAD, "yes", n_before, base_before, wave=2019),
        figure(LEAD, "no", base_before - n_before, base_before, wave=2019),
    )
    asked = base + draw(st.integers(0, 6))
    return of_question(LEAD, tuple(now), before, asked=asked)


def numbers_in(text: str) -> set[str]:
    return set(re.findall(r"\d+", text))


def numbers_of(figures: tuple[Figure, ...]) -> set[str]:
    """Count, base, percentage and wave of each figure."""
    known = {str(value) for one in figures for value in (one.n, one.base, one.wave) if value is not None}
    return known | {text for one in figures for text in numbers_in(percent(one.n, one.base))}


def assert_is_sound_dutch(text: str) -> None:
    assert not re.search(r"\b1 gemeenten\b", text)
    assert not re.search(r"[-−]0(,0+)?\u00a0%", text)
    assert not re.search(r"None|  |\.\.|nan", text)
    assert " %" not in text
    assert not re.search(r"\b(alle|geen van de) [01] gemeenten", text)


@given(questions())
def test_every_sentence_of_a_question_is_sound_and_holds_only_its_numbers(qf: QuestionFigures) -> None:
    allowed = numbers_of(qf.now + qf.before) | {"2020", "2019"}
    for text in (heading(qf), lead(NETWORK, [qf]), tracks_alt(qf)):
        assert_is_sound_dutch(text)
        assert numbers_in(text) <= allowed
    assert_is_sound_dutch(base_line(qf))
    assert numbers_in(base_line(qf)) <= allowed | {str(qf.asked), "1", "10", "99", "101"}


@given(counts(), st.sampled_from(Origin))
def test_a_copied_sentence_holds_only_the_numbers_of_its_figure(pair: tuple[int, int], origin: Origin) -> None:
    one = figure(COALITION, "active_or_starting", *pair, origin=origin)
    text = copy_sentence(one, COALITION, "landelijk", "https://verkenner.example/netwerk")
    assert_is_sound_dutch(text)
    assert numbers_in(text) <= numbers_of((one,))
    assert "\n" not in text


@given(counts(), counts())
def test_the_response_holds_only_its_numbers(now: tuple[int, int], before: tuple[int, int]) -> None:
    later, earlier = response(*now), response(*before, wave=2019)
    text = response_lead(later, earlier)
    assert_is_sound_dutch(text)
    assert numbers_in(text) <= numbers_of((later, earlier))
