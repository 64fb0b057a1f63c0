"""Texts about slices."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.review.slices.read_slices import read_slice
from app.review.slices.slice_words import picture_count
from icnn_engine.runs.run_folder import Run
from tests.own_network import as_own


@pytest.mark.parametrize(("count", "words"), [(1, "1 picture "), (2, "2 pictures ")])
def test_one_picture_is_not_told_of_as_several(run: Run, count: int, words: str) -> None:
    read = replace(read_slice(run, "held-out"), pictures=(0, 1), right=(True, False), held_out=(True, count == 2))

    assert picture_count(run, read).startswith(f"{words}held out")
    assert picture_count(as_own(run), read).startswith(f"{words}kept aside")
