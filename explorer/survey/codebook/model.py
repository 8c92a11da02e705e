"""The codebook as frozen dataclasses: sections, questions, options, nets, phases, comparability.

Source: ``data/codebook.yaml``. :func:`load_codebook` refuses a codebook that contradicts itself
(:mod:`explorer.survey.codebook.checks`) and names the entry and its line.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from explorer.errors import SelectionError


class QuestionType(StrEnum):
    """How a question is answered: one or several options, once or per item."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    MATRIX_SINGLE = "matrix_single"
    MATRIX_MULTIPLE = "matrix_multiple"

    @property
    def is_matrix(self) -> bool:
        return self in (QuestionType.MATRIX_SINGLE, QuestionType.MATRIX_MULTIPLE)

    @property
    def allows_several(self) -> bool:
        return self in (QuestionType.MULTIPLE, QuestionType.MATRIX_MULTIPLE)


class Comparability(StrEnum):
    """How a question relates to the wave before. Only ``IDENTICAL`` gives a trend."""

    FIRST = "first"
    IDENTICAL = "identical"
    RECODED = "recoded"
    SPLIT = "split"
    MERGED = "merged"
    NEW = "new"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Phase:
    """A place on the way from 0 (not yet) to 3 (furthest); orders and colours, never scores."""

    id: int
    label: str


THEME = "thema"
"""The kind of a section whose number is no part of its name."""


@dataclass(frozen=True, slots=True)
class Section:
    """An action line, pillar or theme: one view in SQL, one page on the screen."""

    id: str
    slug: str
    kind: str
    number: int
    label: str
    short: str

    @property
    def kicker(self) -> str:
        """What stands above its title: "Pijler 2"; the number of a theme means nothing, so it is "Thema"."""
        kind = self.kind.capitalize()
        return kind if self.kind == THEME else f"{kind} {self.number}"


@dataclass(frozen=True, slots=True)
class Option:
    """An answer that can be given. ``exclusive`` ones stand alone in a multiple response.

    ``statement`` is the answer of a matrix as a clause in the singular with ``{item}`` in the place of the item's
    phrase: of a matrix_single what a municipality does ("kent {item} niet"), of a matrix_multiple what the item does,
    verb first ("doet {item} niet mee").
    """

    id: str
    label: str
    phase: int | None = None
    exclusive: bool = False
    assumed: bool = False
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A row of a matrix question; ``phrase`` is the item within a sentence, which takes a plural verb or not."""

    id: str
    label: str
    phrase: str | None = None
    is_plural: bool = False


@dataclass(frozen=True, slots=True)
class Net:
    """A named sum of options, counted per respondent; ``statement`` as of an option."""

    id: str
    label: str
    options: tuple[str, ...]
    statement: str | None = None


@dataclass(frozen=True, slots=True)
class Cross:
    """An option counted among the respondents of a net; ``label`` says both."""

    option: str
    within: str
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Headline:
    """The option or net (``answer`` is its id) that stands for the question in an overview."""

    answer: str
    label: str


@dataclass(frozen=True, slots=True)
class Routing:
    """Only respondents whose answer to ``question`` lies in the net or option ``answer`` were asked."""

    question: str
    answer: str


@dataclass(frozen=True, slots=True)
class WaveUse:
    """How a question was used in a wave; ``type`` only where it differed from the question's own."""

    wave: int
    compare: Comparability
    reason: str | None = None
    type: QuestionType | None = None
    assumed: bool = False


@dataclass(frozen=True)
class Question:
    """A question as the codebook describes it."""

    id: str
    section: str
    type: QuestionType
    text: str
    short: str
    options: tuple[Option, ...]
    items: tuple[Item, ...] = ()
    nets: tuple[Net, ...] = ()
    crosses: tuple[Cross, ...] = ()
    headline: Headline | None = None
    asked_if: Routing | None = None
    waves: tuple[WaveUse, ...] = ()

    def use_in(self, wave: int) -> WaveUse | None:
        """How the question was used in ``wave``; None where it was not asked."""
        found = next((use for use in self.waves if use.wave == wave), None)
        return None if found is None or found.compare is Comparability.DROPPED else found

    def type_in(self, wave: int) -> QuestionType:
        """The type of the question in ``wave`` (``administrative_commitment`` was multiple in 2019)."""
        use = self.use_in(wave)
        return use.type if use is not None and use.type is not None else self.type

    def is_comparable(self, wave: int) -> bool:
        """Whether ``wave`` may be compared with the wave before it."""
        use = self.use_in(wave)
        return use is not None and use.compare is Comparability.IDENTICAL

    @property
    def has_phases(self) -> bool:
        """Whether any option has a place on the way: then options are ordered by phase."""
        return any(option.phase is not None for option in self.options)

    def option(self, id: str) -> Option:
        return next(option for option in self.options if option.id == id)

    def label_of(self, answer: str) -> str:
        """The Dutch label of an option or net of this question."""
        answers: tuple[Option | Net, ...] = (*self.options, *self.nets)
        return next(entry.label for entry in answers if entry.id == answer)

    def statement_of(self, answer: str) -> str | None:
        """The clause of an option or net with ``{item}`` in it; None where the codebook has none."""
        answers: tuple[Option | Net, ...] = (*self.options, *self.nets)
        return next(entry.statement for entry in answers if entry.id == answer)

    def label_of_cross(self, option: str) -> str:
        """The Dutch label of a cross: its own, or that of its option with the net within which it counts."""
        cross = next(cross for cross in self.crosses if cross.option == option)
        return cross.label or f"{self.label_of(option)}, binnen ‘{self.label_of(cross.within)}’"

    def members_of(self, answer: str) -> tuple[str, ...]:
        """The option ids that an option or net stands for."""
        net = next((net for net in self.nets if net.id == answer), None)
        return net.options if net is not None else (answer,)


@dataclass(frozen=True)
class Codebook:
    """All sections and questions, in the order in which they are shown."""

    phases: tuple[Phase, ...]
    sections: tuple[Section, ...]
    questions: tuple[Question, ...]

    @cached_property
    def _questions_by_id(self) -> dict[str, Question]:
        return {question.id: question for question in self.questions}

    @property
    def waves(self) -> tuple[int, ...]:
        """Every wave that a question knows, oldest first."""
        return tuple(sorted({use.wave for question in self.questions for use in question.waves}))

    def question(self, id: str) -> Question:
        """Raises SelectionError where the codebook has no such question."""
        try:
            return self._questions_by_id[id]
        except KeyError:
            raise SelectionError(f"Onbekende vraag '{id}'. Het codeboek noemt alle vragen.") from None

    def section(self, id: str) -> Section:
        """Raises SelectionError where the codebook has no such section."""
        found = next((section for section in self.sections if section.id == id), None)
        if found is None:
            known = ", ".join(section.id for section in self.sections)
            raise SelectionError(f"Onbekend onderdeel '{id}'. Kies uit: {known}.")
        return found

    def questions_of(self, section: str) -> tuple[Question, ...]:
        return tuple(question for question in self.questions if question.section == section)
