"""Cue tables, one file of data a language, and one for names in any: what a linguist would edit."""
