"""The JSON lines other people's scripts read: their keys are a contract."""

from briefing_app.cli import console
from briefing_app.domain.excerpt import Excerpt, Figure, original, shown_words
from briefing_app.domain.finding import Finding
from briefing_app.domain.reading import Reading, locate
from briefing_app.domain.source import Card
from briefing_app.words import Words
from briefing_app.workbench.finding_words import finding_words


def excerpt_record(document: str, excerpt: Excerpt, reading: Reading) -> dict[str, object]:
    """Return what ``extract --json`` says of an excerpt. Offsets are code points of the reading's text."""
    said = excerpt.attribution
    return {
        "document": document,
        "kind": excerpt.kind.value,
        "start": excerpt.span.start,
        "end": excerpt.span.end,
        "text": original(excerpt, reading),
        "shown": shown_words(excerpt, reading),
        "speaker": said.speaker if said else None,
        "role": said.role if said else None,
        "organisation": said.organisation if said else None,
        "attribution": [[span.start, span.end] for span in said.spans] if said else [],
        "addressees": [addressee.words for addressee in excerpt.addressees],
        "turn": excerpt.turn,
        "damage": [damage.value for damage in excerpt.damage],
        "page": locate(reading, excerpt.span).page,
        "confidence": round(excerpt.confidence, 3),
        "figures": [figure_record(each, reading) for each in excerpt.figures],
        "acronyms": {each.acronym: each.name for each in excerpt.definitions},
    }


def figure_record(figure: Figure, reading: Reading) -> dict[str, object]:
    """Return what ``extract --json`` says of a figure: the number's place and words, what it counts, as of when, by whose count."""
    return {
        "start": figure.span.start,
        "end": figure.span.end,
        "text": figure.span.of(reading.text),
        "counts": figure.counts or None,
        "as_of": figure.as_of,
        "counted_by": figure.counted_by,
    }


def inspect_record(document: str, card: Card, reading: Reading, words_count: int) -> dict[str, object]:
    """Return what ``inspect --json`` says of a file."""
    return {
        "document": document,
        "title": card.title.value if card.title else None,
        "publisher": card.publisher.value if card.publisher else None,
        "date": card.date.value.iso() if card.date else None,
        "language": card.language.value if card.language else reading.language,
        "pages": reading.pages,
        "words": words_count,
        "damage": [{"kind": each.kind.value, "start": each.span.start, "end": each.span.end} for each in reading.damage],
    }


def finding_record(finding: Finding) -> dict[str, object]:
    """Return what ``check --json`` says of a finding."""
    words = console.words()
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "where": where(finding),
        "message": message(finding, words),
        "mends": [words.say(f"mend.{mend}") for mend in finding.mends],
    }


def message(finding: Finding, words: Words) -> str:
    """Return a finding as a sentence."""
    return finding_words(finding, words)


def where(finding: Finding) -> str:
    """Return where a finding is: audience, section and placement, as far as they are known."""
    return "/".join(part for part in (finding.audience, finding.section, finding.placement) if part)
