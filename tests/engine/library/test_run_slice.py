"""Slices in scripts and notebooks."""

from __future__ import annotations

import pytest

from icnn_engine.core.errors import SettingsError
from icnn_engine.library.opened_run import OpenedRun
from icnn_engine.runs.run_folder import Run


def test_a_slice_has_its_pictures_and_its_accuracy_on_those_held_out(fake_run: Run) -> None:
    found = OpenedRun(fake_run).slice("category creature and part 1 present")

    assert {picture.category for picture in found.pictures} == {"creature"}
    assert 0 < found.held_out.inside.pictures < len(found.pictures)
    assert repr(found).startswith("category creature and part 1 present: ")
    with pytest.raises(SettingsError, match="Conditions are"):
        OpenedRun(fake_run).slice("heads off")


def test_what_was_looked_at_is_a_table(fake_run: Run) -> None:
    rows = OpenedRun(fake_run).slices(pairs=True)

    assert rows.columns == ("where", "pictures", "right", "rest", "corrected", "found")
    assert len(rows.as_dict()["where"]) == len(rows)
