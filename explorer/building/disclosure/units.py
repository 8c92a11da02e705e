"""Questions (items) that can be audited apart, and how each is answered, from the codebook."""

from collections.abc import Iterable, Mapping

from explorer.building.disclosure.model import Layout, Part, Route, Unit
from explorer.building.disclosure.told import Rule
from explorer.survey.codebook.model import Codebook, Question


def units_of(codebook: Codebook, parts: Iterable[Part], waves: Iterable[int]) -> tuple[Unit, ...]:
    """Questions (items) that can be looked at apart; a routed question goes with the one that leads to it."""
    waves = tuple(waves)
    layouts = {part: _layouts(codebook.question(part[0]), waves) for part in parts}
    routes = [route for part in layouts for route in _routes(codebook, part, layouts)]
    led = {route.part for route in routes}
    return tuple(
        _unit(part, tuple(route for route in routes if route.source == part), layouts)
        for part in layouts
        if part not in led
    )


def _unit(part: Part, routes: tuple[Route, ...], layouts: Mapping[Part, tuple[tuple[int, Layout], ...]]) -> Unit:
    parts = dict.fromkeys((part, *(route.part for route in routes)))
    return Unit(tuple((one, layouts[one]) for one in parts), routes)


def _layouts(question: Question, waves: Iterable[int]) -> tuple[tuple[int, Layout], ...]:
    return tuple((wave, layout_of(question, wave)) for wave in waves if question.use_in(wave) is not None)


def layout_of(question: Question, wave: int) -> Layout:
    """How a question is answered in a wave."""
    return Layout(
        allows_several=question.type_in(wave).allows_several,
        options=tuple(option.id for option in question.options),
        exclusive=frozenset(option.id for option in question.options if option.exclusive),
        nets=tuple((net.id, net.options) for net in question.nets),
        crosses=tuple((cross.option, cross.within) for cross in question.crosses),
    )


def _routes(codebook: Codebook, part: Part, layouts: Mapping[Part, object]) -> Iterable[Route]:
    question = codebook.question(part[0])
    if question.asked_if is None:
        return
    source = codebook.question(question.asked_if.question)
    place = (source.id, None)
    if place in layouts:
        for use in question.waves:
            if question.use_in(use.wave) is not None and source.use_in(use.wave) is not None:
                yield Route(part, place, use.wave, question.asked_if.answer)


def layouts_of(codebook: Codebook, rules: Iterable[Rule]) -> dict[tuple[Part, int], Layout]:
    """How each question (item) of the rules is answered in each of its waves."""
    places = dict.fromkeys(((one.question, one.item), one.wave) for one in rules)
    return {(part, wave): layout_of(codebook.question(part[0]), wave) for part, wave in places}
