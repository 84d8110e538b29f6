import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.briefing import Copy
from briefing_app.errors import FileNotWritten
from briefing_app.export.writing import file_stem, write_out


def test_a_file_is_written_whole_and_nothing_lies_beside_it(tmp_path):
    write_out(tmp_path / "new" / "pack.pdf", b"data", overwrite=False)

    assert [path.name for path in (tmp_path / "new").iterdir()] == ["pack.pdf"]
    assert (tmp_path / "new" / "pack.pdf").read_bytes() == b"data"


def test_a_file_that_is_there_is_kept_unless_it_may_be_replaced(tmp_path):
    path = tmp_path / "pack.pdf"
    path.write_bytes(b"old")

    with pytest.raises(FileNotWritten) as refused:
        write_out(path, b"new", overwrite=False)

    assert refused.value.code == "file-exists"
    assert path.read_bytes() == b"old"
    write_out(path, b"new", overwrite=True)
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize(
    ("event", "audience", "copy", "name"),
    [
        ("North American Leaders’ Summit", "canada", Copy.HAND_OVER, "north-american-leaders-summit-canada-hand-over"),
        ("Cumbre de Líderes: ¿qué sigue?", "méxico", Copy.INTERNAL, "cumbre-de-lideres-que-sigue-mexico-internal"),
        ("Œuvre & Straße", "g20 donors", Copy.WORKING, "oeuvre-strasse-g20-donors-working"),
        ("", "unhcr", Copy.WORKING, "unhcr-working"),
    ],
)
def test_a_file_is_named_for_event_audience_and_copy_in_plain_letters(event, audience, copy, name):
    assert file_stem(event, audience, copy) == name


@given(st.text(), st.text(), st.sampled_from(Copy))
def test_any_name_is_safe_on_any_system(event, audience, copy):
    name = file_stem(event, audience, copy)

    assert set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(name) <= 140
    assert name.endswith(copy.value)
