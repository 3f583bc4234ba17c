"""What an author asks her story: cards, outlines, other names, figures, offers, proposals for a world."""
