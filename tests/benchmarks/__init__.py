"""Measures, never asserted: see README.md beside this."""
