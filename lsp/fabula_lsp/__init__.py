"""The language server: what an editor sees of a story."""
