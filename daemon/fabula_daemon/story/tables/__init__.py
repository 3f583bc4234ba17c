"""What the name detector knows of a language before it has read a word of the story."""
