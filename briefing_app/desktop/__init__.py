"""The window: all of Qt, and nothing that works without it."""
