"""The words around a row of an outline: for whom, from where, how exact, what is wrong with it, and the whole of it read aloud."""

from briefing_app.domain.fidelity.grades import Grade
from briefing_app.domain.pack import Pack
from briefing_app.words import Words
from briefing_app.workbench.excerpt_cards import date_and_place, source_name
from briefing_app.workbench.outlining import PlacementRow, RowKind, SectionRow, audience_names


def asked_words(row: PlacementRow, words: Words) -> str:
    """Return for whom an ask is: "To Canada, Mexico"; empty where nobody is asked."""
    return words.say("window.outline.to", addressees=", ".join(row.addressees)) if row.addressees else ""


def source_words(row: PlacementRow, words: Words) -> tuple[str, str]:
    """Return where a row's words come from: the document, which may give way, and date and place, which may not.

    "A Fractured Response", ", 6 Jun 2022 · ¶ 7"; empty for words of our own. Ours that a source says otherwise are "Based on" it.
    """
    if row.source is None:
        return "", ""
    name = source_name(row.source)
    said = words.say("window.outline.based-on", source=name) if row.adapted else name
    return said, date_and_place(row.source, row.place, words)


def grade_words(row: PlacementRow, words: Words) -> str:
    """Return how far the words are the source's; empty for those that are exactly, and for our own."""
    if row.grade in {None, Grade.EXACT}:
        return ""
    return words.say(f"window.grade.{row.grade}")


def damage_words(row: PlacementRow, words: Words) -> str:
    """Return what extraction did to a row's words: "Garbled, cut at end"; empty for nothing."""
    said = ", ".join(words.say(f"damage.{kind.value}") for kind in row.damage)
    return said[:1].upper() + said[1:]


def absence_words(row: PlacementRow, pack: Pack, words: Words) -> str:
    """Return why a placement is not in the copy shown; empty when it is."""
    if row.absence is None:
        return ""
    names = words.join(list(audience_names(pack, row.only, words.language)))
    return words.say(f"window.outline.absence.{row.absence.value}", audiences=names)


def kind_words(row: PlacementRow, words: Words) -> str:
    """Return what a row is, in a word or two."""
    return words.say(f"window.outline.kind.{row.kind.value}")


def stand_in(row: PlacementRow, words: Words) -> str:
    """Return what a row says of itself where it has no words of its own; empty when it has."""
    if row.words:
        return ""
    if row.made is not None:
        return words.say(f"window.outline.made.{row.made.value}")
    return words.say("window.outline.no-caption" if row.kind is RowKind.IMAGE else "window.outline.note-hint")


def budget_words(section: SectionRow, used: float | None, words: Words) -> str:
    """Return what a section takes of its budget: "0.7 of 0.5 page"; its budget alone while nothing is laid out."""
    if section.budget is None:
        return ""
    budget = _pages(section.budget, words)
    many = 1 if section.budget <= 1 else 2
    if used is None:
        return words.count("window.outline.budget-alone", many, budget=budget)
    return words.count("window.outline.budget", many, used=_pages(used, words), budget=budget)


def over_budget(section: SectionRow, used: float | None) -> bool:
    """Tell whether a section takes more than its budget, by what a person would read."""
    return section.budget is not None and used is not None and round(used, 1) > section.budget


def read_aloud(row: PlacementRow, pack: Pack, words: Words) -> str:
    """Return all that a row shows, as a screen reader says it."""
    said = ", ".join(part for part in (row.speaker, row.role) if part)
    parts = (
        "" if row.made else " ".join(part for part in (kind_words(row, words), row.number) if part),
        row.text or stand_in(row, words),
        said,
        asked_words(row, words),
        "".join(source_words(row, words)),
        grade_words(row, words),
        damage_words(row, words),
        absence_words(row, pack, words),
    )
    return ". ".join(part.rstrip(".") for part in parts if part)


def section_aloud(section: SectionRow, used: float | None, words: Words) -> str:
    """Return all that a section's row shows, as a screen reader says it."""
    over = words.say("window.outline.over-budget") if over_budget(section, used) else ""
    internal = words.say("window.outline.internal") if section.internal else ""
    count = words.count("window.outline.items", len(section.rows))
    return ". ".join(part for part in (section.title, internal, count, budget_words(section, used, words), over) if part)


def _pages(number: float, words: Words) -> str:
    return words.number(round(number, 1))
