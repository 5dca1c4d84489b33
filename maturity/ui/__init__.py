"""What pages are made of; the only part below them that knows Streamlit."""
