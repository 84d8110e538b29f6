"""From a reading to suggested excerpts: quotes with their speakers, recommendations with their addressees, context."""
