"""What the window tells of an excerpt beside its words: its document, where it stands, the file's fingerprint, how it was found."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefing_app.composition.entry import ask_numbers
from briefing_app.domain.excerpt import Excerpt, Figure, Standing
from briefing_app.domain.harm import harm
from briefing_app.domain.pack import Pack
from briefing_app.domain.reading import Reading, locate
from briefing_app.domain.source import titled
from briefing_app.library.store import Library
from briefing_app.words import Words
from briefing_app.workbench.excerpt_cards import short_place
from briefing_app.workbench.placing import places_of

FACTS = ("document", "where", "fingerprint", "found-by", "mended-from", "figures", "acronyms")
"""What is told of an excerpt, in this order."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """Facts of an excerpt by name, as in ``FACTS``; empty for none."""

    facts: Mapping[str, str]


_SURE, _LIKELY = 0.85, 0.6
"""From these confidences on a suggestion counts as sure, or likely."""


def inspected(library: Library, excerpt: Excerpt, words: Words) -> Inspected:
    """Return what is known of an excerpt; KeyError when its document or reading is gone."""
    document, reading = library.document(excerpt.document), library.reading(excerpt.reading)
    place = short_place(locate(reading, excerpt.span), words)
    characters = words.say(
        "window.inspector.characters", first=words.number(excerpt.span.start + 1), last=words.number(excerpt.span.end)
    )
    return Inspected(
        {
            "document": titled(document),
            "where": ", ".join(each for each in (place, characters) if each),
            "fingerprint": f"{document.file[:8]} … {document.file[-6:]}",
            "found-by": _found_by(excerpt, words),
            "mended-from": _mended_from(library, excerpt, words),
            "figures": "\n".join(_figure(each, reading, words) for each in excerpt.figures),
            "acronyms": "\n".join(f"{each.acronym} · {each.name}" for each in excerpt.definitions),
        }
    )


def stands_in(pack: Pack, audience: str, excerpt: Excerpt, words: Words) -> tuple[tuple[str, str], ...]:
    """Return the placements of a pack that hold an excerpt, each with where it is in the copy shown: "R3 in Key asks"."""
    places = places_of(pack, excerpt)
    numbers = ask_numbers(pack, audience) if places else {}
    return tuple(
        (
            placement,
            words.say("window.inspector.stands", number=numbers[placement], section=section) if placement in numbers else section,
        )
        for placement, section in places
    )


def exact(library: Library, excerpt: Excerpt) -> bool:
    """Tell whether a person sees every word as the file has it, in order: nothing in it was repaired or is damaged."""
    reading = library.reading(excerpt.reading)
    repaired = any(each.span.meets(excerpt.span) for each in reading.repairs)
    return not repaired and not harm(excerpt)


def _mended_from(library: Library, excerpt: Excerpt, words: Words) -> str:
    """Return where the damaged words stand that these took the place of: the document may be gone, its reading never is."""
    before = excerpt.mended_from
    if before is None:
        return ""
    place = short_place(locate(library.reading(before.reading), before.span), words)
    try:
        name = titled(library.document(before.document))
    except KeyError:
        name = words.say("window.inspector.gone")
    return ", ".join(each for each in (name, place) if each)


_JOINS = 6
"""What stands between a number and what it counts is no longer than this."""


def _figure(figure: Figure, reading: Reading, words: Words) -> str:
    """Return a figure as one line: the number and what it counts in the source's words, as of when, by whose count."""
    told = " ".join(filter(None, (figure.span.of(reading.text), figure.counts)))
    behind = reading.text[figure.span.end : figure.span.end + _JOINS + len(figure.counts)]
    if figure.counts and figure.counts in behind:
        # As the source has it, with what stands between: "23 millions d'euros".
        told = figure.span.of(reading.text) + behind[: behind.index(figure.counts) + len(figure.counts)]
    by = words.say("window.inspector.counted-by", who=figure.counted_by) if figure.counted_by else ""
    return " · ".join(filter(None, (told, figure.as_of, by)))


def _found_by(excerpt: Excerpt, words: Words) -> str:
    if not excerpt.rule:
        return words.say("window.inspector.by-hand")
    sure = "sure" if excerpt.confidence >= _SURE else "likely" if excerpt.confidence >= _LIKELY else "doubtful"
    said = words.say("window.inspector.by-rule", rule=excerpt.rule, sure=words.say(f"window.inspector.{sure}"))
    if excerpt.standing is Standing.SUGGESTED:
        return said
    return words.say(
        "window.inspector.and-seen", found=said, standing=words.say(f"window.inspector.standing.{excerpt.standing.value}")
    )
