"""A library in a folder of its own, closed when the test ends."""

import pytest

from briefing_app.library.store import open_library


@pytest.fixture
def library(tmp_path):
    with open_library(tmp_path / "library.briefinglibrary") as opened:
        yield opened
