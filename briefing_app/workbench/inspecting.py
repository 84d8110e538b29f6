"""What the window tells of an excerpt beside its words: its document, where it stands, the file's fingerprint, how it was found."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefing_app.domain.excerpt import Excerpt, Standing
from briefing_app.domain.reading import locate
from briefing_app.domain.source import titled
from briefing_app.library.store import Library
from briefing_app.words import Words
from briefing_app.workbench.excerpt_cards import short_place


@dataclass(frozen=True, slots=True)
class Inspected:
    """Facts of an excerpt by name: ``document``, ``where``, ``fingerprint``, ``found-by``, ``mended-from``; empty for none."""

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
        }
    )


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
