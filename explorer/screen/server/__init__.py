"""The server around Streamlit: routes, headers, the Dutch document, what is shown when a page breaks off."""
