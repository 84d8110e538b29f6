"""The command that tells what a reader would learn of a file."""

from briefing_app.cli import console
from briefing_app.cli.options import JsonOption, Paths
from briefing_app.cli.reading import each_found
from briefing_app.cli.records import inspect_record
from briefing_app.domain.reading import word_count
from briefing_app.workbench.describing import described, headline


def inspect(paths: Paths, as_json: JsonOption = False) -> None:
    """Tell what a reader learns of files: an object a line, or for people a line with what there is to say under it."""
    words = console.words()
    for path, found in each_found(paths):
        count = word_count(found.reading)
        if as_json:
            console.record(inspect_record(str(path), found.document.card, found.reading, count))
            continue
        console.line(headline(str(path), found, count, words))
        for line in described(found, words):
            console.line(f"  {line}")
