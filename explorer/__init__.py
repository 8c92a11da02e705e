"""The Verkenner: explorer of the benchmark Eén tegen eenzaamheid.

Data flows one way: ``data/`` → :mod:`explorer.store` (build) → DuckDB → :mod:`explorer.gateway` →
:mod:`explorer.figures` → charts and sentences → ``pages/``.
"""
