"""Figures as rows with Dutch columns."""
