"""How long the work of one edit takes until its page is there to be seen, in a pack of twelve pages."""

import dataclasses

from briefing_app.domain.briefing import Copy
from briefing_app.domain.pack import ByAudience
from briefing_app.workbench import previewing
from briefing_app.workbench.pages import Sent
from briefing_app.workbench.workers import Worker
from tests.benchmarks.measures import Times, line
from tests.builders import pack

PAGES, REPEATS = 12, 15
SCALE = 1.4
"""Device pixels a point: a page as wide as the pane of a window 1440 wide."""


def twelve_pages(worker):
    """Return a pack of twelve pages, and the words sent for it."""
    for count in range(20, 400, 4):
        asks = " ".join(f"r{number}" for number in range(1, 9))
        context = " ".join(f"c{number} n{number}" for number in range(1, count))
        made = pack(f"Asks: {asks} | Voices: q1 q2 q3 | Context: {context}", audiences="canada mexico")
        pages = worker.submit(previewing.preview, Sent().parcel(made, {}), "canada", Copy.HAND_OVER, 1, 0.0).result().report.pages
        if pages >= PAGES:
            return made, pages
    raise AssertionError("no pack is that long")


def main():
    worker = Worker(previewing.prepare)
    made, pages = twelve_pages(worker)
    seen, judged, sent = Times(), Times(), Sent()
    for repeat in range(REPEATS + 2):
        edited = dataclasses.replace(made, bottom_line=ByAudience(f"Act together, and act by the {repeat + 1}th."))
        with seen.measured():
            parcel = sent.parcel(edited, {})
            shown = worker.submit(previewing.preview, parcel, "canada", Copy.HAND_OVER, 1, SCALE).result()
            sent.arrived(parcel)
        with judged.measured():
            worker.submit(previewing.judged, shown.key).result()
    worker.close()
    line(f"edit to preview: {pages} pages", Times(seen[2:]))
    line("then: verified and checked", Times(judged[2:]))
