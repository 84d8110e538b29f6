"""Commands that make packs and files: new, check, export, demo."""

import dataclasses
import datetime as dt
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from briefing_app.cli import console
from briefing_app.cli.options import (
    AudienceOption,
    BrandOption,
    CopyOption,
    JsonOption,
    LibraryOption,
    MoreAudiences,
    MoreFiles,
    PackPath,
)
from briefing_app.cli.printing import counts_of, tell_print_files
from briefing_app.cli.records import finding_record, message, where
from briefing_app.domain.audience import MASTER
from briefing_app.domain.briefing import Copy
from briefing_app.domain.dates import PartialDate
from briefing_app.domain.finding import Finding, Severity
from briefing_app.domain.pack import Pack
from briefing_app.errors import BriefingError, ExitCode, FileNotWritten, UsageError
from briefing_app.workbench.assembling import filled, new_pack
from briefing_app.workbench.building import deliver, findings_of
from briefing_app.workbench.choosing import audience_of, brand_of, naming, template_of
from briefing_app.workbench.handing_over import handed_over
from briefing_app.workbench.libraries import user_library
from briefing_app.workbench.orders import Arrangement, Outcome, Printing, all_orders, order_to
from briefing_app.workbench.packfiles import open_pack, save_pack
from briefing_app.workbench.sample import sample

say = console.words().say


def new(
    out: PackPath,
    template: Annotated[str, typer.Option("--template", metavar="ID", help=say("cli.help.template"))],
    audience: AudienceOption = None,
    more: MoreAudiences = None,
    title: Annotated[str, typer.Option("--title", help=say("cli.help.title"))] = "",
    event: Annotated[str, typer.Option("--event", help=say("cli.help.event"))] = "",
    date: Annotated[str | None, typer.Option("--date", metavar="YYYY-MM-DD", help=say("cli.help.date"))] = None,
    fill: Annotated[bool, typer.Option("--fill", help=say("cli.help.fill"))] = False,
    library: LibraryOption = None,
) -> None:
    """Start a pack from a template."""
    chosen = template_of(template)
    named = dict.fromkeys((*(audience or ()), *(more or ())))
    if not named:
        raise UsageError("no-audience")
    audiences = [audience_of(identifier) for identifier in named]
    pack = new_pack(
        chosen, audiences, naming(), title=title or out.stem, event=event, date=_date(date), language=console.words().language
    )
    if out.exists():
        raise FileNotWritten("file-exists", path=out)
    if fill:
        with user_library(library) as held:
            pack = filled(pack, chosen, held)
    save_pack(out, pack, {})
    console.line(console.words().count("cli.new.done", sum(1 for _ in pack.excerpts), path=out))


def _date(text: str | None) -> PartialDate:
    if text is None:
        today = dt.datetime.now().astimezone().date()
        return PartialDate(today.year, today.month, today.day)
    try:
        date = PartialDate.from_iso(text)
    except ValueError as error:
        raise UsageError("bad-date", date=text) from error
    if date.day is None:
        raise UsageError("bad-date", date=text)
    return date


def check(pack_file: PackPath, audience: AudienceOption = None, copy: CopyOption = None, as_json: JsonOption = False) -> None:
    """Tell what is to be mended in a pack."""
    pack, media = open_pack(pack_file)
    printing = Printing(pack, media, brand_of(pack.brand))
    found = [f for a in _audiences(pack, audience) for f in findings_of(printing, a, copy or Copy.HAND_OVER)]
    for finding in found:
        if as_json:
            console.record(finding_record(finding))
        else:
            _tell(finding)
    if not as_json:
        console.line(console.words().count("cli.check.summary", len(found)))
    if any(finding.severity is Severity.BLOCKS for finding in found):
        raise typer.Exit(ExitCode.FINDING_BLOCKS)


def _audiences(pack: Pack, named: list[str] | None) -> tuple[str, ...]:
    """Return the audiences meant: those named, else all of the pack, else the master."""
    there = tuple(audience.id for audience in pack.audiences)
    for identifier in named or ():
        if identifier not in (*there, MASTER):
            raise UsageError("audience-not-in-pack", audience=identifier, audiences=", ".join((*there, MASTER)))
    return tuple(dict.fromkeys(named or ())) or there or (MASTER,)


def _tell(finding: Finding) -> None:
    words = console.words()
    place = where(finding)
    console.line(f"{say(f'severity.{finding.severity.value}')}: {message(finding, words)}" + (f" ({place})" if place else ""))
    for mend in finding.mends:
        console.line(f"  {words.say(f'mend.{mend}')}")


def export(
    pack_file: PackPath,
    to: Annotated[list[Path] | None, typer.Option("--to", metavar="FILE.pdf|FILE.docx", help=say("cli.help.to"))] = None,
    all_to: Annotated[Path | None, typer.Option("--all", metavar="DIR", help=say("cli.help.all"))] = None,
    more: MoreFiles = None,
    audience: AudienceOption = None,
    copy: CopyOption = None,
    brand: BrandOption = None,
    force: Annotated[bool, typer.Option("--force", help=say("cli.help.force"))] = False,
    print_: Annotated[Arrangement | None, typer.Option("--print", help=say("cli.help.print"))] = None,
    copies: Annotated[list[str] | None, typer.Option("--copies", metavar="N|ID=N", help=say("cli.help.copies"))] = None,
    binding: Annotated[float | None, typer.Option("--binding", metavar="MM", min=0, max=9, help=say("cli.help.binding"))] = None,
) -> None:
    """Write copies as Word and PDF."""
    files = (*(to or ()), *(more or ()))
    if bool(files) == bool(all_to) or (more and not to):
        raise UsageError("to-or-all")
    if (print_ and not all_to) or (copies and print_ is not Arrangement.COLLATED):
        raise UsageError("print-needs-all")
    pack, media = open_pack(pack_file)
    chosen = _audiences(pack, audience)
    counts = counts_of(copies or (), chosen)
    bound = pack if binding is None else dataclasses.replace(pack, binding=binding)
    printing = Printing(bound, media, brand_of(brand or pack.brand), overwrite=force)
    if all_to:
        orders = all_orders(pack, all_to, (copy,) if copy else tuple(Copy), chosen)
    else:
        if len(chosen) != 1:
            raise UsageError("one-audience-to-file", audiences=", ".join(chosen))
        orders = tuple(order_to(path, chosen[0], copy or Copy.HAND_OVER) for path in files)
    outcomes, code = _told_all(deliver(printing, orders))
    if print_:
        code = max(code, tell_print_files(pack, outcomes, print_, counts, copy or Copy.HAND_OVER, overwrite=force))
    after = handed_over(pack, outcomes)
    if after is not pack:
        save_pack(pack_file, after, media, overwrite=True)
        console.say("cli.export.frozen", path=pack_file)
    if code:
        raise typer.Exit(code)


def _told_all(outcomes: Iterable[Outcome]) -> tuple[list[Outcome], ExitCode]:
    """Tell what became of each file as it is done; return them, and the exit code the worst of it asks for."""
    done: list[Outcome] = []
    code = ExitCode.DONE
    for outcome in outcomes:
        code = max(code, _told(outcome))
        done.append(outcome)
    return done, code


def _told(outcome: Outcome) -> ExitCode:
    words = console.words()
    path = outcome.order.path
    if outcome.report and outcome.report.estimated:
        console.say("cli.export.written", path=path)
    elif outcome.report:
        console.line(words.count("cli.export.pages", outcome.report.pages, path=path))
    elif outcome.fault:
        console.complain(outcome.fault)
        return outcome.fault.exit_code
    else:
        held = [finding for finding in outcome.findings if finding.severity is Severity.BLOCKS]
        console.complain(BriefingError("held-back", path=path, reasons=" ".join(message(finding, words) for finding in held)))
        return ExitCode.FINDING_BLOCKS
    return ExitCode.DONE


def demo(out: Annotated[Path, typer.Option("--out", metavar="DIR", help=say("cli.help.out"))] = Path("packs-out")) -> None:
    """Build the sample summit pack from the bundled documents."""
    pack, media = sample()
    file = out / "summit.briefpack"
    save_pack(file, pack, media, overwrite=True)
    console.say("cli.export.written", path=file)
    printing = Printing(pack, media, brand_of(pack.brand), overwrite=True)
    _, code = _told_all(deliver(printing, all_orders(pack, out)))
    if code:
        raise typer.Exit(code)
