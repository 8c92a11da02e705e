"""Municipalities and provinces: names, years, and what became of them."""
