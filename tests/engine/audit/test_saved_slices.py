"""Slices kept by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from icnn_engine.audit.saved_slices import (
    FILE,
    SavedSlice,
    add_slice,
    read_slices,
    remove_slice,
    rename_slice,
    saved_slice,
)
from icnn_engine.audit.slice_lines import slice_lines
from icnn_engine.core.errors import RunError, SettingsError
from icnn_engine.runs.run_folder import Run

HEADS, TAILS = SavedSlice("no heads", "part 1 absent"), SavedSlice("no tails", "part 2 absent")


def test_slices_are_added_in_order_renamed_and_removed(tmp_path: Path) -> None:
    assert read_slices(tmp_path) == ()
    add_slice(tmp_path, TAILS)
    add_slice(tmp_path, SavedSlice("  no   heads ", HEADS.where), at=0)
    assert read_slices(tmp_path) == (HEADS, TAILS)
    rename_slice(tmp_path, "No Tails", "tailless")
    assert remove_slice(tmp_path, "NO heads") == HEADS

    assert read_slices(tmp_path) == (SavedSlice("tailless", TAILS.where),)
    assert saved_slice(tmp_path, "tailless").where == TAILS.where


def test_a_name_is_there_once_and_not_empty(tmp_path: Path) -> None:
    add_slice(tmp_path, HEADS)
    add_slice(tmp_path, TAILS)

    for name in ("No Heads", " "):
        with pytest.raises(SettingsError):
            add_slice(tmp_path, SavedSlice(name, "wrong"))
        with pytest.raises(SettingsError):
            rename_slice(tmp_path, "no tails", name)
    assert rename_slice(tmp_path, "no heads", "No heads").name == "No heads"
    with pytest.raises(SettingsError, match=r"no saved slice ears\. Saved are: No heads, no tails"):
        remove_slice(tmp_path, "ears")


def test_keys_of_other_programs_stay(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('by = "me"\n[[slice]]\nname = "a"\nwhere = "wrong"\ncolour = 3\n', encoding="utf-8")
    add_slice(tmp_path, HEADS)
    rename_slice(tmp_path, "a", "b")
    text = (tmp_path / FILE).read_text(encoding="utf-8")

    assert 'by = "me"' in text
    assert "colour = 3" in text
    assert read_slices(tmp_path) == (SavedSlice("b", "wrong"), HEADS)


@pytest.mark.parametrize("text", ["not toml", "slice = 3", '[[slice]]\nname = "a"\n'])
def test_a_damaged_file_is_refused_and_left_as_it_is(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")

    for attempt in (lambda: read_slices(tmp_path), lambda: add_slice(tmp_path, HEADS)):
        with pytest.raises(RunError, match="Mend the file"):
            attempt()
    assert (tmp_path / FILE).read_text(encoding="utf-8") == text


def test_a_slice_of_a_part_that_the_run_does_not_have_is_listed_with_the_reason(own_run: Run) -> None:
    add_slice(own_run.path, SavedSlice("old", "part 9 absent"))
    add_slice(own_run.path, HEADS)
    old, heads = slice_lines(own_run)

    assert old.accuracy is None
    assert "no part 9" in old.remark
    assert heads.accuracy is not None
