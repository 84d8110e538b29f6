"""Whatever is done to a library, in any order, it holds what a plain table of words and standings would."""

import dataclasses
import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule

from briefing_app.domain.excerpt import Standing
from briefing_app.library.maintenance import check
from briefing_app.library.search import search
from briefing_app.library.store import open_library
from tests.library.shelf import bring_in, suggest, words_of

PARAGRAPHS = ("Donors should pay.", "Host states must open schools.", "Ciudad Juárez is full.", "Canada leads.")


class LibraryAgainstATable(RuleBasedStateMachine):
    removed = Bundle("removed")

    def __init__(self):
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "library"
        self.library = open_library(self.path)
        self.table = {}

    def teardown(self):
        self.library.close()
        self.folder.cleanup()

    def document(self, data):
        return data.draw(st.sampled_from(self.library.documents())) if self.table else None

    @rule(paragraphs=st.lists(st.sampled_from(PARAGRAPHS), min_size=1, unique=True))
    def import_(self, paragraphs):
        document = bring_in(self.library, "\n\n".join(paragraphs))
        self.table.setdefault(document.id, {})

    @rule(data=st.data())
    def extract(self, data):
        document = self.document(data)
        if not document:
            return
        there = self.library.reading(document.reading).text.split("\n\n")
        found = data.draw(st.lists(st.sampled_from(there), unique=True))
        suggest(self.library, document, *found)
        decided = {words: standing for words, standing in self.table[document.id].items() if standing is not Standing.SUGGESTED}
        self.table[document.id] = dict.fromkeys(found, Standing.SUGGESTED) | decided

    @rule(data=st.data(), standing=st.sampled_from(Standing))
    def decide(self, data, standing):
        document = self.document(data)
        held = document and self.library.excerpts(document.id)
        if not held:
            return
        chosen = data.draw(st.sampled_from(held))
        self.library.update_excerpt(dataclasses.replace(chosen, standing=standing))
        self.table[document.id][words_of(self.library, [chosen])[0]] = standing

    @rule(target=removed, data=st.data())
    def remove(self, data):
        document = self.document(data)
        return document and (self.library.remove_document(document.id), self.table.pop(document.id))

    @rule(taken=consumes(removed))
    def undo_removal(self, taken):
        files = {document.file for document in self.library.documents()}
        if taken and taken[0].document.file not in files:
            self.library.restore(taken[0])
            self.table[taken[0].document.id] = taken[1]

    @rule()
    def open_again(self):
        self.library.close()
        self.library = open_library(self.path)

    @invariant()
    def holds_what_the_table_holds(self):
        assert {document.id for document in self.library.documents()} == set(self.table)
        for document, expected in self.table.items():
            held = self.library.excerpts(document)
            assert dict(zip(words_of(self.library, held), (each.standing for each in held), strict=True)) == expected

    @invariant()
    def finds_what_the_table_holds(self):
        wanted = [words for held in self.table.values() for words, standing in held.items() if standing is not Standing.REJECTED]
        assert sorted(hit.words for hit in search(self.library)) == sorted(wanted)
        for word in ("juarez", "schools"):
            found = [hit.words for hit in search(self.library, word)]
            assert sorted(found) == sorted(words for words in wanted if word in words.replace("á", "a").lower())

    @invariant()
    def is_in_order(self):
        assert check(self.library) == ()


TestLibraryAgainstATable = LibraryAgainstATable.TestCase
TestLibraryAgainstATable.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
