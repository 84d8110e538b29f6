"""Every word the code asks for is in all three catalogues, with the same values to fill in, and French is set as French."""

import ast
import re
from dataclasses import dataclass
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from briefing_app.paths import resource
from briefing_app.words import LANGUAGES
from tests.architecture.house import modules

KEY = re.compile(r"[a-z][a-z0-9_-]*(\.[A-Za-z0-9_-]+)+")
"""What a key looks like; tells ``words.count("asks.told", 3)`` from counting in a text or a list."""

ERROR_KEYS = ("error.{}", "hint.{}")

FILLED_LATER = {"print.page-of", "print.sheet"}
"""Asked for unfilled, as patterns: composition does not know on which page a foot will stand, the writers do."""


@dataclass(frozen=True)
class Asked:
    """A key that the code asks for, literally; ``given`` are the values it passes, None when they cannot be read from the code."""

    key: str
    where: str
    given: frozenset | None


def forms(message):
    """Return a message's texts, one or one a plural form."""
    return list(message.string) if isinstance(message.string, tuple) else [message.string]


def placeholders(message):
    return frozenset(name for text in forms(message) for _, name, _, _ in Formatter().parse(text) if name is not None)


def load(language):
    with resource("locale", language, "briefing.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    return {(message.id if isinstance(message.id, str) else message.id[0]): message for message in catalogue if message.id}


CATALOGUES = {language: load(language) for language in LANGUAGES}


def error_classes():
    """Return the names of BriefingError and of every class below it, wherever it is written."""
    bases = {
        node.name: {ast.unparse(base).split(".")[-1] for base in node.bases}
        for module in modules().values()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ClassDef)
    }
    found = {"BriefingError"}
    while more := {name for name, above in bases.items() if above & found} - found:
        found |= more
    return found


def literals(node):
    """Return the texts an argument may be: a literal, or either side of a condition."""
    if isinstance(node, ast.IfExp):
        return literals(node.body) + literals(node.orelse)
    return [node.value] if isinstance(node, ast.Constant) and isinstance(node.value, str) else []


def given_names(call):
    names = [keyword.arg for keyword in call.keywords]
    return None if None in names else frozenset(names)


def asked():
    """Yield every key the package asks for literally: by ``say``, by ``count``, by the code of an error."""
    errors = error_classes()
    for module in modules().values():
        for call in ast.walk(module.tree):
            if not isinstance(call, ast.Call) or not call.args:
                continue
            name = ast.unparse(call.func).split(".")[-1]
            where = f"{module}:{call.lineno}"
            given = given_names(call)
            for text in literals(call.args[0]):
                if name == "say":
                    yield Asked(text, where, given)
                elif name == "count" and KEY.fullmatch(text):
                    yield Asked(text, where, given | {"number"} if given is not None else None)
                elif name in errors:
                    for key in ERROR_KEYS:
                        yield Asked(key.format(text), where, given)


def test_every_key_the_code_asks_for_is_in_the_catalogues():
    missing = {f"{ask.key} ({ask.where})" for ask in asked() if any(ask.key not in catalogue for catalogue in CATALOGUES.values())}
    assert not missing


def test_the_code_passes_every_value_that_a_sentence_fills_in():
    lacking = {
        f"{ask.key} lacks {sorted(needed)} ({ask.where})"
        for ask in asked()
        if ask.given is not None
        and ask.key in CATALOGUES["en"].keys() - FILLED_LATER
        and (needed := placeholders(CATALOGUES["en"][ask.key]) - ask.given)
    }
    assert not lacking


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_every_key_the_others_have(language):
    assert {key for catalogue in CATALOGUES.values() for key in catalogue} == set(CATALOGUES[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_empty(language):
    assert not [key for key, message in CATALOGUES[language].items() if not all(text.strip() for text in forms(message))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_fills_in_the_same_values_in_every_language(language):
    differing = [
        key for key, message in CATALOGUES[language].items() if placeholders(message) != placeholders(CATALOGUES["en"][key])
    ]
    assert not differing


def test_french_has_no_plain_space_before_tall_punctuation():
    offences = [text for message in CATALOGUES["fr"].values() for text in forms(message) if re.search(r" [;!?:»]|« ", text)]
    assert not offences


@pytest.mark.parametrize("language", LANGUAGES)
def test_apostrophes_are_curly(language):
    assert not [text for message in CATALOGUES[language].values() for text in forms(message) if re.search(r"\w'\w", text)]
