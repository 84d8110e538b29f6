"""Who may know whom. The table is the plan of the house; a module that imports across it fails here, lazily or under TYPE_CHECKING too."""

import ast
import graphlib
import re
import sys
import tomllib
from importlib.metadata import packages_distributions

import pytest

from tests.architecture.house import CHECKOUT, arrows, imported_names, modules, rooms

MAY_KNOW = {
    # foundation
    "paths": "",
    "words": "paths",
    "errors": "words",
    "files": "errors",
    "typed": "errors domain",
    # rooms; all but domain may know the foundation's errors, words, files and typed as well
    "domain": "",
    "catalogue": "domain paths",
    "wordfile": "domain",
    "reading": "domain wordfile",
    "extraction": "domain",
    "library": "domain",
    "packs": "domain",
    "composition": "domain",
    "export": "domain wordfile paths",
    "checks": "domain",
    "roundtrip": "domain wordfile composition packs",
    "workbench": "domain catalogue wordfile reading extraction library packs composition export checks roundtrip paths",
    "cli": "workbench domain",
    "desktop": "workbench domain paths",
    "__main__": "cli desktop",
}
WITHIN_EXTRACTION = {
    "cues": "",
    "text": "cues",
    "people": "cues text",
    "quotes": "cues text people",
    "asks": "cues text people",
    "narration": "cues text quotes",
    "figures": "cues text people",
    "entry": "cues text people quotes asks narration figures",
}
FOUNDATION = {"paths", "words", "errors", "files", "typed"}
SHARED = {"errors", "words", "files", "typed"}
WITHOUT_SHARED = FOUNDATION | {"domain", "__main__"}


def allowed(room):
    return set(MAY_KNOW[room].split()) | (set() if room in WITHOUT_SHARED else SHARED)


def sentence(room):
    names = MAY_KNOW[room].split()
    return f"{room} may know {'nobody' if not names else ' and '.join(names) + ('' if len(names) > 1 else ' alone')}"


def known_by(room):
    return {other.room for module, other in arrows() if module.room == room and other.room not in {room, ""}}


def knowing(room):
    return {module.room for module, other in arrows() if other.room == room and module.room != room}


def normal(distribution):
    """Return a distribution's name in the one spelling that compares (PEP 503)."""
    return re.sub(r"[-_.]+", "-", distribution).lower()


@pytest.mark.parametrize("room", [pytest.param(room, id=sentence(room)) for room in MAY_KNOW])
def test_a_room_knows_only_those_it_may(room):
    strangers = known_by(room) - allowed(room)
    offences = [f"{module} imports {other}" for module, other in arrows() if module.room == room and other.room in strangers]
    assert not offences, f"{sentence(room)}, yet:\n" + "\n".join(sorted(offences))


def part_of_extraction(module):
    return f"{module.name}..".split(".")[2] if module.room == "extraction" else ""


@pytest.mark.parametrize("part", WITHIN_EXTRACTION)
def test_a_part_of_extraction_knows_only_those_it_may(part):
    strangers = {
        f"{module} imports {other}"
        for module, other in arrows()
        if part_of_extraction(module) == part and part_of_extraction(other) not in {"", part, *WITHIN_EXTRACTION[part].split()}
    }
    assert not strangers


def test_every_part_of_extraction_is_in_the_plan():
    assert {part_of_extraction(module) for module, _ in arrows()} - {""} == set(WITHIN_EXTRACTION)


def test_every_room_is_in_the_plan():
    assert rooms() <= set(MAY_KNOW)


def test_domain_knows_no_other_room():
    assert known_by("domain") == set()


def test_domain_imports_the_standard_library_only():
    foreign = {
        f"{module} imports {name}"
        for module in modules().values()
        if module.room == "domain"
        for name in module.imported
        if name.split(".")[0] not in sys.stdlib_module_names | {"briefing_app"}
    }
    assert not foreign


def test_what_the_package_imports_pyproject_asks_for():
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {normal(re.match(r"[\w.-]+", line).group()) for line in project["dependencies"]}
    brought_by = packages_distributions()
    undeclared = {
        f"{module} imports {name}"
        for module in modules().values()
        for name in module.imported
        if (top := name.split(".")[0]) not in sys.stdlib_module_names | {"briefing_app"}
        and not declared & {normal(distribution) for distribution in brought_by.get(top, [])}
    }
    assert not undeclared


def test_only_the_starting_point_knows_the_command_line_and_the_window():
    assert knowing("cli") | knowing("desktop") <= {"__main__"}


def test_nobody_below_the_workbench_knows_it():
    assert knowing("workbench") <= {"cli", "desktop"}


def test_the_starting_point_imports_neither_window_nor_command_line_until_it_has_chosen():
    at_once = {
        name
        for node in modules()["briefing_app.__main__"].tree.body
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in imported_names(node, "briefing_app")
    }
    assert not {name for name in at_once if name.startswith("briefing_app")}


def test_qt_is_imported_in_the_window_alone():
    offences = {
        f"{module} imports {name}"
        for module in modules().values()
        for name in module.imported
        if name.split(".")[0] in {"PySide6", "shiboken6"} and module.room != "desktop"
    }
    assert not offences


def test_no_modules_import_each_other_in_a_circle():
    graph = {module.name: {other.name for one, other in arrows() if one == module} for module in modules().values()}
    try:
        graphlib.TopologicalSorter(graph).prepare()
    except graphlib.CycleError as circle:
        pytest.fail(" -> ".join(circle.args[1]))


@pytest.mark.parametrize(
    ("code", "names"),
    [
        pytest.param("import briefing_app.cli", {"briefing_app.cli"}, id="plainly"),
        pytest.param("from briefing_app import cli", {"briefing_app.cli"}, id="from the package"),
        pytest.param("from .. import cli", {"briefing_app.cli"}, id="relatively"),
        pytest.param("from ..cli import run", {"briefing_app.cli.run"}, id="relatively and by name"),
        pytest.param("def later():\n    import briefing_app.cli", {"briefing_app.cli"}, id="inside a function"),
        pytest.param("if TYPE_CHECKING:\n    import briefing_app.cli", {"briefing_app.cli"}, id="for types alone"),
        pytest.param("importlib.import_module('briefing_app.cli')", {"briefing_app.cli"}, id="by a string"),
    ],
)
def test_no_way_of_importing_is_overlooked(code, names):
    assert set(imported_names(ast.parse(code), "briefing_app.domain")) == names
