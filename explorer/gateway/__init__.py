"""The only door to the data of a version: what each viewer may see of it."""

from explorer.gateway.door import Gateway, open_gateway, open_ministry

__all__ = ["Gateway", "open_gateway", "open_ministry"]
