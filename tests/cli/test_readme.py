"""What README tells people to type exists: every command, every option, every picture and file."""

import re
from pathlib import Path

import pytest
import typer.main

from briefing_app.cli.application import app
from briefing_app.reading.limits import LIMITS

CHECKOUT = Path(__file__).parents[2]
README = (CHECKOUT / "README.md").read_text("utf-8")
COMMAND = typer.main.get_command(app)


def options_of(command):
    return {option for parameter in command.params for option in parameter.opts}


def lines_with_commands():
    for line in README.splitlines():
        for found in re.finditer(r"briefing-app ([a-z]+)", line):
            yield found.group(1), line


@pytest.mark.parametrize(("command", "line"), sorted(set(lines_with_commands())))
def test_a_command_that_readme_names_exists_with_its_options(command, line):
    assert command in COMMAND.commands
    known = {"--help", "--version", "--debug"} | options_of(COMMAND.commands[command])
    several = re.findall(r"briefing-app ([a-z]+)", line)
    for other in several:
        known |= options_of(COMMAND.commands[other])
    assert set(re.findall(r"--[a-z][a-z-]+", line)) <= known


def test_readme_names_every_command():
    assert {command for command, _ in lines_with_commands()} == set(COMMAND.commands)


def test_readme_names_every_option_of_export():
    rows = [line for line in README.splitlines() if line.startswith("| `briefing-app export`")]
    assert set(re.findall(r"--[a-z][a-z-]+", rows[0])) == {
        option for option in options_of(COMMAND.commands["export"]) if option.startswith("--")
    }


def test_the_two_commands_come_first():
    first = next(line for line in README.splitlines() if line.startswith("    "))
    assert first.strip().startswith("make run")
    targets = re.findall(r"^([a-z-]+):", (CHECKOUT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert {"run", "test"} <= set(targets)


@pytest.mark.parametrize("picture", re.findall(r"!\[[^\]]+\]\(([^)]+)\)", README))
def test_every_picture_is_there(picture):
    assert (CHECKOUT / picture).read_bytes()[:4] == b"\x89PNG"


def test_every_file_that_readme_names_is_there():
    for name in re.findall(r"`((?:resources|templates|tests)/[\w./-]*|LICENSE)`", README):
        assert (CHECKOUT / name).exists(), name


def test_readme_tells_every_exit_code():
    told = {int(code) for code in re.findall(r"(?:^|[;:] |\n)(\d+) (?:done|wrong|something|a file|a bug)", README)}
    assert told == {0, 2, 3, 4, 5, 70}


def test_readme_tells_the_limits_that_files_are_held_to():
    told = f"{LIMITS.seconds:.0f} seconds, {LIMITS.memory // 2**30} GiB of memory (on Linux), {LIMITS.file // 2**20} MB"
    assert told in README
