"""The blocks of *Respons*: numbers, maps with their rows, rates and skipped questions."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from explorer.screen import texts
from explorer.screen.frame import session
from explorer.screen.frame.session import Context
from explorer.screen.parts import markup
from explorer.screen.parts.blocks import chart
from explorer.survey.asking.groups import BY_HISTORY
from explorer.survey.figures.figure import Figure
from explorer.survey.figures.participation import total
from explorer.survey.figures.question import QuestionFigures
from explorer.survey.formats import whole_number
from explorer.telling.charts.maps import OTHERS, OUTSIDE, municipality_map, province_map
from explorer.telling.charts.tracks import rows
from explorer.telling.sentences import response_lead
from explorer.telling.sentences.participation import printed_rates
from explorer.telling.sentences.pictures import municipality_map_alt, province_map_alt, rows_alt
from explorer.telling.subjects.participation import ResponseFigures
from explorer.telling.tables.figures import nonresponse_table
from explorer.telling.tables.participation import (
    history_rows,
    joined_rows,
    province_rows,
    wave_rows,
)
from explorer.telling.words.measures import Measure
from explorer.telling.words.numbers import signed_count
from explorer.telling.words.origin import common_origin, origin_line
from explorer.telling.words.rows import PlainRow

_MEASURE, _PROVINCE = "respons_measure", "respons_province"


def response_sentence(response: ResponseFigures) -> str:
    """How many answered, now and in the wave before."""
    now = response.figure("responded", response.wave)
    if now is None:
        raise LookupError("every wave has a figure of its respondents")
    return response_lead(now, response.figure("responded", response.wave_before))


def large_numbers(response: ResponseFigures) -> None:
    """Respondents, those who came back, those who are new."""
    labels = {
        "responded": ("gemeente deed mee", "gemeenten deden mee"),
        "panel_size": ("deed beide jaren mee", "deden beide jaren mee"),
        "first_time_respondents": ("deed voor het eerst mee", "deden voor het eerst mee"),
    }
    if response.wave_before is None or response.group in BY_HISTORY:
        labels = {"responded": labels["responded"]}
    shown = [(response.figure(question, response.wave), words) for question, words in labels.items()]
    markup.numbers([(signed_count(one), words[one.n != 1]) for one, words in shown if one and one.n is not None])


def maps(context: Context, response: ResponseFigures) -> None:
    """Provinces by a measure of choice, municipalities by status, and the same provinces as rows."""
    st.divider()
    measure = _choose_measure(context, response)
    left, right = st.columns(2, gap="large")
    with left:
        st.header(texts.MAP_TITLES[measure], anchor=False)
        markup.line("question", measure.label)
        _province_map(context, response, measure)
    with right:
        st.header(texts.MAP_MUNICIPALITIES, anchor=False)
        markup.line("question", texts.MAP_MUNICIPALITIES_WHAT)
        spec = municipality_map(
            f"/geo/municipalities-{response.wave}.json",
            response.statuses,
            context.palette,
            origin=response.origin,
            others=_others(context),
        )
        chart(spec, municipality_map_alt(response.statuses, origin=response.origin), "map_municipalities")
    markup.line("base", texts.MAP_FIRST_NAMED)
    _chosen_province(context, response, measure)
    st.header(texts.PROVINCES_IN_ROWS, anchor=False)
    _tracks(context, province_rows(response.provinces, measure), common_origin(response.origin), "province_rows")


def _others(context: Context) -> str | None:
    """What the municipalities are called that the list of this selection does not have."""
    if context.view.is_default:
        return None
    return OUTSIDE if context.view.group is None else OTHERS


def rates(context: Context, response: ResponseFigures) -> None:
    """The rate per wave, and by history; where the report prints another rate, both stand here.

    Of a group it is known who took part, not who was asked: there is no rate.
    """
    if context.selection.group is not None:
        return
    st.divider()
    st.header(texts.RATES, anchor=False)
    waves = [one for one in (response.wave_before, response.wave) if one is not None]
    figures = [one for wave in waves for one in [response.figure("responded", wave)] if one is not None]
    left, right = st.columns(2, gap="large")
    with left:
        markup.line("question", texts.RATES_PER_WAVE)
        shown = wave_rows(figures)
        _tracks(context, shown, origin_line(figures, _texts(shown)), "rate_rows")
    first_time = response.figure("first_time_respondents", response.wave)
    both = response.figure("panel_size", response.wave)
    if response.wave_before is not None and first_time is not None and both is not None:
        counts = total(response.rates, response.wave)
        with right:
            markup.line("question", texts.RATES_BY_HISTORY)
            shown = history_rows(both, first_time, response.wave_before)
            _tracks(context, shown, _note(response, first_time, shown), "history_rows")
        since = response.figure(f"first_time_joined_since_{response.wave_before}", response.wave)
        joined = joined_rows(counts, response.wave_before, since)
        if joined:
            with left:
                markup.line("question", texts.RATES_BY_JOINING)
                note = common_origin(response.origin) if since is None else _note(response, since, joined)
                _tracks(context, joined, note, "joined_rows")
    if not context.selection.is_filtered:
        for sentence in printed_rates(figures, context.desk.report):
            markup.line("base", sentence)


def nonresponse(context: Context, found: Sequence[QuestionFigures]) -> None:
    """Which questions were skipped, and by how many; of a group bases are rounded, and would tell it wrongly."""
    if context.selection.group is not None:
        return
    st.divider()
    st.header(texts.NONRESPONSE, anchor=False)
    markup.line("question", texts.NONRESPONSE_WHAT)
    with st.expander(texts.NONRESPONSE_OPEN.format(n=whole_number(len(found)))):
        st.table(nonresponse_table(found, context.codebook), hide_index=True, border="horizontal")


def _choose_measure(context: Context, response: ResponseFigures) -> Measure:
    """Rates are for the ministry; a share of new ones needs a wave before, and a group that is not made of it."""
    options = [
        measure
        for measure in Measure
        if (measure is not Measure.RATE or context.viewer.sees_all_figures)
        and (measure is not Measure.NEW or (response.wave_before is not None and response.group not in BY_HISTORY))
    ]
    if st.session_state.get(_MEASURE) not in options:
        st.session_state[_MEASURE] = options[0]
    if len(options) == 1:
        return options[0]
    names = {Measure.RATE: "Respons", Measure.RESPONDENTS: "Aantal gemeenten", Measure.NEW: "Aandeel nieuw"}
    chosen = st.segmented_control(
        texts.MAP_MEASURE, options, format_func=names.__getitem__, key=_MEASURE, required=True
    )
    return options[0] if chosen is None else chosen


def _province_map(context: Context, response: ResponseFigures, measure: Measure) -> None:
    """A click on the map sets the select box below it."""
    spec = province_map("/geo/provinces.json", response.provinces, measure, context.palette, origin=response.origin)
    if spec is None:
        st.write(texts.MAP_NOTHING)
        return
    alt = province_map_alt(response.provinces, measure, origin=response.origin)
    chart(spec, alt, "map_provinces", on_select=_take_from_map, selection="province")


def _take_from_map() -> None:
    points = st.session_state["map_provinces"]["selection"]["province"]
    if points:
        st.session_state[_PROVINCE] = points[0]["province"]


def _chosen_province(context: Context, response: ResponseFigures, measure: Measure) -> None:
    """What the map tells on hovering, for who uses the keyboard, and the way to look at that province alone."""
    by_name = {rate.province: rate for rate in response.provinces if rate.province is not None}
    if st.session_state.get(_PROVINCE) not in by_name:
        st.session_state[_PROVINCE] = None
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium", key="chosen_province"):
        chosen = st.selectbox(
            texts.MAP_CHOOSE, list(by_name), index=None, key=_PROVINCE, placeholder=texts.MAP_CHOOSE_NONE, width=280
        )
        if chosen is not None:
            markup.line("chosen", f"{chosen}: {measure.text_of(by_name[chosen])}")
            if context.viewer.sees_all_figures and context.view.provinces != (chosen,):
                view = replace(context.view, provinces=(chosen,))
                st.button(
                    texts.MAP_ONLY.format(province=chosen), on_click=session.change, args=(view,), key="only_province"
                )


def _note(response: ResponseFigures, figure: Figure, shown: Sequence[PlainRow]) -> str | None:
    """The origin of a figure beside counts that no report prints."""
    return origin_line((figure, replace(figure, origin=response.origin)), _texts(shown))


def _texts(shown: Sequence[PlainRow]) -> str:
    return " ".join(row.text for row in shown)


def _tracks(context: Context, shown: Sequence[PlainRow], note: str | None, key: str) -> None:
    chart(rows(shown, context.palette, note=note), rows_alt(shown, note=note), key)
