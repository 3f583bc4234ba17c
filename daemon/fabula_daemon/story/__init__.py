"""Text in, facts out. Nothing here opens a file, a socket, a thread, a clock or a model."""
