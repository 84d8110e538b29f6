"""What is printed is the PDF: its pages, their size and their looks, tested into a file."""

import pypdfium2
import pytest
from PIL import ImageChops, ImageFilter, ImageStat
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from briefing_app.desktop.printing import PrintJob, printer_for, steps
from briefing_app.domain.briefing import Copy
from briefing_app.errors import FileNotWritten
from briefing_app.workbench.building import built
from briefing_app.workbench.choosing import brand_of
from briefing_app.workbench.orders import Format, Printing

SAME = 2.0
"""Mean difference, of 255 shades, below which two blurred pages are one."""

LETTER, A4 = (612, 792), (595, 842)


@pytest.fixture(scope="module")
def pdfs(made_sample):
    pack, media = made_sample
    printing = Printing(pack, media, brand_of(pack.brand))
    return {audience: built(printing, audience, Copy.HAND_OVER, Format.PDF)[0].data for audience in ("mexico", "unhcr")}


def into(path, data, resolution=100):
    printer = printer_for(data, "A briefing")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(resolution)
    return printer


def sizes(data_or_path):
    document = pypdfium2.PdfDocument(data_or_path)
    found = [tuple(round(length) for length in document.get_page_size(number)) for number in range(len(document))]
    document.close()
    return found


def looks(data_or_path, number):
    document = pypdfium2.PdfDocument(data_or_path)
    image = document[number].render(scale=1).to_pil().convert("L").filter(ImageFilter.BoxBlur(4))
    document.close()
    return image


def apart(one, other):
    """Return how far two pages are from each other: letters are drawn a little otherwise at each resolution, hence the blur."""
    return ImageStat.Stat(ImageChops.difference(one, other.resize(one.size))).mean[0]


def print_to(printer, data):
    """Print all at once and return how many pages."""
    return sum(step.complete for step in steps(printer, data))


@pytest.mark.parametrize(("audience", "paper"), [("mexico", LETTER), ("unhcr", A4)])
def test_every_page_is_printed_in_its_size_and_looks_as_it_does(app, tmp_path, pdfs, audience, paper):
    data = pdfs[audience]
    printed = print_to(into(tmp_path / "p.pdf", data), data)
    assert sizes(tmp_path / "p.pdf") == sizes(data) == [paper] * printed
    for number in range(printed):
        mine, others = looks(tmp_path / "p.pdf", number), [looks(data, other) for other in range(printed) if other != number]
        assert apart(mine, looks(data, number)) < SAME
        assert min(apart(mine, other) for other in others) > SAME * 3, "another page would have passed as well"


def test_bands_meet_without_a_seam_at_fine_resolutions(app, tmp_path, pdfs):
    data = pdfs["mexico"]
    printer = into(tmp_path / "fine.pdf", data, resolution=1200)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(1, 1)
    told = list(steps(printer, data))
    assert len(told) > 5, "one band alone has no seams"
    assert apart(looks(tmp_path / "fine.pdf", 0), looks(data, 0)) < SAME


def test_a_range_of_pages_is_kept_to(app, tmp_path, pdfs):
    printer = into(tmp_path / "p.pdf", pdfs["mexico"])
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert print_to(printer, pdfs["mexico"]) == 2
    assert len(sizes(tmp_path / "p.pdf")) == 2
    assert apart(looks(tmp_path / "p.pdf", 0), looks(pdfs["mexico"], 1)) < SAME


def test_a_page_is_shrunk_to_smaller_paper_and_nothing_is_cut_off(app, tmp_path, pdfs):
    printer = into(tmp_path / "p.pdf", pdfs["unhcr"])
    small = QPageSize(QPageSize.PageSizeId.A5)
    printer.setPageLayout(QPageLayout(small, QPageLayout.Orientation.Portrait, QMarginsF()))
    print_to(printer, pdfs["unhcr"])
    assert sizes(tmp_path / "p.pdf")[0] == (420, 595)
    assert apart(looks(tmp_path / "p.pdf", 0), looks(pdfs["unhcr"], 0)) < SAME * 2.5


def test_shades_of_grey_suffice_for_a_printer_without_colours(app, tmp_path, pdfs):
    printer = into(tmp_path / "p.pdf", pdfs["mexico"])
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    print_to(printer, pdfs["mexico"])
    assert apart(looks(tmp_path / "p.pdf", 0), looks(pdfs["mexico"], 0)) < SAME


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_be_had_is_told(app, tmp_path, pdfs):
    printer = into(tmp_path / "no such folder" / "p.pdf", pdfs["mexico"])
    with pytest.raises(FileNotWritten, match="not-printed"):
        print_to(printer, pdfs["mexico"])


def test_a_job_prints_between_the_windows_other_work(qtbot, tmp_path, pdfs, watchdog):
    window = QWidget()
    qtbot.addWidget(window)
    job = PrintJob(pdfs["mexico"], "A briefing", window)
    job.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    job.printer.setOutputFileName(str(tmp_path / "p.pdf"))
    job.printer.setResolution(600)
    watchdog.watch()
    with qtbot.waitSignal(job.printed) as told:
        job.begin()
    assert told.args == [3]
    assert len(sizes(tmp_path / "p.pdf")) == 3


def test_the_systems_dialog_is_opened_and_freed_when_it_is_left(qtbot, pdfs):
    window = QWidget()
    qtbot.addWidget(window)
    job = PrintJob(pdfs["mexico"], "A briefing", window)
    dialog = job.ask()
    assert isinstance(dialog, QPrintDialog)
    assert window.findChild(QPrintDialog) is dialog
    with qtbot.waitSignal(job.destroyed):
        dialog.reject()


def test_copies_for_a_printer_that_knows_of_none_come_one_after_another_each_whole(app, tmp_path, pdfs):
    printer = into(tmp_path / "printed.pdf", pdfs["unhcr"], 40)
    printer.setCopyCount(2)
    assert not printer.supportsMultipleCopies()
    count = len(sizes(pdfs["unhcr"]))
    assert print_to(printer, pdfs["unhcr"]) == 2 * count
    assert apart(looks(tmp_path / "printed.pdf", 0), looks(tmp_path / "printed.pdf", count)) < 0.1
    assert apart(looks(tmp_path / "printed.pdf", 0), looks(tmp_path / "printed.pdf", 1)) > SAME
