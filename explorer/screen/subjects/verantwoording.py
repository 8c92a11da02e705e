"""The blocks of *Verantwoording*: a section each, under a table of contents that leads to them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from explorer.inputs.sources import Source
from explorer.screen.frame.session import Context
from explorer.screen.parts import markup
from explorer.screen.subjects import verantwoording_texts as texts
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.figures.figure import Figure
from explorer.survey.figures.participation import SECTION as RESPONSE
from explorer.survey.formats import listed, long_date, upper_first, whole_number
from explorer.survey.geography.places import FIRST_YEAR, LAST_YEAR
from explorer.telling import accountability
from explorer.telling.accountability import Evidence, ReconciledRow, Verdict

_VERDICT = "verantwoording_verdict"
_STYLE = Path(__file__).with_suffix(".css")
_ALWAYS_OFFERED = (Verdict.EQUAL, Verdict.CONTRADICTION, Verdict.NOT_COMPUTABLE)


@dataclass(frozen=True, slots=True)
class Block:
    """A section of the page: its anchor, its heading, and what draws it."""

    anchor: str
    heading: str
    show: Callable[[], None]


def blocks(context: Context) -> tuple[Block, ...]:
    """The sections of the page in their order; without a simulated wave there is no simulation to tell of."""
    waves = context.desk.waves
    # A desk gives the panel to some viewers alone; for others those rows stay closed.
    populations = (Population.TOTAL, *((Population.PANEL,) if context.viewer.sees_all_figures else ()))
    by_population = context.desk.figures_by_population(Selection(), populations)
    figures = by_population[Population.TOTAL]
    reconciled = _reconciled(context, [one for found in by_population.values() for one in found])
    simulation = Block("simulatie", texts.SIMULATION, partial(_simulation, figures, reconciled))
    return (
        Block("benchmark", texts.ABOUT, partial(_paragraphs, accountability.about(waves, context.codebook))),
        Block("methode", texts.METHOD, partial(_method, context, figures)),
        Block("begrippen", texts.WORDS, partial(_definitions, context, figures)),
        *((simulation,) if any(wave.is_simulated for wave in waves) else ()),
        Block("rapport", texts.RECONCILIATION, partial(_reconciliation, context, reconciled)),
        Block("tegenspraken", texts.CONTRADICTIONS, partial(_contradictions, context)),
        Block("wie-ziet-wat", texts.PRIVACY, partial(_privacy, context)),
        Block("onbekend", texts.UNKNOWN, partial(_unknown, context)),
        Block("bronnen", texts.SOURCES, partial(_sources, context)),
        Block("gemeenten", texts.CHANGES, partial(_changes, context)),
    )


def table_of_contents(shown: Iterable[Block]) -> None:
    """Links to the sections of the page."""
    links = [f"- [{block.heading}](#{block.anchor})" for block in shown]
    st.markdown("\n".join([f"**{texts.CONTENTS}**", "", *links]))


def show_block(block: Block) -> None:
    """A section under its heading, which a link may lead to."""
    st.divider()
    st.header(block.heading, anchor=block.anchor)
    block.show()


def table_rows(rows: Iterable[ReconciledRow]) -> list[dict[str, str]]:
    """Rows of the reconciliation as they stand in the table; three columns fit on a phone."""
    return [
        {
            texts.COLUMN_SUBJECT: row.subject,
            texts.COLUMN_REPORT: f"{row.report} ({row.place})",
            texts.COLUMN_EXPLORER: " ".join(
                part for part in (f"**{upper_first(row.verdict)}.**", row.explorer, row.why) if part
            ),
        }
        for row in rows
    ]


def _reconciled(context: Context, figures: Sequence[Figure]) -> tuple[ReconciledRow, ...]:
    reference = context.desk.reference
    return accountability.reconcile(
        reference.printed,
        reference.readings,
        reference.codebook,
        figures,
        sees_panel=context.viewer.sees_all_figures,
    )


def _paragraphs(paragraphs: Iterable[str]) -> None:
    for paragraph in paragraphs:
        st.markdown(paragraph)


def _bullets(entries: Iterable[str]) -> None:
    st.markdown("\n".join(f"- {entry}" for entry in entries))


def _method(context: Context, figures: Sequence[Figure]) -> None:
    latest = context.desk.waves[-1].wave
    before = context.desk.wave_before(latest)
    _bullets(accountability.method(context.codebook, figures, latest, before))


def _definitions(context: Context, figures: Sequence[Figure]) -> None:
    latest = context.desk.waves[-1].wave
    evidence = Evidence(
        codebook=context.codebook,
        figures=tuple(figures),
        rates=context.desk.response_rates(Selection(waves=(latest,))),
        statuses=context.desk.municipality_statuses(Selection(waves=(latest,))),
        rows=context.desk.reference.printed,
        wave=latest,
        wave_before=context.desk.wave_before(latest),
    )
    for one in accountability.definitions(evidence):
        st.subheader(one.term, anchor=one.id)
        st.markdown(one.meaning)
        if one.example is not None:
            markup.line("question", f"{texts.EXAMPLE}: {one.example}")


def _simulation(figures: Sequence[Figure], rows: Sequence[ReconciledRow]) -> None:
    st.markdown(texts.SIMULATION_WHY)
    st.markdown("\n".join(f"{number}. {step}" for number, step in enumerate(accountability.simulation_steps(), 1)))
    st.markdown(accountability.printed_share(figures))
    st.markdown(f"{texts.SIMULATION_CHECK} {accountability.tally(rows).sentence}")
    st.caption(texts.SIMULATION_MORE)


def _reconciliation(context: Context, rows: Sequence[ReconciledRow]) -> None:
    st.markdown(f"{texts.RECONCILIATION_WHAT} {accountability.tally(rows).sentence}")
    markup.line("base", texts.RECONCILIATION_RULE)
    chosen = _choose_verdict(accountability.tally(rows).by_verdict)
    shown = [row for row in rows if chosen in (None, row.verdict)]
    if not shown:
        st.markdown(texts.NO_ROWS)
    st.html(_STYLE)
    with st.container(key="nagerekend"):
        for name, of_section in _by_section(context, shown):
            with st.expander(f"{name} ({whole_number(len(of_section))})", expanded=chosen is not None):
                st.table(table_rows(of_section), hide_index=True, border="horizontal")


def _choose_verdict(counts: dict[Verdict, int]) -> Verdict | None:
    """None stands for all rows. Verdicts that no row has are offered where a reader would look for them."""
    offered = [verdict for verdict in Verdict if verdict in _ALWAYS_OFFERED or counts[verdict]]
    names = {verdict: f"{upper_first(verdict)} ({whole_number(counts[verdict])})" for verdict in offered}
    everything = f"{texts.ALL_ROWS} ({whole_number(sum(counts.values()))})"
    choices: list[Verdict | None] = [None, *offered]
    return st.radio(
        texts.VERDICT,
        choices,
        format_func=lambda verdict: everything if verdict is None else names[verdict],
        key=_VERDICT,
        horizontal=True,
    )


def _by_section(context: Context, rows: Sequence[ReconciledRow]) -> list[tuple[str, list[ReconciledRow]]]:
    names = {RESPONSE: texts.RESPONSE_NAME} | {
        section.id: f"{section.kicker}: {section.label}" for section in context.codebook.sections
    }
    grouped = ((name, [row for row in rows if row.section == id]) for id, name in names.items())
    return [(name, of_section) for name, of_section in grouped if of_section]


def _contradictions(context: Context) -> None:
    found = context.desk.reference.contradictions
    st.markdown(texts.CONTRADICTIONS_WHAT.format(n=whole_number(len(found))))
    for start in range(0, len(found), 2):
        # A row of two at a time: on a phone, where columns stand below each other, the order stays that of the file.
        for column, one in zip(st.columns(2, gap="large"), found[start : start + 2], strict=False):
            with column:
                st.subheader(one.topic, anchor=f"tegenspraak-{one.id}")
                markup.facts([(texts.FIRST, one.first), (texts.SECOND, one.second), (texts.READING, one.reading)])


def _privacy(context: Context) -> None:
    shares = context.desk.shares
    told = texts.PRIVACY_SHARES.format(
        shown=whole_number(shares.pairs_shown),
        pairs=whole_number(shares.pairs),
        cells_shown=whole_number(shares.cells_shown),
        cells=whole_number(shares.cells),
    )
    _paragraphs((texts.PRIVACY_PROMISE, texts.PRIVACY_CHECK, told))


def _unknown(context: Context) -> None:
    comparisons = listed([f"‘{short}’" for short in accountability.assumed_comparisons(context.codebook)])
    counts = accountability.rates_without_counts(context.desk.reference.printed)
    _bullets(
        (
            texts.UNKNOWN_CHARTS,
            texts.UNKNOWN_ANSWERS,
            texts.UNKNOWN_COUNTS.format(n=whole_number(counts)),
            texts.UNKNOWN_COMPARISONS.format(questions=comparisons),
            texts.UNKNOWN_OPTIONS,
        )
    )
    assumed = accountability.assumed_answers(context.codebook)
    markup.facts([(one.question, listed([f"‘{answer}’" for answer in one.answers])) for one in assumed])


def _sources(context: Context) -> None:
    st.markdown(f"{texts.SOURCES_WHAT} {texts.SOURCES_MAPS}")
    _bullets(_source(source) for source in context.desk.reference.sources)


def _source(source: Source) -> str:
    """What a file is, who made it, under which licence and when, with its address."""
    host = urlsplit(source.address).hostname
    address = f"`{source.address}`" if host is None else f"[{host.removeprefix('www.')}]({source.address})"
    made = date.fromisoformat(source.date) if len(source.date) > len("2020") else None
    when = source.date if made is None else long_date(made)
    return (
        f"**{source.about}.** `{source.file}`  \n{upper_first(source.producer)}, {when}. "
        f"Licentie: {source.licence}. {texts.SOURCE_ADDRESS}: {address}"
    )


def _changes(context: Context) -> None:
    st.markdown(texts.CHANGES_WHAT)
    geography = context.desk.reference.geography
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    markup.numbers(
        [(whole_number(len(geography.municipalities_of(year))), texts.ON_FIRST_DAY.format(year=year)) for year in years]
    )
    told = accountability.changes_in_words(context.desk.reference.changes)
    for day, of_day in groupby(told, key=itemgetter(0)):
        st.markdown(f"**{upper_first(long_date(day))}**")
        _bullets(sentence for _, sentence in of_day)
