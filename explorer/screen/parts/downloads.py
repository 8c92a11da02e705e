"""What can be taken away: the figures of a question as CSV and Excel, its picture as PNG and SVG; any table as a file.

A file is made when it is clicked on, from the figures that the page shows, so that nobody gets more than they see.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import streamlit as st

from explorer.outputs.exports import (
    ExportRow,
    Picture,
    Taken,
    csv_file,
    file_stem,
    picture_png,
    picture_svg,
    question_about,
    question_picture,
    question_rows,
    workbook,
)
from explorer.outputs.exports.question import Describe, Draw
from explorer.screen import texts
from explorer.screen.frame import session
from explorer.screen.frame.session import Context
from explorer.screen.parts import markup
from explorer.screen.parts.drawer import question_address
from explorer.screen.server.kept_files import keeping
from explorer.store.versions import default_store
from explorer.survey.figures.question import QuestionFigures

_TIME_ZONE = ZoneInfo("Europe/Amsterdam")


@dataclass(frozen=True, slots=True)
class _File:
    """One button: what it is called, the ending and type of its file, and what makes it."""

    label: str
    ending: str
    mime: str
    make: Callable[[], bytes | str]


def show_downloads(context: Context, qf: QuestionFigures, form: tuple[Draw, Describe]) -> None:
    """A quiet link that opens the downloads of a question; ``form`` draws and describes its picture."""
    downloads = st.expander(texts.DOWNLOAD, type="compact", on_change="rerun", key=f"download_{qf.question.id}")
    if downloads.open:
        with downloads:
            markup.line("base", texts.DOWNLOAD_WHAT)
            _buttons(_question_files(context, qf, form), _stem(context, qf), qf.question.id)


def table_downloads(
    label: str, stem: str, sheet: str, rows: Sequence[ExportRow], about: Sequence[tuple[str, str]]
) -> None:
    """Buttons for a table that is not about one question, such as "Download de lijst (CSV)"; ``about`` (name, text)
    says where it comes from.
    """
    files = _table_files(sheet, rows, about, [f"{name}: {text}" for name, text in about])
    _buttons([replace(file, label=label.format(kind=file.label)) for file in files], stem, stem)


def _question_files(context: Context, qf: QuestionFigures, form: tuple[Draw, Describe]) -> list[_File]:
    taken = _taken(context, qf)
    picture = question_picture(qf, taken, *form)
    files = _table_files(texts.DOWNLOAD_SHEET, question_rows(qf, taken), question_about(qf, taken))
    return [*files, *([] if picture is None else _picture_files(picture))]


def _table_files(
    sheet: str, rows: Sequence[ExportRow], about: Sequence[tuple[str, str]], csv_about: Sequence[str] = ()
) -> list[_File]:
    day = _today()
    return [
        _File("CSV", "csv", "text/csv", lambda: csv_file(rows, csv_about)),
        _File(
            "Excel",
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            lambda: workbook(sheet, rows, about, day),
        ),
    ]


def _picture_files(picture: Picture) -> list[_File]:
    return [
        _File("PNG", "png", "image/png", lambda: picture_png(picture)),
        _File("SVG", "svg", "image/svg+xml", lambda: picture_svg(picture)),
    ]


def _buttons(files: Sequence[_File], stem: str, key: str) -> None:
    """The files side by side. ``ignore``: the page has nothing new to show after a download."""
    mark = session.mark_of_files()
    if mark is None:
        markup.line("base", texts.NO_COOKIES)
        return
    with st.container(horizontal=True, gap="small"):
        for file in files:
            name, mime = f"{stem}.{file.ending}", f"{file.mime}; {mark}"
            st.download_button(
                file.label,
                keeping(file.make, mime, name),
                file_name=name,
                mime=mime,
                on_click="ignore",
                key=f"download_{file.ending}_{key}",
            )


def _taken(context: Context, qf: QuestionFigures) -> Taken:
    routing = qf.question.asked_if
    return Taken(
        section=context.codebook.section(qf.question.section),
        selection=context.selection,
        address=question_address(context, qf),
        version=default_store().current_path().name,
        day=_today(),
        asked_of=None if routing is None else context.codebook.question(routing.question),
    )


def _stem(context: Context, qf: QuestionFigures) -> str:
    return file_stem(context.codebook.section(qf.question.section), qf.question, qf.wave, context.selection)


def _today() -> date:
    """The day in the Netherlands."""
    return datetime.now(_TIME_ZONE).date()
