"""Packs are built without a window: no part of Qt is loaded for them."""

import subprocess
import sys

EXPORTS_WITHOUT_A_WINDOW = """
import pkgutil, sys
import briefing_app.workbench
for module in pkgutil.iter_modules(briefing_app.workbench.__path__, "briefing_app.workbench."):
    __import__(module.name)
from briefing_app.cli.application import run
code = run(["demo", "--out", sys.argv[1]])
loaded = sorted(name for name in sys.modules if name.split(".")[0] in {"PySide6", "shiboken6"})
sys.exit(f"the demo ended with {code}" if code else f"loaded: {loaded}" if loaded else 0)
"""


def test_a_headless_export_never_loads_qt(tmp_path):
    result = subprocess.run(
        [sys.executable, "-c", EXPORTS_WITHOUT_A_WINDOW, str(tmp_path / "packs")], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr
    assert list((tmp_path / "packs").glob("*.pdf"))
