"""Trainings on boxes, several of them in a photograph: each is an object, on its photograph's side of the split."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from icnn_engine.cli import main
from icnn_engine.core.annotations import Crop, Landmark, file_of
from icnn_engine.core.config import make_settings
from icnn_engine.core.events import EpochDone, Event, Warned, drain
from icnn_engine.data import read_picture
from icnn_engine.data.grouping import grouped
from icnn_engine.data.selection import checked, select
from icnn_engine.evaluation.measure import measure
from icnn_engine.evaluation.region_marks import boxes_in_regions, marks_in_regions, photographs_of, sizes_of
from icnn_engine.experiment.training_run import resume_training, run_training
from icnn_engine.inspection.explainer import Explainer
from icnn_engine.models.weights import load_backbone
from icnn_engine.runs.found_objects import (
    listed_name,
    read_objects,
    squared_box,
    whole_pictures,
)
from icnn_engine.runs.run_folder import Run, open_run
from icnn_engine.training.object_selection import itemised, restricted
from tests.engine.conftest import TINY
from tests.engine.data.boxes.writers import write_coco
from tests.engine.experiment.stopped_runs import assert_same, only_run, stopped_after

OBJECT = TINY | {"region": "object", "epochs": 1}
BOXES = ((40.0, 50.0, 60.0, 60.0), (150.0, 120.0, 70.0, 50.0), (20.0, 150.0, 40.0, 60.0))


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


def test_a_picture_from_elsewhere_is_read_by_the_box_that_is_given_or_is_said_to_be_read_whole(
    several_run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    index = next(i for i, p in enumerate(several_run.pictures) if p.name.endswith("#2"))
    where, box = several_run.picture_path(index), [f"{edge:g}" for edge in BOXES[1]]
    assert isinstance(where, Crop)
    command = ["explain", str(several_run.path), str(where.path), "--output", str(tmp_path)]
    assert main([*command, "--box", *box]) == 0
    given = capsys.readouterr().out
    assert main(command) == 0
    whole = capsys.readouterr().out
    refused = [main([*command, "--box", *wrong]) for wrong in (["0", "0", "9999", "9"], ["0", "0", "0", "9"])]
    refused.append(main(["explain", str(several_run.path), *[str(where.path)] * 2, "--box", *box]))
    told = capsys.readouterr().err

    assert "read: {:g} {:g} to {:g} {:g}".format(*where.box) in given
    assert "trained on boxes" not in given
    assert "this run was trained on boxes" in whole
    assert refused == [1, 1, 1]
    assert "outside the picture" in told
    assert "more than 0" in told
    assert "box of one picture" in told


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
