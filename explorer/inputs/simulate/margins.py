"""The chosen counts of ``margins.yml`` as frozen dataclasses."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from explorer.errors import SourceError
from explorer.survey.codebook.model import Codebook, Question

MARGINS = Path(__file__).parent / "margins.yml"
SKIPPED = "skipped"
"""The pseudo-answer of who left a question empty."""
WITHIN = "@"
"""``option@net``: the option, counted among the respondents of the net."""

Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Joint:
    """``count`` of those whose answer to ``of_question`` in ``of_wave`` was ``given`` now answer ``here``."""

    of_question: str
    of_wave: int
    given: str
    here: str
    count: int


@dataclass(frozen=True, slots=True)
class TicksOnce:
    """Who answered ``answer`` to ``question`` ticks ``option`` for at least one item, all others for none."""

    option: str
    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class WaveMargins:
    """Counts of one question in one wave per group and item (None without items).

    ``repeats`` is the number of panel members that give the same answer as in the wave before: per option where
    several may be chosen, else under the key of the question itself.
    """

    groups: Mapping[str, Mapping[str | None, Counts]]
    repeats: Counts = field(default_factory=dict)
    joints: tuple[Joint, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionMargins:
    """All that was chosen for one question; see the head of ``margins.yml``."""

    waves: Mapping[int, WaveMargins]
    pull: Mapping[str, float]
    leans_on: Mapping[str, Mapping[str, Mapping[str, float]]]
    ticks_once: TicksOnce | None


def load_margins(codebook: Codebook, path: Path = MARGINS) -> dict[str, QuestionMargins]:
    """Read the chosen counts, in the codebook's order of questions.

    Raises:
        SourceError: a question that the codebook asks in a wave has no counts, or counts an unknown answer.
    """
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))["questions"]
    return {question.id: _question(question, entries.get(question.id, {})) for question in codebook.questions}


def _question(question: Question, entry: dict[Any, Any]) -> QuestionMargins:
    joints = entry.get("joint", {})
    waves = {
        use.wave: _wave(question, entry.get(use.wave), joints.get(use.wave, []))
        for use in question.waves
        if question.use_in(use.wave)
    }
    ticks_once = TicksOnce(**entry["ticks_once"]) if "ticks_once" in entry else None
    return QuestionMargins(waves, _pull(question, entry), entry.get("leans_on", {}), ticks_once)


def _wave(question: Question, entry: dict[str, Any] | None, joints: list[dict[str, Any]]) -> WaveMargins:
    if entry is None:
        raise SourceError(f"margins.yml mist de aantallen van '{question.id}' in een van zijn metingen. Vul ze aan.")
    repeats = entry.get("repeats", {})
    groups = {group: _per_item(question, counts) for group, counts in entry.items() if group != "repeats"}
    return WaveMargins(
        groups=groups,
        repeats={question.id: repeats} if isinstance(repeats, int) else repeats,
        joints=tuple(_joint(joint) for joint in joints),
    )


def _per_item(question: Question, counts: dict[str, Any]) -> dict[str | None, Counts]:
    per_item: dict[str | None, Counts] = {None: counts}
    if question.items:
        per_item = {item.id: counts[item.id] for item in question.items}
    known = {SKIPPED, *(option.id for option in question.options), *(net.id for net in question.nets)}
    for answer in (part for found in per_item.values() for key in found for part in key.split(WITHIN)):
        if answer not in known:
            raise SourceError(f"margins.yml telt bij '{question.id}' het onbekende antwoord '{answer}'. Verbeter dat.")
    return per_item


def _joint(entry: dict[str, Any]) -> Joint:
    [(question, wave)] = entry["of"].items()
    return Joint(question, wave, given=entry["is"], here=entry["here"], count=entry["count"])


def _pull(question: Question, entry: dict[Any, Any]) -> dict[str, float]:
    """What the stage adds to each option: chosen, or from -1 (phase 0) to 1 (phase 3)."""
    middle = 1.5
    by_phase = {o.id: (o.phase - middle) / middle for o in question.options if o.phase is not None}
    return {**by_phase, **entry.get("pull", {})}
