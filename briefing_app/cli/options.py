"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

from briefing_app.cli import console
from briefing_app.domain.briefing import Copy

say = console.words().say

Paths = Annotated[list[Path], typer.Argument(help=say("cli.help.paths"), show_default=False)]
PackPath = Annotated[Path, typer.Argument(metavar="PACK.briefpack", help=say("cli.help.pack"), show_default=False)]
LibraryOption = Annotated[Path | None, typer.Option("--library", metavar="FILE", help=say("cli.help.library"))]
JsonOption = Annotated[bool, typer.Option("--json", help=say("cli.help.json"))]
AudienceOption = Annotated[list[str] | None, typer.Option("--audience", metavar="ID", help=say("cli.help.audience"))]
CopyOption = Annotated[Copy | None, typer.Option("--copy", help=say("cli.help.copy"))]
BrandOption = Annotated[str | None, typer.Option("--brand", metavar="ID", help=say("cli.help.brand"))]

# An option that takes several values may be given them in one go: --audience canada unhcr, --to a.pdf b.docx.
MoreAudiences = Annotated[list[str] | None, typer.Argument(hidden=True)]
MoreFiles = Annotated[list[Path] | None, typer.Argument(hidden=True)]
