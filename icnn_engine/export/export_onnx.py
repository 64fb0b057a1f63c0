"""Write the interpretable network of a run as one ONNX file, with an example of its use beside it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from icnn_engine.core.annotations import Where
from icnn_engine.core.atomic_files import atomic_path
from icnn_engine.core.errors import ExportError, PictureError, RunError
from icnn_engine.core.events import NetworkName, Operation, Progress
from icnn_engine.data import read_square
from icnn_engine.export.metadata import metadata_of
from icnn_engine.export.onnx_check import OnnxCheck, check_onnx
from icnn_engine.export.onnx_files import (
    EXAMPLE,
    ensure_replaceable,
    has_onnxruntime,
    missing_packages,
    write_example,
)
from icnn_engine.export.onnx_model import onnx_bytes
from icnn_engine.export.portable_network import PortableNetwork
from icnn_engine.export.resizing import ResizingEffect, resizing_effect
from icnn_engine.inspection.best_pictures import side_rows
from icnn_engine.inspection.explainer import Explainer
from icnn_engine.metrics import evenly
from icnn_engine.runs.notes import read_notes
from icnn_engine.runs.run_folder import Run

MOST_PICTURES = 48  # of the test pictures, that are compared
STAGES = 4


@dataclass(frozen=True, slots=True)
class ExportedOnnx:
    """The files written. `example` is None if another file of that name was there. `check`: None without onnxruntime;
    `resizing`: None where no test picture could be read."""

    model: Path
    example: Path | None
    bytes: int
    check: OnnxCheck | None
    resizing: ResizingEffect | None


def export_onnx(run: Run, path: Path) -> Operation[ExportedOnnx]:
    """Write the interpretable network of a run, and an example of its use beside it.

    Parameters
    ----------
    run : Run
        A finished run.
    path : Path
        The file, ending with .onnx. One that Partscope has written before is replaced. An `example.py` that is there
        already stays.

    Yields
    ------
    Event
        Progress.

    Returns
    -------
    ExportedOnnx

    Raises
    ------
    ExportError
        A package is missing, the network cannot be exported or differs from PyTorch, or the file is not ours.
    RunError
        The weights or the notes of the run cannot be read.
    StorageError
        The file cannot be written.
    """
    if missing := missing_packages():
        raise ExportError(missing)
    ensure_replaceable(path)
    title = "Exporting the network"
    yield Progress(title, 0, STAGES)
    explainer, notes = Explainer(run), read_notes(run.path)
    backbone = explainer.backbones[NetworkName.INTERPRETABLE]
    network = PortableNetwork(backbone, explainer.network, run.settings.loss, run.geometry)
    model = onnx_bytes(network, metadata_of(run, notes))
    yield Progress(title, 1, STAGES)
    wheres, squares = read_test_pictures(run)
    yield Progress(title, 2, STAGES)
    check = check_onnx(model, explainer, squares) if has_onnxruntime() else None
    yield Progress(title, 3, STAGES)
    resizing = resizing_effect(explainer, wheres, squares) if wheres else None
    with atomic_path(path) as part:
        part.write_bytes(model)
    return ExportedOnnx(path, write_example(path.with_name(EXAMPLE)), len(model), check, resizing)


def read_test_pictures(run: Run) -> tuple[Sequence[Where], np.ndarray]:
    """Return where some test pictures are, and their (P, S, S, 3) uint8 pixels; those that are gone or have changed
    are left out."""
    rows, side = side_rows(run, "test"), run.geometry.input_size
    wheres, squares = list[Where](), [np.empty((0, side, side, 3), np.uint8)]
    for row in rows[evenly(len(rows), MOST_PICTURES)] if len(rows) else ():
        with suppress(RunError, PictureError):
            where = run.picture_path(int(row))
            squares.append(read_square(where, side)[None])
            wheres.append(where)
    return wheres, np.concatenate(squares)
