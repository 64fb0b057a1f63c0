"""Testing the filters of a run of an earlier version."""

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from icnn_engine.core.errors import RunError
from icnn_engine.core.events import NetworkName, Warned, drain
from icnn_engine.evaluation.measure import measure
from icnn_engine.experiment.judge_run import rejudge_run
from icnn_engine.runs.notes import Note, Notes, read_notes, write_notes
from icnn_engine.runs.run_folder import FLOORS, Run, open_run, write_table
from tests.changed_pictures import known, turn


def as_before(run: Run, place: Path) -> Path:
    """A copy of the run as an earlier version left it: its filters were not judged."""
    path = Path(shutil.copytree(run.path, place / run.name))
    shutil.rmtree(path / "parts")
    lines = [line.split(",")[:10] for line in (path / "filters.csv").read_text(encoding="utf-8").splitlines()]
    assert lines[0][-1] == "beta"
    (path / "filters.csv").write_text("\n".join(map(",".join, lines)) + "\n", encoding="utf-8")
    later = ("mirror", "holding", "nmi_", "ari_")
    known = {key: value for key, value in run.table.items() if not any(word in key for word in later)}
    write_table(path, known)
    return path


def test_testing_an_earlier_run_gives_the_results_of_its_training(trained_run, tmp_path):
    earlier = open_run(as_before(trained_run, tmp_path))
    earlier = replace(
        earlier,
        filters=(
            replace(earlier.filters[0], group=-1),
            replace(earlier.filters[1], group=0),
            *(replace(f, group=-1) for f in earlier.filters[2:]),
        ),
    )
    said = {(NetworkName.INTERPRETABLE, "part", 0): Note("nose", "see it", True)}
    write_notes(earlier.path, Notes(said))
    table = drain(measure(earlier))
    judged = drain(rejudge_run(earlier))
    again = open_run(earlier.path)

    assert not earlier.judged
    assert "nmi_8" not in table
    assert "mirror" not in table
    assert again.judged
    pairs = list(zip(again.filters + again.twin_filters, trained_run.filters + trained_run.twin_filters, strict=True))
    assert all((a.eligible, a.holds, a.group) == (b.eligible, b.holds, b.group) for a, b in pairs)
    apart = [a.equivariance - b.equivariance for a, b in pairs]
    assert np.nanmean(np.abs(apart)) < 0.1  # a peak of four pictures may move: stored maps are rounded
    assert read_notes(earlier.path).by_subject == {
        (NetworkName.INTERPRETABLE, "filter", 1): Note("nose", "see it", True)
    }
    assert judged.table["mirror"] == pytest.approx(trained_run.table["mirror"], abs=0.2)
    assert drain(measure(again))["grid_nmi_8"] == trained_run.table["grid_nmi_8"]


def test_a_run_is_judged_without_the_test_pictures_that_have_changed(trained_run, tmp_path):
    images = Path(shutil.copytree(trained_run.images, tmp_path / "pictures"))
    earlier = open_run(known(open_run(as_before(trained_run, tmp_path), images)).path, images)
    index = next(i for i, one in enumerate(earlier.pictures) if one.side == "test" and one.positive)
    turn(earlier, index)
    said = []
    judged = drain(rejudge_run(earlier), said.append)

    assert any(isinstance(one, Warned) and earlier.pictures[index].name in one.text for one in said)
    assert judged.judged
    assert (judged.noisy_cells(NetworkName.INTERPRETABLE)[index] == -1).all()
    assert not any(judged.has_floor_maps(name) for name in FLOORS)


def test_a_run_whose_pictures_are_gone_is_not_judged_and_stays_as_it_was(trained_run, tmp_path):
    path = as_before(trained_run, tmp_path)
    before = {file: file.read_bytes() for file in path.rglob("*") if file.is_file()}
    with pytest.raises(RunError, match="no longer in"):
        drain(rejudge_run(open_run(path, tmp_path / "elsewhere")))

    assert {file: file.read_bytes() for file in path.rglob("*") if file.is_file()} == before
