"""A text as it stands: lines, blocks, sentences, what is spoken and what is told, front matter, links."""
