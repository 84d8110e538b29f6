"""The language of the window: the system's, for our own words and for those of Qt's dialogs."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from briefing_app.words import LANGUAGES, Words, words_for


def system_words() -> Words:
    """Return the words of the first of the system's languages that there is a catalogue for; English when there is none."""
    spoken = [language.replace("_", "-").split("-")[0].lower() for language in QLocale.system().uiLanguages()]
    return words_for(next((language for language in spoken if language in LANGUAGES), LANGUAGES[0]))


def translate(app: QApplication, language: str) -> None:
    """Have Qt's own dialogs speak a language, and dates and numbers follow it."""
    QLocale.setDefault(QLocale(language))
    translator = QTranslator(app)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
