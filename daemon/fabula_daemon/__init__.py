"""Fabula keeps a story true while its author tells it."""

__version__ = "0.1.0"
