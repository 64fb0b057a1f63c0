"""Trainings that read the object of each picture instead of the whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from icnn_engine.core.annotations import Crop, Landmark, location_of
from icnn_engine.core.config import make_settings
from icnn_engine.core.errors import RunError, SettingsError
from icnn_engine.core.events import BestPicture, NetworkName, drain
from icnn_engine.core.experiment_settings import make_experiment_settings
from icnn_engine.core.heatmaps import heatmap
from icnn_engine.data import read_picture
from icnn_engine.data.selection import checked, select
from icnn_engine.evaluation.measure import measure
from icnn_engine.evaluation.region_marks import boxes_in_regions, marks_in_regions
from icnn_engine.experiment.experiment import run_experiment
from icnn_engine.experiment.training_run import run_training
from icnn_engine.inspection.best_pictures import crop_of, peak_point
from icnn_engine.inspection.explainer import Explainer
from icnn_engine.inspection.look import look_at
from icnn_engine.inspection.run_verdict import run_verdict
from icnn_engine.inspection.verdict_words import verdict_sentences
from icnn_engine.models.weights import load_backbone
from icnn_engine.runs.found_objects import (
    read_objects,
    region_of,
    whole_pictures,
    write_objects,
)
from icnn_engine.runs.run_folder import Run, open_run
from icnn_engine.runs.run_tables import box_of
from icnn_engine.training.object_selection import restricted
from tests.engine.conftest import TINY

OBJECT = TINY | {"region": "object", "epochs": 1}
BOXES = ((40.0, 50.0, 60.0, 60.0), (150.0, 120.0, 70.0, 50.0), (20.0, 150.0, 40.0, 60.0))


@pytest.fixture(scope="module")
def object_run(drawn_sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A run that read the found objects. Shared between tests: leave it as it is."""
    return open_run(drain(run_training(drawn_sample, make_settings(OBJECT), tmp_path_factory.mktemp("runs"))).path)


def test_the_run_reads_regions_of_its_pictures_and_says_so(object_run: Run) -> None:
    objects = read_objects(object_run.path)

    assert objects is not None
    for index, picture in enumerate(object_run.pictures):
        where, found = location_of(object_run.picture_path(index)), objects[picture.name]
        assert isinstance(where, Crop)
        assert where.box == found.read
        assert read_picture(where).shape[:2] == (picture.height, picture.width)
        assert read_picture(where.path).shape[:2] == (found.height, found.width)
    assert any("objects.csv" in text for text in object_run.info["departures"])


def test_a_whole_photograph_is_explained_by_the_region_found_in_it(object_run: Run) -> None:
    explainer, index = Explainer(object_run), 0
    where = location_of(object_run.picture_path(index))
    assert isinstance(where, Crop)
    whole = read_picture(where.path)
    found = explainer.explain(whole, "whole")
    given = explainer.explain(read_picture(where), "region", is_region=True)

    assert found.region == where.box
    assert given.region == (0, 0, given.pixels.shape[1], given.pixels.shape[0])
    np.testing.assert_array_equal(found.pixels, whole)
    np.testing.assert_array_equal(found.read_pixels, given.pixels)
    assert found.answer == pytest.approx(object_run.pictures[index].answer, abs=2e-3)


def test_the_verdict_tells_in_how_many_pictures_the_object_was_found(object_run: Run) -> None:
    objects = read_objects(object_run.path)
    assert objects is not None
    shown = [p.name for p in object_run.pictures if p.side == "test" and p.positive]
    found = sum(objects[name].found for name in shown)

    assert f"it was found in {found} of {len(shown)} test pictures" in verdict_sentences(run_verdict(object_run)).basis


def test_peaks_heatmaps_and_crops_lie_in_the_whole_photograph(object_run: Run) -> None:
    index = max(range(len(object_run.pictures)), key=lambda i: _margin(object_run, i))
    look, region_alone = look_at(object_run, index), read_picture(object_run.picture_path(index))
    left, top, right, bottom = look.region
    height, width = look.pixels.shape[:2]
    maps = np.abs(look.maps[0]) + 1
    heat = heatmap(maps, look.geometry, height, width)
    inner = np.zeros((height, width), bool)
    inner[top:bottom, left:right] = True
    alone = peak_point(object_run.geometry, (3, 4), right - left, bottom - top)
    best = BestPicture(index, (3, 4), 1.0)

    assert heat[inner].min() > 0
    assert heat[~inner].max() == 0
    np.testing.assert_array_equal(look.read_pixels, region_alone)
    assert peak_point(look.geometry, (3, 4), width, height) == pytest.approx((left + alone[0], top + alone[1]))
    assert look.geometry.cell_of((left + alone[0]) / width, (top + alone[1]) / height) == pytest.approx((3, 4))
    assert crop_of(object_run, NetworkName.INTERPRETABLE, 0, best, 40).shape == (40, 40, 3)


def _margin(run: Run, index: int) -> float:
    """Return how much of the photograph of a picture is not read."""
    left, top, right, bottom = region_of(run, index)
    return 1 - (right - left) * (bottom - top)


def test_landmarks_and_boxes_are_moved_into_the_regions(object_run: Run) -> None:
    picture = object_run.pictures[0]
    left, top, right, _bottom = box_of(picture.box)
    marks = {picture.name: (Landmark("in", left + 3, top + 5), Landmark("out", right + 1, top))}
    boxes = {picture.name: ((left - 10, top + 2, 20.0, 30.0), (left - 10, top, 10.0, 9.0))}

    assert marks_in_regions(object_run, marks) == {picture.name: (Landmark("in", 3, 5),)}
    assert boxes_in_regions(object_run, boxes) == {picture.name: ((0, 2, 10, 30),)}
    assert drain(measure(object_run))["instability"] == pytest.approx(object_run.table["instability"])


def test_landmarks_are_marked_in_whole_pictures(object_run: Run) -> None:
    for whole in whole_pictures(object_run):
        assert whole.where(object_run.images) == object_run.images / whole.name
        assert read_picture(object_run.images / whole.name).shape[:2] == (whole.height, whole.width)


def test_damaged_regions_are_an_error_that_says_what_to_do(object_run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(object_run.path, copy)
    (copy / "objects.npy").write_bytes(b"nothing")
    (copy / "objects.csv").write_text("name,left\nx,1\n")

    with pytest.raises(RunError, match="Restore it from a copy"):
        Explainer(open_run(copy))
    with pytest.raises(RunError, match="Restore it from a copy"):
        read_objects(copy)


def test_boxes_are_read_where_the_folder_has_them(drawn_sample: Path, tmp_path: Path) -> None:
    folder = tmp_path / "boxed"
    shutil.copytree(drawn_sample, folder)
    name = "creature/0001.jpg"
    (folder / "boxes.csv").write_text(f"image,x,y,width,height\n{name},40,50,60,60\n")
    run = drain(run_training(folder, make_settings(OBJECT | {"region": "boxes"}), tmp_path / "runs"))
    objects = read_objects(run.path)

    assert objects is not None
    assert objects[name].box == (40, 50, 100, 110)
    assert objects[name].read == (37, 47, 103, 113)
    assert [one.name for one in objects.values() if one.found] == [name]
    whole = objects["creature/0002.jpg"]
    assert (whole.right - whole.left, whole.bottom - whole.top) == (whole.width, whole.height)


def test_regions_that_a_run_has_are_not_sought_again(object_run: Run, drawn_sample: Path, tmp_path: Path) -> None:
    settings = make_settings(OBJECT)
    selection = drain(select(drain(checked(drawn_sample)), settings))
    known = read_objects(object_run.path)
    assert known is not None
    write_objects(tmp_path, known.values())
    again = drain(restricted(tmp_path, load_backbone("squeezenet1_1", "bundled", 0)[0], selection, settings))

    assert [location_of(p.path).box for p in again.pictures] == [known[p.name].read for p in again.pictures]
    assert not (tmp_path / "objects.npy").exists()
    assert again.exact != selection.exact


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"training": "full"}, "choose quick training, or “The whole picture” .--region whole."),
        ({"region": "boxes"}, "no boxes.csv .* choose “The object, found in it” .--region object."),
    ],
)
def test_impossible_regions_are_refused_before_a_run_is_begun(
    drawn_sample: Path, tmp_path: Path, values: dict, words: str
) -> None:
    with pytest.raises(SettingsError, match=words):
        drain(run_training(drawn_sample, make_settings(OBJECT | values), tmp_path / "runs"))

    assert not list((tmp_path / "runs").glob("*"))


def test_experiments_read_whole_pictures(drawn_sample: Path, tmp_path: Path) -> None:
    settings = make_experiment_settings({"training": make_settings(OBJECT)})

    with pytest.raises(SettingsError, match="whole pictures"):
        drain(run_experiment(drawn_sample, settings, tmp_path / "experiment"))
