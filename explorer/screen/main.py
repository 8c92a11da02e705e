"""The main script: opens the explorer and runs the page that was asked for. Streamlit runs it on every click."""

from explorer.screen.frame.shell import run

run()
