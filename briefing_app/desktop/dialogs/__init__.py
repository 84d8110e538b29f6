"""Dialogs, each freed when it closes."""
