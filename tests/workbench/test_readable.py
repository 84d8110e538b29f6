"""What can be brought in: the endings follow the table of readers, and the words that promise formats follow it too."""

import pytest

from briefing_app.reading.naming import READ, SUFFIXES
from briefing_app.words import LANGUAGES, Words
from briefing_app.workbench.readable import SUFFIXES_READ

NAMED = {"PDF": ("PDF",), "DOCX": ("Word",), "HTML": ("web",), "MHTML": ("web",), "TXT": ("text", "Markdown")}
"""What each format that is read is called in all three languages, or the beginning of it."""

PROMISES = ("window.start.drop.detail", "window.start.no-documents", "window.library.empty.hint", "hint.file-of-other-kind")


def test_the_endings_are_those_that_have_a_reader():
    assert set(SUFFIXES_READ) == {suffix for suffix, label in SUFFIXES.items() if label in READ}
    assert len(set(SUFFIXES_READ)) == len(SUFFIXES_READ)
    assert not {"doc", "rtf", "xlsx", "odt"} & set(SUFFIXES_READ)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("key", PROMISES)
def test_words_that_promise_formats_name_every_one_that_is_read(language, key):
    sentence = Words(language).say(key).lower()
    said = {"text": {"es": "texto", "fr": "texte"}}
    for label in READ:
        for name in NAMED[label]:
            assert said.get(name, {}).get(language, name).lower() in sentence, f"{key} does not name {label}"
