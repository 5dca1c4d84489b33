"""Sentences that state what numbers show, for a page, a figure's alternative text and files."""
