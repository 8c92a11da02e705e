"""The claim of one question: what its heading says."""

from collections.abc import Iterable, Sequence
from fractions import Fraction

from explorer.survey.codebook.model import Question
from explorer.survey.figures.figure import ABOUT_EQUAL_POINTS, Figure, Kind, ReleaseStatus, find
from explorer.survey.figures.question import QuestionFigures
from explorer.telling.claims.claim import Claim, ClaimKind, claim_of
from explorer.telling.words.answers import answered
from explorer.telling.words.withheld import is_range, middle_of, stands_in_words, status_of


def heading_claim(qf: QuestionFigures) -> Claim:
    """A question with a headline, or else a net, claims what that figure carries; a matrix its largest share; another
    one its most chosen answers.
    """
    if not answered(qf.now) and not any(map(stands_in_words, qf.now)):
        return Claim(ClaimKind.NOTHING)
    if qf.question.items:
        return _of_matrix(qf)
    standing = standing_claim(qf)
    if standing.kind is not ClaimKind.NOTHING:
        return standing
    return _of_options(qf)


def standing_claim(qf: QuestionFigures) -> Claim:
    """The claim of the figure that stands for a question, its headline or else its first net; ``NOTHING`` without."""
    question = qf.question
    figure, label = None, ""
    if question.headline is not None:
        figure, label = find(qf.now, question.headline.answer), question.headline.label
    elif question.nets and not question.items:
        figure, label = find(qf.now, question.nets[0].id, kind=Kind.NET), question.nets[0].label
    return Claim(ClaimKind.NOTHING) if figure is None else claim_of(figure, label)


def _of_matrix(qf: QuestionFigures) -> Claim:
    """The largest share of the options; of nets where no option tells anything."""
    told = _with_share(qf.now)
    enough = [figure for figure in told if not figure.has_small_base]
    options = [figure for figure in enough if figure.kind is Kind.OPTION]
    if not enough:
        return _base_claim(told)
    (top, *_) = _largest(options or enough)
    return claim_of(top, _label(qf.question, top))


def _of_options(qf: QuestionFigures) -> Claim:
    options = [figure for figure in qf.now if figure.kind is Kind.OPTION]
    told = _with_share(options)
    common = [figure for figure in options if status_of(figure) is ReleaseStatus.ALMOST_ALL]
    if common:
        return Claim(ClaimKind.LARGEST, tuple(common), _label(qf.question, common[0]))
    if not told:
        nets = [figure for figure in _with_share(qf.now) if figure.kind is Kind.NET]
        return claim_of(nets[0], _label(qf.question, nets[0])) if nets else Claim(ClaimKind.NOTHING)
    if told[0].has_small_base:
        return _base_claim(told)
    return _most_chosen(qf, options, told)


def _most_chosen(qf: QuestionFigures, options: Sequence[Figure], told: Sequence[Figure]) -> Claim:
    """Nothing is called the most where an option without a number may be larger, or another is about equal."""
    top = _largest(told)
    label = _label(qf.question, top[0])
    if middle_of(top[0]) == 0 and len(told) == len(options):
        return Claim(ClaimKind.NONE, tuple(top), label)
    if not _is_surely_most(top, options):
        return claim_of(top[0], label)
    if any(map(is_range, told)):
        return Claim(ClaimKind.LARGEST, tuple(top), label)
    close = [figure for figure in _by_size(told) if figure in top or not _is_clearly_more(top[0], figure)]
    return Claim(ClaimKind.LARGEST if len(close) == 1 else ClaimKind.SIMILAR, tuple(close), label)


def _is_clearly_more(top: Figure, other: Figure) -> bool:
    return 100 * (share_of(top) - share_of(other)) > ABOUT_EQUAL_POINTS


def _base_claim(figures: Sequence[Figure]) -> Claim:
    """How many answered, of figures with a small base; ``NOTHING`` without any."""
    return Claim(ClaimKind.BASE, (figures[0],)) if figures else Claim(ClaimKind.NOTHING)


def _is_surely_most(top: Sequence[Figure], figures: Iterable[Figure]) -> bool:
    """Whether no other option may have been chosen more, by all that is told of it."""
    others = [one for one in figures if one not in top]
    if not all(_is_surely_small(one) for one in others if one.n is None and not is_range(one)):
        return False
    if not any(map(is_range, (*top, *others))):
        return True
    return len(top) == 1 and all((one.n_high or 0) < (top[0].n_low or 0) for one in others if one.n_high is not None)


def _is_surely_small(figure: Figure) -> bool:
    """Whether an option without a number cannot be the most chosen one: too few chose it, or nothing is known of it."""
    return figure.withheld is None or status_of(figure) is ReleaseStatus.FEWER_THAN_5


def share_of(figure: Figure) -> Fraction:
    """The share of a figure that has one; of a range that of the number in it, or of its middle."""
    middle = middle_of(figure)
    if middle is None or not figure.base:
        raise ValueError("a withheld figure has no share")
    return Fraction(middle) / figure.base


def _with_share(figures: Iterable[Figure]) -> list[Figure]:
    return [figure for figure in figures if middle_of(figure) is not None and figure.base]


def _by_size(figures: Iterable[Figure]) -> list[Figure]:
    return sorted(figures, key=share_of, reverse=True)


def _largest(figures: Sequence[Figure]) -> list[Figure]:
    """All figures that have the largest share, in their own order."""
    most = max(map(share_of, figures))
    return [figure for figure in figures if share_of(figure) == most]


def _label(question: Question, figure: Figure) -> str:
    if figure.option is None:
        raise ValueError("a figure of a question has an option")
    return question.label_of(figure.option)
