"""Many passages of one reading shown: each as it is shown by itself."""

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.reading import shown_with_origins
from briefing_app.domain.showing import Showing
from tests.strategies import readings, spans


@given(st.data())
def test_a_passage_is_shown_as_it_is_by_itself(data):
    held = data.draw(readings())
    showing = Showing(held)
    for span in data.draw(st.lists(spans(len(held.text)), max_size=4)):
        assert showing.of(span) == shown_with_origins(held, span)
