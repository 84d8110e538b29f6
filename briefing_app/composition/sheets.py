"""Sheets of an internal copy: meeting sheet, questions and answers, the numbers each audience sees. Nothing here ever leaves."""

from collections.abc import Callable, Iterator

from briefing_app.composition.asks import in_few_words
from briefing_app.composition.citing import short_form
from briefing_app.composition.front import audience_words, version_line
from briefing_app.composition.reach import in_order, printed_order
from briefing_app.composition.setting import Setting
from briefing_app.domain.audience import Person
from briefing_app.domain.briefing import (
    LikelyQuestion,
    Meta,
    Panel,
    PrivateRemark,
    Questions,
    Room,
    RoomSide,
    Run,
    Sheet,
    SheetBlock,
    SourceLine,
    Table,
    TalkingPoints,
    TitleBand,
    WritingLines,
)
from briefing_app.domain.numbering import numbered
from briefing_app.domain.pack import Confirmation, ExcerptPlacement, MeetingNotes, Placement, Question, Section
from briefing_app.domain.template import SectionRole

LINES_FOR_COMMITMENTS = 5
_BESIDE_NAME = 6
_SHARE_OF_NAME, _SHARE_OF_NAMES = 0.14, 0.62
"""Of a table's width: what an audience's column takes, and all of them together at most."""


def sheets(setting: Setting, reached: tuple[Placement, ...]) -> tuple[Sheet, ...]:
    """Return the sheets that the pack's internal sections ask for, lettered from A; one without content falls away."""
    made = [blocks for section in setting.pack.sections if (blocks := _blocks(setting, section, reached))]
    return tuple(Sheet(chr(ord("A") + place), blocks) for place, blocks in enumerate(made))


def _blocks(setting: Setting, section: Section, reached: tuple[Placement, ...]) -> tuple[SheetBlock, ...]:
    make = _SHEETS.get(section.role)
    if make is None or setting.audience is None:
        return ()
    notes = setting.pack.meetings.get(setting.audience.id, MeetingNotes())
    return tuple(make(setting, section, notes, reached))


def _meeting(setting: Setting, section: Section, notes: MeetingNotes, reached: tuple[Placement, ...]) -> Iterator[SheetBlock]:
    words = setting.words
    handed = (words.say("print.copy.hand-over"), version_line(setting))
    meta = (
        Meta(words.say("print.when"), (notes.when, notes.where)),
        Meta(words.say("print.event"), (setting.pack.event,)),
        Meta(words.say("print.lead"), (notes.lead,)),
        Meta(words.say("print.leave-behind"), (notes.leave_behind or ", ".join(handed),)),
    )
    kept = tuple(Meta(entry.label, tuple(line for line in entry.lines if line)) for entry in meta if any(entry.lines))
    yield TitleBand(_title(setting, section), words.say("print.meeting", audience=audience_words(setting)), "", kept)
    if notes.outcome:
        yield Panel(words.say("print.outcome"), (Run(_numbers_in(setting, notes.outcome)),))
    people = setting.audience.people if setting.audience else ()
    sides = [
        RoomSide(audience_words(setting), _people(setting, people)),
        RoomSide(words.say("print.our-side"), _people(setting, notes.ours)),
    ]
    if any(side.people for side in sides):
        yield Room(words.say("print.room"), tuple(side for side in sides if side.people))
    if notes.talking_points:
        yield TalkingPoints(words.say("print.talking-points"), tuple(_point(setting, p.text, p.ask) for p in notes.talking_points))
    if notes.private:
        yield PrivateRemark(words.say("print.private"), tuple(_numbers_in(setting, line) for line in notes.private.splitlines()))
    if overridden := tuple(_overridden(setting, c) for p in reached if isinstance(p, ExcerptPlacement) for c in p.confirmations):
        yield PrivateRemark(words.say("print.overridden"), overridden)
    yield WritingLines(words.say("print.commitments"), LINES_FOR_COMMITMENTS)


def _title(setting: Setting, section: Section) -> str:
    return section.title.of(setting.audience_id)


def _people(setting: Setting, people: tuple[Person, ...]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (", ".join(part for part in (person.name, person.role) if part), _numbers_in(setting, person.follows)) for person in people
    )


def _point(setting: Setting, text: str, ask: str | None) -> str:
    number = setting.numbers.get(ask or "")
    return f"{text} ({number})" if number else text


def _numbers_in(setting: Setting, text: str) -> str:
    """Return the text with ``{placement}`` replaced by the number this audience sees, so that numbers never go stale."""
    for placement, number in setting.numbers.items():
        text = text.replace(f"{{{placement}}}", number)
    return text


def _overridden(setting: Setting, confirmation: Confirmation) -> str:
    code = confirmation.about.split("(", maxsplit=1)[0]
    day = setting.words.date(confirmation.day.year, confirmation.day.month, confirmation.day.day)
    what = setting.words.say(f"finding-name.{code}") if setting.words.has(f"finding-name.{code}") else code
    return setting.words.say("print.override", what=what, who=confirmation.who, day=day, reason=confirmation.reason)


def _questions(setting: Setting, section: Section, notes: MeetingNotes, reached: tuple[Placement, ...]) -> Iterator[SheetBlock]:
    del reached
    if not notes.questions:
        return
    yield TitleBand("", _title(setting, section), "", ())
    yield Questions(tuple(_question(setting, number, question) for number, question in enumerate(notes.questions, 1)))


def _question(setting: Setting, number: int, question: Question) -> LikelyQuestion:
    source = None
    if question.excerpt:
        excerpt = setting.pack.excerpt(question.excerpt)
        # A source that the shared pages do not cite has no number to give.
        source = SourceLine(short_form(setting, (excerpt,))) if excerpt.document in setting.sources else None
    likelihood = setting.words.say(f"print.likelihood.{question.likelihood}")
    return LikelyQuestion(f"Q{number}", question.question, likelihood, _numbers_in(setting, question.answer), source)


def _numbers(setting: Setting, section: Section, notes: MeetingNotes, reached: tuple[Placement, ...]) -> Iterator[SheetBlock]:
    """Yield the table of numbers: each ask of the pack, and the number it has in each audience's copy."""
    del notes, reached
    pack = setting.pack
    audiences = in_order(pack)
    of = {a.id: numbered([p.id for p, _ in printed_order(pack, a)], pack.numbers.get(a.id, {})) for a in audiences}
    asks = [placement for placement, _ in printed_order(pack, None)]
    if not asks or len(audiences) < 2:
        return
    yield TitleBand("", _title(setting, section), "", ())
    rows = tuple((in_few_words(setting, ask), *(of[a.id].get(ask.id, "–") for a in audiences)) for ask in asks)
    names = [setting.name(audience) for audience in audiences]
    # Columns by their longest words, so that names beside each other keep clear of each other.
    letters = [max(map(len, name.split()), default=0) + _BESIDE_NAME for name in names]
    taken = min(len(names) * _SHARE_OF_NAME, _SHARE_OF_NAMES)
    yield Table(("", *names), rows, (1 - taken, *(taken * count / sum(letters) for count in letters)))


_SHEETS: dict[SectionRole, Callable[[Setting, Section, MeetingNotes, tuple[Placement, ...]], Iterator[SheetBlock]]] = {
    SectionRole.MEETING: _meeting,
    SectionRole.QUESTIONS: _questions,
    SectionRole.NUMBERS: _numbers,
}
