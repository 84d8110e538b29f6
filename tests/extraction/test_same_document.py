"""One document in four formats: what is found, and in which words it is shown, is the same."""

import typst

from briefing_app.domain.excerpt import shown_words
from briefing_app.domain.reading import Reading
from briefing_app.extraction.entry import extract
from briefing_app.reading.entry import read_file
from tests.reading.word.making import p, word_file

TITLE = "Clinics of the valley run dry"
PARAGRAPHS = (
    (
        "Nine of the eleven clinics in the northern valley have closed since March, when the flood took the only bridge. "
        "Some 41,000 people now walk for two days to see a nurse, the Harbour Trust said on Monday."
    ),
    (
        "“We turned away forty mothers in one week,” said Ana Silva, director of the Harbour Trust. "
        "“None of them was angry, and that was the worst of it.”"
    ),
    "The Ministry of Works promised a ferry in April. It has not come, and the insulin that it was to carry has spoiled.",
    "We urge the Government of Norland to open the military road to ambulances before the rains begin in October.",
)
HEADING = "Recommendations to donors"
ITEMS = (
    "Fund a second ferry until the bridge stands again.",
    "Pay the nurses of the closed clinics through the winter.",
)
EXPECTED = {
    ("context", PARAGRAPHS[0], None, ()),
    ("quote", "“We turned away forty mothers in one week,”", "Ana Silva", ()),
    ("quote", "“None of them was angry, and that was the worst of it.”", "Ana Silva", ()),
    ("context", PARAGRAPHS[2], None, ()),
    ("recommendation", PARAGRAPHS[3], None, ("Government of Norland",)),
    ("recommendation", ITEMS[0], None, ("donors",)),
    ("recommendation", ITEMS[1], None, ("donors",)),
}


def markdown() -> bytes:
    parts = [f"# {TITLE}", *PARAGRAPHS, f"## {HEADING}", "\n".join(f"- {item}" for item in ITEMS)]
    return "\n\n".join(parts).encode()


def page() -> bytes:
    body = f"<h1>{TITLE}</h1>" + "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    body += f"<h2>{HEADING}</h2><ul>" + "".join(f"<li>{item}</li>" for item in ITEMS) + "</ul>"
    head = f"<meta charset='utf-8'><title>{TITLE}</title>"
    return f"<!DOCTYPE html><html lang='en'><head>{head}</head><body><article>{body}</article></body></html>".encode()


def word() -> bytes:
    heading = "<w:pStyle w:val='Heading1'/>"
    bullet = "<w:pStyle w:val='ListBullet'/>"
    return word_file(p(TITLE, heading), *map(p, PARAGRAPHS), p(HEADING, heading), *(p(item, bullet) for item in ITEMS))


def printed() -> bytes:
    parts = [f"= {TITLE}", *PARAGRAPHS, f"== {HEADING}", "\n".join(f"- {item}" for item in ITEMS)]
    return typst.compile(('#set text(lang: "en", size: 11pt)\n#set page(width: 400pt)\n' + "\n\n".join(parts)).encode())


def found(reading: Reading) -> set[tuple[str, str, str | None, tuple[str, ...]]]:
    return {
        (
            str(excerpt.kind.value),
            " ".join(shown_words(excerpt, reading).split()),
            excerpt.attribution.name if excerpt.attribution else None,
            tuple(addressee.words for addressee in excerpt.addressees),
        )
        for excerpt in extract(reading, "document")
    }


def test_one_document_in_four_formats_yields_the_same_excerpts(tmp_path):
    seen = {}
    for name, data in (("a.md", markdown()), ("a.html", page()), ("a.docx", word()), ("a.pdf", printed())):
        (tmp_path / name).write_bytes(data)
        seen[name] = found(read_file(tmp_path / name).reading)
    assert seen == dict.fromkeys(seen, EXPECTED)
