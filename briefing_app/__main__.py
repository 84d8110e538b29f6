"""Starts the app: the window or the command line, each imported only once it is chosen."""

import multiprocessing
import os
import sys

PACK = ".briefpack"
_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""Any of these says where a window can be shown, on systems that need to be told."""


def main() -> int:
    """Run the window when nothing or a pack is named and there is a display, else what the command line's words ask for."""
    # Where the app is bundled, worker processes start here too and go no further than this.
    multiprocessing.freeze_support()
    arguments = sys.argv[1:]
    if wants_window(arguments) and has_display():
        return window()
    from briefing_app.cli.application import run  # noqa: PLC0415 - the choice comes before the import

    return run(arguments)


def window() -> int:
    """Run the window, on the pack that is named if one is."""
    multiprocessing.freeze_support()
    from briefing_app.desktop.application import main as run  # noqa: PLC0415 - a headless build never loads Qt

    return run(sys.argv[1:])


def wants_window(arguments: list[str]) -> bool:
    """Tell whether a command line asks for the window: nothing at all, or a pack file first."""
    return not arguments or arguments[0].endswith(PACK)


def has_display() -> bool:
    """Tell whether a window can be shown here."""
    return sys.platform in {"win32", "darwin"} or any(os.environ.get(variable) for variable in _DISPLAYS)


if __name__ == "__main__":
    sys.exit(main())
