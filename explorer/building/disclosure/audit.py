"""Audits a unit, or finds the result of the very same problem: who can be certain of what."""

import hashlib
import json
from dataclasses import asdict
from time import monotonic

from explorer.building.disclosure.examination import Examination
from explorer.building.disclosure.model import Problem
from explorer.building.disclosure.results import Known, UnitResult
from explorer.errors import DisclosureError

METHOD = 5
"""Raised whenever the method changes: results of another method do not count."""
SECONDS = 60.0
"""Limit of one integer program; most take a few hundredths of a second."""
SECONDS_OF_UNIT = 240.0
"""Limit of a question with all its pairs; most take a second."""
EXAMPLES = 5


def audit(problem: Problem, known: Known) -> UnitResult:
    """The result of a problem; one that is known already for exactly this problem is not computed again."""
    key = key_of(problem)
    result = known.get(key)
    if result is None:
        result = examine(problem, key=key)
        known.add(result)
    return result


def key_of(problem: Problem) -> str:
    """A hash of everything that a result depends on: who took part, what is known, what was answered, the method."""
    content = {
        "method": METHOD,
        "unit": _plain(asdict(problem.unit)),
        "respondents": _plain([asdict(one) for one in problem.respondents]),
        "answers": sorted([_plain(list(key)), sorted(chosen)] for key, chosen in problem.answers.items()),
        "released": _plain(asdict(problem.released)),
        "printed": _plain(asdict(problem.printed)),
    }
    return hashlib.sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()


def _plain(value: object) -> object:
    """Sets in a fixed order; the rest as it is."""
    if isinstance(value, frozenset | set):
        return sorted(value)
    if isinstance(value, dict):
        return {str(name): _plain(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value


def examine(
    problem: Problem, *, key: str = "", seconds: float = SECONDS, seconds_of_unit: float = SECONDS_OF_UNIT
) -> UnitResult:
    """Audit one unit; an audit that does not come to its end is a failure, with its reason in ``unfinished``."""
    started = monotonic()
    examined = Examination(problem, seconds, seconds_of_unit)
    unfinished = None
    try:
        examined.run()
    except DisclosureError as error:
        unfinished = str(error)
    return UnitResult(
        key=key,
        unit=problem.unit.name,
        kinds=len(examined.kinds),
        pairs=examined.n_pairs,
        targets=len(examined.system.targets),
        forced_outsider=examined.count(0),
        forced_insiders=examined.count(1),
        forced_pairs=examined.count(2),
        nearly=examined.nearly,
        by_report=examined.by_report,
        derivable=examined.derivable,
        recovered=examined.recovered,
        examples=tuple(examined.examples[:EXAMPLES]),
        seconds=round(monotonic() - started, 2),
        remedy=examined.remedy,
        unfinished=unfinished,
    )
