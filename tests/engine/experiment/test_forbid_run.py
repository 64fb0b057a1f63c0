"""An answer that is fitted anew without a part: a run beside the original."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

from icnn_engine.audit.forbidden_regions import drawn_regions, part_regions
from icnn_engine.audit.forbidden_words import forbidden_lines, forbidden_rows
from icnn_engine.core.errors import RunError
from icnn_engine.core.events import Event, NetworkName, Progress, drain
from icnn_engine.experiment.forbid_run import forbid
from icnn_engine.inspection.explainer import Explainer
from icnn_engine.runs.notes import Notes
from icnn_engine.runs.run_folder import Run, open_run

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN


@pytest.fixture(scope="module")
def copied_run(trained_run: Run, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """The trained run in a folder of its own, for new runs are made beside it."""
    return open_run(Path(shutil.copytree(trained_run.path, tmp_path_factory.mktemp("runs") / trained_run.path.name)))


@pytest.fixture(scope="module")
def with_part(copied_run: Run) -> Run:
    """The copied run as if its first two filters held a part."""
    filters = tuple(replace(f, group=0 if f.index < 2 else -1) for f in copied_run.filters)
    return replace(copied_run, filters=filters)


@pytest.fixture(scope="module")
def without(with_part: Run) -> Run:
    return drain(forbid(with_part, part_regions(with_part, 1, Notes())))


def test_only_the_last_layer_changes_and_the_forbidden_filters_have_no_weight(with_part: Run, without: Run) -> None:
    before, after = (load_file(run.path / "model.safetensors") for run in (with_part, without))
    changed = {key for key in before if not np.array_equal(before[key], after[key])}

    assert changed == {"answer.weight", "answer.bias"}
    assert (after["answer.weight"][:, :2] == 0).all()
    assert (after["answer.weight"][:, 2:] != 0).any()


def test_the_original_stays_and_the_new_run_opens_beside_it(with_part: Run, without: Run) -> None:
    original = open_run(with_part.path)

    assert without.path.parent == original.path.parent
    assert "without" in without.name
    assert "forbidden" not in original.info
    assert np.array_equal(without.maps(), original.maps())
    assert np.array_equal(without.answers(TWIN), original.answers(TWIN))
    assert not np.array_equal(without.answers(), original.answers())


def test_the_stored_answers_are_those_of_the_stored_network(without: Run) -> None:
    rows = np.arange(len(without.pictures))
    shown = np.array([picture.answer for picture in without.pictures])

    np.testing.assert_allclose(Explainer(without).switched(rows), without.answers(), atol=2e-3)
    np.testing.assert_allclose(shown, without.answers()[:, 0], atol=1e-6)


def test_the_table_says_before_and_after(without: Run) -> None:
    told = without.info["forbidden"]
    rows = forbidden_rows(without, Notes())

    assert told["filters"] == [0, 1]
    for name in ("covered", "elsewhere", "pasted", "stray", "excess"):
        assert set(told[name]) == {"before", "after", "difference"}
    assert [row["group"] for row in told["adds"]] == [0, -1]
    assert told["adds"][0]["after"] == 0
    assert told["accuracy"]["after"]["mean"] == pytest.approx(without.table["balanced_accuracy"])
    assert [row["kind"] for row in told["recalls"]] == ["background", "creature"]
    assert len(rows) == 15
    assert "Part 1" in forbidden_lines(without)[0]


def test_a_run_without_anything_forbidden_says_nothing(fake_run: Run) -> None:
    assert forbidden_lines(fake_run) == ()
    assert forbidden_rows(fake_run, Notes()) == ()


def test_drawn_boxes_are_forbidden_without_a_filter(copied_run: Run, tmp_path: Path) -> None:
    table = tmp_path / "stamps.csv"
    names = [p.name for p in copied_run.pictures if p.positive]
    table.write_text("image,x,y,width,height\n" + "".join(f"{name},4,4,60,40\n" for name in names), encoding="utf-8")
    regions = drawn_regions(copied_run, table)
    new = drain(forbid(copied_run, regions))
    left, top, right, bottom = regions.boxes[0]

    assert len(regions.boxes) == len(names)
    assert right - left == pytest.approx(60 * 224 / copied_run.pictures[0].width)
    assert bottom - top == pytest.approx(40 * 224 / copied_run.pictures[0].height)
    assert (left, top) > (0, 0)
    assert new.info["forbidden"]["title"] == "stamps"
    assert new.info["forbidden"]["filters"] == []


def test_what_is_marked_in_too_few_training_pictures_cannot_be_forbidden(copied_run: Run, tmp_path: Path) -> None:
    table = tmp_path / "few.csv"
    table.write_text(f"image,x,y,width,height\n{copied_run.pictures[0].name},4,4,60,40\n", encoding="utf-8")

    with pytest.raises(RunError, match="at least 5"):
        drawn_regions(copied_run, table)


def test_there_must_be_such_a_part(with_part: Run) -> None:
    with pytest.raises(RunError, match="no part 2"):
        part_regions(with_part, 2, Notes())


def test_runs_whose_answer_cannot_be_fitted_say_why(with_part: Run) -> None:
    regions = part_regions(with_part, 1, Notes())
    shuffled = replace(with_part, info=with_part.info | {"background": "shuffled"})
    own = replace(with_part, info=with_part.info | {"own_network": {"title": "net"}})

    with pytest.raises(RunError, match="shuffled"):
        drain(forbid(shuffled, regions))
    with pytest.raises(RunError, match="network of your own"):
        drain(forbid(own, regions))


def test_one_progress_goes_from_the_first_to_the_last_picture(with_part: Run) -> None:
    seen: list[Event] = []
    drain(forbid(with_part, part_regions(with_part, 1, Notes())), seen.append)
    steps = [event for event in seen if isinstance(event, Progress)]

    assert len({step.total for step in steps}) == 1
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    assert (steps[0].done, steps[-1].done) == (0, steps[-1].total)


def test_a_cancelled_operation_leaves_no_folder(with_part: Run) -> None:
    before = set(with_part.path.parent.iterdir())
    operation = forbid(with_part, part_regions(with_part, 1, Notes()))
    next(operation)
    operation.close()

    assert set(with_part.path.parent.iterdir()) == before
