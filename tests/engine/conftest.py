"""A run that was really trained, shared by the engine's tests."""

from pathlib import Path

import pytest

from icnn_engine.core.config import make_settings
from icnn_engine.core.events import drain
from icnn_engine.experiment.training_run import run_training
from icnn_engine.runs.run_folder import Run
from icnn_engine.sample import make_sample

TINY = {"filters": 6, "epochs": 2, "strength": 1e-3, "batch": 16}


@pytest.fixture(scope="session")
def drawn_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """32 drawn pictures with landmarks. Shared between tests: leave it as it is."""
    return drain(make_sample(tmp_path_factory.mktemp("sample") / "sample", creatures=16, backgrounds=16))


@pytest.fixture(scope="session")
def trained_run(drawn_sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A run trained on the drawn sample. Shared between tests: leave it as it is."""
    with pytest.MonkeyPatch.context() as patch:  # so that all its pictures are read
        patch.setenv("PARTSCOPE_CACHE", str(tmp_path_factory.mktemp("cache")))
        return drain(run_training(drawn_sample, make_settings(TINY), tmp_path_factory.mktemp("runs")))
