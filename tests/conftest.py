"""What tests of the engine and of the window share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from icnn_engine.runs.run_folder import Run
from tests.fake_run import make_fake_run


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests share a cache of maps and leave the user's alone, and what the user has entered or confirmed."""
    data = tmp_path_factory.mktemp("data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PARTSCOPE_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.setattr("platformdirs.user_data_path", lambda *_args, **_keywords: data)
        yield


@pytest.fixture(scope="session")
def _made_run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return make_fake_run(tmp_path_factory.mktemp("fake"))


@pytest.fixture
def fake_run(_made_run: Run) -> Run:
    """A whole run with 40 drawn pictures and 16 filters. Shared between tests: read it, leave it as it is."""
    return _made_run


@pytest.fixture(scope="session")
def _made_several(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return make_fake_run(tmp_path_factory.mktemp("several"), several=True)


@pytest.fixture
def several_run(_made_several: Run) -> Run:
    """The same of two categories: creatures and insects. Shared between tests: leave it as it is."""
    return _made_several


@pytest.fixture
def own_run(tmp_path: Path) -> Run:
    """A small run of a test's own, to be written into."""
    return make_fake_run(tmp_path, pictures=20, filters=16)
