"""The form of the words for numbers: how a language spells, ranges, dates and sources its figures."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class FigureCues:
    """All words of one language around numbers, lower case with straight apostrophes."""

    noun_first: bool
    """Whether adjectives stand behind their noun and agree with it, so that a run of plurals is what is counted."""
    numerals: tuple[str, ...]
    """Numbers in words, each with its value: "ten 10"."""
    numeral_joins: tuple[str, ...]
    """What joins them besides a blank and a hyphen: "and"."""
    scales: tuple[str, ...]
    """What multiplies a number: "million"."""
    shares: tuple[str, ...]
    """What makes a number a share: "per cent"."""
    fractions: tuple[str, ...]
    """Shares in words, before "of": "half"."""
    multiples: tuple[str, ...]
    """Numbers that nobody counted out, before "of": "hundreds"."""
    vague: tuple[str, ...]
    """What belongs to a scale or a multiple that it stands before: "several hundred"."""
    hedges: tuple[str, ...]
    """What tells that a number was counted: "at least", "only"."""
    range_joins: tuple[str, ...]
    """What stands between the ends of a range: "300 to 800"."""
    range_pairs: tuple[str, ...]
    """What opens a range, and what then stands between its ends: "between and"."""
    ratios: tuple[str, ...]
    """What stands in the middle of a ratio: "one in four"."""
    number_of: tuple[str, ...]
    """What stands between a number and what it counts, where the sentence gives the number first: "brings to 12 the number of"."""
    toll: tuple[str, ...]
    """The dead and the hurt, of whom few are a figure, too: "six people died"."""
    of: tuple[str, ...]
    """What stands between a share and what it is a share of."""
    determiners: tuple[str, ...]
    """What may follow it before the noun."""
    more: tuple[str, ...]
    """What may stand between a number and its noun, but ends it elsewhere: "12 more families"."""
    for_what: tuple[str, ...]
    """What stands between money and what it is spent on: "$5 million in aid"."""
    them: tuple[str, ...]
    """Pronouns for those who were named: "12 of them"."""
    plurals: tuple[str, ...]
    """Nouns whose plural has no "s", and those of one that end in it are no matter."""
    goes_on: tuple[str, ...]
    """Verbs with which a sentence goes on behind what is counted, nouns though some may be: "of the population lives"."""
    ends_unit: tuple[str, ...]
    """Words that are no part of what a number counts."""
    rates: tuple[str, ...]
    """What goes with what is counted: "per day"."""
    served: tuple[str, ...]
    """What goes with a stretch of time that somebody is held: "in prison"."""
    numbered: tuple[str, ...]
    """What a number names rather than counts, besides the table's own list: "ward 31"."""
    singular: tuple[str, ...]
    """Articles of one before a number that is an ordinal: "el 159 periodo"."""
    streets: tuple[str, ...]
    """Nouns that end an address behind its number."""
    durations: tuple[str, ...]
    years: tuple[str, ...]
    """Those of them in which ages are told."""
    terms: tuple[str, ...]
    """Nouns for what lasts so many years, where "of" stands between: "peine de 20 ans"."""
    age_before: tuple[str, ...]
    """What stands before an age: "aged"."""
    age_behind: tuple[str, ...]
    """What stands behind its years: "old"."""
    ago_before: tuple[str, ...]
    """What stands before a stretch of time that tells when: "hace"."""
    ago_behind: tuple[str, ...]
    """What stands behind one: "ago"."""
    clock_before: tuple[str, ...]
    """What stands before a time of day in hours: "a las"."""
    clock_behind: tuple[str, ...]
    """What stands behind a time of day: "pm"."""
    hours: tuple[str, ...]
    as_of: tuple[str, ...]
    """What stands before the date of a count."""
    of_year: tuple[str, ...]
    """What may stand between a day, its month and its year."""
    latest: tuple[str, ...]
    """What places a stretch of time: "in the last ten years"."""
    periods: tuple[str, ...]
    """When a count holds, without a date: "last year"."""
    compared: tuple[str, ...]
    """What stands before a date that a figure is only compared with: "more than last year"."""
    by_count: tuple[str, ...]
    """What stands before whoever counted: "according to"."""
    sources: tuple[str, ...]
    """Nouns for what of theirs may stand between: "data"."""
    from_whom: tuple[str, ...]
    """What stands between those and whoever counted, besides "of": "from"."""
    name_ends: tuple[str, ...]
    """Where the name of whoever counted ends: "UNHCR based in"."""
    counting: tuple[str, ...]
    """Verbs of counting and estimating, besides those of saying."""
