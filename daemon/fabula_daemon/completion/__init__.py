"""From the cursor to the text that is shown there: prompt, candidate, gate, suggestion."""
