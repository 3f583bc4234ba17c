"""What of a continuation may be shown: nobody who has no business there, and nothing copied."""
