"""The main job, end to end: the bundled documents in, the sample pack's copies for seven delegations out."""

import re

import pypdfium2
import pytest
from docx import Document

from briefing_app.cli.application import run
from briefing_app.composition.entry import compose
from briefing_app.domain.briefing import AskGroup, Copy, Quotation, plain, shared_part
from briefing_app.domain.fidelity.grades import Grade, grade_outside
from briefing_app.domain.reading import shown
from briefing_app.domain.span import Span
from briefing_app.packs.storing import load
from briefing_app.wordfile.package import parts_of
from briefing_app.wordfile.walking import paragraphs

AUDIENCES = ["canada", "european-commission", "g20-donors", "mexico", "unhcr", "united-states", "world-bank"]
STEM = "follow-up-to-the-north-american-leaders-summit"


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    assert run(["demo", "--out", str(folder)]) == 0
    return folder


@pytest.fixture(scope="module")
def pack(out):
    return load(out / "summit.briefpack")[0]


def pages(path):
    document = pypdfium2.PdfDocument(path)
    try:
        return [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()


def test_a_pack_file_and_every_copy_of_every_audience_are_written(out):
    copies = ["hand-over.pdf", "internal.pdf", "hand-over.docx", "internal.docx", "working.docx"]
    expected = {f"{STEM}-{audience}-{copy}" for audience in AUDIENCES for copy in copies}
    assert {path.name for path in out.iterdir()} == expected | {"summit.briefpack"}


def asks(pack, audience):
    parts = shared_part(compose(pack, audience, Copy.HAND_OVER)).parts
    groups = [block for part in parts for block in part.blocks if isinstance(block, AskGroup)]
    return tuple((group.title, ask.placement) for group in groups for ask in group.asks)


def test_each_audience_is_asked_something_of_its_own(pack):
    asked = {audience: asks(pack, audience) for audience in AUDIENCES}
    assert len({tuple(placement for _, placement in pairs) for pairs in asked.values()}) == len(AUDIENCES)
    assert asked["canada"][0] == ("Canada, with Mexico and the United States", "declaration")
    assert asked["unhcr"][0] == ("UNHCR, with the United States and the World Bank", "convene")
    assert {title for title, _ in asked["european-commission"]} == {
        "European Commission, as a donor",
        "European Commission, among others",
    }
    assert {title for title, _ in asked["g20-donors"]} == {"G20 donors, as donors", "G20 donors, among others"}


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_quotation_can_be_defended(pack, audience):
    quotations = [
        block
        for part in shared_part(compose(pack, audience, Copy.HAND_OVER)).parts
        for block in part.blocks
        if isinstance(block, Quotation)
    ]
    assert quotations
    for quotation in quotations:
        assert quotation.grade in {Grade.EXACT, Grade.TYPOGRAPHIC, Grade.MARKED}
        assert (quotation.speaker, quotation.role) == (
            "Julio Rank Wright",
            "Regional Vice President for Latin America, International Rescue Committee",
        )
        sources = [shown(reading, Span(0, len(reading.text))) for reading in pack.readings]
        words = plain(quotation.paragraphs[0]).strip("“”")
        assert any(grade_outside(words, source) in {Grade.EXACT, Grade.TYPOGRAPHIC, Grade.MARKED} for source in sources)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_hand_over_copy_reads_whole_and_holds_nothing_private(out, pack, audience):
    text = " ".join(pages(out / f"{STEM}-{audience}-hand-over.pdf"))
    parts = parts_of((out / f"{STEM}-{audience}-hand-over.docx").read_bytes())
    word = " ".join(paragraph.text for paragraph in paragraphs(parts))
    for printed in (text, word):
        squeezed = re.sub(r"\s+", "", printed)
        assert "annmentd5" not in squeezed
        assert "DRAFT" in squeezed
        assert "Notforonwardcirculation" in squeezed
        for secret in ("Talking points", "Private", "INTERNAL", "Likely questions", pack.meetings[audience].private):
            assert secret.replace(" ", "") not in squeezed
        for placement in (placement for _, placement in asks(pack, audience)):
            wording = next(p for _, p in pack.placements() if p.id == placement).wording
            assert re.sub(r"\s+", "", wording.lead) in squeezed


MATRIX_FOR = "unhcr"
"""The one audience of the demo that may see who else is asked what."""


@pytest.mark.parametrize("audience", AUDIENCES)
def test_key_asks_fill_one_page_and_the_whole_stays_in_its_budget(out, audience):
    printed = pages(out / f"{STEM}-{audience}-hand-over.pdf")
    begins = ["Asked of", "Why it matters", *(["Who is asked what"] if audience == MATRIX_FOR else []), "Sources"]
    assert len(printed) == len(begins)
    assert all(title in page for title, page in zip(begins, printed, strict=True))
    assert "Asked of" not in printed[1]
    count = str(len(printed))
    assert [re.search(r"Page\s(\d) of (\d)", page).groups() for page in printed] == [
        (str(n), count) for n in range(1, len(printed) + 1)
    ]


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_internal_copy_carries_its_marking_on_each_page(out, audience):
    printed = pages(out / f"{STEM}-{audience}-internal.pdf")
    shared = 4 if audience == MATRIX_FOR else 3
    assert len(printed) == 3 + shared
    assert all("INTERNAL – not for hand-over" in page for page in printed)
    assert "Talking points" in printed[0]
    assert ["Sheet" in page for page in printed] == [True] * 3 + [False] * shared


def test_a_word_copy_is_made_of_named_styles(out):
    document = Document(str(out / f"{STEM}-canada-working.docx"))
    used = {paragraph.style.name for paragraph in document.paragraphs}
    assert {"Title", "Heading 1", "Heading 3", "Bottom Line", "List Number", "Intense Quote", "Quote Speaker", "Caption"} <= used
    assert not [paragraph for paragraph in document.paragraphs if not paragraph.text.strip()]


def test_the_demo_gives_the_same_files_each_time(out, tmp_path):
    assert run(["demo", "--out", str(tmp_path)]) == 0
    for path in sorted(out.glob("*-canada-*")):
        assert path.read_bytes() == (tmp_path / path.name).read_bytes(), path.name
