"""Streamlit: who looks, what is selected, and the blocks that pages are made of. No SQL, no reshaping of data."""
