"""Makes a version: from ``data/`` through ``queries/`` to a database, its release and its maps."""
