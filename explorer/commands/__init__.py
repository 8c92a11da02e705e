"""The commands of ``python -m explorer``: a module each, with its own arguments."""
