"""What one run of a page knows: its desk, who looks, what is selected, and which page it is."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from operator import itemgetter
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from explorer.gateway.desk import Desk
from explorer.gateway.door import Gateway, open_gateway
from explorer.screen import texts
from explorer.screen.frame.catalogue import PageEntry, catalogue
from explorer.screen.server.visits import COOKIE, file_mark
from explorer.store.versions import default_store
from explorer.survey.asking.address import Known, Read, View, read_address, write_address
from explorer.survey.asking.selection import Population, Selection
from explorer.survey.asking.viewer import MINISTRY, PUBLIC, Viewer
from explorer.survey.codebook.model import Codebook, Section
from explorer.survey.figures.participation import ContactStatus, MunicipalityStatus
from explorer.telling.charts.palette import DARK, LIGHT, Palette

Address = tuple[tuple[str, str], ...]

_VIEW, _NOTICES, _WRITTEN, _CONTEXT, _FILE_MARK = "view", "notices", "written_address", "context", "file_mark"
_BEGUN = "begun"


@dataclass(frozen=True)
class Context:
    """Everything a page needs. ``view`` holds what this viewer may look at.

    ``begins`` until the filters of this session have been shown once: only then may they know more than the address.
    """

    desk: Desk
    view: View
    palette: Palette
    page: PageEntry
    pages: dict[str, st.Page]
    begins: bool = False

    @property
    def viewer(self) -> Viewer:
        return self.desk.viewer

    @property
    def codebook(self) -> Codebook:
        return self.desk.codebook

    @property
    def selection(self) -> Selection:
        return self.view.selection

    @property
    def section(self) -> Section:
        """The section of a section page."""
        if self.page.section is None:
            raise TypeError(f"The page {self.page.slug!r} has no section.")
        return self.page.section

    @property
    def definitions(self) -> str:
        """The address of the page that defines technical words, with what is selected here."""
        return f"/verantwoording?{urlencode(write_address(self.view), safe=',')}"

    @property
    def wave_before(self) -> int | None:
        return self.desk.wave_before(self.view.wave)

    def showing(self, selection: Selection) -> "Context":
        """The same run where another group is shown than was asked for."""
        return replace(self, view=replace(self.view, group=selection.group))

    @cached_property
    def own_status(self) -> MunicipalityStatus | None:
        """What the municipality that looks did in this wave; None where nobody looks or it did not exist then."""
        if self.viewer.municipality is None:
            return None
        listed = self.desk.municipality_statuses(Selection(waves=(self.view.wave,)))
        return next((one for one in listed if one.code == self.viewer.municipality), None)

    @property
    def has_own_answers(self) -> bool:
        """Whether the municipality that looks gave answers in this wave, and they are here."""
        own = self.own_status
        return self.desk.has_ministry_data and own is not None and own.status is ContactStatus.RESPONDED


def current() -> Context:
    """The context of this run; the shell sets it before a page starts."""
    context: Context = st.session_state[_CONTEXT]
    return context


def set_current(context: Context) -> None:
    """For the shell alone."""
    st.session_state[_CONTEXT] = context


def gateway() -> Gateway:
    """The gateway to the version in use; a newly published version is picked up on the next run.

    Raises:
        StoreError: there is no database, or it is damaged.
    """
    return opened(default_store().current_path())


@lru_cache(maxsize=2)
def opened(version: Path) -> Gateway:
    """One connection per version and process. Holds nothing that depends on who looks."""
    return open_gateway(version)


def slugs() -> frozenset[str]:
    """The addresses of all pages of the version in use.

    Raises:
        StoreError: there is no database, or it is damaged.
    """
    return frozenset(entry.slug for entry in catalogue(gateway().facts.reference.codebook))


def read_view(gateway: Gateway) -> Read:
    """The view of this run. A new address wins; without one, the view of the run before stays, also on another page."""
    address = _address()
    known: View | None = st.session_state.get(_VIEW)
    if known is None or (address and address != st.session_state.get(_WRITTEN)):
        read = read_address(address, _known(gateway))
        st.session_state[_NOTICES] = read.notices
        resumed = (texts.RESUMED,) if known is None and is_resumed() else ()
        keep(read.view)
        return Read(read.view, (*read.notices, *resumed))
    if not address:
        keep(replace(known, question=None, municipality=None))
    return Read(view(), st.session_state[_NOTICES])


def view() -> View:
    """What is looked at now, as it was read or changed."""
    kept: View = st.session_state[_VIEW]
    return kept


def begins() -> bool:
    """Whether the filters of this session were not shown yet. Who goes back or forward wants what the address says."""
    context = get_script_run_ctx(suppress_warning=True)
    return _BEGUN not in st.session_state and not (context is not None and context.is_history_navigation)


def begun() -> None:
    """The filters were shown once."""
    st.session_state[_BEGUN] = True


def is_resumed() -> bool:
    """In the first run of a session: whether its page is older, and was left behind by a server that restarted.

    Such a page has widgets already, and says what they hold.
    """
    context = get_script_run_ctx(suppress_warning=True)
    return context is not None and bool(context.session_state.get_widget_states())


def _address() -> Address:
    """Every name and value of the address, a name that is repeated with each of its values. Streamlit's own are not in
    it.
    """
    return _in_order((name, value) for name in st.query_params for value in st.query_params.get_all(name))


def _in_order(pairs: Iterable[tuple[str, str]]) -> Address:
    """By name: a browser may give the same address in another order."""
    return tuple(sorted(pairs, key=itemgetter(0)))


def _known(gateway: Gateway) -> Known:
    """What an address can ask for is the same for everyone, so the public's desk tells it."""
    desk = gateway.desk(PUBLIC)
    return Known(
        waves=tuple(wave.wave for wave in desk.waves),
        questions=frozenset(question.id for question in desk.codebook.questions),
        places=desk.places,
        groups=frozenset(group.name for group in desk.groups),
        former_groups={part: group.name for group in desk.groups for part in group.parts if part != group.name},
    )


def keep(view: View) -> None:
    """Remember a view and write its address.

    It is written also where Streamlit has that address already: after a link to the page that is open the browser still
    shows the one before. Only the address with which a session starts is surely the browser's.
    """
    written = write_address(view)
    starts = _VIEW not in st.session_state
    st.session_state[_VIEW] = view
    st.session_state[_WRITTEN] = _in_order(written.items())
    if not starts or _address() != _in_order(written.items()):
        st.query_params.from_dict(written)


def change(view: View, *notices: str) -> None:
    """Another view, chosen by the user; what was said about the address before no longer matters, ``notices`` do."""
    st.session_state[_NOTICES] = notices
    keep(view)


def tell(notice: str) -> None:
    """One more notice above the page."""
    st.session_state[_NOTICES] = (*st.session_state[_NOTICES], notice)


def without_filters(view: View) -> View:
    """The same wave and viewer, all respondents."""
    return replace(view, population=Population.TOTAL, provinces=(), urbanity=(), group=None)


def allowed(view: View, viewer: Viewer) -> View:
    """What this viewer has of a view: the ministry its filters, everyone else one group."""
    group = None if viewer.sees_all_figures else view.group
    return replace(view if viewer.sees_all_figures else without_filters(view), group=group)


def viewer_of(view: View, gateway: Gateway) -> Viewer:
    """With simulated data alone anyone may look as anyone; with a real wave everyone is public until signed in."""
    if not gateway.facts.is_simulated:
        return PUBLIC
    return view.viewer or (MINISTRY if gateway.facts.has_ministry_data else PUBLIC)


def mark_of_files() -> str | None:
    """The mark that a file of this visitor carries, the same for a session; None without a cookie, so that nobody could
    fetch the file.
    """
    state = st.session_state
    cookie = visitor_cookie()
    if cookie is None:
        return None
    if _FILE_MARK not in state:
        state[_FILE_MARK] = file_mark(cookie)
    return str(state[_FILE_MARK])


def visitor_cookie() -> str | None:
    """What the browser was given with its first page."""
    return st.context.cookies.get(COOKIE)


def palette() -> Palette:
    """The colours of charts, by the theme that the browser shows."""
    return DARK if st.context.theme.type == "dark" else LIGHT
