"""One bar for the whole training: it never goes back, and the time left is that of all steps."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.train.training_progress import Step, TrainingProgress
from icnn_engine.core.events import Event, LossWeightTried, NetworkName, Progress, StepDone, TrainingBegan
from icnn_engine.training.estimate import Estimate
from tests.app.train.train_page import GEOMETRY, epoch_done

PLAN = Estimate(checking=2, mapping=18, probing=10, learning=60, measuring=30, runs=1)
BEGAN = TrainingBegan((Path("/a.jpg"),), GEOMETRY)
WHOLE: list[Event] = [
    Progress("Reading pictures", 1, 4),
    Progress("Reading pictures", 4, 4),
    BEGAN,
    Progress("Reading pictures", 0, 4),
    Progress("Reading pictures", 4, 4),
    Progress("Moving pictures", 1, 2),
    Progress("Choosing the strength", 0, 4),
    LossWeightTried(0.002, 0.8, 0.7, True),
    StepDone(NetworkName.INTERPRETABLE, 0.5, 0.7, 0.1),
    epoch_done(NetworkName.INTERPRETABLE, 1, 2),
    epoch_done(NetworkName.INTERPRETABLE, 2, 2),
    Progress("Weighing the answer", 1, 2),
    Progress("Weighing the answer", 0, 2),
    Progress("Looking at all pictures", 1, 3),
    Progress("Moving pictures", 1, 2),
    Progress("Measuring", 1, 2),
    Progress("Looking at all pictures", 0, 3),
]


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def followed(plan: Estimate | None, seconds: float) -> list[tuple[Step, float, float | None]]:
    """How far the training was after each event; so many seconds pass between two of them."""
    clock = Clock()
    progress = TrainingProgress(2, clock)
    if plan is not None:
        progress.plan(plan)
    seen = []
    for event in WHOLE:
        clock.now += seconds
        found = progress.of(event)
        assert found is not None
        seen.append((found.step, found.share, found.left))
    return seen


@pytest.mark.parametrize("plan", [PLAN, None])
@pytest.mark.parametrize("seconds", [0.1, 7.0, 60.0])
def test_the_bar_and_the_steps_never_go_back(plan: Estimate | None, seconds: float) -> None:
    seen = followed(plan, seconds)
    steps, shares = [step for step, _share, _left in seen], [share for _step, share, _left in seen]

    assert steps == sorted(steps)
    assert set(steps) == set(Step) - {Step.FINDING}
    assert shares == sorted(shares)
    assert 0 <= shares[0] < 0.5
    assert shares[-1] < 1


def test_the_time_left_is_that_of_all_steps() -> None:
    first, last = followed(PLAN, 0.5)[0][2], followed(PLAN, 7.0)[-1][2]

    assert first == pytest.approx(118 + 1.5)
    assert last is not None
    assert last < 10


def test_while_nothing_is_estimated_no_time_is_told() -> None:
    assert all(left is None for _step, _share, left in followed(None, 1.0))


def test_a_pause_takes_no_time() -> None:
    clock = Clock()
    progress = TrainingProgress(2, clock)
    progress.plan(PLAN)
    progress.of(BEGAN)
    before = progress.now()
    progress.hold(True)
    clock.now += 1000
    progress.hold(False)

    assert progress.now() == before


def test_a_training_that_goes_on_is_as_fast_as_what_it_learns_anew() -> None:
    clock = Clock()
    progress = TrainingProgress(10, clock)
    progress.plan(PLAN)
    progress.of(TrainingBegan((), GEOMETRY, epoch=5))
    progress.of(epoch_done(NetworkName.INTERPRETABLE, 5, 10))
    clock.now += 12
    found = progress.of(epoch_done(NetworkName.INTERPRETABLE, 6, 10))

    assert found is not None
    assert found.left == pytest.approx(30 + 12 * 4, rel=0.25)


def test_what_is_only_read_again_by_a_resumed_training_does_not_speed_up_the_tests() -> None:
    clock = Clock()
    progress = TrainingProgress(2, clock)
    progress.plan(PLAN)
    clock.now += 3
    progress.of(TrainingBegan((Path("/a.jpg"),), GEOMETRY, epoch=1))
    progress.of(epoch_done(NetworkName.INTERPRETABLE, 1, 2))
    clock.now += 30
    found = progress.of(Progress("Looking at all pictures", 0, 3))

    assert found is not None
    assert found.left == pytest.approx(PLAN.measuring, rel=0.1)


def test_finding_objects_is_a_step_of_its_own_before_the_maps() -> None:
    progress = TrainingProgress(2, Clock())
    progress.plan(replace(PLAN, finding=20))
    events = [Progress("Reading pictures", 4, 4), Progress("Finding the object", 1, 2)]
    events += [Progress("Finding the object", 2, 2), BEGAN, Progress("Reading pictures", 1, 4)]
    seen = [progress.of(event) for event in events]
    shares = [one.share for one in seen if one]

    assert [one.step for one in seen if one] == [Step.READING, *[Step.FINDING] * 2, *[Step.MAPPING] * 2]
    assert shares == sorted(shares)
