import json

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from briefing_app.packs.parts import FORMAT_VERSION, members_of
from briefing_app.packs.schema import pack_schema
from briefing_app.paths import resource
from briefing_app.typed import to_json
from tests import builders, strategies

MEDIA = {strategies.fingerprint(): strategies.PICTURE}
FILE = resource("schema", f"briefpack-{FORMAT_VERSION}.schema.json")
SCHEMA = json.loads(FILE.read_bytes())
CONTENTS = Draft202012Validator(SCHEMA)
READING = Draft202012Validator({"$ref": "#/$defs/Reading", "$defs": SCHEMA["$defs"]})


def test_the_schema_file_says_what_the_values_are():
    # A field was added or changed: if older files still load, write to_json(pack_schema()) there; if not, it is a new version.
    assert FILE.read_bytes() == to_json(pack_schema())


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


@settings(max_examples=40)
@given(strategies.packs())
def test_what_is_saved_keeps_to_the_schema(pack):
    parts = members_of(pack, MEDIA)
    CONTENTS.validate(json.loads(parts["pack.json"]))
    for name, data in parts.items():
        if name.startswith("readings/"):
            READING.validate(json.loads(data))


@pytest.mark.parametrize(
    "change",
    [
        lambda c: c.update(format_version=2),
        lambda c: c["pack"].update(novelty=1),
        lambda c: c["pack"].pop("title"),
        lambda c: c["pack"]["sections"][0]["placements"][0].update(kind="photo"),
        lambda c: c["pack"]["excerpts"][0].update(span=[1]),
        lambda c: c["pack"].update(date="16 January 2023"),
    ],
)
def test_the_schema_refuses_what_loading_refuses(change):
    contents = json.loads(members_of(builders.pack(), {})["pack.json"])
    CONTENTS.validate(contents)
    change(contents)
    with pytest.raises(ValidationError):
        CONTENTS.validate(contents)
