"""What the story says, found again: index.db, the two processes that write it, and search."""
