"""The same sixty pages, with tags, contents, notes and tables, by our writer, by typst and by WeasyPrint: each a whole process.

All write the same words: sections of paragraphs drawn from a made-up vocabulary (no two paragraphs alike), a note to every third
with an address that can be clicked, a table with a head row a section, contents with page numbers, "page x of y" at the foot; on
the same paper, in the same typeface, size, leading and measure, no fewer than three lines either side of a break, no hyphens, no
logo. Each writes the strictest form it can:

- ours PDF/UA-1 and PDF/A-2a at once, from a briefing (its words composed already, as a template's words are to the others); each
  note and link described, a label of its own for each paragraph's placement, the map of placements to pages made;
- typst the same two (``ua-1``, ``a-2a``), from its markup; fonts from our folder alone, none of the system's looked for;
- WeasyPrint PDF/UA-1 (it has no tagged archival form that it can write with it), from HTML; the faces by address, though it looks the
  system's fonts over too.

A process counts from its start, with loading of modules and fonts, to its end. One goes before that is not counted, so that each
finds its modules compiled and its files in the system's memory, as on any day but the first. Nothing else is kept between runs.
``python -m tests.benchmarks.peers WRITER FILE PAGES`` is one such process.
"""

import importlib.util
import os
import random
import resource
import subprocess
import sys
import tempfile
from html import escape
from pathlib import Path

from briefing_app.paths import resource as resource_folder

PAGES, LONG, REPEATS = 60, 600, 5
SECTIONS_A_PAGE, PARAGRAPHS, NOTE_EACH, ROWS = 0.55, 10, 3, 6
_SYLLABLES = (
    "ba",
    "cor",
    "den",
    "el",
    "fi",
    "gra",
    "hos",
    "in",
    "ju",
    "kem",
    "lo",
    "mar",
    "nes",
    "or",
    "pre",
    "qua",
    "ri",
    "sto",
    "tu",
    "ven",
)


def _vocabulary(chance):
    return ["".join(chance.choices(_SYLLABLES, k=chance.choice((1, 1, 2, 2, 3, 4)))) for _ in range(3000)]


def sections(pages):
    """Yield a title, paragraphs with the note called in each, if any, and the rows of a table: not quite two pages a section."""
    chance = random.Random(60)  # noqa: S311 - made-up words, the same each time
    vocabulary = _vocabulary(chance)

    def words(least, most):
        # Words are as unlike in how often they come as in any language.
        number = chance.randint(least, most)
        return " ".join(vocabulary[min(int(chance.paretovariate(0.6)) - 1, len(vocabulary) - 1)] for _ in range(number))

    for section in range(1, round(pages * SECTIONS_A_PAGE) + 1):
        paragraphs = []
        for place in range(PARAGRAPHS):
            note = f"{words(4, 9).capitalize()}, https://example.org/{section}/{place}." if place % NOTE_EACH == 0 else ""
            paragraphs.append((" ".join(f"{words(14, 30).capitalize()}." for _ in range(3)), note))
        rows = [(words(1, 2), words(6, 14), str(chance.randint(1, 900))) for _ in range(ROWS)]
        yield f"Section {section} {words(2, 4)}", paragraphs, rows


HEAD, WIDTHS = ("Place", "What was found", "People"), (0.24, 0.56, 0.2)


def ours(file, pages):
    """Write the pages as a copy that leaves the room."""
    from dataclasses import replace

    from briefing_app.catalogue.brands import load_brand
    from briefing_app.domain.audience import Paper
    from briefing_app.domain.brand import Logo
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
        Table,
    )
    from briefing_app.domain.dates import PartialDate
    from briefing_app.export.pdf.entry import write_pdf

    notes, parts, contents = [], [], []
    for number, (title, paragraphs, rows) in enumerate(sections(pages)):
        blocks = [Heading(1, title)]
        for place, (text, note) in enumerate(paragraphs):
            if note:
                notes.append(Note(len(notes) + 1, (Run(note),)))
            blocks.append(Paragraph((Run(text, note=len(notes) if note else None),), f"p{number}-{place}"))
        blocks.append(Table(HEAD, tuple(rows), WIDTHS))
        parts.append(Part(f"s{number}", tuple(blocks)))
        contents.append(ContentsEntry(f"s{number}", title, ""))
    briefing = Briefing(
        Metadata("Report", "Report", "en", PartialDate(2023, 1, 16)), Paper.A4,
        Furniture("Report", "", "Version 1", "Page {page} of {pages}", "INTERNAL", "Sheet {sheet}"), tuple(parts), tuple(notes),
        cover=Cover("", "Report", "", (), "Contents", tuple(contents)),
    )  # fmt: skip
    file.write_bytes(write_pdf(briefing, replace(load_brand("neutral"), logo=Logo("", "")), {}).data)


def typst(file, pages):
    """Write the pages with typst."""
    import typst as compiler

    made = [
        (
            '#set document(title: "Report")\n#set text(lang: "en", size: 11pt, font: "Source Serif Pro", hyphenate: false,\n'
            "  top-edge: 11pt, bottom-edge: 0pt)\n#set par(leading: 4pt, spacing: 11.5pt)\n"
            '#set page(paper: "a4", margin: (left: 55mm, right: 20mm, top: 80pt, bottom: 72pt), numbering: "1 of 1")\n'
            '#show heading: set text(size: 19pt, font: "Source Sans Pro")\n#set table(stroke: (top: 0.5pt), inset: (x: 3pt, y: 4pt))\n'
            "#show table: set text(size: 9pt)\n= Report\n#outline()\n#pagebreak()\n"
        )
    ]
    widths = ", ".join(f"{width:.0%}" for width in WIDTHS)
    for title, paragraphs, rows in sections(pages):
        made.append(f"= {title}\n")
        made += [f"{text}{f'#footnote[{note}]' if note else ''}\n\n" for text, note in paragraphs]
        cells = "".join(f"[{cell}], " for row in rows for cell in row)
        heads = "".join(f"[{head}], " for head in HEAD)
        made.append(f"#table(columns: ({widths}), table.header({heads}), {cells})\n")
    source = file.with_suffix(".typ")
    source.write_text("".join(made), encoding="utf-8")
    fonts = [str(resource_folder("fonts"))]
    compiler.compile(str(source), output=str(file), font_paths=fonts, ignore_system_fonts=True, pdf_standards=["ua-1", "a-2a"])


def weasyprint(file, pages):
    """Write the pages with WeasyPrint."""
    from weasyprint import HTML

    serif, strong = (resource_folder("fonts", f"{name}.ttf").as_uri() for name in ("SourceSerifPro-Regular", "SourceSansPro-Bold"))
    listed = list(sections(pages))
    made = [
        (
            '<html lang="en"><head><title>Report</title><style>'
            f"@font-face{{font-family:Ours;src:url({serif})}}@font-face{{font-family:Strong;src:url({strong})}}"
            "@page{size:A4;margin:80pt 20mm 72pt 55mm;@bottom-right{font-family:Ours;content:counter(page)"
            '" of "counter(pages)}}body{font:11pt/15pt Ours}p{margin:0 0 7.5pt;orphans:3;widows:3}h1{font:19pt Strong}'
            "table{width:100%;font-size:9pt;border-collapse:collapse}td,th{text-align:left;font-weight:normal;border-top:.5pt solid;padding:4pt 3pt}"
            ".n{float:footnote;font-size:8.5pt}a.c::after{content:leader('.')target-counter(attr(href),page)}</style></head><body>"
            "<h1>Report</h1><ul>"
        ),
        *(f'<li><a class=c href="#s{number}">{escape(title)}</a></li>' for number, (title, *_) in enumerate(listed)),
        "</ul>",
    ]
    for number, (title, paragraphs, rows) in enumerate(listed):
        made.append(f'<h1 id="s{number}">{escape(title)}</h1>')
        made += [f"<p>{escape(text)}{f'<span class=n>{_linked(note)}</span>' if note else ''}</p>" for text, note in paragraphs]
        heads = "".join(f'<th scope="col" style="width:{width:.0%}">{head}</th>' for head, width in zip(HEAD, WIDTHS, strict=True))
        cells = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>" for row in rows)
        made.append(f"<table><thead><tr>{heads}</tr></thead><tbody>{cells}</tbody></table>")
    HTML(string="".join(made)).write_pdf(str(file), pdf_variant="pdf/ua-1")


def _linked(note):
    before, address = note[:-1].split("https:")
    return f'{escape(before)}<a href="https:{address}">https:{address}</a>.'


WRITERS = {"ours": ours, "typst": typst, "weasyprint": weasyprint}


def measured(writer, pages, folder, repeats=REPEATS):
    """Return the seconds whole processes of a writer took by the clock and of computing, how many pages, and the most memory in MiB."""
    import pypdfium2 as pdfium

    from tests.benchmarks.measures import Times

    file, times, computing, memory = Path(folder) / f"{writer}-{pages}.pdf", Times(), Times(), 0.0
    around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    around["PYTHONPYCACHEPREFIX"] = str(Path(folder) / "compiled")
    for place in range(repeats + 1):
        before, spell = _computed(), Times()
        with spell.measured():
            told = subprocess.run(
                [sys.executable, "-m", "tests.benchmarks.peers", writer, str(file), str(pages)],
                check=True, capture_output=True, text=True, env=around,
            )  # fmt: skip
        if place:
            times += spell
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
                f"{name}: {pages} pages, tags, contents, notes, tables",
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
