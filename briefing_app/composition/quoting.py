"""The words of placed excerpts: derived from the source by the edits, in the marks of the copy's language, with their grade."""

from dataclasses import dataclass, replace

from briefing_app.composition.marks import Marks, marks_of, split_stop, with_inner, without_outer
from briefing_app.composition.setting import Setting
from briefing_app.domain.briefing import Run, Text
from briefing_app.domain.excerpt import Excerpt, ExcerptKind, shown_words
from briefing_app.domain.fidelity.edits import PrintedRun, RunKind, Stretch, printed_runs
from briefing_app.domain.fidelity.grades import Grade, grade_of
from briefing_app.domain.pack import Verbatim
from briefing_app.domain.span import Span

_ORDER = (Grade.EXACT, Grade.TYPOGRAPHIC, Grade.MARKED, Grade.TRANSLATED, Grade.ALTERED, Grade.NOT_FOUND)


@dataclass(frozen=True, slots=True)
class Quoted:
    """One stretch as printed, outer marks off."""

    excerpt: Excerpt
    words: str
    grade: Grade
    omissions: int
    runs: tuple[PrintedRun, ...] = ()
    """What the words are made of, run by run, as printed."""


def stretches(excerpts: tuple[Excerpt, ...], wording: Verbatim) -> tuple[tuple[Excerpt, Stretch], ...]:
    """Return each excerpt that is printed with its edits, in order."""
    if not wording.stretches:
        return tuple((excerpt, Stretch(excerpt.id)) for excerpt in excerpts)
    by_id = {excerpt.id: excerpt for excerpt in excerpts}
    return tuple((by_id[stretch.excerpt], stretch) for stretch in wording.stretches)


def quoted(setting: Setting, excerpts: tuple[Excerpt, ...], wording: Verbatim) -> tuple[Quoted, ...]:
    """Return the stretches of a verbatim wording as printed, each with its grade against the source; empty ones fall away."""
    marks = marks_of(setting.language)
    found = (_quoted(setting, excerpt, stretch, marks) for excerpt, stretch in stretches(excerpts, wording))
    return tuple(stretch for stretch in found if stretch.words)


def _quoted(setting: Setting, excerpt: Excerpt, stretch: Stretch, marks: Marks) -> Quoted:
    reading = setting.reading_of(excerpt)
    runs = printed_runs(reading, excerpt.span, stretch.edits)
    spoken = excerpt.kind is ExcerptKind.QUOTE or excerpt.attribution is not None
    runs = _bare(runs) if spoken else runs
    printed = tuple(replace(run, text=with_inner(run.text, marks)) for run in runs) if spoken else runs
    words = "".join(run.text for run in printed)
    return Quoted(
        excerpt,
        words,
        grade_of(runs, words, shown_words(excerpt, reading)),
        sum(run.kind is RunKind.OMISSION for run in runs),
        printed,
    )


def _bare(runs: tuple[PrintedRun, ...]) -> tuple[PrintedRun, ...]:
    """Return the runs without the quotation's outer marks, which may be in the first and last words kept."""
    start, end = without_outer("".join(run.text for run in runs))
    kept: list[PrintedRun] = []
    place = 0
    for run in runs:
        inside = Span(place, place + len(run.text)).common(Span(start, max(start, end)))
        if inside:
            kept.append(PrintedRun(run.kind, run.text[inside.start - place : inside.end - place], run.span))
        place += len(run.text)
    return tuple(kept)


def worst(stretches_: tuple[Quoted, ...]) -> Grade:
    """Return the grade of the whole: the lowest of its stretches."""
    return max((stretch.grade for stretch in stretches_), key=_ORDER.index, default=Grade.EXACT)


def between_marks(parts: tuple[Quoted, ...], language: str, setting: Setting, call: int | None) -> tuple[Text, ...]:
    """Return the paragraphs of a quotation: each opens with the copy's mark, the last closes; the note's call where it belongs.

    ``language`` is that of the words; runs carry it when it is not the copy's.
    """
    marks = marks_of(setting.language)
    tag = setting.tag(language)
    paragraphs: list[Text] = []
    for place, part in enumerate(parts):
        opened = marks.opening + part.words
        if place + 1 < len(parts):
            paragraphs.append((Run(opened, language=tag),))
        else:
            paragraphs.append(_closed(opened, marks, tag, call))
    return tuple(paragraphs)


def _closed(words: str, marks: Marks, tag: str | None, call: int | None) -> Text:
    body, stop = split_stop(words)
    runs: Text
    if marks.stop_outside:
        runs = (Run(body + marks.closing, language=tag, note=call), Run(stop, language=tag))
    elif marks.call_before_stop:
        runs = (Run(body, language=tag, note=call), Run(stop + marks.closing, language=tag))
    else:
        runs = (Run(words + marks.closing, language=tag, note=call),)
    return tuple(run for run in runs if run.text)


def with_call(words: str, setting: Setting, call: int | None, language: str | None = None) -> Text:
    """Return running words with a note's call before or after their final stop, as the copy's language has it."""
    body, stop = split_stop(words)
    if call is not None and marks_of(setting.language).call_before_stop and stop:
        return (Run(body, language=language, note=call), Run(stop, language=language))
    return (Run(words, language=language, note=call),)
