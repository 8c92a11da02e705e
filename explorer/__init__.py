"""The Verkenner: explorer of the benchmark Eén tegen eenzaamheid.

Nine wings, from the ground up: ``survey``, ``inputs``, ``store``, ``gateway``, ``building``, ``telling``, ``outputs``,
``commands``, ``screen``. README.md says which is for what, and follows one figure through them.
"""
