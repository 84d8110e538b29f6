"""How modules are made: small, opened by a sentence, named for what they are."""

import ast
import statistics

import pytest

from tests.architecture.house import modules

LONGEST_MODULE = 500
LONGEST_CLASS = 300
LONGEST_MEDIAN = 160
SAYS_NOTHING = {"utils", "util", "misc", "helpers", "helper", "common", "manager", "managers", "handler", "handlers"}

MODULES = [pytest.param(module, id=module.name) for module in modules().values()]


def lines(module):
    return len(module.source.splitlines())


@pytest.mark.parametrize("module", MODULES)
def test_a_module_opens_with_a_sentence(module):
    docstring = ast.get_docstring(module.tree)
    assert docstring, "no docstring"
    assert docstring.partition("\n\n")[0].rstrip().endswith((".", "?", ":")), "the first paragraph is no sentence"


@pytest.mark.parametrize("module", MODULES)
def test_a_module_and_its_classes_stay_small(module):
    assert lines(module) <= LONGEST_MODULE
    classes = [node for node in ast.walk(module.tree) if isinstance(node, ast.ClassDef)]
    assert not [node.name for node in classes if node.end_lineno - node.lineno + 1 > LONGEST_CLASS]


def test_most_modules_are_far_smaller():
    assert statistics.median(lines(module) for module in modules().values() if not module.is_package) <= LONGEST_MEDIAN


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_named_for_what_it_is(module):
    assert not SAYS_NOTHING & set(module.name.split("."))


@pytest.mark.parametrize("module", [parameter for parameter in MODULES if parameter.values[0].is_package])
def test_a_package_opens_with_its_docstring_and_holds_nothing_else(module):
    beyond = [ast.unparse(node) for node in module.tree.body[1:]]
    if module.name == "briefing_app":
        assert len(beyond) == 1
        assert beyond[0].startswith("__version__ = ")
    else:
        assert beyond == []
