"""Trainings that read the object of each picture instead of the whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from icnn_engine.core.annotations import Crop, Landmark, file_of, location_of
from icnn_engine.core.config import make_settings
from icnn_engine.core.errors import RunError, SettingsError
from icnn_engine.core.events import BestPicture, EpochDone, Event, NetworkName, Warned, drain
from icnn_engine.core.experiment_settings import make_experiment_settings
from icnn_engine.core.heatmaps import heatmap
from icnn_engine.data import read_picture
from icnn_engine.data.grouping import grouped
from icnn_engine.data.selection import checked, select
from icnn_engine.evaluation.measure import measure
from icnn_engine.evaluation.region_marks import boxes_in_regions, marks_in_regions, photographs_of, sizes_of
from icnn_engine.experiment.experiment import run_experiment
from icnn_engine.experiment.training_run import resume_training, run_training
from icnn_engine.inspection.best_pictures import crop_of, peak_point
from icnn_engine.inspection.explainer import Explainer
from icnn_engine.inspection.look import look_at
from icnn_engine.inspection.run_verdict import run_verdict
from icnn_engine.inspection.verdict_words import verdict_sentences
from icnn_engine.models.weights import load_backbone
from icnn_engine.runs.found_objects import (
    listed_name,
    read_objects,
    region_of,
    squared_box,
    whole_pictures,
    write_objects,
)
from icnn_engine.runs.run_folder import Run, open_run
from icnn_engine.runs.run_tables import box_of
from icnn_engine.training.object_selection import itemised, restricted
from tests.engine.conftest import TINY
from tests.engine.data.boxes.writers import write_coco
from tests.engine.experiment.stopped_runs import assert_same, only_run, stopped_after

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


@pytest.fixture(scope="module")
def boxed(drawn_sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pictures of which some have two or three boxes, in a COCO file. Shared between tests: leave it as it is."""
    folder = tmp_path_factory.mktemp("boxed") / "pictures"
    shutil.copytree(drawn_sample, folder)
    names = sorted(path.relative_to(folder).as_posix() for path in folder.glob("*/*.jpg"))
    sizes = {name: read_picture(folder / name).shape[1::-1] for name in names}
    boxes = {name: [(box, "thing") for box in BOXES[: 1 + i % 3]] for i, name in enumerate(names) if i % 4}
    write_coco(folder / "annotations.json", boxes, sizes)
    return folder


@pytest.fixture(scope="module")
def several_run(boxed: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A run on these pictures. Shared between tests: leave it as it is."""
    settings = make_settings(TINY | {"region": "boxes"})
    return open_run(drain(run_training(boxed, settings, tmp_path_factory.mktemp("runs"))).path)


def test_each_box_is_a_picture_on_its_photographs_side_of_the_split(several_run: Run, boxed: Path) -> None:
    items = grouped(several_run.pictures, lambda p: p.photograph)
    checkup = drain(checked(boxed))
    whole = drain(select(checkup, make_settings(TINY)))
    side_of = dict(zip((p.name for p in whole.pictures), whole.side, strict=True))

    assert items.keys() == side_of.keys()
    assert {len(own) for own in items.values()} == {1, 2, 3}
    for name, own in items.items():
        assert {p.side for p in own} == {side_of[name]}
        assert [p.name for p in own] == ([name] if len(own) == 1 else [f"{name}#{i + 1}" for i in range(len(own))])
    assert len({p.digest for p in several_run.pictures}) == len(several_run.pictures)
    assert sum(several_run.info["data"][side] for side in ("train", "choose", "test")) == len(several_run.pictures)


def test_each_object_is_read_measured_and_explained_by_its_own_box(several_run: Run) -> None:
    objects = read_objects(several_run.path)
    assert objects is not None
    index = next(i for i, p in enumerate(several_run.pictures) if p.name.endswith("#2"))
    where, explainer = several_run.picture_path(index), Explainer(several_run)
    assert isinstance(where, Crop)
    x, y, width, height = BOXES[1]
    name = several_run.pictures[index].photograph
    given = boxes_in_regions(several_run, {name: BOXES})

    assert where.path.is_file()
    assert where.box == objects[several_run.pictures[index].name].read
    assert where.box == squared_box(
        (x, y, x + width, y + height), objects[f"{name}#2"].width, objects[f"{name}#2"].height
    )
    assert given[f"{name}#2"] == ((x - where.box[0], y - where.box[1], width, height),)
    assert given[f"{name}#1"] != given[f"{name}#2"]
    found = explainer.explain(read_picture(where), "region", is_region=True)
    assert found.answer == pytest.approx(several_run.pictures[index].answer, abs=2e-3)
    assert 0 <= (several_run.table["peaks_in_box"] or 0) <= 1
    assert drain(measure(several_run))["peaks_in_box"] == pytest.approx(several_run.table["peaks_in_box"])


def test_landmarks_of_a_photograph_go_to_the_object_that_holds_most_of_them(several_run: Run) -> None:
    name = next(p.photograph for p in several_run.pictures if p.name.endswith("#2"))
    x, y, width, height = BOXES[1]
    marks = {name: (Landmark("a", x + 1, y + 1), Landmark("b", x + width - 1, y + height - 1), Landmark("c", 1, 1))}
    inside = marks_in_regions(several_run, marks)

    assert list(inside) == [f"{name}#2"]
    assert {"a", "b"} <= {mark.part for mark in inside[f"{name}#2"]}
    assert [p.name for p in photographs_of(several_run)].count(name) == 1
    assert [p.name for p in whole_pictures(several_run)].count(name) == 1
    assert {listed_name(several_run, p) for p in several_run.pictures} == {p.name for p in whole_pictures(several_run)}
    assert sizes_of(several_run)[name] == read_picture(several_run.images / name).shape[1::-1]


def test_objects_that_a_run_has_are_read_again_though_the_boxes_have_changed(boxed: Path, tmp_path: Path) -> None:
    folder, run = tmp_path / "boxed", tmp_path / "run"
    shutil.copytree(boxed, folder)
    run.mkdir()
    settings = make_settings(OBJECT | {"region": "boxes"})
    selection = drain(select(drain(checked(folder)), settings))
    before = itemised(run, selection, settings)
    (folder / "annotations.json").unlink()
    (folder / "boxes.csv").write_text("image,x,y,width,height\ncreature/0001.jpg,1,1,50,50\n")
    after = itemised(run, selection, settings)

    assert len(before.pictures) > len(selection.pictures)
    assert after.pictures == before.pictures
    assert after.side.tolist() == before.side.tolist()


def test_few_boxes_are_told_with_what_is_read_elsewhere(drawn_sample: Path, tmp_path: Path) -> None:
    folder, told = tmp_path / "boxed", list[Event]()
    shutil.copytree(drawn_sample, folder)
    (folder / "boxes.csv").write_text("image,x,y,width,height\ncreature/0001.jpg,40,50,60,60\n")
    settings = make_settings(OBJECT | {"region": "boxes"})
    selection = drain(select(drain(checked(folder)), settings))
    drain(restricted(tmp_path, load_backbone("squeezenet1_1", "bundled", 0)[0], selection, settings), told.append)

    (warning,) = (event for event in told if isinstance(event, Warned))
    assert warning.text == "Only 1 of 16 pictures have a box: the others are read as a whole."


def test_boxes_that_fill_their_picture_are_one_object(drawn_sample: Path, tmp_path: Path) -> None:
    folder, run = tmp_path / "boxed", tmp_path / "run"
    shutil.copytree(drawn_sample, folder)
    height, width, _ = read_picture(folder / "creature/0001.jpg").shape
    full = [f"creature/0001.jpg,0,{top},{width},{height - top}" for top in (0, 1)]
    (folder / "boxes.csv").write_text("\n".join(["image,x,y,width,height", *full, "creature/0002.jpg,1,1,50,50\n"]))
    settings = make_settings(OBJECT | {"region": "boxes"})
    run.mkdir()
    items = itemised(run, drain(select(drain(checked(folder)), settings)), settings)

    assert [p.name for p in items.pictures if "0001" in p.name] == ["creature/0001.jpg", "_background/0001.jpg"]


def test_a_limit_of_pictures_counts_objects_and_keeps_one_of_each_photograph_first(boxed: Path, tmp_path: Path) -> None:
    settings = make_settings(OBJECT | {"region": "boxes", "max_pictures": 18})
    selection = drain(select(drain(checked(boxed)), settings))
    items = itemised(tmp_path, selection, settings)
    few = itemised(tmp_path, selection, settings.model_copy(update={"max_pictures": 16}))
    everything = itemised(tmp_path, selection, settings.model_copy(update={"max_pictures": None}))

    assert len(everything.pictures) > len(items.pictures)
    assert [int((items.labels == label).sum()) for label in (0, -1)] == [18, 18]
    for own in (items, few):
        assert {file_of(path) for path in own.paths} == {file_of(path) for path in selection.paths}
        assert len(own.pictures) == len(own.labels) == len(own.side)


def test_a_resumed_training_goes_on_with_the_same_objects(boxed: Path, several_run: Run, tmp_path: Path) -> None:
    training = run_training(boxed, several_run.settings, tmp_path / "runs")
    while not isinstance(next(training), EpochDone):
        pass
    stopped_after(training, 1)
    run = drain(resume_training(only_run(tmp_path / "runs")))

    assert run.info["training"]["resumed"] == 1
    assert (run.path / "objects.csv").read_text() == (several_run.path / "objects.csv").read_text()
    assert (run.path / "pictures.csv").read_text() == (several_run.path / "pictures.csv").read_text()
    assert_same(several_run.path, run.path)


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
    ("values", "words"), [({"training": "full"}, "choose quick training"), ({"region": "boxes"}, "no boxes.csv")]
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
