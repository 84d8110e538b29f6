"""Starting the app."""

import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from briefing_app import __version__

STARTS = [
    pytest.param([str(Path(sysconfig.get_path("scripts"), "briefing-app"))], id="by its command"),
    pytest.param([sys.executable, "-m", "briefing_app"], id="by python -m"),
]


@pytest.mark.parametrize("start", STARTS)
def test_the_app_starts_and_says_its_version(start):
    result = subprocess.run([*start, "--version"], capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")
    assert __version__ in result.stdout


@pytest.mark.parametrize("start", STARTS)
def test_the_exit_code_reaches_the_shell(start):
    result = subprocess.run([*start, "inspect", "no-such-file.txt"], capture_output=True, text=True, check=False)
    assert result.returncode == 4
    assert "no-such-file.txt" in result.stderr
    assert "Traceback" not in result.stderr


def test_being_imported_starts_nothing():
    code = "import sys, briefing_app.__main__; sys.exit(any(name.startswith('briefing_app.cli') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
