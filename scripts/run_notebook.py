"""Run docs/notebook.ipynb anew and keep its outputs: python scripts/run_notebook.py

It works in a temporary folder. Progress bars are left out of the outputs, for a code host shows each step of them.
"""

from __future__ import annotations

import os
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
NOTEBOOK = ROOT / "docs" / "notebook.ipynb"
LIMIT = 600  # seconds a cell may take
QUIET = ["--IPKernelApp.log_level=40"]  # errors only: a kernel on this machine needs no advice on encryption


def run_notebook(notebook: nbformat.NotebookNode, folder: Path) -> float:
    """Run all cells in a folder; return the seconds that took. Raises CellExecutionError."""
    own = {"PYTHONPATH": str(ROOT), "PARTSCOPE_CACHE": str(folder / "cache"), "OMP_NUM_THREADS": "1"}
    place = {"metadata": {"path": str(folder)}}
    client = NotebookClient(notebook, timeout=LIMIT, kernel_name="python3", resources=place, extra_arguments=QUIET)
    began = time.monotonic()
    client.execute(env=os.environ | own)
    return time.monotonic() - began


def tidy(notebook: nbformat.NotebookNode) -> None:
    """Remove progress bars, times and the version of the machine's Python."""
    notebook.metadata = nbformat.from_dict(
        {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    )
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict({})
        if cell.cell_type == "code":
            cell.outputs = [output for output in cell.outputs if "\r" not in output.get("text", "")]


def main() -> None:
    """Run the notebook and write it back."""
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    with TemporaryDirectory(prefix="partscope-") as folder:
        seconds = run_notebook(notebook, Path(folder))
    tidy(notebook)
    nbformat.write(notebook, NOTEBOOK)
    print(f"{NOTEBOOK}: {seconds:.0f} s, {NOTEBOOK.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
