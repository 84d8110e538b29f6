"""Cue tables, one module a language: what a linguist would edit."""
