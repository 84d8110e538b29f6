"""Words whose keys are put together from values: every value of the family has its words, in every language."""

import ast
from pathlib import Path

import pytest

from briefing_app.checks.rules import RULES
from briefing_app.cli.application import _COMMANDS
from briefing_app.desktop.actions import MENUS, entries
from briefing_app.desktop.dialogs.keys import IN_PANES, IN_WORDS
from briefing_app.desktop.widgets.trim_editor import TURNED
from briefing_app.desktop.widgets.trim_foot import BUTTONS
from briefing_app.domain.audience import Paper
from briefing_app.domain.briefing import Copy, Mark
from briefing_app.domain.excerpt import ExcerptKind
from briefing_app.domain.fidelity.grades import Grade
from briefing_app.domain.finding import Severity
from briefing_app.domain.reading import DamageKind
from briefing_app.library.ranking import Reason
from briefing_app.words import LANGUAGES, words_for
from briefing_app.workbench import editing, mending
from briefing_app.workbench.mending import ANSWER, ASKED, CLEAR, GO, LONGEST, MENDS

NAMED_AT = {"Edited": 1, "_with_placement": 2}
"""Which argument of these calls is an edit's name."""


def edit_names():
    for node in (node for module in (editing, mending) for node in ast.walk(ast.parse(Path(module.__file__).read_text("utf-8")))):
        place = NAMED_AT.get(getattr(node.func, "id", "")) if isinstance(node, ast.Call) else None
        if place is not None and len(node.args) > place and isinstance(node.args[place], ast.Constant):
            yield node.args[place].value


FAMILIES = {
    "cli": set(_COMMANDS),
    "damage": {kind.value for kind in DamageKind},
    "edit": set(edit_names()),
    "finding": set(RULES),
    "finding-name": {code for code, rule in RULES.items() if rule.confirmable},
    "kind": {kind.value for kind in ExcerptKind},
    "mend": {mend for rule in RULES.values() for mend in rule.mends},
    "paper": {paper.value for paper in Paper},
    "print.copy": {copy.value for copy in Copy},
    "print.grade": {grade.name.lower().replace("_", "-") for grade in Grade},
    "print.likelihood": {"certain", "possible", "defensive"},
    "print.matrix": {mark.value for mark in Mark},
    "severity": {severity.value for severity in Severity},
    "language": set(LANGUAGES),
    "window.action": {entry.id for entry in entries()},
    "window.grade": {grade.value for grade in Grade},
    "window.keys": {does for _, does in (*IN_PANES, *IN_WORDS)},
    "window.menu": set(MENUS),
    "window.mend": {*MENDS, *ASKED, *(each.code for each in (ANSWER, CLEAR, GO, LONGEST))},
    "window.problems": {severity.value for severity in Severity},
    "window.trim": {*TURNED.values(), *(name for _, name in BUTTONS.values())},
    "window.turning": {code.removeprefix("turning-") for code in TURNED},
    "why": {reason.value for reason in Reason},
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("family", FAMILIES)
def test_every_value_of_a_family_has_its_words(family, language):
    words = words_for(language)
    assert FAMILIES[family]
    assert {value for value in FAMILIES[family] if not words.has(f"{family}.{value}")} == set()
