"""Reads survey exports: simulated waves and real ones alike, in the form of the contract, and strictly."""

from explorer.inputs.importing.comments import Comment
from explorer.inputs.importing.contacts import Contact, read_contacts
from explorer.inputs.importing.wave_export import Submission, read_wave
from explorer.inputs.importing.waves import read_waves
from explorer.survey.figures.waves import Wave

__all__ = ["Comment", "Contact", "Submission", "Wave", "read_contacts", "read_wave", "read_waves"]
