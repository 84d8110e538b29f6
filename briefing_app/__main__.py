"""Starts the app: the command line for now, imported only once it is chosen."""

import sys


def main() -> int:
    """Run what the command line's words ask for and return the exit code."""
    from briefing_app.cli.application import run  # noqa: PLC0415 - the choice comes before the import

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
