"""What the narration says: who acts, who is where, in which tense, and what it claims of people."""
