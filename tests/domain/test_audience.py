import pytest

from briefing_app.domain.audience import Meeting, Met, meets
from tests import builders

US = builders.audience("us", name={"en": "United States"}, aliases=("US", "EE. UU."), groups=("donors",))


@pytest.mark.parametrize(
    ("words", "met"),
    [
        ("the United States", Met(Meeting.NAMED)),
        ("UNITED STATES officials", Met(Meeting.NAMED)),
        ("the U.S. government", Met(Meeting.NAMED)),
        ("los EE. UU.", Met(Meeting.NAMED)),
        ("donor countries", Met(Meeting.GROUP, "donors")),
        ("all of us", None),
        ("the USMCA", None),
        ("", None),
    ],
)
def test_words_mean_an_audience_by_its_names_or_its_groups_and_a_pronoun_is_no_country(words, met):
    assert meets(US, [words], builders.NAMING) == met
