"""Figures → Vega-Lite dictionaries. Pure functions; they know no Streamlit and no database.

Each chart has a partner that says the same figures in Dutch sentences, for who does not see the picture.
"""
