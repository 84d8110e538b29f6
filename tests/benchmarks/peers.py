"""The same sixty pages, with tags, contents and notes, by our writer, by typst and by WeasyPrint: each a whole process.

Text, paper, size of type and measure are the same; each writes the strictest form it can: ours PDF/UA-1 and PDF/A-2a at once, typst
the same two, WeasyPrint PDF/UA-1. ``python -m tests.benchmarks.peers WRITER FILE PAGES`` is one such process.
"""

import importlib.util
import resource
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path

from briefing_app.paths import resource as resource_folder

PAGES, LONG, REPEATS = 60, 600, 3
SECTIONS_A_PAGE, PARAGRAPHS, NOTE_EACH = 0.4, 12, 3
_SENTENCE = (
    "In the places where people arrive, schools and clinics have taken in more than they were built for, and those who run them "
    "ask for support that lasts longer than one season"
)


def sections(pages):
    """Yield a title and paragraphs with the note called in each, if any: about two pages a section."""
    number = 0
    for section in range(1, round(pages * SECTIONS_A_PAGE) + 1):
        paragraphs = []
        for place in range(PARAGRAPHS):
            number += 1
            note = f"Office of the region, report {number}, paragraph {place + 1}." if place % NOTE_EACH == 0 else ""
            paragraphs.append((f"{_SENTENCE}, says witness {number}. {_SENTENCE}, as the year before. {_SENTENCE}.", note))
        yield f"Section {section} of the report", paragraphs


def ours(file, pages):
    """Write the pages as a copy that leaves the room."""
    from briefing_app.catalogue.brands import load_brand
    from briefing_app.domain.audience import Paper
    from briefing_app.domain.briefing import (
        Briefing,
        ContentsEntry,
        Cover,
        Furniture,
        Heading,
        Metadata,
        Note,
        Paragraph,
        Part,
        Run,
    )
    from briefing_app.domain.dates import PartialDate
    from briefing_app.export.pdf.entry import write_pdf

    notes, parts, contents = [], [], []
    for number, (title, paragraphs) in enumerate(sections(pages)):
        blocks = [Heading(1, title)]
        for place, (text, note) in enumerate(paragraphs):
            if note:
                notes.append(Note(len(notes) + 1, (Run(note),)))
            blocks.append(Paragraph((Run(text, note=len(notes) if note else None),), f"p{number}-{place}"))
        parts.append(Part(f"s{number}", tuple(blocks)))
        contents.append(ContentsEntry(f"s{number}", title, ""))
    briefing = Briefing(
        Metadata("Report", "Report", "en", PartialDate(2023, 1, 16)), Paper.A4,
        Furniture("Report", "", "Version 1", "Page {page} of {pages}", "INTERNAL", "Sheet {sheet}"), tuple(parts), tuple(notes),
        cover=Cover("", "Report", "", (), "Contents", tuple(contents)),
    )  # fmt: skip
    file.write_bytes(write_pdf(briefing, load_brand("neutral"), {}).data)


def typst(file, pages):
    """Write the pages with typst."""
    import typst as compiler

    made = [
        ('#set document(title: "Report")\n#set text(lang: "en", size: 11pt, font: "Source Serif Pro", top-edge: 11pt, bottom-edge: 0pt)\n'
        "#set par(leading: 4pt, spacing: 11.5pt)\n"
        '#set page(paper: "a4", margin: (left: 55mm, right: 20mm, top: 80pt, bottom: 72pt), numbering: "1 of 1")\n'
        "#show heading: set text(size: 19pt)\n= Report\n#outline()\n#pagebreak()\n")
    ]
    for title, paragraphs in sections(pages):
        made.append(f"= {title}\n")
        made += [f"{text}{f'#footnote[{note}]' if note else ''}\n\n" for text, note in paragraphs]
    source = file.with_suffix(".typ")
    source.write_text("".join(made), encoding="utf-8")
    fonts = [str(resource_folder("fonts"))]
    compiler.compile(str(source), output=str(file), font_paths=fonts, ignore_system_fonts=True, pdf_standards=["ua-1", "a-2a"])


def weasyprint(file, pages):
    """Write the pages with WeasyPrint."""
    from weasyprint import HTML

    face = resource_folder("fonts", "SourceSerifPro-Regular.ttf").as_uri()
    listed = list(sections(pages))
    made = [
        ('<html lang="en"><head><title>Report</title><style>'
        f"@font-face{{font-family:Ours;src:url({face})}}"
        "@page{size:A4;margin:80pt 20mm 72pt 55mm;@bottom-right{content:counter(page)"
        '" of "counter(pages)}}body{font:11pt/15pt Ours}p{margin:0 0 7.5pt;orphans:3;widows:3}h1{font-size:19pt}'
        ".n{float:footnote;font-size:8.5pt}a::after{content:leader('.')target-counter(attr(href),page)}</style></head><body>"
        "<h1>Report</h1><ul>"),
        *(f'<li><a href="#s{number}">{escape(title)}</a></li>' for number, (title, _) in enumerate(listed)),
        "</ul>",
    ]
    for number, (title, paragraphs) in enumerate(listed):
        made.append(f'<h1 id="s{number}">{escape(title)}</h1>')
        made += [f"<p>{escape(text)}{f'<span class=n>{escape(note)}</span>' if note else ''}</p>" for text, note in paragraphs]
    HTML(string="".join(made)).write_pdf(str(file), pdf_variant="pdf/ua-1")


WRITERS = {"ours": ours, "typst": typst, "weasyprint": weasyprint}


def measured(writer, pages, folder, repeats=REPEATS):
    """Return the seconds whole processes of a writer took by the clock and of computing, how many pages, and the most memory in MiB."""
    import pypdfium2 as pdfium

    from tests.benchmarks.measures import Times

    file, times, computing, memory = Path(folder) / f"{writer}-{pages}.pdf", Times(), Times(), 0.0
    for _ in range(repeats):
        before = _computed()
        with times.measured():
            told = subprocess.run(
                [sys.executable, "-m", "tests.benchmarks.peers", writer, str(file), str(pages)],
                check=True, capture_output=True, text=True,
            )  # fmt: skip
        computing.append(_computed() - before)
        memory = max(memory, float(told.stdout.split()[-1]))
    with pdfium.PdfDocument(file) as document:
        return times, computing, len(document), memory


def _computed():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main():
    from tests.benchmarks.measures import line, tell

    with tempfile.TemporaryDirectory() as folder:
        known = [name for name in WRITERS if name == "ours" or importlib.util.find_spec(name)]
        found = {name: measured(name, PAGES, folder) for name in known}
        for name, (times, computing, pages, memory) in found.items():
            line(
                f"{name}: {pages} pages, tags, contents, notes",
                f"{times}   computing {computing.median * 1000:.0f} ms   {memory:.0f} MiB",
            )
        ours_, computed = found["ours"][0].median, found["ours"][1].median
        for name in known[1:]:
            clock, computing = found[name][0].median / ours_, found[name][1].median / computed
            tell(f"  {name}: {clock:.1f} times as long as ours by the clock, {computing:.1f} times by computing")
        _, computing, pages, memory = measured("ours", LONG, folder, 1)
        line(f"ours: {pages} pages", f"computing {computing.median:.1f} s   {memory:.0f} MiB")
        few = found["ours"][2]
        tell(f"  {computing.median / computed:.1f} times the work of {few} pages, for {pages / few:.1f} times the pages")


if __name__ == "__main__":
    WRITERS[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
    sys.stdout.write(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.1f}\n")
