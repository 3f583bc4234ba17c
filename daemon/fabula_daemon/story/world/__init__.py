"""What the author has laid down: sheets, timeline and rules, the canon they make, and what is wrong in it."""
