from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from icnn_engine.core.config import make_settings
from icnn_engine.data.reading.pictures import read_picture
from icnn_engine.inspection.explainer import Explainer
from icnn_engine.runs.run_folder import Run
from icnn_engine.runs.sample_run import ARCHIVE, open_sample_run

NEW = "Run scripts/make_sample_run.py to make it anew."


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The sample run as the window opens it. Leave it as it is."""
    folder = tmp_path_factory.mktemp("sample")
    return open_sample_run(folder / "creatures", folder / "runs" / "creatures")


def test_the_sample_run_is_small_enough_to_be_shipped() -> None:
    assert len(files("resources").joinpath(*ARCHIVE).read_bytes()) <= 5_000_000, NEW


def test_the_sample_run_shows_several_parts_and_is_right(sample: Run) -> None:
    parts = {filter.group for filter in sample.filters if filter.holds}

    assert len(parts) >= 3
    assert sample.judged
    assert (sample.table["balanced_accuracy"] or 0.0) > 0.9
    assert sample.settings.backbone == make_settings({}).backbone, NEW


def test_the_code_computes_what_the_sample_run_stores(sample: Run) -> None:
    """Its maps and answers are those of its weights: it is no drawing of a run."""
    explainer = Explainer(sample)
    for index in [i for i, picture in enumerate(sample.pictures) if picture.side == "test"][::20]:
        picture, stored = sample.pictures[index], sample.maps()[index].astype(np.float32)
        look = explainer.explain(read_picture(sample.picture_path(index)), picture.name)

        answers = (look.answer, look.twin_answer, look.cam_answer)
        assert answers == pytest.approx((picture.answer, picture.twin_answer, picture.cam_answer), abs=5e-3), NEW
        np.testing.assert_allclose(look.maps, stored, atol=1e-2 * stored.max(), err_msg=NEW)


def test_opening_it_again_keeps_what_the_user_wrote(tmp_path: Path) -> None:
    pictures, path = tmp_path / "creatures", tmp_path / "runs" / "creatures"
    run = open_sample_run(pictures, path)
    (pictures / run.pictures[0].name).unlink()
    (path / "notes.txt").write_text("mine")
    again = open_sample_run(pictures, path)

    assert (path / "notes.txt").read_text() == "mine"
    assert (pictures / run.pictures[0].name).is_file()
    assert again.identity == run.identity


def test_a_run_of_another_version_is_kept_beside_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "runs" / "creatures"
    path.mkdir(parents=True)
    (path / "run.toml").write_text("format = 1\n")
    run = open_sample_run(tmp_path / "creatures", path)

    assert run.path == path
    assert (path.with_name("creatures-old1") / "run.toml").read_text() == "format = 1\n"
