"""What `make` does on a machine that lacks something: it installs it and says so, or says in one line what to install."""

import shutil
import subprocess

import pytest

from briefing_app.paths import resource

SCRIPT = resource().parent / ".ci" / "install"
TOOLS = ["sh", "env", "touch", "rm", "cat", "echo"]
"""All that the script needs of a bare machine, besides Python, apt-get and sudo, which stand-ins play."""

PYTHON_WHOSE_QT_NEEDS_LIBRARIES = '#!/bin/sh\ncase "$*" in *PySide6*) test -e "$INSTALLED" ;; esac\n'

APT_GET = """#!/bin/sh
echo "$USER_ID apt-get $*" >>"$CALLS"
case "$*" in
update*) ;;
*-s*) case "$*" in *"$RENAMED") exit 100 ;; esac ;;
*) touch "$INSTALLED" ;;
esac
"""


class Machine:
    """A machine made of stand-ins; ``calls`` are the lines of apt-get's log, each with the user it ran as."""

    def __init__(self, folder, *, user_id, renamed="nothing"):
        self.bin = folder / "bin"
        self.bin.mkdir()
        for tool in TOOLS:
            (self.bin / tool).symlink_to(shutil.which(tool))
        self.venv = folder / "venv"
        (self.venv / "bin").mkdir(parents=True)
        self.log = folder / "calls"
        self.environment = {
            "PATH": str(self.bin),
            "VENV": str(self.venv),
            "CALLS": str(self.log),
            "INSTALLED": str(folder / "installed"),
            "RENAMED": renamed,
            "USER_ID": str(user_id),
        }
        self.script(self.bin / "id", "#!/bin/sh\necho $USER_ID\n")
        self.script(self.venv / "bin" / "python", PYTHON_WHOSE_QT_NEEDS_LIBRARIES)

    def script(self, path, text):
        path.write_text(text, "utf-8")
        path.chmod(0o755)

    def with_apt(self):
        self.script(self.bin / "apt-get", APT_GET)
        return self

    def with_sudo(self):
        self.script(self.bin / "sudo", '#!/bin/sh\nUSER_ID=0 exec "$@"\n')
        return self

    def install(self, part):
        return subprocess.run(
            [str(self.bin / "sh"), str(SCRIPT), part],
            env=self.environment,
            cwd=self.bin.parent,
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def calls(self):
        return self.log.read_text("utf-8").splitlines() if self.log.exists() else []


@pytest.fixture
def machine(tmp_path):
    """Return a maker of machines."""
    return lambda **traits: Machine(tmp_path, **traits)


def installed(calls):
    """Return the packages that apt-get was told to install, simulations aside."""
    return [set(call.split("--no-install-recommends ")[1].split()) for call in calls if "--no-install-recommends" in call]


def test_root_gets_qts_libraries_installed_and_is_told(machine):
    bare = machine(user_id=0).with_apt()
    result = bare.install("libraries")
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.count("\n") == 1
    assert "installing libgl1" in result.stdout
    [packages] = installed(bare.calls)
    assert {"libgl1", "libegl1", "libglib2.0-0"} <= packages
    assert bare.calls[0] == "0 apt-get update -qq"


def test_a_user_gets_them_through_sudo(machine):
    bare = machine(user_id=1000).with_apt().with_sudo()
    assert bare.install("libraries").returncode == 0
    assert {call.split()[0] for call in bare.calls if " -s " not in call} == {"0"}


def test_renamed_libraries_are_installed_under_their_new_name(machine):
    bare = machine(user_id=0, renamed="libglib2.0-0").with_apt()
    assert bare.install("libraries").returncode == 0
    [packages] = installed(bare.calls)
    assert "libglib2.0-0t64" in packages
    assert "libglib2.0-0" not in packages


def test_nothing_is_installed_where_qt_can_be_imported(machine, tmp_path):
    (tmp_path / "installed").touch()
    ready = machine(user_id=0).with_apt()
    result = ready.install("libraries")
    assert (result.returncode, result.stdout, ready.calls) == (0, "", [])


def test_without_sudo_one_line_names_the_packages(machine):
    bare = machine(user_id=1000).with_apt()
    result = bare.install("libraries")
    assert result.returncode == 1
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert "libgl1 libegl1" in result.stderr
    assert bare.calls == []


def test_without_apt_one_line_names_the_packages(machine):
    result = machine(user_id=0).install("libraries")
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "libgl1 libegl1" in result.stderr


def test_without_a_new_enough_python_one_line_says_so(machine):
    old = machine(user_id=0)
    old.script(old.venv / "bin" / "python", "#!/bin/sh\nexit 1\n")
    old.script(old.bin / "python3", '#!/bin/sh\ncase "$1" in --version) echo Python 3.9.2 ;; *) exit 1 ;; esac\n')
    result = old.install("app")
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1
    assert "Python 3.11 or newer is needed (found: Python 3.9.2)" in result.stderr


def test_without_the_venv_module_the_package_for_that_very_python_is_installed(machine):
    bare = machine(user_id=0).with_apt()
    bare.script(bare.venv / "bin" / "python", "#!/bin/sh\nexit 1\n")
    bare.script(
        bare.bin / "python3",
        '#!/bin/sh\ncase "$*" in *ensurepip*) test -e "$INSTALLED" ;; *print*) echo 3.12 ;; *venv*) exit 9 ;; esac\n',
    )
    result = bare.install("app")
    assert result.returncode == 9, "the stand-in for python -m venv, which comes after"
    assert installed(bare.calls) == [{"python3.12-venv"}]
    assert "Python's venv module is missing: installing python3.12-venv" in result.stdout
