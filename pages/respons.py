"""Respons."""

from explorer.screen.blocks import page_head
from explorer.screen.session import current

context = current()
page_head(context, "Wie deden mee?", subject="Respons")
