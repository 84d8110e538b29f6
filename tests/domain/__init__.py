"""The values all rooms share: their invariants, stated and searched for exceptions."""
