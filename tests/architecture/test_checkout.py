"""What lies in the repository: only what the plan has, nothing of one machine."""

import re
import shutil
import subprocess

import pytest

from tests.architecture.house import CHECKOUT

TOP_LEVEL = {"pyproject.toml", "Makefile", "LICENSE", "README.md", "briefing_app", "resources", "templates", "tests"}
"""And dotfiles."""

# In pieces, so that this table is not its own first offence.
REGISTRIES = [
    "pypi." + "org",
    "python" + "hosted.org",
    "registry.npm" + "js",
    "npm" + "js.org",
    "deb." + "debian.org",
    "archive." + "ubuntu.com",
    "crates" + ".io",
]
MACHINE_PATH = re.compile(r"(?<![\w.~$}])/(?:" + "work|root|home|Users" + r")/\w[\w.-]*")


def committed_files():
    """Return the paths that git knows of, or, where git does not answer, all but what .gitignore's plain names leave out."""
    if (CHECKOUT / ".git").exists() and (git := shutil.which("git")):
        listing = subprocess.run([git, "ls-files", "-z"], cwd=CHECKOUT, capture_output=True, text=True, check=False)
        if listing.returncode == 0:
            return [CHECKOUT / name for name in listing.stdout.split("\0") if name and (CHECKOUT / name).exists()]
    ignored = {line.strip("/*") for line in (CHECKOUT / ".gitignore").read_text("utf-8").split()}
    return [
        path
        for path in CHECKOUT.rglob("*")
        if path.is_file()
        and not any(part == name or part.endswith(name) for part in path.relative_to(CHECKOUT).parts for name in ignored)
    ]


@pytest.fixture(scope="module")
def texts():
    """Return the committed text files by their path, as text."""
    found = {}
    for path in committed_files():
        data = path.read_bytes()
        if b"\0" not in data[:8000]:
            found[path.relative_to(CHECKOUT).as_posix()] = data.decode("utf-8", "replace")
    return found


def test_the_top_level_holds_what_the_plan_has_and_nothing_else():
    top = {path.relative_to(CHECKOUT).parts[0] for path in committed_files()}
    assert {name for name in top if not name.startswith(".")} <= TOP_LEVEL


def test_no_file_names_a_package_registry(texts):
    assert len(texts) > 30
    assert not [f"{name}: {host}" for name, text in texts.items() for host in REGISTRIES if host in text]


def test_no_file_names_a_path_of_one_machine(texts):
    assert not [f"{name}: {found}" for name, text in texts.items() for found in MACHINE_PATH.findall(text)]


def test_no_lock_file_with_addresses_is_kept():
    assert not [path.name for path in committed_files() if path.suffix == ".lock" or path.name == "package-lock.json"]
