"""The user's own entries: they win, they are saved whole, and what is wrong with one is told with file and key."""

import dataclasses
import io
import shutil

import pytest
from hypothesis import given

from briefing_app.catalogue.brands import list_brands, load_brand
from briefing_app.catalogue.entries import list_audiences, load_audience, load_group, load_naming, load_template
from briefing_app.catalogue.saving import save_audience, save_brand, save_template
from briefing_app.catalogue.shelves import Shelf, ids, own_file
from briefing_app.domain.audience import Meeting, Met, meets
from briefing_app.domain.template import TemplateSection
from briefing_app.errors import FileNotRead, FileNotWritten, UsageError
from briefing_app.paths import resource, template_file, user_templates
from briefing_app.typed import to_toml
from briefing_app.words import LANGUAGES, words_for
from tests import builders, strategies

PERU = builders.audience("peru", name={"en": "Peru", "es": "Perú"}, country="PE", groups=("host-states",))


def own(folder, name, text):
    path = user_templates() / folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def refusal(load, identifier, error=FileNotRead):
    with pytest.raises(error) as caught:
        load(identifier)
    for language in LANGUAGES:
        assert caught.value.line(words_for(language))
    return caught.value


@pytest.mark.parametrize(
    ("load", "code", "known"),
    [
        (load_template, "unknown-template", "summit-delegation"),
        (load_audience, "unknown-audience", "unhcr"),
        (load_group, "unknown-group", "donors"),
        (load_brand, "unknown-brand", "neutral, signal"),
    ],
)
@pytest.mark.parametrize("identifier", ["atlantis", "", "../audiences/canada", "CANADA"])
def test_an_unknown_identifier_is_refused_with_those_there_are(load, code, known, identifier):
    error = refusal(load, identifier, UsageError)
    assert error.code == code
    assert known in error.parameters["known"]


def test_what_is_saved_loads_again_and_is_listed():
    path = save_audience(PERU)
    assert path == own_file(Shelf.AUDIENCES, "peru")
    assert load_audience("peru") == PERU
    assert PERU in list_audiences().entries


def test_the_users_own_entry_wins_over_the_one_that_ships():
    mine = dataclasses.replace(load_audience("canada"), order=1)
    save_audience(mine)
    assert list_audiences().entries[0] == mine
    assert len(ids(Shelf.AUDIENCES)) == 7


def test_a_saved_template_loads_again():
    template = load_template("summit-delegation")
    mine = dataclasses.replace(
        template,
        id="one-page",
        pages=1,
        sections=(*template.sections[:1], TemplateSection(template.sections[1].role, {"en": "Why"})),
    )
    save_template(mine)
    assert load_template("one-page") == mine


@pytest.mark.parametrize("identifier", ["", "Peru", "a b", "../peru", "peru-", "é", "a" * 61])
def test_an_identifier_that_may_not_name_a_file_everywhere_is_refused(identifier):
    with pytest.raises(UsageError) as caught:
        save_audience(dataclasses.replace(PERU, id=identifier))
    assert caught.value.code == "bad-identifier"
    assert not user_templates().exists()


def test_what_would_not_load_again_is_never_written():
    save_audience(PERU)
    with pytest.raises(FileNotRead):
        save_audience(dataclasses.replace(PERU, country="XX"))
    assert load_audience("peru") == PERU


def test_a_folder_that_cannot_be_written_is_told_in_a_line():
    user_templates().parent.mkdir(parents=True, exist_ok=True)
    user_templates().write_text("a file where a folder must be")
    with pytest.raises((FileNotWritten, FileNotRead)) as caught:
        save_audience(PERU)
    assert caught.value.line(words_for("en"))


def test_one_bad_file_does_not_keep_the_others_from_the_list():
    own("audiences", "peru.toml", "name = 3")
    listed = list_audiences()
    assert len(listed.entries) == 7
    assert [error.code for error in listed.refused] == ["missing-key"]


def test_the_users_own_lookalikes_and_groups_count_for_what_words_mean():
    save_audience(PERU)
    own("", "lookalikes.toml", 'names = ["Peru Street"]')
    own(
        "groups",
        "andean-states.toml",
        to_toml(
            dataclasses.replace(builders.GROUPS[0], id="andean-states", words={"en": ("Andean states",)}), without=("id",)
        ).decode(),
    )
    naming = load_naming()
    assert meets(PERU, ["Peru Street"], naming) is None
    assert meets(PERU, ["el Peru"], naming) == Met(Meeting.NAMED)
    assert meets(dataclasses.replace(PERU, groups=("andean-states",)), ["Andean states"], naming) == Met(
        Meeting.GROUP, "andean-states"
    )


AUDIENCE = '[name]\nen = "Peru"\n[formal]\nen = "Delegation of Peru"\n'


@pytest.mark.parametrize(
    ("text", "code", "key"),
    [
        ("", "missing-key", "name"),
        ('papre = "a4"\n' + AUDIENCE, "unknown-key", "papre"),
        ('id = "peru"\n' + AUDIENCE, "unknown-key", "id"),
        ('paper = "a5"\n' + AUDIENCE, "bad-choice", "paper"),
        ("order = '1'\n" + AUDIENCE, "wrong-type-integer", "order"),
        ('country = "XX"\n' + AUDIENCE, "bad-country", "country"),
        ('country = "EU"\n' + AUDIENCE, "bad-country", "country"),
        ('groups = ["donors", "rich"]\n' + AUDIENCE, "bad-choice", "groups[1]"),
        ('language = "Spanish"\n' + AUDIENCE, "bad-language", "language"),
        ('language = "de"\n' + AUDIENCE, "bad-choice", "language"),
        ('aliases = ["Peru", " "]\n' + AUDIENCE, "empty-text", "aliases[1]"),
        ('people = [{ name = "Ana" }]\n' + AUDIENCE, "missing-key", "people[0].role"),
        ('[name]\nes = "Perú"\n[formal]\nen = "Peru"\n', "missing-key", "name.en"),
        ('[name]\nen = ""\n[formal]\nen = "Peru"\n', "empty-text", "name.en"),
        ('[name]\nen = "Peru"\nspanish = "Perú"\n[formal]\nen = "Peru"\n', "bad-language", "name.spanish"),
    ],
)
def test_an_audience_is_refused_with_its_file_and_key(text, code, key):
    path = own("audiences", "peru.toml", text)
    error = refusal(load_audience, "peru")
    assert (error.code, error.parameters["key"], error.parameters["path"]) == (code, key, str(path))


def test_nobody_may_be_called_as_the_pack_before_any_audience():
    own("audiences", "master.toml", AUDIENCE)
    assert refusal(load_audience, "master").code == "bad-value"


@pytest.mark.parametrize(
    ("text", "code", "key"),
    [
        ('[name]\nen = "Donors"\n', "missing-key", "capacity"),
        ('[name]\nen = "D"\n[capacity]\nen = "as D"\n[words]\nen = ["donors", ""]\n', "empty-text", "words.en[1]"),
        ('[name]\nen = "D"\n[capacity]\nen = "as D"\n[words]\nenglish = ["donors"]\n', "bad-language", "words.english"),
        (
            '[name]\nen = "D"\n[capacity]\nen = "as D"\n[capacity_of_several]\nes = "x"\n[words]\n',
            "missing-key",
            "capacity_of_several.en",
        ),
    ],
)
def test_a_group_is_refused_with_its_file_and_key(text, code, key):
    path = own("groups", "mine.toml", text)
    error = refusal(load_group, "mine")
    assert (error.code, error.parameters["key"], error.parameters["path"]) == (code, key, str(path))


TEMPLATE = '[name]\nen = "T"\n[description]\nen = "D"\n'
SECTION = '[[sections]]\nrole = "asks"\ntitle = { en = "Asks" }\n'


@pytest.mark.parametrize(
    ("text", "code", "key"),
    [
        (TEMPLATE, "missing-key", "sections"),
        ("sections = []\n" + TEMPLATE, "missing-key", "sections"),
        (TEMPLATE + SECTION.replace("asks", "annex"), "bad-choice", "sections[0].role"),
        (TEMPLATE + SECTION + "budget = 0\n", "out-of-range", "sections[0].budget"),
        (TEMPLATE + SECTION + "budget = inf\n", "bad-value", "sections[0].budget"),
        (TEMPLATE + SECTION + "fill = -1\n", "out-of-range", "sections[0].fill"),
        (TEMPLATE + SECTION + "pages = 1\n", "unknown-key", "sections[0].pages"),
        ("pages = 0\n" + TEMPLATE + SECTION, "out-of-range", "pages"),
        ('brand = "acme"\n' + TEMPLATE + SECTION, "bad-choice", "brand"),
        ('citation = "margin"\n' + TEMPLATE + SECTION, "bad-choice", "citation"),
        (TEMPLATE + SECTION + "x", "not-toml", None),
    ],
)
def test_a_template_is_refused_with_its_file_and_key(text, code, key):
    path = own("packs", "mine.toml", text)
    error = refusal(load_template, "mine")
    assert (error.code, error.parameters.get("key"), error.parameters["path"]) == (code, key, str(path))


@pytest.fixture
def brand_folder():
    folder = user_templates() / "brands" / "acme"
    shutil.copytree(template_file("brands", "neutral"), folder)
    return folder


def changed(folder, old, new):
    path = folder / "brand.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "code", "key"),
    [
        ('accent = "#0E4C5A"', 'accent = "teal"', "bad-colour", "colour.accent"),
        ('accent = "#0E4C5A"', 'accent = "#0E4C5"', "bad-colour", "colour.accent"),
        ('muted = "#4C585E"', 'muted = "#8C989E"', "colour-contrast", "colour.muted"),
        ('tint = "#EAF0F0"', 'tint = "#FFFFFF"', "colour-lightness", "colour.tint"),
        ('panel = "tint"', 'panel = "glow"', "bad-choice", "shape.panel"),
        ("text = 1.0", "text = 3.0", "out-of-range", "scale.text"),
        ("height_pt = 22", "height_pt = 200", "out-of-range", "logo.height_pt"),
        ('heading = "SourceSansPro-Bold.ttf"', 'heading = "Gone.ttf"', "brand-font-missing", "fonts.heading"),
        ('heading = "SourceSansPro-Bold.ttf"', 'heading = "../x.ttf"', "file-name-leads-out", "fonts.heading"),
        ('heading = "SourceSansPro-Bold.ttf"', 'heading = "logo.svg"', "font-unfit", "fonts.heading"),
        ('heading = "SourceSansPro-Bold.ttf"\n', "", "missing-key", "fonts.heading"),
        ('word_text = "Source Serif Pro"', 'word_text = ""', "empty-text", "fonts.word_text"),
        ('file = "logo.svg"', 'file = "gone.svg"', "logo-missing", "logo.file"),
        ('file = "logo.svg"', 'file = "/etc/passwd"', "file-name-leads-out", "logo.file"),
        ('file = "logo.svg"', 'file = "brand.toml"', "logo-not-svg", "logo.file"),
        ('name = "Neutral"\n', 'name = "Neutral"\nword_base = "logo.svg"\n', "word-base-unfit", "word_base"),
        ('name = "Neutral"\n', 'name = "Neutral"\nmarking = "none"\n', "unknown-key", "marking"),
        ('name = "Neutral"\n', 'name = "Neutral"\nfolder = "/tmp"\n', "unknown-key", "folder"),
    ],
)
def test_a_brand_is_refused_with_its_file_and_key(brand_folder, old, new, code, key):
    changed(brand_folder, old, new)
    error = refusal(load_brand, "acme")
    assert (error.code, error.parameters["key"], error.parameters["path"]) == (code, key, str(brand_folder / "brand.toml"))
    assert [listed.id for listed in list_brands().entries] == ["neutral", "signal"]


SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">{}</svg>'
SHAPE = '<path d="M0 0h9v9z"/>'


@pytest.mark.parametrize(
    ("svg", "code"),
    [
        ("", "logo-not-svg"),
        ("<svg", "logo-not-svg"),
        ("<html/>", "logo-not-svg"),
        (SVG.format('<image href="http://example.org/a.png"/>'), "logo-unfit"),
        (SVG.format('<image href="data:image/png;base64,"/>'), "logo-unfit"),
        (SVG.format('<use xlink:href="other.svg#a"/>'), "logo-unfit"),
        (SVG.format("<text>Acme</text>"), "logo-unfit"),
        (SVG.format("<script>1</script>"), "logo-unfit"),
        (SVG.format("<style>@import 'a.css';</style>" + SHAPE), "logo-unfit"),
        (SVG.format('<path d="M0 0h9v9z" fill="url(http://example.org/a#b)"/>'), "logo-unfit"),
        (SVG.format('<path d="M0 0h9v9z" style="fill:url(\'a.svg#b\')"/>'), "logo-unfit"),
        ('<!DOCTYPE svg [<!ENTITY a SYSTEM "/etc/passwd">]>' + SVG.format(SHAPE), "logo-unfit"),
    ],
)
def test_a_logo_that_is_not_plain_shapes_or_points_outside_itself_is_refused(brand_folder, svg, code):
    (brand_folder / "logo.svg").write_text(svg, encoding="utf-8")
    assert refusal(load_brand, "acme").code == code


def test_a_logo_may_point_to_its_own_parts(brand_folder):
    inner = '<defs><linearGradient id="g"><stop offset="0" stop-color="#000"/></linearGradient><path id="p" d="M0 0h9v9z"/></defs>'
    (brand_folder / "logo.svg").write_text(SVG.format(inner + '<use xlink:href="#p" fill="url(#g)"/>'), encoding="utf-8")
    assert load_brand("acme").logo.file == "logo.svg"


def _variable(data):
    from fontTools.ttLib import TTFont, newTable

    with TTFont(io.BytesIO(data)) as font:
        table = font["fvar"] = newTable("fvar")
        table.axes, table.instances = [], []
        saved = io.BytesIO()
        font.save(saved)
        return saved.getvalue()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda data: b"OTTO" + data[4:], "font-outlines"),
        (lambda data: b"wOF2" + data[4:], "font-packed"),
        (lambda data: b"ttcf" + data[4:], "font-collection"),
        (_variable, "font-variable"),
        (lambda data: data[: len(data) // 2], "font-unfit"),
        (lambda _: b"no font at all", "font-unfit"),
    ],
)
def test_a_font_that_no_page_can_take_in_is_refused_with_the_reason(brand_folder, change, code):
    file = brand_folder / "SourceSansPro-Bold.ttf"
    file.write_bytes(change(resource("fonts", "SourceSansPro-Bold.ttf").read_bytes()))

    with pytest.raises(FileNotRead) as refused:
        load_brand("acme")

    assert refused.value.code == code


@pytest.mark.parametrize(("embedding", "code"), [(2, "font-not-embeddable"), (0x100, "font-not-embeddable"), (8, None)])
def test_a_font_whose_maker_forbids_embedding_is_refused(brand_folder, embedding, code):
    from fontTools.ttLib import TTFont

    with TTFont(resource("fonts", "SourceSansPro-Bold.ttf")) as font:
        font["OS/2"].fsType = embedding
        font.save(brand_folder / "SourceSansPro-Bold.ttf")
    if code:
        assert refusal(load_brand, "acme").code == code
    else:
        assert load_brand("acme").fonts.heading == "SourceSansPro-Bold.ttf"


def test_a_word_base_that_opens_is_taken(brand_folder):
    from docx import Document

    Document().save(brand_folder / "base.docx")
    changed(brand_folder, 'name = "Neutral"\n', 'name = "Neutral"\nword_base = "base.docx"\n')
    assert load_brand("acme").word_base == "base.docx"


def test_a_saved_brand_brings_its_files_along():
    mine = save_brand(dataclasses.replace(load_brand("signal"), id="acme", name="Acme"))
    assert mine.folder == str(user_templates() / "brands" / "acme")
    assert load_brand("acme") == mine
    assert save_brand(mine) == mine


@given(strategies.audiences)
def test_any_audience_either_saves_and_loads_as_it_was_or_is_refused(audience):
    try:
        save_audience(audience)
    except (UsageError, FileNotRead):
        return
    assert load_audience(audience.id) == audience
