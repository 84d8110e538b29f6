"""The same build and input give the same bytes: in any order of a batch, in another process, and through any compression."""

import hashlib
import subprocess
import sys

import pytest
from hypothesis import given, settings

from briefing_app.catalogue.brands import load_brand
from briefing_app.domain.briefing import Heading, InternalBriefing, Note, Paragraph, Quotation, Sheet, TalkingPoints
from briefing_app.domain.fidelity.grades import Grade
from briefing_app.export.pdf.entry import write_pdf
from briefing_app.export.pdf.tagging.sameness import content_digest
from tests.export.pdf.making import made_briefings, small, words

LETTERS = small(
    Heading(1, "Ωmega and “more”", "h"),
    Paragraph(words("First of all, 32 % – l’été\u00a0!", note=1), "p"),
    Quotation((words("« Oui »", language="fr"),), "Ada", "Role", "fr", Grade.EXACT, "q"),
    notes=(Note(1, words("A note")),),
)
PLAIN = small(Heading(1, "Another", "h"), Paragraph(words("Zebra quartz"), "p"))
INTERNAL = InternalBriefing(PLAIN, (Sheet("A", (TalkingPoints("Say", ("One", "Two")),)),))
BATCH = {
    "letters": (LETTERS, "neutral"),
    "plain": (PLAIN, "signal"),
    "internal": (INTERNAL, "neutral"),
    "signal": (LETTERS, "signal"),
}


def written(name):
    composed, brand = BATCH[name]
    return write_pdf(composed, load_brand(brand), {}).data


def digests(names):
    return {name: hashlib.sha256(written(name)).hexdigest() for name in names}


@pytest.mark.parametrize("shift", range(len(BATCH)))
def test_a_batch_in_any_order_gives_the_same_files(shift):
    names = list(BATCH)

    assert digests([*names[shift:], *names[:shift]]) == digests(reversed(names))


def test_another_process_gives_the_same_files():
    script = "from tests.export.pdf.test_sameness import *; print(sorted(digests(reversed(list(BATCH))).items()))"
    other = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert other.stdout.strip() == str(sorted(digests(BATCH).items()))


def test_files_that_differ_have_other_digests_and_identifiers():
    files = [written(name) for name in BATCH]

    assert len({content_digest(data) for data in files}) == len(BATCH)
    assert len({data[data.rindex(b"/ID") :][:80] for data in files}) == len(BATCH)


@settings(max_examples=5, deadline=None)
@given(made=made_briefings())
def test_any_briefing_gives_the_same_bytes_again(made):
    briefing, _ = made

    before = write_pdf(briefing, load_brand("neutral"), {}).data
    written("signal")

    assert write_pdf(briefing, load_brand("neutral"), {}).data == before
