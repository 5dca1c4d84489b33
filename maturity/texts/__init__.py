"""Texts of some length that state no number: the method, and how answers leave other tools."""
