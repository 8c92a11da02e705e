"""The application: Streamlit on the main script, with our routes, headers and warm-up. ``streamlit run app.py``."""

import streamlit as st

from explorer.first_start import ensure_database
from explorer.screen.failure import show_failure
from explorer.screen.server import lifespan, middleware, routes
from explorer.store import default_store

app = st.App(
    "explorer/screen/main.py",
    lifespan=lifespan(lambda: ensure_database(default_store())),
    routes=routes(lambda: default_store().current_path()),
    middleware=middleware(),
    on_script_error=show_failure,
)
