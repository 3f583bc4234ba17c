"""What runs inside vLLM's own process: a folder that is all of Fabula that its environment is shown.

The engines' folder itself could not be: its modules would hide packages of the same names.
"""

from pathlib import Path

FOLDER = Path(__file__).parent
PROCESSOR = "fabula_fence:Fences"

OPENING, BANNED = "fabula_opening", "fabula_banned"
"""What a request says in `vllm_xargs`: what the first token begins with, in hexadecimal digits, and names."""

MOST_BANNED, LONGEST_NAME = 5000, 200
"""How many names are taken, and of how many characters; a request with more or longer ones is refused."""
