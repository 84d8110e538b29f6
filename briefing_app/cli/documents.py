"""Commands about documents: bring in, inspect, extract, search."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from briefing_app.cli import console
from briefing_app.cli.options import AudienceOption, JsonOption, LibraryOption, Paths
from briefing_app.cli.records import excerpt_record, inspect_record
from briefing_app.domain.excerpt import Excerpt, ExcerptKind
from briefing_app.domain.reading import Locator, locate, word_count
from briefing_app.domain.source import Card, titled
from briefing_app.errors import BriefingError, ExitCode, UsageError
from briefing_app.workbench.arriving import Found, files_in
from briefing_app.workbench.choosing import audience_of, naming
from briefing_app.workbench.importing import find, import_paths
from briefing_app.workbench.libraries import find_excerpts, user_library
from briefing_app.workbench.wording import place_words, reason_words

say = console.words().say


def import_documents(
    paths: Paths,
    library: LibraryOption = None,
    password: Annotated[str | None, typer.Option("--password", help=say("cli.help.password"))] = None,
) -> None:
    """Bring files and folders into the library; a bad file stops nothing."""
    failed = done = 0
    with user_library(library) as held:
        for outcome in import_paths(held, paths):
            if outcome.fault:
                failed += 1
                console.complain(outcome.fault)
            elif outcome.document:
                done += 1
                key = "cli.import.known" if outcome.known else "cli.import.done"
                console.line(console.words().count(key, outcome.excerpts, path=outcome.path))
                if outcome.queued:
                    console.warn(console.words().count("cli.import.queued", outcome.queued))
    if password is not None:
        console.warn(say("cli.import.no-password-needed"))
    console.line(console.words().count("cli.import.summary", done, failed=failed))
    if failed:
        raise typer.Exit(ExitCode.NOT_READ)


def inspect(paths: Paths, as_json: JsonOption = False) -> None:
    """Tell what a reader learns of files."""
    for path, found in _each(paths):
        record = inspect_record(str(path), found.document.card, found.reading, word_count(found.reading))
        if as_json:
            console.record(record)
            continue
        parts = [str(record[key]) for key in ("title", "publisher", "date", "language") if record[key]]
        console.line(f"{path}: {', '.join(parts)}" if parts else f"{path}")
        console.line("  " + console.words().count("cli.inspect.words", word_count(found.reading)))
        for damage in found.reading.damage:
            place = _place(locate(found.reading, damage.span))
            console.line(f"  {say(f'damage.{damage.kind.value}')} ({place or damage.span.start})")


def extract(
    paths: Paths,
    as_json: JsonOption = False,
    explain: Annotated[bool, typer.Option("--explain", help=say("cli.help.explain"))] = False,
    text: Annotated[bool, typer.Option("--text", help=say("cli.help.text"))] = False,
) -> None:
    """Tell what would be found in files, without any library."""
    for path, found in _each(paths):
        if text:
            console.line(found.reading.text)
            continue
        for excerpt in found.excerpts:
            record = excerpt_record(str(path), excerpt, found.reading)
            if explain:
                record["rule"] = excerpt.rule
            if as_json:
                console.record(record)
            else:
                _tell(excerpt, found, str(record["shown"]), explain=explain)


def _place(locator: Locator) -> str:
    return place_words(locator, console.words())


def _date(card: Card) -> str | None:
    return card.date.value.iso() if card.date else None


def _each(paths: list[Path]) -> Iterator[tuple[Path, Found]]:
    """Yield each file as found. One that cannot be read is told and stops no other; after the last the command exits with 4."""
    failed = False
    for path in files_in(paths):
        try:
            found = find(path)
        except BriefingError as fault:
            failed = True
            console.complain(fault)
            continue
        yield path, found
    if failed:
        raise typer.Exit(ExitCode.NOT_READ)


def _tell(excerpt: Excerpt, found: Found, words: str, *, explain: bool) -> None:
    parts = [say(f"kind.{excerpt.kind.value}"), _place(locate(found.reading, excerpt.span))]
    said = excerpt.attribution
    if said:
        parts.append(", ".join(part for part in (said.name, said.role, said.organisation) if part))
    if excerpt.addressees:
        parts.append(say("cli.extract.to", addressees=", ".join(addressee.words for addressee in excerpt.addressees)))
    parts += [say(f"damage.{damage.value}") for damage in excerpt.damage]
    if explain:
        parts.append(excerpt.rule)
    console.line(" · ".join(part for part in parts if part))
    console.line(f"  {words}")


def search(
    words: Annotated[list[str] | None, typer.Argument(help=say("cli.help.words"), show_default=False)] = None,
    kind: Annotated[ExcerptKind | None, typer.Option("--kind", help=say("cli.help.kind"))] = None,
    addressee: Annotated[str, typer.Option("--addressee", help=say("cli.help.addressee"))] = "",
    audience: AudienceOption = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help=say("cli.help.limit"))] = 20,
    as_json: JsonOption = False,
    library: LibraryOption = None,
) -> None:
    """Search the library, best for an audience first."""
    if audience is not None and len(audience) > 1:
        raise UsageError("one-audience")
    chosen = audience_of(audience[0]) if audience else None
    with user_library(library) as held:
        hits = find_excerpts(
            held, " ".join(words or ()), kind=kind, addressee=addressee, audience=chosen, naming=naming(), limit=limit
        )
        if not hits and not as_json:
            console.say("cli.search.nothing")
        for hit in hits:
            reading = held.reading(hit.excerpt.reading)
            place = _place(locate(reading, hit.excerpt.span))
            why = [reason_words(reason, naming(), console.words()) for reason in hit.why]
            source, date = titled(hit.document), _date(hit.document.card)
            if as_json:
                more = {
                    "id": hit.excerpt.id,
                    "source": source,
                    "date": date,
                    "locator": place,
                    "why": why,
                    "score": round(hit.score, 3),
                }
                console.record(excerpt_record(hit.document.name, hit.excerpt, reading) | more)
                continue
            parts = [
                hit.excerpt.id,
                say(f"kind.{hit.excerpt.kind.value}"),
                ", ".join(part for part in (source, date, place) if part),
            ]
            console.line(" · ".join((*parts, *why)))
            console.line(f"  {hit.words}")
