"""The application: Streamlit on the main script, with our routes, headers and warm-up. ``streamlit run app.py``."""

import streamlit as st

from explorer.building.first_start import ensure_database
from explorer.screen.frame import session
from explorer.screen.server.failure import show_failure
from explorer.screen.server.http import lifespan, middleware, routes
from explorer.store.versions import default_store

app = st.App(
    "explorer/screen/main.py",
    lifespan=lifespan(lambda: ensure_database(default_store())),
    routes=routes(lambda: default_store().current_path()),
    middleware=middleware(session.slugs),
    on_script_error=show_failure,
)
