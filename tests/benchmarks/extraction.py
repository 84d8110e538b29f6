"""How many characters a second excerpts are found in."""

from briefing_app.extraction.entry import extract
from briefing_app.paths import resource
from briefing_app.reading.entry import read_bytes, read_file
from tests.benchmarks.measures import Times, line

REPEATS = 9
PAGE = 3_000
"""Characters of a full page of text."""
PAGES = 60


def main():
    readings = [read_file(path).reading for path in sorted(resource("documents").glob("*.txt"))]
    characters = sum(len(reading.text) for reading in readings)
    times = Times()
    for _ in range(REPEATS):
        with times.measured():
            for reading in readings:
                extract(reading, "document", None)
    line(f"extraction: {characters} characters", times)
    line("extraction: characters a second", f"{characters / times.median:9,.0f}")
    paper = "\n\n".join(reading.text for reading in readings)
    paper = "\n\n".join([paper] * (PAGE * PAGES // len(paper) + 1))[: PAGE * PAGES]
    long = read_bytes(paper.encode(), "paper.txt").reading
    times = Times()
    for _ in range(REPEATS):
        with times.measured():
            extract(long, "document", None)
    line(f"extraction: {PAGES} pages", times)
