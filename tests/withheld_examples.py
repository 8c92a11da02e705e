"""Released figures of groups and of the whole country, some without a number, and a municipality that looks."""

from dataclasses import replace

from figure_examples import COALITION_FIGURES, LEAD_FIGURES, ROLES_FIGURES, ROUTES_FIGURES, TOOLS_FIGURES

from explorer.survey.figures.figure import Figure, ReleaseStatus, Withheld
from explorer.survey.figures.question import OwnAnswer, QuestionFigures

RARE = Withheld(ReleaseStatus.FEWER_THAN_5, "Minder dan 5 gemeenten gaven dit antwoord.", None)
COMMON = Withheld(ReleaseStatus.ALMOST_ALL, "Bijna alle gemeenten gaven dit antwoord: hoogstens 4 niet.", None)
NOT_SPLIT = Withheld(ReleaseStatus.NOT_SPLIT, "Te weinig om uit te splitsen.", "nederland")
SMALL = Withheld(
    ReleaseStatus.SMALL_BASE, "Een van deze groepen is te klein. Dan tonen we geen van die groepen.", "nederland"
)
NOT_DEFINED = Withheld(
    ReleaseStatus.NOT_DEFINED, "Dit was de eerste meting: nog geen gemeente deed eerder mee.", "nederland"
)
NOT_PRINTED = Withheld(
    ReleaseStatus.NOT_PRINTED, "Het rapport noemt dit niet. Bekijk de groep die eerder meedeed.", "vaker"
)


def hidden(figure: Figure, why: Withheld) -> Figure:
    return replace(figure, n=None, base=None, withheld=why, status=why.status)


def hide(qf: QuestionFigures, **reasons: Withheld) -> QuestionFigures:
    """Without the numbers of these answers of this wave (of every item)."""
    return replace(
        qf, now=tuple(hidden(one, reasons[one.option or ""]) if one.option in reasons else one for one in qf.now)
    )


def hide_all(qf: QuestionFigures, why: Withheld) -> QuestionFigures:
    return replace(qf, now=tuple(hidden(one, why) for one in qf.now), before=())


def in_group(qf: QuestionFigures, group: str = "noord-oost") -> QuestionFigures:
    """As a group of the release: each count within one of what it is, each base that or one less."""
    return replace(
        qf,
        now=tuple(in_range(one, group) for one in qf.now),
        before=tuple(in_range(one, group) for one in qf.before),
        panel_now=(),
        panel_before=(),
    )


def seen_by(qf: QuestionFigures, **chosen: tuple[str, ...]) -> QuestionFigures:
    """With the answers of a municipality per item; ``answer`` for a question without items."""
    own = tuple(OwnAnswer(None if item == "answer" else item, options) for item, options in chosen.items())
    return replace(qf, own=own)


def in_range(figure: Figure, group: str = "noord-oost") -> Figure:
    """A released range: from one less to one more than the count; a figure without a number stays as it is."""
    if figure.n is None or figure.base is None:
        return replace(figure, group=group)
    return replace(
        figure,
        group=group,
        status=ReleaseStatus.RANGE,
        n_low=max(figure.n - 1, 0),
        n_high=figure.n + 1,
        base_low=figure.base - 1,
        base_high=figure.base,
    )


COALITION_NORTH = in_group(hide(COALITION_FIGURES, none=NOT_SPLIT))
LEAD_IN_WORDS = replace(hide(LEAD_FIGURES, yes=COMMON, no=RARE), before=())
ROUTES_IN_WORDS = hide(ROUTES_FIGURES, several_points=COMMON, other=RARE)
ROLES_HIDDEN = hide(ROLES_FIGURES, lead=RARE, informed=NOT_SPLIT)
TOOLS_NORTH = in_group(hide(TOOLS_FIGURES, unknown=NOT_SPLIT))
