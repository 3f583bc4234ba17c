"""Everything that starts a model server: the environment it runs in, how it is started, watched and ended."""
