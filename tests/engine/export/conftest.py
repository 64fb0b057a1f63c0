"""A network that was really trained and exported, shared by the tests of exports."""

from pathlib import Path
from typing import NamedTuple

import pytest

from icnn_engine.core.events import drain
from icnn_engine.runs.run_folder import Run


class Export(NamedTuple):
    """The run, and what was exported of it."""

    run: Run
    exported: object
    folder: Path


@pytest.fixture(scope="session")
def export(trained_run: Run, tmp_path_factory: pytest.TempPathFactory) -> Export:
    """The trained run as ONNX. Shared between tests: leave it as it is."""
    for package in ("onnx", "onnxscript", "onnxruntime"):
        pytest.importorskip(package, reason="needs the extra 'export'")
    from icnn_engine.export.export_onnx import export_onnx

    folder = tmp_path_factory.mktemp("onnx")
    return Export(trained_run, drain(export_onnx(trained_run, folder / "model.onnx")), folder)
