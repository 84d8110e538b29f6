"""Every test of the window may use ``tests.desktop.fixtures``; a widget that is never freed, or a warning of Qt, fails it."""

from tests.desktop.fixtures import *  # noqa: F403 - fixtures are found by their names here
