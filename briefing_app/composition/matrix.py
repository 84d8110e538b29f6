"""Who is asked what: every ask over every audience, for copies that may show it."""

from collections.abc import Iterator

from briefing_app.composition.asks import in_few_words
from briefing_app.composition.citing import short_form
from briefing_app.composition.reach import addressee_words, in_order, placed, printed_order
from briefing_app.composition.setting import Setting, spelled
from briefing_app.domain.audience import Audience, Meeting, meets
from briefing_app.domain.briefing import Block, Mark, Matrix, MatrixRow, Paragraph, Run
from briefing_app.domain.pack import ExcerptPlacement


def matrix(setting: Setting) -> Iterator[Block]:
    """Yield the matrix, for an audience that may see it and for the master: its own asks by number, then what others are asked.

    Only asks whose source the copy cites anyway are shown, so that a row never brings in a source of its own; and what others are
    asked only where the source asks one of the audiences, since a row without a sign tells nothing.
    """
    audience = setting.audience
    if audience and not audience.sees_matrix:
        return
    columns = in_order(setting.pack)
    own = [placement for placement, _ in printed_order(setting.pack, audience)]
    if not own or not columns:
        return
    told = (placement for placement, _ in printed_order(setting.pack, None) if placement not in own)
    rest = [placement for placement in told if any(_mark(setting, placement, column) is not Mark.NONE for column in columns)]
    cited = [p for p in (*own, *rest) if setting.pack.excerpt(p.excerpts[0]).document in setting.sources]
    others = sum(placement.id not in setting.numbers for placement in cited)
    rows = tuple(_row(setting, placement, columns) for placement in cited)
    yield Paragraph((Run(_intro(setting, rows, others)),), "")
    yield Matrix(
        tuple(setting.name(column) for column in columns),
        rows,
        _legend(setting, rows),
        columns.index(audience) if audience else None,
        setting.words.say("print.matrix.ask"),
    )


def _legend(setting: Setting, rows: tuple[MatrixRow, ...]) -> tuple[str, ...]:
    """Return what the signs mean; a dash is told where there is one."""
    keys = ["named", "legend", *(["ours"] if any(Mark.CHOSEN in row.cells for row in rows) else [])]
    return tuple(setting.words.say(f"print.matrix.{key}") for key in keys)


def _intro(setting: Setting, rows: tuple[MatrixRow, ...], others: int) -> str:
    """Return what the matrix shows, what asks without a number are in it, and what a row without a sign means."""
    words = setting.words
    told = [words.say("print.matrix.intro")]
    if others > 0:
        told.append(words.count("print.matrix.others", others, spelled=spelled(words, others)))
    if any(set(row.cells) == {Mark.NONE} for row in rows):
        told.append(words.say("print.matrix.signless"))
    return " ".join(told)


def _row(setting: Setting, placement: ExcerptPlacement, columns: tuple[Audience, ...]) -> MatrixRow:
    excerpts = placed(setting.pack, placement)
    marks = [_mark(setting, placement, column) for column in columns]
    number = setting.numbers.get(placement.id, "")
    if setting.audience in columns and number:
        # The audience is asked all the same: by us, whoever the source addresses.
        place = columns.index(setting.audience)
        marks[place] = Mark.CHOSEN if marks[place] is Mark.NONE else marks[place]
    spoken = tuple(setting.words.say(f"print.matrix.{mark.value}") for mark in marks)
    return MatrixRow(number, in_few_words(setting, placement), short_form(setting, excerpts), tuple(marks), spoken)


def _mark(setting: Setting, placement: ExcerptPlacement, audience: Audience) -> Mark:
    met = meets(audience, addressee_words(setting.pack, placement), setting.pack.naming)
    if met is None:
        return Mark.NONE
    return Mark.NAMED if met.how is Meeting.NAMED else Mark.GROUP
