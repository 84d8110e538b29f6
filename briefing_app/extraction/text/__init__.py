"""The words that the rules see: plain text, its sentences, the cue tables as patterns, forms of verbs."""
