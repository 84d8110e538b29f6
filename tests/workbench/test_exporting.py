"""Exporting from a window: told as it comes, stopped with what is done kept, one file held back or refused stops no other."""

import dataclasses
import threading

import pytest

from briefing_app.domain.briefing import Copy
from briefing_app.library.store import open_library
from briefing_app.paths import resource
from briefing_app.workbench.exporting import FILES, Begun, Brands, Exporter, Prospect, Run
from briefing_app.workbench.importing import import_files
from briefing_app.workbench.orders import Format, Outcome, all_orders
from briefing_app.workbench.sample import sample
from tests.desktop.held_back import with_garbled_words

AUDIENCES = ("mexico", "canada")


@pytest.fixture(scope="module")
def run():
    made, media = sample()
    return Run(made, media, made.brand)


@pytest.fixture
def exporter():
    made = Exporter(processes=1)
    yield made
    made.close()


def all_news(exporter, until=lambda _told: False):
    """Return all that comes, or what came until something was told."""
    told, pause = [], threading.Event()
    while exporter.busy and not until(told):
        told.extend(exporter.news())
        pause.wait(0.01)
    return told


def test_there_are_five_files_of_an_audience_and_a_working_copy_is_word_alone():
    assert len(FILES) == 5
    assert [format_ for copy, format_ in FILES if copy is Copy.WORKING] == [Format.DOCX]


def test_copies_are_looked_at_and_files_written_with_the_pages_that_were_told(run, exporter, tmp_path):
    exporter.list_brands()
    exporter.look(run, [(audience, Copy.HAND_OVER) for audience in AUDIENCES])
    brands, *prospects = all_news(exporter)
    assert isinstance(brands, Brands)
    assert "neutral" in dict(brands.brands)
    assert [(each.audience, each.held) for each in prospects] == [("mexico", False), ("canada", False)]
    orders = all_orders(run.pack, tmp_path, [Copy.HAND_OVER], AUDIENCES)
    exporter.write(run, orders)
    told = all_news(exporter)
    assert [each.order for each in told if isinstance(each, Begun)] == list(orders)
    outcomes = [each for each in told if isinstance(each, Outcome)]
    assert {each.order.path for each in outcomes if each.written} == set(tmp_path.iterdir())
    assert {each.report.pages for each in outcomes if each.order.format is Format.PDF} == {each.pages for each in prospects}


def test_stopping_keeps_what_is_done_and_begins_nothing_more(run, exporter, tmp_path):
    orders = all_orders(run.pack, tmp_path)
    exporter.write(run, orders)
    told = all_news(exporter, until=lambda told: any(isinstance(each, Outcome) for each in told))
    exporter.stop()
    told += all_news(exporter)
    begun = [each.order for each in told if isinstance(each, Begun)]
    written = [each.order.path for each in told if isinstance(each, Outcome) and each.written]
    assert 0 < len(written) == len(begun) < len(orders)
    assert set(tmp_path.iterdir()) == set(written)


def test_a_file_that_is_there_is_refused_and_the_others_are_written(run, exporter, tmp_path):
    orders = all_orders(run.pack, tmp_path, [Copy.HAND_OVER], ["mexico"])
    orders[0].path.write_bytes(b"somebody's")
    exporter.write(run, orders)
    outcomes = [each for each in all_news(exporter) if isinstance(each, Outcome)]
    assert [each.fault and each.fault.code for each in outcomes] == ["file-exists", None]
    assert orders[0].path.read_bytes() == b"somebody's"


def test_an_unknown_brand_is_told_of_each_copy_and_file(run, exporter, tmp_path):
    wrong = dataclasses.replace(run, brand="nobodys")
    exporter.look(wrong, [("mexico", Copy.INTERNAL)])
    exporter.write(wrong, all_orders(run.pack, tmp_path, [Copy.WORKING], ["mexico"]))
    assert {each.fault.code for each in all_news(exporter) if isinstance(each, Prospect | Outcome)} == {"unknown-brand"}
    assert not list(tmp_path.iterdir())


def test_what_was_asked_before_is_not_told_any_more(run, exporter):
    exporter.look(run, [("mexico", Copy.HAND_OVER)] * 5)
    exporter.look(run, [("canada", Copy.INTERNAL)])
    assert [(each.audience, each.copy) for each in all_news(exporter)] == [("canada", Copy.INTERNAL)]


def test_a_bug_in_a_worker_is_raised_where_the_news_are_asked_for(run, exporter):
    exporter.look(run, [("an audience the pack does not have", Copy.HAND_OVER)])
    with pytest.raises(KeyError):
        all_news(exporter)


def test_an_audience_that_garbled_words_would_reach_is_held_back_and_the_other_is_not(run, exporter, tmp_path):
    with open_library(tmp_path / "l.briefinglibrary") as library:
        assert all(each.fault is None for each in import_files(library, resource("documents").glob("*.txt")))
        garbled = with_garbled_words(library, run.pack, "canada").pack
    exporter.look(Run(garbled, {}, run.brand), [(audience, Copy.HAND_OVER) for audience in AUDIENCES])
    assert {each.audience: each.held for each in all_news(exporter)} == {"mexico": False, "canada": True}
    exporter.write(Run(garbled, {}, run.brand), all_orders(garbled, tmp_path / "out", [Copy.HAND_OVER], AUDIENCES))
    written = {each.order.audience: each.written for each in all_news(exporter) if isinstance(each, Outcome)}
    assert written == {"mexico": True, "canada": False}
