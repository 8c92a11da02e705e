"""What robots and other programs ask every site for: which pages to read, an icon, and whom to tell of a leak."""

import os
from datetime import UTC, datetime, timedelta

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

CONTACT = "EXPLORER_SECURITY_CONTACT"
"""Names the environment variable with the address for who finds a leak: ``mailto:…`` or ``https://…``."""

VALID_DAYS = 180

ROBOTS = """\
# Elke pagina mag gelezen worden, maar niet elke keuze van filters: dat zijn er te veel.
User-agent: *
Disallow: /*?
"""


def small_files() -> list[Route]:
    """The routes of these files."""
    return [Route("/robots.txt", _robots), Route("/.well-known/security.txt", _security)]


def _robots(_request: Request) -> Response:
    return PlainTextResponse(ROBOTS)


def _security(_request: Request) -> Response:
    """As RFC 9116 has it. Without a contact there is no file: a made-up one would leave who writes to it unheard."""
    contact = os.environ.get(CONTACT, "").strip()
    if not contact or not contact.isprintable():
        return PlainTextResponse("Hier is geen adres voor meldingen ingesteld.", status_code=404)
    expires = (datetime.now(UTC) + timedelta(days=VALID_DAYS)).strftime("%Y-%m-%dT00:00:00Z")
    return PlainTextResponse(f"Contact: {contact}\nExpires: {expires}\nPreferred-Languages: nl, en\n")
