"""Slices: which pictures they are, how they are read and written."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from icnn_engine.audit.part_states import PartState, part_states
from icnn_engine.audit.slice_text import parse_slice, slice_text
from icnn_engine.audit.slices import CategoryIs, PartIs, SideIs, Slice, slice_rows
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.notes import Note, Notes, write_notes
from icnn_engine.runs.run_folder import Run
from tests.fake_run import make_fake_run


def rows(run: Run, text: str) -> list[int]:
    return slice_rows(run, parse_slice(run, text)).tolist()


@pytest.fixture(scope="module")
def several(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return make_fake_run(tmp_path_factory.mktemp("several"), several=True)


def test_and_binds_stronger_than_or(fake_run: Run) -> None:
    train, test, right = (set(rows(fake_run, side)) for side in ("train", "test", "right"))

    assert set(rows(fake_run, "train or test and right")) == train | (test & right)
    assert set(rows(fake_run, "right and TEST OR train")) == train | (test & right)


def test_a_part_is_told_of_in_pictures_of_its_own_category_unless_one_is_named(fake_run: Run) -> None:
    absent = part_states(fake_run).of(0, PartState.ABSENT)
    own = np.array([picture.positive for picture in fake_run.pictures])

    assert rows(fake_run, "part 1 absent") == np.flatnonzero(absent & own).tolist()
    assert rows(fake_run, "category background and part 1 absent") == np.flatnonzero(absent & ~own).tolist()
    assert rows(fake_run, "category _background and part 1 absent") == np.flatnonzero(absent & ~own).tolist()


def test_held_out_is_what_is_not_for_training(fake_run: Run) -> None:
    assert sorted(rows(fake_run, "held-out") + rows(fake_run, "train")) == list(range(len(fake_run.pictures)))


def test_parts_of_different_categories_are_not_joined_by_and(several: Run) -> None:
    states = part_states(several)
    first, second = (states.groups[states.categories.index(category)] + 1 for category in (0, 1))

    with pytest.raises(SettingsError, match="different categories"):
        rows(several, f"part {first} present and part {second} present")
    assert rows(several, f"part {first} present or part {second} present")
    assert not set(rows(several, f"category insect and part {first} present")) - set(rows(several, "category insect"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "empty.*part 1 absent"),
        ("part 1 abcent", "“part 1 abcent” is not understood.*absent, weak"),
        ("part 9 absent", "no part 9: this run has parts 1 to 3"),
        ("nose absent", "no part called nose.*part 1.*part 2"),
        ("category dog", "no category dog.*creature"),
        ("wrong and", "missing before or after “and”"),
        ("or wrong", "missing before or after “or”"),
        ("wrong right", "“wrong right” is not understood"),
    ],
)
def test_an_error_says_what_is_wrong_and_what_is_possible(fake_run: Run, text: str, words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        parse_slice(fake_run, text)


def test_a_part_can_be_called_by_its_name_and_is_kept_by_its_number(tmp_path: Path) -> None:
    run = make_fake_run(tmp_path)
    notes = Notes().having((NetworkName.INTERPRETABLE, "part", 1), Note("tip and tail"))
    write_notes(run.path, notes)
    slice = parse_slice(run, '"Tip and tail" weak and test')

    assert slice == Slice(((PartIs(1, PartState.WEAK), SideIs("test")),))
    assert slice_text(slice) == "part 2 weak and test"
    assert slice_text(slice, notes) == '"tip and tail" weak and test'
    assert parse_slice(run, slice_text(slice, notes)) == slice


def test_two_parts_of_one_name_are_told_apart_by_number(tmp_path: Path) -> None:
    run = make_fake_run(tmp_path)
    notes = Notes()
    for group in (0, 2):
        notes = notes.having((NetworkName.INTERPRETABLE, "part", group), Note("leg"))
    write_notes(run.path, notes)

    with pytest.raises(SettingsError, match="part 1, part 3"):
        parse_slice(run, "leg absent")


@pytest.mark.parametrize("text", ["part 1 absent and wrong or category creature and held-out", "category background"])
def test_the_text_of_a_slice_reads_as_the_slice(fake_run: Run, text: str) -> None:
    slice = parse_slice(fake_run, text)

    assert slice_text(slice) == text
    assert parse_slice(fake_run, slice_text(slice)) == slice


def test_a_category_of_a_name_with_a_joining_word_is_quoted() -> None:
    assert slice_text(Slice(((CategoryIs("cat or dog"),),))) == 'category "cat or dog"'
