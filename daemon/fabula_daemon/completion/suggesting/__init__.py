"""From a request to a suggestion: what is written, kept, held back, shown, and what becomes of it."""
