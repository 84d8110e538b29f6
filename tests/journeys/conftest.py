"""Journeys through the window have its fixtures; those through the command line need none."""

from tests.desktop.fixtures import *  # noqa: F403 - fixtures are found by their names here
