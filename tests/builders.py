"""A tiny language for test packs, so that a test's data fits on its line, and builders for the values they are made of.

    pack("Asks: r1 r2@canada | Voices: q1+q2 | Context: c1 n1 | Sources: g1")

A bar parts sections; a section is named for its role, then lists what is placed in it. The first letter of a name says what it is:
``r`` recommendation, ``q`` quote, ``c`` context (excerpts of those names, with words of the tables below); ``n`` a note, ``i`` an
image, ``f`` a key figure with its excerpt, ``g`` what composition generates for the section's role. ``q1+q2`` places two excerpts of
one turn together; ``@canada,unhcr`` says who gets a placement. A placement's identifier is ``p-`` and its first name; one name placed
again is ``p-r1-2``. Excerpts of recommendations and context stand in a policy paper, quotes in a press statement; both are embedded.
"""

import dataclasses
import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from briefing_app.domain.audience import Audience, Group, Naming, Paper
from briefing_app.domain.brand import Brand, Colours, Contact, Fonts, Logo
from briefing_app.domain.dates import PartialDate
from briefing_app.domain.excerpt import Addressee, Attribution, Excerpt, ExcerptKind, Standing
from briefing_app.domain.pack import (
    ByAudience,
    ExcerptPlacement,
    FigurePlacement,
    GeneratedPlacement,
    ImagePlacement,
    NotePlacement,
    Pack,
    Placement,
    Section,
    Wording,
)
from briefing_app.domain.reading import Block, BlockKind, Reading
from briefing_app.domain.source import Basis, Card, KnownDate, KnownText, SourceDocument
from briefing_app.domain.span import Span
from briefing_app.domain.template import SectionRole

RECOMMENDATIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("The government of Canada must widen its humanitarian admission for families at risk.", ("The government of Canada",)),
    ("Donors should provide funding over several years to organisations led by refugees.", ("Donors",)),
    ("UNHCR should register new arrivals within two weeks of their first request.", ("UNHCR",)),
    ("Host states should give people on the move the right to work.", ("Host states",)),
    ("Canada and UNHCR must open family reunification to grandparents.", ("Canada", "UNHCR")),
    ("The World Bank should not count loans to host states as aid.", ("The World Bank",)),
)
"""What the recommendation of each number says, and to whom; beyond the last they begin again with a year before them."""

QUOTES = (
    "“People are leaving because they cannot feed their children at home.”",
    "“We have seen three times as many families this year, and we expect no fewer in the next one.”",
    "“Leaders have a chance to act together. They should take it.”",
    "“A shelter is not a solution; it is a night’s sleep.”",
)

CONTEXT = (
    "More than 7.1 million people have left their country since 2015.",
    "In 2022, some 32% of new arrivals travelled with a child under five.",
    "Prices of food rose by half in twelve months.",
    "The region has no common system of asylum.",
)

SPEAKER = Attribution("Ana Torres", "Regional Director", "Harbour Relief")
GROUPS = (
    Group(
        "donors",
        {"en": "Donor countries", "es": "Países donantes", "fr": "Pays donateurs"},
        {"en": "as a donor", "es": "como donante", "fr": "comme bailleur de fonds"},
        {"en": ("donors", "donor countries"), "es": ("donantes",), "fr": ("bailleurs de fonds",)},
    ),
    Group(
        "host-states",
        {"en": "Host states", "es": "Estados de acogida", "fr": "États d’accueil"},
        {"en": "as a host state", "es": "como Estado de acogida", "fr": "comme État d’accueil"},
        {"en": ("host states", "host countries"), "es": ("Estados de acogida",), "fr": ("États d’accueil",)},
    ),
)
NAMING = Naming(GROUPS, {"CA": ("Canada", "Canadá"), "MX": ("Mexico", "México", "Mexique")})

_AUDIENCES: dict[str, dict[str, Any]] = {
    "canada": {"name": {"en": "Canada"}, "formal": {"en": "Delegation of Canada"}, "groups": ("donors",), "country": "CA", "paper": Paper.LETTER},
    "mexico": {
        "name": {"en": "Mexico", "es": "México"}, "formal": {"en": "Delegation of Mexico"}, "groups": ("host-states",), "country": "MX",
        "paper": Paper.LETTER, "order": 1,
    },
    "unhcr": {
        "name": {"en": "UNHCR"}, "formal": {"en": "Office of the United Nations High Commissioner for Refugees"},
        "aliases": ("UNHCR", "UN Refugee Agency"), "sees_matrix": True,
    },
    "world-bank": {"name": {"en": "World Bank"}, "formal": {"en": "The World Bank"}, "aliases": ("World Bank",), "groups": ("donors",)},
}  # fmt: skip


def audience(identifier: str = "canada", **overrides: Any) -> Audience:
    """Return an audience: canada, mexico, unhcr and world-bank are known, others get a name from their identifier."""
    name = identifier.replace("-", " ").title()
    fields = _AUDIENCES.get(identifier, {"name": {"en": name}, "formal": {"en": f"Delegation of {name}"}, "aliases": (name,)})
    return Audience(identifier, **{**fields, **overrides})


def brand(**overrides: Any) -> Brand:
    """Return a brand in the neutral palette."""
    fields: dict[str, Any] = {
        "id": "neutral",
        "name": "Neutral",
        "organisation": "Harbour Relief",
        "boilerplate": {"en": "We help people on the move."},
        "contact": Contact("Advocacy Office", ("advocacy@example.org",)),
        "logo": Logo("logo.svg", "Two sheets"),
        "fonts": Fonts(
            text="Text-Regular.ttf", text_strong="Text-Semibold.ttf", text_italic="Text-It.ttf", display="Text-Bold.ttf",
            label="Label-Regular.ttf", label_strong="Label-Semibold.ttf", heading="Label-Bold.ttf",
            word_text="Source Serif Pro", word_label="Source Sans Pro", word_text_fallback="Cambria", word_label_fallback="Segoe UI",
        ),
        "colour": NEUTRAL,
    }  # fmt: skip
    return Brand(**{**fields, **overrides})


NEUTRAL = Colours(ink="#1A2024", muted="#4C585E", accent="#0E4C5A", on_accent="#FFFFFF", tint="#EAF0F0", line="#A9B4B8")
SIGNAL = Colours(ink="#1F1A17", muted="#5A504A", accent="#A8321A", on_accent="#FFFFFF", tint="#F8EDE6", line="#B9ABA2")


def fingerprint(text: str) -> str:
    """Return the SHA-256 that a file of this text would have."""
    return hashlib.sha256(text.encode()).hexdigest()


def reading(text: str, **overrides: Any) -> Reading:
    """Return the reading of a text: a paragraph between empty lines, a heading where one begins with ``# `` (no marker inlines)."""
    fields: dict[str, Any] = {
        "id": "reading",
        "file": fingerprint(text),
        "reader": "text-1",
        "text": text,
        "language": "en",
        "blocks": tuple(_blocks(text)),
    }
    return Reading(**{**fields, **overrides})


def _blocks(text: str) -> Iterable[Block]:
    place, number, path = 0, 0, ()
    for paragraph in text.split("\n\n"):
        span = Span(place, place + len(paragraph))
        if paragraph.startswith("# "):
            path = (paragraph.removeprefix("# "),)
            yield Block(BlockKind.HEADING, span, level=1)
        elif paragraph.strip():
            number += 1
            yield Block(BlockKind.PARAGRAPH, span, number=number, path=path)
        place += len(paragraph) + 2


def excerpt(of: Reading, words: str, kind: ExcerptKind = ExcerptKind.CONTEXT, **overrides: Any) -> Excerpt:
    """Return an excerpt of the first place where ``words`` stand in a reading; AssertionError where they do not."""
    start = of.text.find(words)
    assert start >= 0, f"not in the reading: {words!r}"
    fields: dict[str, Any] = {
        "id": "excerpt",
        "document": "document",
        "reading": of.id,
        "span": Span(start, start + len(words)),
        "kind": kind,
        "standing": Standing.CONFIRMED,
    }
    return Excerpt(**{**fields, **overrides})


def document(of: Reading, **overrides: Any) -> SourceDocument:
    """Return a source document with a typed card, read by that reading."""
    fields: dict[str, Any] = {
        "id": "document",
        "name": "paper.txt",
        "file": of.file,
        "reading": of.id,
        "card": card("A paper", "Harbour Relief"),
    }
    return SourceDocument(**{**fields, **overrides})


def card(title: str, publisher: str, date: str = "2022-06-06", **overrides: Any) -> Card:
    """Return a card as a person would type it."""
    fields: dict[str, Any] = {
        "title": KnownText(title, Basis.TYPED),
        "publisher": KnownText(publisher, Basis.TYPED),
        "date": KnownDate(PartialDate.from_iso(date), Basis.TYPED),
        "language": KnownText("en", Basis.INFERRED),
    }
    return Card(**{**fields, **overrides})


def pack(
    outline: str = "Asks: r1 r2 | Voices: q1 | Context: c1 n1",
    *,
    audiences: str = "canada unhcr",
    texts: Mapping[str, str] | None = None,
    addressees: Mapping[str, tuple[str, ...]] | None = None,
    wordings: Mapping[str, Wording] | None = None,
    **overrides: Any,
) -> Pack:
    """Return a whole, consistent pack from an outline in the language of this module.

    ``texts``, ``addressees`` and ``wordings`` say otherwise for excerpts (or notes) by name; other keywords replace fields of the pack.
    """
    written = {name: (texts or {}).get(name) or _words(name) for name in _names(outline)}
    paper = _paper("paper", "# Introduction", [written[name] for name in written if name[0] in "rcf"])
    statement = _paper("statement", "# Statement", [written[name] for name in written if name[0] == "q"])
    held = tuple(
        _excerpt(name, words, statement if name[0] == "q" else paper, addressees or {})
        for name, words in written.items()
        if name[0] in "rqcf"
    )
    turns = {name: number for number, group in enumerate(_turns(outline), 1) for name in group}
    fields: dict[str, Any] = {
        "id": "pack",
        "title": ByAudience("What leaders can do"),
        "event": "Leaders’ Summit",
        "date": PartialDate(2023, 1, 16),
        "language": "en",
        "template": "summit-delegation",
        "brand": "neutral",
        "bottom_line": ByAudience("Act together, and act now."),
        "pages": 2,
        "audiences": tuple(audience(identifier) for identifier in audiences.split()),
        "naming": NAMING,
        "sections": tuple(_sections(outline, written, wordings or {})),
        "documents": (
            document(paper, id="paper", name="paper.txt", card=card("A region on the move", "Harbour Relief")),
            document(
                statement,
                id="statement",
                name="statement.txt",
                card=card("Statement on the summit", "Harbour Relief", "2023-01-16"),
            ),
        ),
        "excerpts": tuple(dataclasses.replace(one, turn=turns.get(one.id)) for one in held),
        "readings": (paper, statement),
    }
    return Pack(**{**fields, **overrides})


def _paper(name: str, heading: str, paragraphs: list[str]) -> Reading:
    return reading("\n\n".join([heading, *paragraphs]) + "\n", id=f"reading-{name}")


def _excerpt(name: str, words: str, of: Reading, addressees: Mapping[str, tuple[str, ...]]) -> Excerpt:
    kind = {"r": ExcerptKind.RECOMMENDATION, "q": ExcerptKind.QUOTE}.get(name[0], ExcerptKind.CONTEXT)
    home = of.id.removeprefix("reading-")
    called = addressees.get(name, _addressed(words) if name[0] == "r" else ())
    made = excerpt(of, words, kind, id=name, document=home, attribution=SPEAKER if name[0] == "q" else None)
    return dataclasses.replace(made, addressees=tuple(_addressee(made, of, call) for call in called))


def _addressee(made: Excerpt, of: Reading, call: str) -> Addressee:
    start = of.text.find(call, made.span.start, made.span.end)
    return Addressee(call, Span(start, start + len(call)) if start >= 0 else None)


def _addressed(words: str) -> tuple[str, ...]:
    return next((called for said, called in RECOMMENDATIONS if words.endswith(said)), ())


def _words(name: str) -> str:
    table = {"r": tuple(said for said, _ in RECOMMENDATIONS), "q": QUOTES, "c": CONTEXT, "f": CONTEXT}.get(
        name[0], ("These words are our own.",)
    )
    again, index = divmod(int(name[1:]) - 1, len(table))
    start = "“" if name[0] == "q" and again else ""
    return f"{start}In {2022 + again}: {table[index].removeprefix('“')}" if again else table[index]


def _names(outline: str) -> list[str]:
    tokens = [token.split("@")[0] for part in outline.split("|") for token in part.partition(":")[2].split()]
    return list(dict.fromkeys(name for token in tokens for name in token.split("+")))


def _turns(outline: str) -> list[list[str]]:
    tokens = [token.split("@")[0].split("+") for part in outline.split("|") for token in part.partition(":")[2].split()]
    return [names for names in tokens if names[0][0] == "q"]


def _sections(outline: str, written: Mapping[str, str], wordings: Mapping[str, Wording]) -> Iterable[Section]:
    placed: dict[str, int] = {}
    for part in outline.split("|"):
        title, _, tokens = part.strip().partition(":")
        role = SectionRole(title.lower())
        placements = tuple(_placement(token, role, written, wordings, placed) for token in tokens.split())
        yield Section(f"s-{role}", role, ByAudience(title), placements)


def _placement(
    token: str, role: SectionRole, written: Mapping[str, str], wordings: Mapping[str, Wording], placed: dict[str, int]
) -> Placement:
    names, _, given = token.partition("@")
    first, *more = names.split("+")
    placed[first] = placed.get(first, 0) + 1
    identifier = f"p-{first}" if placed[first] == 1 else f"p-{first}-{placed[first]}"
    audiences = tuple(given.split(",")) if given else None
    match first[0]:
        case "n":
            return NotePlacement(identifier, ByAudience(written[first]), audiences=audiences)
        case "i":
            return ImagePlacement(
                identifier, fingerprint(first), ByAudience("A shelter"), "Harbour Relief", "People at a table", audiences
            )
        case "f":
            number = next(word for word in written[first].split() if any(letter.isdigit() for letter in word))
            return FigurePlacement(identifier, number, ByAudience("what it counts"), first, audiences)
        case "g":
            return GeneratedPlacement(identifier, role, audiences)
        case _:
            made = ExcerptPlacement(identifier, (first, *more), audiences=audiences)
            return dataclasses.replace(made, wording=wordings[first]) if first in wordings else made
