"""What ships in templates/ loads, says what it must, and speaks three languages."""

import itertools

import pytest

from briefing_app.catalogue.brand_files import check_font, check_logo
from briefing_app.catalogue.brands import list_brands, load_brand
from briefing_app.catalogue.entries import list_audiences, list_groups, list_templates, load_naming, load_template
from briefing_app.domain.audience import Paper, meets
from briefing_app.domain.brand import Colours, colour_faults
from briefing_app.domain.template import INTERNAL_ROLES, SectionRole
from briefing_app.paths import resource, template_file
from briefing_app.words import LANGUAGES


def test_all_that_ships_loads():
    for listed in (list_templates(), list_audiences(), list_groups(), list_brands()):
        assert listed.entries
        assert listed.refused == ()


def test_the_audiences_of_a_summit_come_host_first_then_in_their_order():
    assert [audience.id for audience in list_audiences().entries] == [
        "mexico", "canada", "united-states", "unhcr", "world-bank", "european-commission", "g20-donors",
    ]  # fmt: skip


def test_north_america_gets_letter_paper_and_everybody_else_a4():
    letter = {audience.id for audience in list_audiences().entries if audience.paper is Paper.LETTER}
    assert letter == {"canada", "mexico", "united-states"}


def test_everything_that_prints_is_there_in_three_languages():
    texts = [text for a in list_audiences().entries for text in (a.name, a.formal, a.in_sentence)]
    texts += [text for group in list_groups().entries for text in (group.name, group.capacity, group.words)]
    texts += [text for template in list_templates().entries for text in (template.name, template.description, template.kicker)]
    texts += [section.title for template in list_templates().entries for section in template.sections]
    texts += [brand.boilerplate for brand in list_brands().entries]
    assert all(set(text) == set(LANGUAGES) for text in texts)


def test_nobody_in_the_room_has_an_invented_name():
    assert not [person for audience in list_audiences().entries for person in audience.people if person.name]


def test_one_audience_that_ships_sees_the_matrix_and_it_is_no_government():
    seeing = [audience for audience in list_audiences().entries if audience.sees_matrix]
    assert [(audience.id, audience.country) for audience in seeing] == [("unhcr", None)]


def test_the_summit_template_puts_asks_first_then_why_then_annexes_then_the_sheets():
    template = load_template("summit-delegation")
    roles = [section.role for section in template.sections]
    assert roles == [
        SectionRole.ASKS, SectionRole.CONTEXT, SectionRole.MATRIX, SectionRole.SOURCES,
        SectionRole.MEETING, SectionRole.QUESTIONS, SectionRole.NUMBERS,
    ]  # fmt: skip
    assert set(roles[4:]) == INTERNAL_ROLES
    assert [section.new_page for section in template.sections[:4]] == [False, True, True, True]
    assert template.pages == sum(section.budget or 0 for section in template.sections)


def test_the_thematic_template_has_a_cover_and_room_for_what_it_puts_in():
    template = load_template("thematic-pack")
    shown = [section.role for section in template.sections if section.role not in INTERNAL_ROLES]
    assert shown == [SectionRole.ASKS, SectionRole.MATRIX, SectionRole.CONTEXT, SectionRole.VOICES, SectionRole.SOURCES]
    assert template.cover
    assert template.pages == sum(section.budget or 0 for section in template.sections)


def test_the_fonts_and_logos_that_ship_would_do_for_a_brand_of_ones_own(tmp_path):
    for file in [*resource("fonts").glob("*.ttf"), *template_file("brands").glob("*/*.svg")]:
        own = tmp_path / f"{file.parent.name}-{file.name}"
        own.write_bytes(file.read_bytes())
        if own.suffix == ".ttf":
            check_font(tmp_path, own.name, "fonts.text", "brand.toml")
        else:
            check_logo(tmp_path, own.name, "brand.toml")


def test_the_brands_differ_in_every_shape_and_pass_every_contrast():
    neutral, signal = load_brand("neutral"), load_brand("signal")
    for shape in ("masthead", "panel", "quote", "number", "cover"):
        assert getattr(neutral.shape, shape) is not getattr(signal.shape, shape)
    assert isinstance(neutral.colour, Colours)
    assert colour_faults(neutral.colour) == colour_faults(signal.colour) == ()


def test_every_country_has_its_cldr_names_and_unions_and_test_regions_have_none():
    countries = load_naming().countries
    assert countries["US"] == ("United States", "Estados Unidos", "États-Unis")
    assert len(countries) == 250  # the 249 of ISO 3166-1, and Kosovo as CLDR has it
    assert not {"EU", "UN", "ZZ", "XA"} & set(countries)


def test_each_audience_is_met_by_its_own_names_in_every_language_and_by_no_other_country():
    naming, audiences = load_naming(), list_audiences().entries
    for audience, language in itertools.product(audiences, LANGUAGES):
        words = audience.name[language]
        named = {other.id for other in audiences if (met := meets(other, [words], naming)) and met.how == "named"}
        assert named == {audience.id}, words


SUMMIT = ("canada", "mexico", "united-states")
DONORS = ("canada", "united-states", "european-commission", "g20-donors")
MULTILATERAL = ("unhcr", "world-bank")


@pytest.mark.parametrize(
    ("words", "named", "grouped"),
    [
        ("the leaders of Canada, Mexico, and the United States", SUMMIT, ()),
        ("los líderes de Canadá, México y los Estados Unidos", SUMMIT, ()),
        ("les dirigeants du Canada, du Mexique et des États-Unis", SUMMIT, ()),
        ("LES ETATS-UNIS", ("united-states",), ()),
        (
            "institutions and governments such as the UNHCR, the United States and the World Bank",
            ("united-states", "unhcr", "world-bank"),
            (),
        ),
        ("donor countries", (), DONORS),
        ("donors and host states", (), (*DONORS, "mexico")),
        ("los países donantes", (), DONORS),
        ("les bailleurs de fonds", (), DONORS),
        ("donors, multilateral institutions, and civil society organizations", (), (*DONORS, *MULTILATERAL)),
        ("North American leaders", (), SUMMIT),
        ("G20 governments", ("g20-donors",), SUMMIT),
        ("G-20 governments", ("g20-donors",), SUMMIT),
        ("the U.S. government", ("united-states",), ()),
        ("EE. UU.", ("united-states",), ()),
        ("la Acnur", ("unhcr",), ()),
        ("le HCR", ("unhcr",), ()),
        ("the European Union", (), ("european-commission",)),
        ("Mexico’s government", ("mexico",), ()),
        ("New Mexico and Mexico", ("mexico",), ()),
        ("los Estados Unidos Mexicanos", ("mexico",), ()),
        # names inside longer ones, pronouns, what is set apart, what a hyphen makes an adjective
        ("the State of New Mexico", (), ()),
        ("Nouveau-Mexique", (), ()),
        ("the Mexico City authorities", (), ()),
        ("those who asked us", (), ()),
        ("the U.S. Virgin Islands", (), ()),
        ("EU member states", (), ()),
        ("non-donor countries", (), ()),
        ("US-based organisations", (), ()),
        ("donor fatigue", (), ()),
        ("the North American Leaders’ Summit", (), ()),
        ("the Canadian Rockies", (), ()),
        ("USMCA", (), ()),
        ("organizaciones internacionales no gubernamentales", (), ()),
    ],
)
def test_addressees_mean_the_audiences_that_a_reader_would_think_of(words, named, grouped):
    naming, audiences = load_naming(), list_audiences().entries
    met = {audience.id: how for audience in audiences if (how := meets(audience, [words], naming))}
    assert {name for name, how in met.items() if how.how == "named"} == set(named)
    assert {name for name, how in met.items() if how.how == "group"} == set(grouped)
