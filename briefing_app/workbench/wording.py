"""Words for values of the rooms below, for whoever shows them: places, reasons, problems."""

from briefing_app.composition.citing import locator_words
from briefing_app.domain.audience import Naming, in_words
from briefing_app.domain.reading import Locator
from briefing_app.library.maintenance import Problem
from briefing_app.library.ranking import Why
from briefing_app.words import Words


def place_words(locator: Locator, words: Words) -> str:
    """Return where a passage is, as the packs print it."""
    return locator_words(locator, words)


def reason_words(why: Why, naming: Naming, words: Words) -> str:
    """Return why an excerpt ranks where it does."""
    group = naming.group(why.group) if why.group else None
    return words.say(f"why.{why.reason.value}", group=in_words(group.name, words.language) if group else "")


def problem_words(problem: Problem, words: Words) -> str:
    """Return what is wrong with a library."""
    return words.say(f"problem.{problem.code}", about=problem.about)
