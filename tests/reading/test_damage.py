"""Damage by kind and place; and that a clean document has none."""

import pytest

from briefing_app.reading.entry import read_bytes

FULL = "The ministers met in the capital and agreed on a framework for the region, which donors in other regions must fund."


def hurt(text: str, name: str = "a.txt") -> list[tuple[str, str]]:
    reading = read_bytes(text.encode(), name).reading
    return [(damage.kind.value, damage.span.of(reading.text)) for damage in reading.damage]


@pytest.mark.parametrize(
    "word",
    [
        "hum4(anitari)7(an", "prot5(ect", "of)3(the", "deter5mine", "stati;s", "deter.;iined", "f^k", "RIGHTS^", "6?20", "lwrv", "efcient", "signifcant",
        "fnancial", "x^~y|z", "displ{ac}ed=",
    ],
)  # fmt: skip
def test_words_that_no_language_writes_are_garbled(word: str) -> None:
    assert hurt(f"The ministers met in {word} and agreed on it.") == [("garbled", word)]


@pytest.mark.parametrize(
    "word",
    [
        "COVID-19", "R4V", "CO2", "H2O", "G20", "2021/2022", "(a)(1)", "501(c)(3)", "7(2)(b)", "R4V(2022)", "d’Ivoire", "l’UE", "U.S.", "U.N.’s", "km2",
        "Venezuelans12", "policy.3", "A/RES/73/195", "ASA-12/008/2002", "and/or", "R&D", "Q&A", "AT&T", "https://a.example/b;c?d=e&f=1", "x@a.example", "#LetThem2Stay",
        "tod@s", "réfugié·e·s", "réfugié.e.s", "[p]eople’s", "government[s]", "children(s)", "3,5%", "$2.3", "US$5bn", "€40m", "2nd", "1er", "n.º", "30-mars",
        "mp3", "Ciudad", "rhythms", "Knightsbridge", "borschts", "Tlaxcala", "YouTube", "WhatsApp", "DeSantis", "iPhone", "10^6", "~40", "#5", "C++", "*", "**",
        "[…]", "…", "—", "S/2022/5(2022)", "pp.12–14", "art.12(b)", "asylum-seekers’", "18h30", "24/7", "T&T;", "1990s", "F-16s", "B2B", "Covid19",
    ],
)  # fmt: skip
def test_codes_citations_addresses_and_names_are_words(word: str) -> None:
    assert hurt(f"The ministers met in {word} and agreed on it.") == []


def test_words_run_together_and_stray_specks_are_seen() -> None:
    assert hurt("People seeking asylumThe region needs more of it.") == [("run-together", "asylumThe")]
    assert hurt(f"I\n\nI ‘\n\n0\n\nL\n\n{FULL}\n")[0] == ("garbled", "I\n\nI ‘\n\n0\n\nL")


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("They met (in the capital, and agreed.", "("),
        ("They met in the capital), and agreed.", ")"),
        ("They met [in the capital and agreed.", "["),
        ("They said: “We met in the capital.", "“"),
        ("They said: We met in the capital.”", "”"),
        ('They said: "We met in the capital.', '"'),
        ("Ils ont dit : « Nous nous sommes réunis.", "«"),
        ("They told him next week ‘chat we met.", "‘"),
        ("Now is the time to act', said Mr Brown.", "'"),
    ],
)
def test_a_mark_without_its_other_half_is_unbalanced(text: str, mark: str) -> None:
    assert hurt(f"{text}\n\n{FULL}\n") == [("unbalanced", mark)]


@pytest.mark.parametrize(
    "text",
    [
        "“One met in the city.\n\n“Two met in the city.\n\n“Three met in the city,” she said.",
        '"One met in the city.\n\n"Two met in the city.\n\n"Three met in the city," she said.',
        "“One met in the city.\n\nTwo met in the city.\n\nThree met in the city,” she said.",
        "«Uno se reunió.\n\n»Dos se reunió.\n\n»Tres se reunió», dijo ella.",
        "« Un s’est réuni.\n\n« Deux s’est réuni. »",
        "She said “he said ‘we met’ and ‘agreed’” and left.",
        "Ella “dijo “así fue” y ya” ayer.",
        "Il dit « dans « L’ordre », rien. »",
        "Il est question d’«\u00a0opacité\u00a0» ici.",
        "We ask to a) act, b) fund, and 1) agree.",
        "The families’ tents, the 1990s’ wars, ‘90s music, rock ‘n’ roll.",
        "A 12\" pipe and a 5' board were brought.",
        "It was “Mostly False.“ He left.",
        "”We met here.” She left.",
    ],
)
def test_quotations_over_paragraphs_nested_ones_and_apostrophes_are_balanced(text: str) -> None:
    assert [damage for damage in hurt(text) if damage[0] == "unbalanced"] == []


def test_a_sentence_parted_by_a_break_is_split() -> None:
    one, two = (
        "The ministry has drawn up a second plan, under which the ships",
        "of the coast guard wait in the harbour for a call.",
    )
    assert hurt(f"{FULL}\n\n{one}\n\n{two}\n") == [("split", "ships\n\nof")]
    assert hurt(f"{FULL}\n\n{one}\n\n2/3\n\n{two}\n") == [("split", "ships\n\n2/3\n\nof")]


@pytest.mark.parametrize(
    "tail",
    [
        "and it responds to the immediate needs of refugees, migrants, host communities,",
        "by delivering services to people on the move, refugees, asylum",
        "and the main factors behind the increase in the number of",
        "y los principales factores de la",
        "et les principales causes de la",
        "and it goes on for a long while about many things that nobody in the capital had ever thought about",
    ],
)
def test_a_paragraph_that_stops_amid_a_sentence_is_cut_at_its_end(tail: str) -> None:
    text = f"{FULL}\n\nThe ministers met in the capital {tail}\n\nColombia agreed. {FULL}\n"
    assert [kind for kind, _ in hurt(text)] in (["cut at end"], ["split"])


def test_a_paragraph_that_begins_amid_a_sentence_is_cut_at_its_start() -> None:
    assert hurt(f"{FULL}\n\ngovernment approach is needed to address these factors.\n") == [("cut at start", "government")]
    assert hurt(f"Intro\n\n{FULL}\n\n, which is needed to address these factors.\n") == [("cut at start", ",")]


@pytest.mark.parametrize(
    "text",
    [
        f"{FULL}\n\nThe recommendations are at the following link:\n\nA Fractured Land: Policy Recommendations to Strengthen Collaboration on Migration\n",
        f"{FULL}\n\nJulia Pascual\n",
        f"{FULL}\n\nMedia contact: Jane Doe, Communications Director of the Office, 0419 100 519 or jane.doe@office.example, at any time of the day\n",
        f"{FULL}\n\nStart | Who we are | Reports | Contact | Press | Vacancies | Map | Imprint | Archive | and all other pages\n",
        f"{FULL}\n\nWe call on the governments of the region to\n\n• fund the plan;\n\n• share the data; and\n\n• agree.\n",
        f"{FULL}\n\nWe call on all of the governments:\n\nto fund the plan;\n\nto share the data; and\n\nto agree.\n",
        f"{FULL}\n\nShe said to the ministers who had met in the capital that day,\n\n“We agree.”\n",
        f"{FULL}\n\nde Souza agreed with it.\n",
        f"{FULL}\n\nYours sincerely,\n\nJane Doe\n",
        f"{FULL}…\n\n{FULL[:-1]}!\n",
        "\n\n".join(f"{FULL[:-1]} {number} times over" for number in ("one", "two", "three", "four", "five")),
    ],
)
def test_titles_contacts_leads_lists_and_letters_are_whole(text: str) -> None:
    assert hurt(text) == []


def test_links_that_lead_nowhere_are_dead() -> None:
    text = "Approximately [32%](#) of [them]() went [there](javascript:void(0)) and [here](https://a.example) or [below](#notes)."
    assert hurt(text, "a.md") == [
        ("dead link", "[32%](#)"),
        ("dead link", "[them]()"),
        ("dead link", "[there](javascript:void(0))"),
    ]


def test_here_without_an_address_is_a_dead_link() -> None:
    assert hurt("The report is available here.") == [("dead link", "available here")]
    assert hurt(f"{FULL}\n\nWatch the statement of the ministers.\n") == [("dead link", "Watch the statement of the ministers.")]
    assert hurt("The report is [available here](https://a.example/b).", "a.md") == []
    assert hurt("The report is available here: https://a.example/b") == []


def test_a_paragraph_that_stands_twice_is_a_duplicate() -> None:
    assert hurt(f"{FULL}\n\nAnd so on.\n\n{FULL}\n") == [("duplicate", FULL)]
    assert hurt("Never again.\n\nAnd so on.\n\nNever again.\n") == []


def test_marks_of_a_list_that_stand_without_their_items_are_scrambled() -> None:
    assert hurt(f"{FULL}\n\n1.\n\n2.\n\n3.\n\n{FULL[:-1]} and more.\n\nThe council answers each letter.\n") == [
        ("scrambled", "1.\n\n2.\n\n3.")
    ]
    assert ("scrambled", "a) b) c)") in hurt(f"{FULL}\n\na) b) c)\n\nThe council answers each letter that people send.\n")
    assert hurt(f"{FULL}\n\n1.\n\nThe council answers each letter.\n\n2.\n\nThe harbour has a bridge.\n") == []


def test_a_list_whose_numbers_go_back_is_scrambled_and_one_that_begins_anew_is_not() -> None:
    says = "The council answers each letter that people send after the harvest."
    mixed = "\n\n".join(f"{number}. {says[:-1]} of year {number}." for number in (1, 2, 5, 3, 4))
    assert [kind for kind, words in hurt(mixed)] == ["scrambled"]
    anew = "\n\n".join(f"{number}. {says[:-1]} of year {year}." for year, number in enumerate((1, 2, 3, 1, 2)))
    assert hurt(anew) == []
