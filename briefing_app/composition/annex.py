"""The sources annex: which documents were cited, for what, and how the quotations were checked."""

from collections.abc import Iterator, Sequence

from briefing_app.composition.citing import date_words, full_publisher, locator_of
from briefing_app.composition.marks import apart
from briefing_app.composition.quoting import Quoted, quoted, worst
from briefing_app.composition.reach import placed
from briefing_app.composition.setting import Setting, spelled
from briefing_app.domain.briefing import Block, ContactPanel, Heading, Paragraph, Quotation, Run, SourceEntry, SourceList, Table
from briefing_app.domain.citation import CitedSource
from briefing_app.domain.fidelity.edits import RunKind
from briefing_app.domain.fidelity.grades import Grade
from briefing_app.domain.languages import language_tag
from briefing_app.domain.pack import ExcerptPlacement, FigurePlacement, Placement, Verbatim
from briefing_app.domain.source import titled


def annex(setting: Setting, reached: tuple[Placement, ...], quotations: Sequence[Quotation]) -> Iterator[Block]:
    """Yield the blocks of the annex: the sources, sorted; how quotations were checked, with a row for each; the contact."""
    if setting.sources:
        yield SourceList(tuple(_entry(setting, source, reached) for source in setting.sources.values()))
    rows = tuple(_row(setting, quotation, reached) for quotation in quotations)
    if rows:
        yield Heading(2, setting.words.say("print.checked-title"))
        yield Paragraph((Run(setting.words.say("print.checked")),), "")
        head = tuple(setting.words.say(f"print.check.{column}") for column in ("page", "speaker", "passage", "result"))
        yield Table(head, rows, (0.105, 0.288, 0.287, 0.32), tuple(quotation.placement for quotation in quotations))
    yield ContactPanel(setting.words.say("print.contact"))


def _entry(setting: Setting, source: CitedSource, reached: tuple[Placement, ...]) -> SourceEntry:
    card = source.document.card
    words = setting.words
    said = ", ".join(part for part in (card.kind.value if card.kind else "", date_words(card, words)) if part)
    language = language_tag(card.language.value) if card.language else ""
    named = words.language_name(language) if language else ""
    described = [part for part in (titled(source.document), said, named[:1].upper() + named[1:]) if part]
    details = [_used_for(setting, source, reached)]
    details += [card.address.value] if card.address else []
    details.append(words.say("print.fingerprint", digest=_in_groups(source.document.file)))
    return SourceEntry(
        source.number, full_publisher(card), ". ".join(described) + ".", tuple(detail for detail in details if detail)
    )


def _in_groups(digest: str) -> str:
    """Return a fingerprint as people compare one: eight digits at a time."""
    return " ".join(digest[place : place + 8] for place in range(0, len(digest), 8))


def _used_for(setting: Setting, source: CitedSource, reached: tuple[Placement, ...]) -> str:
    """Return what the source was used for: its asks by number, how many passages, how many figures."""
    of_source = [placement for placement in reached if source.document.id in documents_of(setting, placement)]
    asks = [setting.numbers[placement.id] for placement in of_source if placement.id in setting.numbers]
    passages = sum(isinstance(p, ExcerptPlacement) and p.id not in setting.numbers for p in of_source)
    figures = sum(isinstance(placement, FigurePlacement) for placement in of_source)
    parts = [setting.words.join(sorted(asks, key=_by_number))] if asks else []
    parts += [setting.words.count("print.used.passages", passages, spelled=spelled(setting.words, passages))] if passages else []
    parts += [setting.words.count("print.used.figures", figures, spelled=spelled(setting.words, figures))] if figures else []
    return setting.words.say("print.used-for", what=apart(parts, setting.language)) if parts else ""


def _by_number(number: str) -> tuple[int, str]:
    digits = "".join(character for character in number if character.isdigit())
    return int(digits or 0), number


def documents_of(setting: Setting, placement: Placement) -> tuple[str, ...]:
    """Return the documents a placement cites."""
    match placement:
        case ExcerptPlacement(excerpts=excerpts):
            return tuple(dict.fromkeys(setting.pack.excerpt(identifier).document for identifier in excerpts))
        case FigurePlacement(excerpt=excerpt):
            return (setting.pack.excerpt(excerpt).document,)
        case _:
            return ()


def _row(setting: Setting, quotation: Quotation, reached: tuple[Placement, ...]) -> tuple[str, ...]:
    placement = next(p for p in reached if isinstance(p, ExcerptPlacement) and p.id == quotation.placement)
    excerpts = placed(setting.pack, placement)
    wording = placement.wording_for(setting.audience_id)
    parts = quoted(setting, excerpts, wording) if isinstance(wording, Verbatim) else ()
    number = setting.sources[excerpts[0].document].number
    passage = ", ".join(part for part in (number, locator_of(setting, excerpts)) if part)
    return (quotation.speaker, passage, _result(setting, parts))


def _result(setting: Setting, parts: tuple[Quoted, ...]) -> str:
    """Return how a quotation compared; where nothing but omissions is marked, how many."""
    grade = worst(parts)
    changed = {run.kind for part in parts for run in part.runs} - {RunKind.KEPT}
    if grade is Grade.MARKED and changed == {RunKind.OMISSION}:
        return setting.words.count("print.check.omissions", sum(part.omissions for part in parts))
    return setting.words.say(f"print.grade.{grade.name.lower().replace('_', '-')}").rstrip(".")
