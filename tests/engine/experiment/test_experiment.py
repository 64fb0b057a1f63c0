"""An experiment: its table fills cell by cell, resumes, grows, refuses what is not its own, and can be repeated."""

from pathlib import Path

import numpy as np
import pytest

from icnn_engine.core.errors import ExperimentError
from icnn_engine.core.events import ExperimentGrew, FinishNow, drain
from icnn_engine.core.experiment_settings import make_experiment_settings
from icnn_engine.experiment.experiment import run_experiment, settings_of
from icnn_engine.experiment.experiment_folder import CellName, Task, open_experiment, read_records
from icnn_engine.experiment.experiment_table import experiment_rows
from icnn_engine.experiment.table_text import UNTRAINED, table_as_csv, table_as_latex, table_as_markdown, table_as_text
from icnn_engine.sample import make_sample

TRAINING = {"filters": 4, "epochs": 1, "batch": 16, "max_pictures": 16}
TINY = {"variants": ("ordinary", "partscope"), "seeds": (0, 1), "training": TRAINING}


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return drain(make_sample(tmp_path_factory.mktemp("sample") / "sample", creatures=16, backgrounds=16))


@pytest.fixture(scope="module")
def stopped(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, bytes]]:
    """An experiment stopped after its first cell, and what that cell's files held."""
    path = tmp_path_factory.mktemp("studies") / "first"
    operation = run_experiment(sample, make_experiment_settings(TINY), path)
    for event in operation:
        if isinstance(event, ExperimentGrew) and event.done == 1:
            break
    operation.close()
    return path, {file.name: file.read_bytes() for file in (path / "cells").iterdir()}


@pytest.fixture(scope="module")
def study(sample, stopped):
    return drain(run_experiment(sample, make_experiment_settings(TINY), stopped[0]))


def test_a_stopped_experiment_keeps_its_finished_cells_and_goes_on(stopped, study):
    path, kept = stopped

    assert len(kept) == 2
    assert [cell.name.seed for cell in study.cells] == [0, 1]
    assert not (path / "scratch").exists()
    for name, content in kept.items():
        assert (path / "cells" / name).read_bytes() == content


def test_the_table_has_a_row_a_network_with_intervals_and_floors(study):
    rows = experiment_rows(study)
    ordinary, own, cam, kmeans, _nmf, floors = rows

    assert [row.network for row in rows] == ["ordinary", "partscope", "cam", "kmeans", "nmf", "floors"]
    for key in (
        "balanced_accuracy",
        "instability",
        "equivariance",
        "mirror",
        "holding",
        "deletion",
        "landmark_distance",
    ):
        assert own.figures[key].value.low <= own.figures[key].value.mean <= own.figures[key].value.high
        assert ordinary.figures[key].against is None
        assert own.figures[key].against is not None
    tables = [cell.tables["partscope"]["balanced_accuracy"] for cell in study.cells]
    assert own.figures["balanced_accuracy"].value.mean == pytest.approx(np.mean(tables))
    assert "instability" not in cam.figures
    assert "majority_accuracy" in floors.figures
    assert "mirror" in kmeans.figures
    assert "balanced_accuracy" not in kmeans.figures
    assert UNTRAINED & set(floors.figures) >= {"equivariance", "slope", "mirror", "transplant", "holding"}
    assert all(row.pretrained for row in rows)


def test_the_records_of_a_cell_give_its_figures_again(study):
    cell = study.cells[0]
    records = read_records(study.path, cell.name)
    own = records.networks["partscope"]
    right = (own.answers[:, 0] >= 0.5) == (records.labels == 0)
    recalls = [right[records.labels == 0].mean(), right[records.labels < 0].mean()]

    assert cell.tables["partscope"]["balanced_accuracy"] == pytest.approx(np.mean(recalls))


def test_every_form_of_the_table_holds_its_figures_and_what_they_are_not(study):
    rows = experiment_rows(study)
    mean = rows[1].figures["balanced_accuracy"].value.mean

    assert f"{mean:.6g}" in table_as_csv(rows)
    for text in (table_as_text(study, rows), table_as_markdown(study, rows), table_as_latex(study, rows)):
        assert f"{100 * mean:.1f} %" in text.replace("\\", "")
        assert "not comparable digit by digit" in text.replace("\\", "")
    assert (study.path / "table.csv").read_text() == table_as_csv(rows)


def finished_at_once(operation):
    """The result of an operation whose driver wishes to finish from its first event on."""
    try:
        next(operation)
        while True:
            operation.send(FinishNow())
    except StopIteration as end:
        return end.value


def test_an_experiment_made_twice_is_the_same_to_the_digit(sample, study, tmp_path):
    again = finished_at_once(run_experiment(sample, make_experiment_settings(TINY), tmp_path / "again"))
    own = experiment_rows(again)[1].figures

    assert len(again.cells) == 1  # the cell under way is finished, nothing in it is shortened
    assert again.cells[0].tables == study.cells[0].tables
    assert again.cells[0].info["strengths"] == study.cells[0].info["strengths"]
    assert again.info["data"] == study.info["data"]
    assert np.isfinite(own["balanced_accuracy"].value.low)
    assert np.isnan(own["deletion"].value.low)  # one seed, and nothing to resample


def test_other_settings_or_other_pictures_are_refused(sample, study, tmp_path):
    with pytest.raises(ExperimentError, match="other settings"):
        drain(
            run_experiment(sample, make_experiment_settings(TINY | {"training": TRAINING | {"filters": 5}}), study.path)
        )
    (tmp_path / "a").mkdir()
    for folder in ("creature", "_background"):
        (tmp_path / "a" / folder).mkdir()
        for path in sorted((sample / folder).glob("*.jpg"))[:10]:
            (tmp_path / "a" / folder / path.name).write_bytes(path.read_bytes())
    with pytest.raises(ExperimentError, match="other pictures"):
        drain(run_experiment(tmp_path / "a", make_experiment_settings(TINY), study.path))


def test_a_damaged_experiment_is_told_with_the_file(study, tmp_path):
    with pytest.raises(ExperimentError, match=r"no study\.toml"):
        open_experiment(tmp_path)
    copy = tmp_path / "copy"
    (copy / "cells").mkdir(parents=True)
    for file in ("study.toml", f"cells/{study.cells[0].name.file}.toml"):
        (copy / file).write_bytes((study.path / file).read_bytes())
    (copy / f"cells/{study.cells[0].name.file}.npz").write_bytes(b"no numbers")

    with pytest.raises(ExperimentError, match=r"npz is damaged"):
        experiment_rows(open_experiment(copy))


@pytest.mark.parametrize(
    ("variants", "variant"),
    [(("ordinary", "paper"), "paper"), (("partscope", "released", "ordinary"), "released"), (("ordinary",), "paper")],
)
def test_untrained_filters_have_the_kernels_of_the_last_interpretable_network(variants, variant):
    asked = make_experiment_settings({**TINY, "variants": variants})

    assert settings_of(CellName(Task(("fox",)), "squeezenet1_1", 3), asked).variant == variant
