"""Reading PDF files: pages a second beside three other readers in one run on the same files, and what each makes of the words.

Each reader is called as its own guide says, with its own defaults: pdfminer.six analyses the layout (LAParams), as does pdfplumber
its rows; pypdf takes the words in the order of the file. Ours does all that and the rest of reading: structure, repairs, damage, card.
Counted is computing time, the middle one of several runs, so that other work of the machine weighs little.
"""

import difflib
import io
import logging
import re
from collections import Counter
from collections.abc import Callable
from time import process_time

from briefing_app.domain.reading import shown
from briefing_app.reading.pdf.reader import read_pdf
from tests.benchmarks.measures import line
from tests.reading.pdf.layouts import Layout, Press, dice, story

FILES = {
    "one column": Layout(columns=1, head="Yearly review of ferries", numbered="Page {}"),
    "two columns": Layout(columns=2, justified=True, head="Yearly review of ferries", foot="Draft for comment", numbered="{}"),
    "three columns": Layout(columns=3, size=9, hyphenated=True, indented=True, head="{} Yearly review", numbered="{}"),
}
PARTS = 90
REPEATS = 3
_WORD = re.compile(r"\w+")


def _ours(data: bytes) -> str:
    reading, _ = read_pdf(data, "paper.pdf", "0" * 64)
    return "\n".join(shown(reading, block.span) for block in reading.blocks)


def _pdfminer(data: bytes) -> str:
    from pdfminer.high_level import extract_text

    return extract_text(io.BytesIO(data))


def _pdfplumber(data: bytes) -> str:
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        return "\n".join(page.extract_text() or "" for page in document.pages)


def _pypdf(data: bytes) -> str:
    import pypdf

    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)


READERS: dict[str, Callable[[bytes], str]] = {"ours": _ours, "pdfminer.six": _pdfminer, "pdfplumber": _pdfplumber, "pypdf": _pypdf}


def _against(truth: list[str], words: list[str]) -> tuple[int, int, int]:
    """Return how many words are lost, how many are there that are none of the text's, and how many stand out of order."""
    lost = Counter(truth) - Counter(words)
    strange = Counter(words) - Counter(truth)
    matcher = difflib.SequenceMatcher(None, truth, words, autojunk=False)
    in_order = sum(block.size for block in matcher.get_matching_blocks())
    return lost.total(), strange.total(), len(truth) - lost.total() - in_order


def main():
    """Print a line for each reader and file."""
    logging.disable(logging.WARNING)
    for name, layout in FILES.items():
        parts = story(dice(len(name)), PARTS)
        press = Press(layout, dice(1))
        data = press.pdf(parts)
        truth = [word for part in parts for word in _WORD.findall(part.text)]
        for reader, read in READERS.items():
            text = read(data)
            seconds = sorted(_seconds(read, data) for _ in range(REPEATS))[REPEATS // 2]
            lost, strange, moved = _against(truth, _WORD.findall(text))
            words = f"{lost:5} words lost {strange:5} strange {moved:5} out of order"
            line(f"reading, {name}: {reader}", f"{press.page / seconds:7.1f} pages a second {words}")


def _seconds(read, data):
    """Return the computing time of one reading: the clock's depends on what else the machine does."""
    start = process_time()
    read(data)
    return process_time() - start
