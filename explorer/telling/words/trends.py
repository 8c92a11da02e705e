"""Why the answers of two waves are not compared."""

from explorer.survey.asking.groups import NEW_GROUP, RETURNING_GROUP
from explorer.survey.asking.selection import Population
from explorer.survey.codebook.model import Comparability, Question


def no_trend(
    question: Question, wave: int, before: int | None, population: Population, group: str | None = None
) -> str | None:
    """In Dutch, why a question has no trend to ``wave`` under a selection; None where it has one."""
    if before is not None and (population is Population.NEW or group == NEW_GROUP):
        return f"Deze gemeenten deden in {before} niet mee."
    if before is not None and group == RETURNING_GROUP:
        return "Deze groep heeft geen eerdere meting. Wat het rapport van deze gemeenten noemt, staat bij ‘landelijk’."
    return why_not_comparable(question, wave, before)


def why_not_comparable(question: Question, wave: int, before: int | None) -> str | None:
    """In Dutch, why no answer to a question is compared between two waves; None where they are."""
    if before is None:
        return f"{wave} was de eerste meting: een eerdere is er niet."
    use = question.use_in(wave)
    if use is None:
        return f"De vraag is in {wave} niet gesteld."
    if use.compare is Comparability.IDENTICAL:
        return None
    if use.reason is not None:
        return use.reason
    what = "nieuw" if use.compare is Comparability.NEW else "veranderd"
    return f"We nemen aan dat de vraag {what} is in {wave}." if use.assumed else f"De vraag is {what} in {wave}."
