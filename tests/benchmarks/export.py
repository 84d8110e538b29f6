"""How long the sample pack's files take, written by the worker processes of the export dialog."""

import tempfile
import threading
from pathlib import Path

from briefing_app.workbench.exporting import Exporter, Run
from briefing_app.workbench.orders import Outcome, all_orders
from briefing_app.workbench.sample import sample
from tests.benchmarks.measures import Times, line

REPEATS = 5


def write(exporter, run, folder):
    """Write all files and return how many."""
    exporter.write(run, all_orders(run.pack, folder))
    written, pause = 0, threading.Event()
    while exporter.busy:
        written += sum(isinstance(news, Outcome) and news.written for news in exporter.news())
        pause.wait(0.01)
    return written


def main():
    pack, media = sample()
    run = Run(pack, media, pack.brand, overwrite=True)
    cold, warm = Times(), Times()
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(REPEATS):
            exporter = Exporter()
            for times in (cold, warm):
                with times.measured():
                    written = write(exporter, run, Path(folder))
            exporter.close()
    line(f"export: {written} files, processes cold", cold)
    line(f"export: {written} files, processes warm", warm)
