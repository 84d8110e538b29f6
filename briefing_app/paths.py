"""The only module that knows where things lie: what ships with the app, and the user's own folders."""

import os
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).parent
DATA_VARIABLE = "BRIEFING_APP_DATA"
"""Names a folder to use instead of the platform's own; the tests set it so that they never meet a user's data."""


@cache
def _shipped(folder: str) -> Path:
    # A wheel carries the folder inside the package; a source tree has it beside the package.
    inside = _PACKAGE / folder
    return inside if inside.is_dir() else _PACKAGE.parent / folder


def resource(*parts: str) -> Path:
    """Return a path under ``resources/``."""
    return _shipped("resources").joinpath(*parts)


def template_file(*parts: str) -> Path:
    """Return a path under ``templates/``."""
    return _shipped("templates").joinpath(*parts)


def data_folder() -> Path:
    """Return the user's data folder; it need not exist yet."""
    chosen = os.environ.get(DATA_VARIABLE)
    if chosen:
        return Path(chosen)
    from platformdirs import user_data_path  # noqa: PLC0415 - the window stands before anything of the user's is looked for

    return user_data_path("briefing-app", appauthor=False)


def library_file() -> Path:
    """Return the path of the user's own library."""
    return data_folder() / "library.briefinglibrary"


def user_templates() -> Path:
    """Return the folder of the user's own templates, audiences and brands, laid out as ``templates/`` is."""
    return data_folder() / "templates"
