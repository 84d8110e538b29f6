"""The application as a whole: help, version, wrong use, bugs."""

import re

import pytest

from briefing_app import __version__
from briefing_app.cli import application, console

COMMANDS = [
    "demo",
    "import",
    "inspect",
    "extract",
    "search",
    "library",
    "new",
    "check",
    "export",
    "templates",
    "audiences",
    "brands",
]


def test_the_version_is_the_packages(briefing_app):
    assert briefing_app("--version").out == f"briefing-app {__version__}\n"


def test_help_names_every_command(briefing_app):
    ended = briefing_app("--help")
    assert ended.code == 0
    assert all(re.search(rf"^\s+{command}\b", ended.out, re.MULTILINE) for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(briefing_app, command):
    ended = briefing_app(command, "--help")
    assert ended.code == 0
    assert "Usage: briefing-app" in ended.out


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["search", "--kind", "gossip"],
        ["search", "--limit", "0"],
        ["new"],
        ["export", "x.briefpack", "--copy", "secret"],
        ["inspect"],
        ["--wrong"],
        ["library", "polish"],
        ["some.briefpack"],
        ["search", "--audience", "atlantis"],
        ["new", "x.briefpack", "--template", "summit-delegation"],
        ["new", "x.briefpack", "--template", "nothing", "--audience", "canada"],
        ["new", "x.briefpack", "--template", "summit-delegation", "--audience", "canada", "--date", "soon"],
    ],
)
def test_wrong_use_is_one_line_with_a_hint_and_exit_code_2(briefing_app, arguments):
    ended = briefing_app(*arguments)
    assert ended.code == 2
    assert len(ended.err.splitlines()) == 1
    assert ended.err.count(". ") >= 1


def test_a_bug_costs_a_line_and_exit_code_70_and_its_trace_only_on_wish(briefing_app, monkeypatch):
    def broken(*_, **__):
        raise ZeroDivisionError("unexpected")

    monkeypatch.setattr(application, "app", broken)
    ended = briefing_app("templates")
    assert (ended.code, len(ended.err.splitlines())) == (70, 1)
    assert "Traceback" in briefing_app("templates", "--debug").err


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LC_ALL": "es_MX.UTF-8", "LANG": "fr_FR.UTF-8"}, "es"),
        ({"LANG": "fr_CA.UTF-8"}, "fr"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
    ],
)
def test_the_language_is_the_systems(monkeypatch, variables, language):
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    console.words.cache_clear()
    try:
        assert console.words().language == language
    finally:
        console.words.cache_clear()


def test_what_there_is_to_choose_from_is_listed_one_a_line(briefing_app):
    assert briefing_app("templates").out.splitlines()[0].startswith("summit-delegation  ")
    audiences = [line.split()[0] for line in briefing_app("audiences").out.splitlines()]
    assert sorted(audiences) == ["canada", "european-commission", "g20-donors", "mexico", "unhcr", "united-states", "world-bank"]
    assert [line.split()[0] for line in briefing_app("brands").out.splitlines()] == ["neutral", "signal"]
