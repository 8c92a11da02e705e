"""Versions of the database: made beside each other, checked, published by pointer, opened to read."""
