"""Retraining on new chapters, from corpus to promotion."""
