"""Frozen values and pure functions that every room shares; standard library only."""
