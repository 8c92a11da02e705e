"""Tells the analyst which waves keep their released figures, whom that is for, and why."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from explorer.building.disclosure.keeping import Settled
from explorer.store.files import DATABASE, open_database
from explorer.survey.formats import counted, listed
from explorer.survey.geography.places import Places

MOST_NAMED = 5
_WHY = (
    "Uit het verschil tussen twee uitgaven zou anders te zien zijn wat een gemeente antwoordde. Het ministerie ziet de "
    "nieuwe cijfers wel. Anderen zien ze pas als er minstens 20 gemeenten bij zijn en de controle dan slaagt."
)


def settled_lines(settled: Iterable[Settled], store: Path, today: Path, places: Places) -> Iterator[str]:
    """A Dutch line per wave that changed too little; ``today`` is the folder of the version that was just made."""
    for one in settled:
        if one.is_changed:
            yield (
                f"Meting {one.wave}: de openbare cijfers blijven die van versie {one.release.version}, want sindsdien "
                f"veranderde alleen dit: {_what_changed(one, store, today, places)}. {_WHY}"
            )


def _what_changed(one: Settled, store: Path, today: Path, places: Places) -> str:
    corrected = corrected_since(store / one.release.version / DATABASE, today / DATABASE, one.wave)
    groups = (one.joined, "kwam erbij"), (one.left, "viel weg"), (corrected or frozenset(), "gaf andere antwoorden")
    told = [f"{what}: {_named(codes, places)}" for codes, what in groups if codes]
    if told:
        return "; ".join(told)
    if corrected is None:
        return "antwoorden of groepen zijn anders, en die versie is weg, dus van wie is niet meer na te gaan"
    return "de groepen zijn anders"


def _named(codes: Iterable[str], places: Places) -> str:
    names = sorted(code if (place := places.find(code)) is None else place.name for code in codes)
    return listed(names) if len(names) <= MOST_NAMED else counted(len(names), "gemeente", "gemeenten")


def corrected_since(before: Path, after: Path, wave: int) -> frozenset[str] | None:
    """Codes of municipalities that answered a wave differently in two databases; None where the first is gone."""
    if not before.is_file():
        return None
    then, now = _answers(before, wave), _answers(after, wave)
    return frozenset(code for code in then.keys() & now.keys() if then[code] != now[code])


def _answers(database: Path, wave: int) -> dict[str, frozenset[object]]:
    sql = """
        select municipality_code, question, item, list_sort(chosen)
        from answer
        inner join participation using (wave, response_id)
        where wave = ?
    """
    found: dict[str, set[object]] = {}
    with closing(open_database(database)) as connection:
        for code, question, item, chosen in connection.execute(sql, [wave]).fetchall():
            found.setdefault(code, set()).add((question, item, tuple(chosen)))
    return {code: frozenset(answers) for code, answers in found.items()}
