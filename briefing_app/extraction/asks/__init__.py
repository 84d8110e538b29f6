"""Which sentences and items of lists ask somebody to act, and who is asked."""
