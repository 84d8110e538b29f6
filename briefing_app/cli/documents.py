"""Commands about what documents hold: extract, search."""

from typing import Annotated

import typer

from briefing_app.cli import console
from briefing_app.cli.options import AudienceOption, JsonOption, LibraryOption, Paths
from briefing_app.cli.reading import each_found
from briefing_app.cli.records import excerpt_record
from briefing_app.domain.excerpt import Excerpt, ExcerptKind
from briefing_app.domain.reading import Locator, locate
from briefing_app.domain.source import Card, titled
from briefing_app.errors import UsageError
from briefing_app.workbench.arriving import Found
from briefing_app.workbench.choosing import audience_of, naming
from briefing_app.workbench.libraries import find_excerpts, user_library
from briefing_app.workbench.wording import place_words, reason_words

say = console.words().say


def extract(
    paths: Paths,
    as_json: JsonOption = False,
    explain: Annotated[bool, typer.Option("--explain", help=say("cli.help.explain"))] = False,
    text: Annotated[bool, typer.Option("--text", help=say("cli.help.text"))] = False,
) -> None:
    """Tell what would be found in files, without any library."""
    for path, found in each_found(paths):
        if text:
            console.line(found.reading.text)
            continue
        for excerpt in found.excerpts:
            record = excerpt_record(str(path), excerpt, found.reading)
            if explain:
                record["rule"], record["evidence"] = excerpt.rule, excerpt.evidence
            if as_json:
                console.record(record)
            else:
                _tell(excerpt, found, str(record["shown"]), explain=explain)


def _place(locator: Locator) -> str:
    return place_words(locator, console.words())


def _date(card: Card) -> str | None:
    return card.date.value.iso() if card.date else None


def _tell(excerpt: Excerpt, found: Found, words: str, *, explain: bool) -> None:
    parts = [say(f"kind.{excerpt.kind.value}"), _place(locate(found.reading, excerpt.span))]
    said = excerpt.attribution
    if said:
        parts.append(", ".join(part for part in (said.name, said.role, said.organisation) if part))
    if excerpt.addressees:
        parts.append(say("cli.extract.to", addressees=", ".join(addressee.words for addressee in excerpt.addressees)))
    parts += [say(f"damage.{damage.value}") for damage in excerpt.damage]
    if explain:
        parts.append(f"{excerpt.rule} ({excerpt.evidence})")
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
