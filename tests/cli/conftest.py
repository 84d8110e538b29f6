"""A command line to call in this process, with what it printed."""

import json
from dataclasses import dataclass

import pytest

from briefing_app.cli.application import run
from briefing_app.paths import resource


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str

    @property
    def records(self):
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture
def briefing_app(capsys):
    def call(*arguments):
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return Ended(code, printed.out, printed.err)

    return call


@pytest.fixture
def statement():
    return resource("documents", "000_e0eed8d74693ed83.txt")


@pytest.fixture
def paper():
    return resource("documents", "002_bad612b76351d99b.txt")
