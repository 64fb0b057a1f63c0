"""The tutorial, docs/notebook.ipynb: it runs, and what is committed of it is small and of no machine."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat

from scripts.run_notebook import NOTEBOOK, run_notebook

MOST = 300_000  # bytes


def test_the_notebook_runs_from_an_empty_folder_without_an_error(tmp_path: Path) -> None:
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    run_notebook(notebook, tmp_path)
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    written = {path.name for path in (tmp_path / "partscope-tutorial").iterdir()}

    assert {"error"}.isdisjoint(output.output_type for output in outputs)
    assert sum("text/html" in output.get("data", {}) for output in outputs) >= 5
    assert written == {"answer.pdf", "creatures", "report.html", "runs", "stages.png", "table.tex"}


def test_its_outputs_are_kept_and_small_and_name_no_folder_of_a_machine() -> None:
    text = NOTEBOOK.read_text(encoding="utf-8")
    cells = [cell for cell in json.loads(text)["cells"] if cell["cell_type"] == "code"]

    assert len(text.encode()) < MOST
    assert all(cell["outputs"] and cell["execution_count"] for cell in cells)
    assert not [place for place in ("/tmp/", "/home/", "/root/", "C:\\", str(NOTEBOOK.parents[1])) if place in text]
