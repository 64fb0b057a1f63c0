"""The tables of a run folder are whole, or told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from icnn_engine.core.annotations import Crop
from icnn_engine.core.errors import RunError
from icnn_engine.runs.run_folder import Run, open_run


@pytest.mark.parametrize("name", ["pictures.csv", "filters.csv"])
@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (lambda head, row: (head, f"{row},77"), "line 2: not as many values as columns"),
        (lambda head, row: (head, row.rpartition(",")[0]), "line 2: not as many values as columns"),
        (lambda head, row: (f"{head},{head.split(',')[0]}", f"{row},x"), "a column is there twice"),
    ],
)
def test_a_row_that_does_not_fit_its_columns_is_told(own_run: Run, name: str, spoil, told: str) -> None:
    path = own_run.path / name
    head, row, *rest = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*spoil(head, row), *rest, ""]), encoding="utf-8")

    with pytest.raises(RunError, match=f"{name}.*{told}"):
        open_run(own_run.path)


def test_an_object_lies_in_the_photograph_that_its_name_begins_with(own_run: Run) -> None:
    whole = replace(own_run.pictures[0], name="a/1#2.jpg", box="", brightness="")
    one = replace(whole, name="a/1#2.jpg#12", box="1,2,3,4")

    assert (whole.photograph, one.photograph) == ("a/1#2.jpg", "a/1#2.jpg")
    assert one.where(Path("root")) == Crop(Path("root/a/1#2.jpg"), (1, 2, 3, 4))
