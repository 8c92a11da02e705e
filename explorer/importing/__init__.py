"""Reads survey exports: simulated waves and real ones alike, in the form of the contract, and strictly."""

from explorer.importing.comments import Comment
from explorer.importing.contacts import Contact, read_contacts
from explorer.importing.wave_export import Response, read_wave
from explorer.importing.waves import Wave, read_waves

__all__ = ["Comment", "Contact", "Response", "Wave", "read_contacts", "read_wave", "read_waves"]
