"""Simulated waves: answers of real municipalities that nobody gave, with the counts of the printed report.

``docs/simulation.md`` says how, and lists every free choice.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from explorer.inputs.simulate.assignment import Assigner, Groups
from explorer.inputs.simulate.contacts import draw_contacts
from explorer.inputs.simulate.margins import load_margins
from explorer.inputs.simulate.participation import Part, Participation, draw_participation
from explorer.inputs.simulate.places import load_places
from explorer.inputs.simulate.stages import draw_stages
from explorer.inputs.simulate.writing import draw_responses, write_contacts, write_wave
from explorer.paths import DATA
from explorer.survey.codebook.model import Codebook
from explorer.survey.codebook.source import load_codebook

SEED = 5
"""The seed of the committed files: of the first eight the one with the least chance correlation with the codes."""


def simulate(out_folder: Path, seed: int = SEED, data_folder: Path = DATA) -> tuple[Path, ...]:
    """Write ``2019.csv``, ``2020.csv`` and ``contacts.csv``; the same seed gives the same bytes.

    Reads ``codebook.yaml`` and ``geo/`` below ``data_folder``. Takes a few seconds.

    Raises:
        SourceError: the chosen counts cannot hold together.
    """
    codebook = load_codebook(data_folder / "codebook.yaml")
    rng = np.random.default_rng(seed)
    participation = draw_participation(load_places(data_folder / "geo"), rng)
    contacts = draw_contacts(participation, codebook, rng)
    assigner = Assigner(codebook, _groups(participation), draw_stages(participation, codebook.waves, rng), rng)
    _answer_everything(assigner, codebook)
    out_folder.mkdir(parents=True, exist_ok=True)
    paths = tuple(out_folder / f"{wave}.csv" for wave in contacts)
    for path, (wave, in_wave) in zip(paths, contacts.items(), strict=True):
        write_wave(path, wave, codebook, draw_responses(wave, in_wave, rng), assigner.answers)
    write_contacts(out_folder / "contacts.csv", contacts)
    return (*paths, out_folder / "contacts.csv")


def _answer_everything(assigner: Assigner, codebook: Codebook) -> None:
    margins = load_margins(codebook)
    for wave in codebook.waves:
        for question in codebook.questions:
            if question.use_in(wave) is not None:
                assigner.assign(question, wave, margins[question.id])


def _groups(participation: Participation) -> Mapping[int, Groups]:
    panel = participation.playing(Part.PANEL)
    return {
        2019: {"total": participation.respondents(2019), "panel": panel, "left": participation.playing(Part.LEFT)},
        2020: {
            "total": participation.respondents(2020),
            "panel": panel,
            "new": participation.playing(Part.LATE, Part.JOINED),
        },
    }
