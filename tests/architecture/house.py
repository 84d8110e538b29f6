"""Reads the package as it lies on disk: its modules, and who imports whom; imports inside functions and under TYPE_CHECKING count."""

import ast
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

CHECKOUT = Path(__file__).parent.parent.parent
PACKAGE = "briefing_app"


@dataclass(frozen=True)
class Module:
    """One module's name (``briefing_app.export.writing``; a package has its folder's name) and where it lies."""

    name: str
    path: Path

    @property
    def room(self):
        """``export`` for ``briefing_app.export.writing``, ``errors`` for ``briefing_app.errors``, empty for the package itself."""
        return room_of(self.name)

    @property
    def is_package(self):
        return self.path.name == "__init__.py"

    @cached_property
    def source(self):
        return self.path.read_text("utf-8")

    @cached_property
    def tree(self):
        return ast.parse(self.source)

    @cached_property
    def imported(self):
        """Every dotted name the module may import, as written; ``from a import b`` gives ``a.b``."""
        return frozenset(imported_names(self.tree, self.name if self.is_package else self.name.rpartition(".")[0]))

    def __str__(self):
        return self.name


def room_of(name):
    """Return the room (or foundation module) that a dotted name of ours lies in."""
    return f"{name}..".split(".")[1]


def imported_names(tree, package):
    """Yield the dotted names that a module of ``package`` imports anywhere in ``tree``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in {"import_module", "__import__"} and node.args:
            name = node.args[0]
            assert isinstance(name, ast.Constant), f"an import whose target cannot be read: {ast.unparse(node)}"
            yield name.value


@cache
def modules():
    """Return all modules of the package by name."""
    found = {}
    for path in sorted((CHECKOUT / PACKAGE).rglob("*.py")):
        parts = path.relative_to(CHECKOUT).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        found[name] = Module(name, path)
    return found


def nearest_module(name):
    """Return the module a dotted name of ours leads to: ``briefing_app.errors.BriefingError`` leads to ``briefing_app.errors``."""
    known = modules()
    while name not in known:
        name = name.rpartition(".")[0]
    return known[name]


@cache
def arrows():
    """Return who knows whom: a set of pairs of modules, importer first."""
    return frozenset(
        (module, nearest_module(name))
        for module in modules().values()
        for name in module.imported
        if name.split(".")[0] == PACKAGE and nearest_module(name) != module
    )


@cache
def rooms():
    """Return the rooms and foundation modules that there are, the package itself aside."""
    return frozenset(module.room for module in modules().values() if module.room)
