"""The figure of an experiment."""

from pathlib import Path

import pytest
from PIL import Image

from icnn_engine import figures
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.number_words import percent
from icnn_engine.experiment.experiment_folder import Experiment
from icnn_engine.experiment.experiment_table import experiment_rows
from icnn_engine.figures import experiment as drawn
from tests.fake_experiment import make_fake_study


@pytest.fixture(scope="module")
def study(tmp_path_factory: pytest.TempPathFactory) -> Experiment:
    return make_fake_study(tmp_path_factory.mktemp("figure") / "study")


def test_every_network_of_every_block_has_a_row_with_its_figures(study: Experiment, tmp_path: Path) -> None:
    text = figures.experiment_figure(study, tmp_path / "study.svg").read_text(encoding="utf-8")
    rows = experiment_rows(study)
    own = next(row for row in rows if row.network == "partscope")
    printed = percent(own.figures["balanced_accuracy"].value.mean)

    assert text.count(">k-means, no training</text>") == 2
    assert text.count(">partscope</text>") == text.count(">ordinary</text>") == 2
    assert "fox (squeezenet1_1, 2 seeds)" in text
    assert "cat (squeezenet1_1, 2 seeds)" in text
    assert all(f">{column.title}</text>" in text for column in drawn._shown(rows))
    assert f">{printed}" in text
    assert "Quick training: frozen trunk" in text.replace("\n", " ")


def test_at_most_five_measures_are_drawn_the_most_telling_first(study: Experiment) -> None:
    keys = [column.key for column in drawn._shown(experiment_rows(study))]

    assert keys == ["balanced_accuracy", "instability", "mirror", "holding", "independent_parts"]


@pytest.mark.parametrize("suffix", ["png", "pdf"])
def test_it_is_written_in_every_format(study: Experiment, tmp_path: Path, suffix: str) -> None:
    path = figures.experiment_figure(study, tmp_path / f"study.{suffix}", dpi=72)

    assert path.stat().st_size > 3000
    if suffix == "png":
        with Image.open(path) as picture:
            assert picture.width == round(7.2 * 72)
            assert min(picture.convert("L").getpixel((2, 2)), 255) == 255


def test_an_experiment_without_a_finished_cell_gives_a_figure_that_says_so(tmp_path: Path) -> None:
    begun = make_fake_study(tmp_path / "begun", cells=0)

    text = figures.experiment_figure(begun, tmp_path / "study.svg").read_text(encoding="utf-8")

    assert "No cell of this experiment is finished yet." in text


def test_another_suffix_is_refused(study: Experiment, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"\.png, \.svg or \.pdf"):
        figures.experiment_figure(study, tmp_path / "study.jpg")
