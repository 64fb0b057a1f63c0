"""The tables of a run folder are whole, or told."""

from __future__ import annotations

import pytest

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
