"""COCO keypoints, read back and scored by pycocotools."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
from pycocotools.coco import COCO
from pycocotools.cocoeval import COCOeval

from icnn_engine.runs.run_folder import Run
from tests.engine.figures.annotations.annotated import PAIR, export, guesses_of, with_two_creatures


def score(truth: COCO, found: COCO, parts: int) -> float:
    """Average precision by object keypoint similarity."""
    evaluation = COCOeval(truth, found, "keypoints")
    evaluation.params.kpt_oks_sigmas = np.full(parts, 0.05)
    evaluation.evaluate()
    evaluation.accumulate()
    evaluation.summarize()
    return float(evaluation.stats[0])


def test_pycocotools_reads_every_position(fake_run: Run, tmp_path: Path) -> None:
    coco = COCO(str(export(fake_run, tmp_path, "coco") / "coco.json"))
    (category,) = coco.loadCats(coco.getCatIds())
    photographs = {one.name: one for one in guesses_of(fake_run).photographs}

    assert (category["name"], category["keypoints"]) == ("creature", ["Part 1", "Part 2", "Part 3"])
    assert len(coco.imgs) == len(coco.anns) == len(photographs)
    for annotation in coco.anns.values():
        photograph = photographs[coco.imgs[annotation["image_id"]]["file_name"]]
        (instance,) = photograph.instances
        points = np.reshape(annotation["keypoints"], (3, 3))
        expected = [(g.x, g.y, 2) if g.visible else (0, 0, 0) for g in instance.guesses]

        assert points.tolist() == [list(map(float, point)) for point in expected]
        assert annotation["num_keypoints"] == len(instance.shown)
        assert annotation["bbox"] == [0, 0, photograph.width, photograph.height]
        assert annotation["bbox_source"] == "whole picture"


def test_the_positions_score_fully_against_themselves_and_less_when_moved(own_run: Run, tmp_path: Path) -> None:
    run = with_two_creatures(own_run)
    coco = COCO(str(export(run, tmp_path, "coco") / "coco.json"))
    same = json.loads((tmp_path / "coco.json").read_text(encoding="utf-8"))["annotations"]
    moved = [{**one, "keypoints": [value + 30 if value > 2 else value for value in one["keypoints"]]} for one in same]

    assert score(coco, coco.loadRes(same), 3) == 1.0
    assert score(coco, coco.loadRes(moved), 3) < 0.2


def test_the_file_says_that_a_machine_made_it(fake_run: Run, tmp_path: Path) -> None:
    document = json.loads((export(fake_run, tmp_path, "coco") / "coco.json").read_text(encoding="utf-8"))
    scores = [one["score"] for one in document["annotations"]]

    assert document["info"]["source"] == "machine-made"
    assert "never ground truth" in document["info"]["description"]
    assert {one["source"] for one in document["annotations"]} == {"machine-made"}
    assert all(0 < value <= 1 for value in scores)
    assert len(set(scores)) > len(scores) / 2


def test_a_photograph_of_two_objects_is_one_image_with_two_boxes(own_run: Run, tmp_path: Path) -> None:
    coco = COCO(str(export(with_two_creatures(own_run), tmp_path, "coco") / "coco.json"))
    (image,) = (one for one in coco.imgs.values() if one["file_name"] == PAIR)
    annotations = coco.imgToAnns[image["id"]]

    assert [one["bbox"] for one in annotations] == [[0, 0, 192, 144], [192, 0, 144, 192]]
    assert {one["bbox_source"] for one in annotations} == {"region read by the network"}


def test_every_category_has_its_own_keypoints(several_run: Run, tmp_path: Path) -> None:
    coco = COCO(str(export(several_run, tmp_path, "coco") / "coco.json"))

    assert {one["name"]: one["keypoints"] for one in coco.cats.values()} == {
        "creature": ["Part 1", "Part 2"],
        "insect": ["Part 3"],
    }
    assert all(
        len(one["keypoints"]) == 3 * len(coco.cats[one["category_id"]]["keypoints"]) for one in coco.anns.values()
    )
