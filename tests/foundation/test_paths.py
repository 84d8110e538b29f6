"""Where things lie: what ships with the app, and the user's own folders."""

import os
import subprocess
import sys

import pytest

from briefing_app import paths

CHECKOUT = paths.resource().parent


def test_what_ships_with_the_app_is_found():
    assert paths.resource("locale", "en", "briefing.po").is_file()
    assert paths.template_file().is_dir()


def test_the_users_folder_can_be_chosen(monkeypatch, tmp_path):
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "chosen"))
    assert paths.data_folder() == tmp_path / "chosen"
    assert paths.library_file().parent == tmp_path / "chosen"
    assert paths.user_templates() == tmp_path / "chosen" / "templates"


def test_without_a_choice_the_platforms_own_folder_is_used(monkeypatch, tmp_path):
    monkeypatch.delenv(paths.DATA_VARIABLE)
    assert "briefing-app" in paths.data_folder().parts
    assert paths.data_folder().is_relative_to(os.environ["HOME"])


def test_asking_for_a_folder_does_not_make_it():
    assert not paths.library_file().parent.exists()


@pytest.mark.parametrize("folder", ["resources", "templates"])
def test_a_copy_inside_the_package_is_preferred_as_a_wheel_has_it(tmp_path, folder):
    package = tmp_path / "briefing_app"
    (package / folder).mkdir(parents=True)
    (tmp_path / folder).mkdir()
    (package / "__init__.py").write_text("", "utf-8")
    (package / "paths.py").write_bytes((CHECKOUT / "briefing_app" / "paths.py").read_bytes())
    code = "import sys; sys.path.insert(0, sys.argv[1]); from briefing_app import paths; print(paths.resource() if sys.argv[2] == 'resources' else paths.template_file())"
    result = subprocess.run([sys.executable, "-c", code, str(tmp_path), folder], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == str(package / folder)
