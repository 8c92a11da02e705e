"""The Verkenner: explorer of the benchmark Eén tegen eenzaamheid.

Data flows one way: ``data/`` → :mod:`explorer.store.versions` (build) → DuckDB → :mod:`explorer.gateway.door` →
:mod:`explorer.survey.figures.figure` → charts and sentences → ``pages/``.
"""
