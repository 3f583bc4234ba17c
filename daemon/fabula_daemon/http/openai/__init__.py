"""The proxy: OpenAI's completions for any program that speaks them, with the author's world added."""
