"""Pack + audience + copy -> Briefing: what is printed, in which order and words, before any renderer."""
