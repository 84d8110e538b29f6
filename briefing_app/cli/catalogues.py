"""Commands that list what there is: templates, audiences, brands."""

import typer

from briefing_app.cli import console
from briefing_app.domain.audience import in_words
from briefing_app.errors import BriefingError, ExitCode
from briefing_app.workbench.choosing import all_audiences, all_brands, all_templates


def templates() -> None:
    """List the templates."""
    language = console.words().language
    listed = all_templates()
    console.table((each.id, in_words(each.name, language), in_words(each.description, language)) for each in listed.entries)
    _refused(listed.refused)


def audiences() -> None:
    """List the audiences."""
    words = console.words()
    listed = all_audiences()
    console.table((each.id, in_words(each.name, words.language), words.say(f"paper.{each.paper.value}")) for each in listed.entries)
    _refused(listed.refused)


def brands() -> None:
    """List the brands."""
    listed = all_brands()
    console.table((each.id, each.name, each.organisation) for each in listed.entries)
    _refused(listed.refused)


def _refused(faults: tuple[BriefingError, ...]) -> None:
    """Tell of files of the user's own that will not do; they keep none of the others away."""
    for fault in faults:
        console.complain(fault)
    if faults:
        raise typer.Exit(ExitCode.NOT_READ)
