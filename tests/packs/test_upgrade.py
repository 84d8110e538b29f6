import pytest

from briefing_app.errors import FileNotRead
from briefing_app.packs.parts import FORMAT_VERSION, Plain
from briefing_app.packs.upgrade import STEPS, upgraded


def renamed(plain):
    return Plain({"name": plain.pack["title"]}, plain.readings)


def shouted(plain):
    return Plain({"name": plain.pack["name"].upper()}, plain.readings)


def test_every_version_before_the_one_in_force_has_a_step():
    assert set(STEPS) == set(range(1, FORMAT_VERSION))


def test_steps_run_in_order_from_the_version_a_file_has():
    steps = {1: renamed, 2: shouted}
    assert upgraded(Plain({"title": "a"}, {}), 1, "x", steps=steps, target=3).pack == {"name": "A"}
    assert upgraded(Plain({"name": "a"}, {}), 2, "x", steps=steps, target=3).pack == {"name": "A"}
    assert upgraded(Plain({"name": "a"}, {}), 3, "x", steps=steps, target=3).pack == {"name": "a"}


@pytest.mark.parametrize("pack", [{}, {"title": 3}])
def test_a_step_that_does_not_find_what_it_needs_says_that_the_file_is_damaged(pack):
    with pytest.raises(FileNotRead) as caught:
        upgraded(Plain(pack, {}), 1, "x", steps={1: renamed, 2: shouted}, target=3)
    assert caught.value.code == "pack-damaged"
