"""What pages are made of: the head of a page, and a block per question."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from explorer.screen import texts
from explorer.screen.frame import session
from explorer.screen.frame.filters import clear
from explorer.screen.frame.guest import own_group_line
from explorer.screen.frame.session import Context
from explorer.screen.parts import markup
from explorer.screen.parts.downloads import show_downloads
from explorer.screen.parts.drawer import show_drawer
from explorer.survey.asking.groups import BY_HISTORY, NATION
from explorer.survey.asking.selection import Population
from explorer.survey.codebook.model import QuestionType
from explorer.survey.figures.question import QuestionFigures
from explorer.survey.formats import long_date
from explorer.telling.charts.base import Spec
from explorer.telling.charts.dumbbell import dumbbell
from explorer.telling.charts.heat import heat
from explorer.telling.charts.palette import Palette
from explorer.telling.charts.stacked import stacked
from explorer.telling.charts.tracks import tracks
from explorer.telling.sentences import (
    base_line,
    group_label,
    heading,
    missing_line,
    nothing_to_show,
    own_comment_lines,
    own_items,
    own_line,
    panel_line,
    participants_words,
    reading_line,
    selection_words,
    trend_line,
    wider_group,
)
from explorer.telling.sentences.pictures import dumbbell_alt, heat_alt, stacked_alt, tracks_alt
from explorer.telling.subjects.participants import participants_of
from explorer.telling.tables.figures import figure_table, table_note

Chart = Callable[[QuestionFigures, Palette], Spec | None]
Alternative = Callable[[QuestionFigures], str]

DATE_LENGTH = 8
"""The name of a version begins with its date: 20261126."""

FORMS: dict[QuestionType, tuple[Chart, Alternative]] = {
    QuestionType.SINGLE: (tracks, tracks_alt),
    QuestionType.MULTIPLE: (tracks, tracks_alt),
    QuestionType.MATRIX_SINGLE: (stacked, stacked_alt),
    QuestionType.MATRIX_MULTIPLE: (heat, heat_alt),
}


def page_head(context: Context, title: str, subject: str = "") -> None:
    """Who looks, what is selected in words with the way back to everything, and the title.

    A municipality that compares itself with a group also reads whether it is in it.
    """
    taking_part = participants_of(context.desk, context.selection)
    words = selection_words(
        context.selection,
        wave=context.view.wave,
        section=context.page.section,
        subject=subject,
        participants=participants_words(taking_part.respondents, taking_part.contacted, context.view.population),
    )
    badge = _badge(context)
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="kicker"):
        markup.kicker(words, badge)
        if not context.view.is_default:
            st.button(_clear_label(context), type="tertiary", on_click=clear, args=(context.view,), key="clear_head")
    st.title(title, anchor=False)
    if context.view.group is not None and context.has_own_answers:
        markup.line("base", own_group_line(context))
    kept = context.desk.kept_from(context.view.wave)
    if kept is not None:
        day = datetime.strptime(kept[:DATE_LENGTH], "%Y%m%d").replace(tzinfo=UTC).date()
        markup.line("base", texts.KEPT.format(wave=context.view.wave, day=long_date(day)))


def _badge(context: Context) -> str:
    """Who is looking; a municipality by name, with the mark of simulated answers."""
    code = context.viewer.municipality
    if code is None:
        return texts.VIEWER_BADGES[context.viewer.role]
    place = context.desk.places.find(code)
    return texts.OWN_BADGE.format(name=code if place is None else place.name)


def simulated_mark(context: Context) -> None:
    """The mark of simulated data, with what it means; nothing for a real wave."""
    if any(wave.is_simulated for wave in context.desk.waves):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="simulated"):
            markup.line("notice", texts.SIMULATED)
            with st.popover(texts.SIMULATED_MORE, type="tertiary"):
                st.markdown(texts.SIMULATED_EXPLAINED)
                st.page_link(context.pages["verantwoording"], label=texts.SIMULATED_ALL)


def stop_when_empty(context: Context, respondents: int | None) -> None:
    """Where nobody falls under the selection, or it means nothing yet: say so, offer the way out, and show no more.

    Where it is unknown how many do, the page goes on and says itself what it does not know.
    """
    why = _why_empty(context, respondents)
    if why is None:
        return
    is_early = respondents != 0
    st.subheader(texts.EARLY_TITLE if is_early else texts.EMPTY_TITLE, anchor=False)
    st.write(why)
    st.button(_clear_label(context), on_click=clear, args=(context.view,), key="clear_empty")
    st.stop()


def _clear_label(context: Context) -> str:
    """Who has one group at a time goes back to the whole country; who filters takes the filters off."""
    return texts.CLEAR if context.viewer.sees_all_figures else texts.WIDER.format(group=group_label(NATION))


def _why_empty(context: Context, respondents: int | None) -> str | None:
    view = context.view
    if context.wave_before is None and view.group in BY_HISTORY:
        return texts.EMPTY_FIRST_WAVE_GROUP.format(wave=view.wave)
    if respondents != 0:
        return None
    is_new_in_first = context.wave_before is None and view.population is Population.NEW
    return texts.EMPTY_FIRST_WAVE.format(wave=view.wave) if is_new_in_first else texts.EMPTY


def chart(
    spec: Spec | None, alt: str, key: str, *, on_select: Callable[[], None] | None = None, selection: str | None = None
) -> None:
    """A picture with its text; nothing where there is nothing to draw. ``on_select`` hears clicks on ``selection``."""
    if spec is None:
        return
    # The text alternative goes to Streamlit, which then does not want it in the picture too.
    bare = {name: value for name, value in spec.items() if name != "description"}
    if on_select is None:
        st.vega_lite_chart(spec=bare, theme=None, alt=alt, key=key, width="stretch")
    else:
        st.vega_lite_chart(
            spec=bare, theme=None, alt=alt, key=key, width="stretch", on_select=on_select, selection_mode=selection
        )


def how_to_read(context: Context, found: Sequence[QuestionFigures]) -> None:
    """How the numbers of a group are read, and why some are missing, once a page; with a step to who has them."""
    for line in filter(None, (reading_line(found), missing_line(found), panel_line(found))):
        markup.line("base", line, context.definitions)
    wider = wider_group(found)
    if wider is not None and context.view.group is not None and wider != context.view.group:
        view = replace(context.view, group=None if wider == NATION else wider)
        label = texts.WIDER.format(group=group_label(wider))
        st.button(label, type="tertiary", on_click=session.change, args=(view,), key="wider")


def question_block(context: Context, qf: QuestionFigures) -> None:
    """One question: the finding, the question as asked, pictures, who answered, and quiet links."""
    question = qf.question
    st.divider()
    st.header(heading(qf), anchor=question.id)
    markup.line("question", question.text)
    if nothing_to_show(qf) is None:
        _pictures(context, qf)
    if context.viewer.municipality is not None:
        _own(context, qf)
    asked_of = context.codebook.question(question.asked_if.question) if question.asked_if else None
    markup.line("base", " ".join(filter(None, (base_line(qf, asked_of=asked_of), trend_line(qf)))), context.definitions)
    table = st.expander(texts.TABLE, type="compact", on_change="rerun", key=f"table_{question.id}")
    if table.open:
        with table:
            st.table(figure_table(qf), hide_index=True, border="horizontal")
            markup.line("base", table_note(qf) or "")
    show_drawer(context, qf)
    show_downloads(context, qf, FORMS[question.type_in(qf.wave)])


def _own(context: Context, qf: QuestionFigures) -> None:
    """What the municipality that looks answered and wrote itself."""
    if context.has_own_answers:
        lead, items = own_line(qf) or texts.OWN_ABSENT, own_items(qf)
        if items:
            markup.facts(items, lead=lead)
        else:
            markup.line("own", lead)
    for written in own_comment_lines(qf):
        markup.quotation(written)


def _pictures(context: Context, qf: QuestionFigures) -> None:
    draw, describe = FORMS[qf.question.type_in(qf.wave)]
    picture = draw(qf, context.palette)
    panel = dumbbell(qf, context.palette) if qf.panel_now else None
    if panel is None:
        chart(picture, describe(qf), f"chart_{qf.question.id}")
        return
    left, right = st.columns(2, gap="large")
    with left:
        chart(picture, describe(qf), f"chart_{qf.question.id}")
    with right:
        chart(panel, dumbbell_alt(qf), f"panel_{qf.question.id}")
