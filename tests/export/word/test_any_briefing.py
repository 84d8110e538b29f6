"""Whatever a briefing holds, its Word file is sound, verified, and the same bytes each time."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.export.word.samples import LOUD, NEUTRAL, written
from tests.export.word.strategies import composed


@given(composed, st.sampled_from([NEUTRAL, LOUD]))
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_briefing_is_written_sound_and_verified_and_alike_twice(briefing, brand):
    assert written(briefing, brand).data == written(briefing, brand).data
