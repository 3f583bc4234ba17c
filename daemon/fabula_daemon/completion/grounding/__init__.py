"""The prompt: what a model is told of the story and its world, one format for everybody who asks."""
