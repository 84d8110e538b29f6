"""The window's typefaces: bundled files, loaded once for each application."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontDatabase

from briefing_app.paths import resource

SANS = ("Inter", "Noto Sans")
"""The app's own voice, and what stands in for characters it lacks."""

SERIF = ("Source Serif Pro", "Noto Serif")
"""The voice of the sources."""

FILES = (
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "SourceSerifPro-Regular.ttf",
    "SourceSerifPro-It.ttf",
    "SourceSerifPro-Semibold.ttf",
    "NotoSans-Regular.ttf",
    "NotoSerif-Regular.ttf",
)

_LOADED = "typefaces_loaded"


def load(application: QCoreApplication) -> None:
    """Make the bundled typefaces known to Qt; asking again does nothing. A file that is missing leaves its fallback to speak."""
    if not application.property(_LOADED):
        for name in FILES:
            QFontDatabase.addApplicationFont(str(resource("fonts", name)))
        application.setProperty(_LOADED, True)
