"""A run for the report."""

from __future__ import annotations

from pathlib import Path

import pytest

from icnn_engine.runs.run_folder import Run
from tests.fake_run import make_fake_run


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Its weights are no network's, so what a part is worth is not known."""
    return make_fake_run(tmp_path)
