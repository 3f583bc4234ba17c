"""The name detector's training: from novels, and excerpts with gold names, to fabula_daemon's weights."""
