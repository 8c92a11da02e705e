"""What is said of a change: of those who answered both times first, and only what chance does not explain."""

from collections.abc import Sequence

from explorer.survey.asking.selection import Population
from explorer.survey.figures.change import Change
from explorer.survey.figures.figure import Figure
from explorer.survey.figures.question import QuestionFigures
from explorer.survey.formats import agreeing, lower_first
from explorer.telling.claims.claim import Claim, ClaimKind
from explorer.telling.words.numbers import out_of_figure, signed_base, signed_count, signed_share


def change_sentence(claim: Claim, figures: Sequence[QuestionFigures]) -> str:
    """One or two sentences on the change of the questions of a page."""
    qf = figures[0]
    if claim.kind is ClaimKind.CHANGE and claim.change is not None:
        return _change(claim.change, claim.label, qf)
    if claim.kind is ClaimKind.PANEL_CHANGE and claim.change is not None:
        return _panel_change(claim.change, claim.label, qf)
    if claim.kind is ClaimKind.DIRECTION and claim.change is not None:
        more = "vaker" if claim.change.certain_direction > 0 else "minder vaak"
        told = f"‘{claim.label}’ was in {qf.wave} {more} het antwoord dan in {qf.previous_wave}."
        return f"{told} Het waren deels andere gemeenten." if _are_others(claim.change) else told
    return _no_change(claim.kind, qf, {one.no_trend for one in figures})


def _no_change(kind: ClaimKind, qf: QuestionFigures, reasons: set[str | None]) -> str:
    before = qf.previous_wave
    if before is None:
        return "Dit is de eerste meting."
    if qf.population is Population.NEW:
        return f"Deze gemeenten deden in {before} niet mee."
    return {
        ClaimKind.NO_CHANGE: f"Geen verschil met {before} is groter dan toeval kan verklaren.",
        ClaimKind.TOO_FEW: f"Voor een vergelijking met {before} zijn er te weinig antwoorden.",
        ClaimKind.OPEN: f"Of er sinds {before} meer veranderde dan door toeval, is uit deze cijfers niet te zeggen.",
    }.get(kind, _not_comparable(before, reasons))


def _not_comparable(before: int, reasons: set[str | None]) -> str:
    """With the reason, where all questions have the same one."""
    (first, *others) = reasons
    if others or first is None:
        return f"Deze antwoorden zijn niet te vergelijken met {before}."
    return f"Geen vergelijking met {before}: {lower_first(first.rstrip('.'))}."


def _change(change: Change, label: str, qf: QuestionFigures) -> str:
    start = f"‘{label}’ veranderde sinds {qf.previous_wave} meer dan door toeval"
    if qf.population is Population.PANEL:
        base = "onbekend" if change.now is None else signed_base(change.now)
        return f"{start}: van {_counts(change.before, change.now)} van dezelfde {base} gemeenten."
    total = f"van {_share(change.before)} naar {_share(change.now)}"
    if not change.panel_has_enough:
        return f"{start}: {total} van wie antwoord gaf ({_out_of(change)}). {_without_panel(change)}"
    panel = f"‘{label}’ ging sinds {qf.previous_wave} bij dezelfde {_base(change)} gemeenten"
    return (
        f"{panel} van {_counts(change.panel_before, change.panel_now)}. Bij alle deelnemers ging het {total}, meer dan "
        f"door toeval.{_against(change)}"
    )


def _are_others(change: Change) -> bool:
    """Whether surely not all who answered now can have answered before."""
    least = None if change.now is None else change.now.base_low
    return least is not None and change.both_at_most is not None and change.both_at_most < least


def _panel_change(change: Change, label: str, qf: QuestionFigures) -> str:
    return (
        f"‘{label}’ ging sinds {qf.previous_wave} bij dezelfde {_base(change)} gemeenten van "
        f"{_counts(change.panel_before, change.panel_now)}, meer dan door toeval. Bij alle deelnemers is het verschil "
        f"({_share(change.before)} en {_share(change.now)}) niet groter dan toeval kan verklaren."
    )


def _counts(before: Figure | None, now: Figure | None) -> str:
    """Such as "38 naar 31"."""
    if before is None or now is None:
        raise ValueError("a change has two figures")
    return f"{signed_count(before)} naar {signed_count(now)}"


def _out_of(change: Change) -> str:
    """Such as "55 van 63, nu 58 van 100"."""
    if change.before is None or change.now is None:
        raise ValueError("a change has two figures")
    return f"{out_of_figure(change.before)}, nu {out_of_figure(change.now)}"


def _share(figure: Figure | None) -> str:
    if figure is None:
        raise ValueError("a change has two figures")
    return signed_share(figure)


def _base(change: Change) -> str:
    if change.panel_now is None:
        raise ValueError("nobody answered both times")
    return signed_base(change.panel_now)


def _without_panel(change: Change) -> str:
    """Why nothing is told of those who answered both times."""
    if change.panel_now is None or change.panel_now.base is None:
        return "Hoe dat bij dezelfde gemeenten ging, is niet openbaar."
    base = change.panel_now.base
    if base == 0:
        return "Geen van hen antwoordde beide keren."
    verb = agreeing(base, "antwoordde", "antwoordden")
    return f"Beide keren {verb} {base} van hen: te weinig om apart te vergelijken."


def _against(change: Change) -> str:
    """That those who answered both times moved otherwise than the total: then it lies in who answered."""
    size, panel = change.size, change.panel_size
    if size is None or panel is None or size * panel > 0:
        return ""
    return " Het verschil komt dus van andere deelnemers."
