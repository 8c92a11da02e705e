"""Says that the whole country is shown where a group was asked for."""

from explorer.survey.asking.selection import Selection
from explorer.telling.words.selections import group_label


def widening_notice(asked: Selection, shown: Selection) -> str | None:
    """Why the whole country is shown; None where the group that was asked for is.

    Both selections are of one and the same wave.
    """
    if asked.group is None or asked.group == shown.group:
        return None
    (wave,) = asked.waves
    return (
        f"Van {group_label(asked.group)} zijn de antwoorden op deze pagina voor {wave} niet uit te splitsen: dan zou "
        "te zien zijn wat een gemeente antwoordde. U ziet de landelijke cijfers."
    )
