"""Sections other than asks: quotations, context, linking text, key figures, pictures, in the pack's order."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from briefing_app.composition.citing import note, short_form
from briefing_app.composition.marks import apart, own_figure
from briefing_app.composition.quoting import Quoted, between_marks, quoted, with_call, worst
from briefing_app.composition.reach import placed
from briefing_app.composition.setting import NoteBook, Setting
from briefing_app.domain.briefing import (
    Block,
    FigureStrip,
    Heading,
    KeyFigure,
    Paragraph,
    Picture,
    Quotation,
    Run,
    SourceLine,
    Text,
)
from briefing_app.domain.excerpt import Excerpt, RenderingStatus
from briefing_app.domain.fidelity.grades import Grade
from briefing_app.domain.pack import (
    Adapted,
    ExcerptPlacement,
    FigurePlacement,
    ImagePlacement,
    NotePlacement,
    Placement,
    Translated,
    Verbatim,
)
from briefing_app.domain.template import CitationForm


def passages(setting: Setting, book: NoteBook, placements: Iterable[Placement]) -> Iterator[Block]:
    """Yield the blocks of placements that already reach the copy; figures that follow each other make one strip."""
    for is_figure, run in groupby(placements, key=lambda placement: isinstance(placement, FigurePlacement)):
        if is_figure:
            yield _strip(setting, [placement for placement in run if isinstance(placement, FigurePlacement)])
        else:
            for placement in run:
                yield from _one(setting, book, placement)


def _one(setting: Setting, book: NoteBook, placement: Placement) -> Iterator[Block]:
    match placement:
        case ExcerptPlacement():
            yield _excerpt(setting, book, placement)
        case NotePlacement(text=text, level=level):
            words = setting.own(text.of(setting.audience_id))
            if words and level:
                yield Heading(2, words, placement.id)
            elif words:
                yield Paragraph((Run(words),), placement.id)
        case ImagePlacement():
            caption = setting.own(placement.caption.of(setting.audience_id))
            yield Picture(placement.media, caption, placement.credit, placement.alternative, placement.id)
        case _:
            return


def _excerpt(setting: Setting, book: NoteBook, placement: ExcerptPlacement) -> Block:
    excerpts = placed(setting.pack, placement)
    wording = placement.wording_for(setting.audience_id)
    match wording:
        case Adapted(lead, rest):
            text = setting.own(" ".join(part for part in (lead, rest) if part))
            return Paragraph(_cited(setting, book, excerpts, text, None, setting.words.say("print.adapted")), placement.id)
        case Translated(language):
            return _translated(setting, book, placement, excerpts, language)
        case Verbatim():
            parts = quoted(setting, excerpts, wording)
            if any(excerpt.attribution for excerpt in excerpts):
                return _quotation(setting, book, placement, excerpts, parts)
            text = " ".join(part.words for part in parts)
            tag = setting.tag(setting.quoted_language(excerpts[0]))
            return Paragraph(_cited(setting, book, excerpts, text, tag, *_marked(setting, parts)), placement.id, worst(parts))


def _quotation(
    setting: Setting, book: NoteBook, placement: ExcerptPlacement, excerpts: tuple[Excerpt, ...], parts: tuple[Quoted, ...]
) -> Quotation:
    grade = worst(parts)
    language = setting.quoted_language(excerpts[0])
    remarks = (setting.words.say(f"print.grade.{grade.name.lower().replace('_', '-')}"), *_marked(setting, parts))
    call = _call(setting, book, excerpts, *remarks)
    paragraphs = between_marks(parts, language, setting, call)
    if call is None and paragraphs:
        paragraphs = (*paragraphs[:-1], (*paragraphs[-1], _inline(setting, excerpts)))
    label, translation = _working_translation(setting, excerpts, language)
    speaker, role = speaker_of(excerpts)
    return Quotation(paragraphs, speaker, role, language, grade, placement.id, label, translation)


def speaker_of(excerpts: tuple[Excerpt, ...]) -> tuple[str, str]:
    """Return who speaks, and what stands behind."""
    return next((excerpt.attribution.line for excerpt in excerpts if excerpt.attribution), ("", ""))


def _marked(setting: Setting, parts: tuple[Quoted, ...]) -> tuple[str, ...]:
    omissions = sum(part.omissions for part in parts)
    return (setting.words.count("print.omissions", omissions),) if omissions else ()


def _working_translation(setting: Setting, excerpts: tuple[Excerpt, ...], language: str) -> tuple[str, str]:
    if setting.tag(language) is None:
        return "", ""
    found = [rendering for excerpt in excerpts for rendering in excerpt.renderings if rendering.language == setting.language]
    if not found:
        return "", ""
    official = all(rendering.status is RenderingStatus.OFFICIAL for rendering in found)
    label = setting.words.say("print.official-translation" if official else "print.working-translation")
    return label, " ".join(rendering.words for rendering in found)


def _translated(
    setting: Setting, book: NoteBook, placement: ExcerptPlacement, excerpts: tuple[Excerpt, ...], language: str
) -> Paragraph:
    words = " ".join(r.words for excerpt in excerpts for r in excerpt.renderings if r.language == language)
    originals = " ".join(part.words for part in quoted(setting, excerpts, Verbatim()))
    remark = setting.words.say("print.our-translation", original=originals)
    return Paragraph(_cited(setting, book, excerpts, words, setting.tag(language), remark), placement.id, Grade.TRANSLATED)


def _cited(setting: Setting, book: NoteBook, excerpts: tuple[Excerpt, ...], words: str, tag: str | None, *remarks: str) -> Text:
    call = _call(setting, book, excerpts, *remarks)
    text = with_call(words, setting, call, tag)
    return text if call is not None else (*text, _inline(setting, excerpts))


def _call(setting: Setting, book: NoteBook, excerpts: tuple[Excerpt, ...], *remarks: str) -> int | None:
    if setting.pack.citation is CitationForm.INLINE:
        return None
    return note(setting, book, excerpts, *remarks)


def _inline(setting: Setting, excerpts: tuple[Excerpt, ...]) -> Run:
    return Run(f" ({short_form(setting, excerpts)})")


def _strip(setting: Setting, figures: list[FigurePlacement]) -> FigureStrip:
    shown = tuple(
        KeyFigure(own_figure(figure.number, setting.language), setting.own(figure.label.of(setting.audience_id)), figure.id)
        for figure in figures
    )
    cited: dict[str, list[Excerpt]] = {}
    for figure in figures:
        excerpt = setting.pack.excerpt(figure.excerpt)
        cited.setdefault(excerpt.document, []).append(excerpt)
    places = [short_form(setting, tuple(excerpts)) for excerpts in cited.values()]
    source = setting.words.say("print.figures-source", places=apart(places, setting.language))
    return FigureStrip(setting.words.say("print.key-figures"), shown, SourceLine(source))
