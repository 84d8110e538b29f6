"""Sentences by our own rules."""

import pytest

from briefing_app.domain.span import Span
from briefing_app.extraction.text.sentences import sentences
from briefing_app.extraction.text.tables import table_of


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en", "Mr. Holm met Dr. Lind on 3 Sept. 2021 in St. Ives.|It rained."),
        ("en", "The U.S. government agreed.|Nobody else did."),
        ("en", "They crossed into the U.S.|The road was open."),
        ("en", "See art. 31 (e.g. the list. And its notes) first.|Then sign."),
        ("en", "“We are full. You must leave.” That was all.".replace("full. ", "full.|").replace("” ", "”|")),
        ("en", "“Is it open?” asked Ana.|It was."),
        ("en", "It cost 3.5 million.|Who pays?|We do!"),
        ("en", "1. Recognise certificates.|Open schools."),
        ("en", "Wait … not yet.|Now."),
        ("es", "La Sra. Peña vive en EE.UU. desde 2019.|Vuelve en dic. o en enero."),
        ("es", "El art. 14 y el núm. 3 siguen, p. ej. aquí.|¿Quién paga?|Nadie."),
        ("fr", "M. Petit et Mme. Morel arrivent, c.-à-d. demain.|« Il fait froid. »|C'est dit."),
    ],
)
def test_sentences_end_where_a_reader_ends_them(language, marked):
    text = marked.replace("|", " ")
    found = sentences(text, Span(0, len(text)), table_of(language))
    assert [span.of(text) for span in found] == marked.split("|")
