"""A book of a thousand pages leaves a small computer room to breathe."""

import subprocess
import sys

import pytest

from tests.reading.pdf.layouts import Layout, Press, dice, story

_READ = """
import re, sys
from pathlib import Path
from briefing_app.reading.pdf.reader import read_pdf
reading, _ = read_pdf(Path(sys.argv[1]).read_bytes(), "book.pdf", "0" * 64)
# Not getrusage: its highest mark is handed down by whoever starts a process.
print(reading.pages, int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="a process can look its memory up on Linux alone")
def test_a_thousand_pages_take_less_than_three_hundred_mebibytes(tmp_path):
    layout = Layout(columns=2, head="Yearly review of ferries", numbered="Page {}", justified=True, margin=50, top=70, bottom=70)
    press = Press(layout, dice(1))
    path = tmp_path / "book.pdf"
    path.write_bytes(press.pdf(story(dice(1), 20_500)))
    told = subprocess.run([sys.executable, "-c", _READ, str(path)], capture_output=True, text=True, check=True)
    pages, mebibytes = map(int, told.stdout.split())
    assert pages >= 1000
    assert mebibytes < 300
