"""What holds for every test: the user's folders are out of reach, the internet is too, the interface speaks English, nothing is left in the checkout."""

import itertools
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, configuration, settings

from briefing_app.export.allowed import PRODUCER
from briefing_app.paths import DATA_VARIABLE
from tests.offline import sitecustomize as offline

CHECKOUT = Path(__file__).parent.parent

HERE = tempfile.TemporaryDirectory(prefix="briefing-app-tests-")
HOME = Path(HERE.name)
"""Stands in for the user's home in this process and in all that it starts; goes when the process ends."""

ENVIRONMENT = {
    "HOME": HOME,
    "USERPROFILE": HOME,
    "APPDATA": HOME / "appdata",
    "LOCALAPPDATA": HOME / "appdata",
    "XDG_CACHE_HOME": HOME / "cache",
    "XDG_CONFIG_HOME": HOME / "config",
    "XDG_DATA_HOME": HOME / "data",
    "XDG_STATE_HOME": HOME / "state",
    "XDG_RUNTIME_DIR": HOME / "run",
    DATA_VARIABLE: HOME / "briefing-app",
    offline.RECORD_VARIABLE: HOME / "went-online",
    "HYPOTHESIS_STORAGE_DIRECTORY": HOME / "hypothesis",
    # Processes that tests start find the package's source, the tests' builders and, as sitecustomize, the ban on the internet.
    "PYTHONPATH": os.pathsep.join([str(CHECKOUT / "tests" / "offline"), str(CHECKOUT)]),
    "PYTHONDONTWRITEBYTECODE": "1",
    "QT_QPA_PLATFORM": "offscreen",
    "LANG": "C.UTF-8",
    "LANGUAGE": "C.UTF-8",
    "LC_ALL": "C.UTF-8",
}

# Before any test module is imported, so that none can remember the real folders.
os.environ.update({name: str(value) for name, value in ENVIRONMENT.items()})
(HOME / "run").mkdir(mode=0o700)  # Qt warns about any other mode

configuration.set_hypothesis_home_dir(HOME / "hypothesis")
# How long a machine takes, busy as it may be, says nothing of what is tested.
settings.register_profile("here", deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("here"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")

_numbers = itertools.count()


def pytest_unconfigure():
    HERE.cleanup()


@pytest.fixture(autouse=True)
def _own_data_folder(monkeypatch):
    """Give each test a data folder that no other test has written to; it does not exist yet."""
    monkeypatch.setenv(DATA_VARIABLE, str(HOME / "users" / str(next(_numbers)) / "briefing-app"))


@pytest.fixture
def went_online():
    """Return the file that notes attempts to reach the internet; a test of the ban itself removes it."""
    return Path(os.environ[offline.RECORD_VARIABLE])


@pytest.fixture(autouse=True)
def _offline(went_online):
    """Fail the test when it, or a process it started, reached for the internet, even if the refusal was swallowed."""
    yield
    if went_online.exists():
        attempts = went_online.read_text("utf-8")
        went_online.unlink()
        pytest.fail(f"reached for the internet: {attempts}")


@pytest.fixture(autouse=True)
def _every_pdf_written_conforms(request):
    """Hold every PDF that a test's code wrote into its folder to the standards it claims; print files claim none."""
    folder = request.getfixturevalue("tmp_path") if "tmp_path" in request.fixturenames else None
    yield
    for file in sorted(folder.rglob("*.pdf")) if folder else ():
        data = file.read_bytes() if file.is_file() and not file.name.endswith("-print.pdf") else b""
        if PRODUCER.encode() in data:
            from tests.conforming import conforming

            conforming(data)
