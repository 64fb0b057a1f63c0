"""How far a training is in all: which of its steps is under way, the share that is done, and the time left."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

from icnn_engine.core.events import EpochDone, Event, LossWeightTried, NetworkName, Progress, StepDone, TrainingBegan
from icnn_engine.training.estimate import Estimate


class Step(IntEnum):
    """The steps of a training, in order."""

    READING = 0
    FINDING = 1
    MAPPING = 2
    PROBING = 3
    LEARNING = 4
    TESTING = 5


# Seconds of the steps while nothing is estimated: the built-in sample on two cores, its maps unknown.
USUAL = (2.0, 0.0, 15.0, 6.0, 20.0, 30.0)
REFIT = 0.97  # share of learning after which the answers are fitted; shares of the stages are rough
MOVED = 0.9  # share of computing maps after which those of moved pictures are computed
# How far the tests are when a stage of theirs begins (timed on 280 pictures). Those that come twice count by the first.
TESTS = {
    "Looking at all pictures": 0.0,
    "Moving pictures": 0.03,
    "Pasting crops": 0.23,
    "Blurring pictures": 0.43,
    "Measuring receptive fields": 0.65,
    "Comparing with no training": 0.85,
    "Measuring": 0.87,
}
SURE = 2.0  # seconds of a step after which its own pace counts, and ...
SEEN = 0.05  # ... the share of it that has to be done by then
MOST_PACE = 3.0  # a machine is at most so much slower (or faster) than foreseen


@dataclass(frozen=True, slots=True)
class OverallProgress:
    """The step under way, the share of the whole training that is done (it never sinks), and the seconds left in all
    (None while unknown)."""

    step: Step
    share: float
    left: float | None


class TrainingProgress:
    """Follows one training by its events."""

    def __init__(self, epochs: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._epochs, self._clock = epochs, clock
        self._planned: tuple[float, ...] = ()  # seconds of each step, once they are estimated
        self._spent = [0.0] * len(Step)
        self._step, self._done = Step.READING, 0.0
        self._learned = 0.0  # share of learning that was done before the training was interrupted
        self._share, self._held = 0.0, False
        self._last = clock()

    def plan(self, expected: Estimate) -> None:
        """Take an estimate of the whole training."""
        first = (expected.checking, expected.finding, expected.mapping)
        self._planned = (*first, expected.probing, expected.learning, expected.measuring)

    def hold(self, held: bool) -> None:
        """Count no time while the training is paused."""
        self._count()
        self._held = held

    def of(self, event: Event) -> OverallProgress | None:
        """Return how far the training is after an event; None for an event of another kind."""
        match event:
            case TrainingBegan(epoch=epoch):
                self._learned = REFIT * epoch / self._epochs
                self._reach(Step.MAPPING, 0.0)
            case LossWeightTried():
                self._reach(Step.PROBING, self._done)
            case EpochDone(epoch=epoch, network=NetworkName.INTERPRETABLE):
                self._reach(Step.LEARNING, REFIT * epoch / self._epochs)
            case StepDone(epoch=epoch, network=NetworkName.INTERPRETABLE):
                self._reach(Step.LEARNING, REFIT * epoch / self._epochs)
            case Progress():
                self._follow_stage(event.title, event.done / max(event.total, 1))
            case _:
                return None
        return self.now()

    def now(self) -> OverallProgress:
        """Return how far the training is."""
        self._count()
        planned = self._planned or USUAL
        pace = self._pace(planned)
        left = self._left_of_step(planned[self._step] * pace) + pace * sum(planned[self._step + 1 :])
        spent = sum(self._spent)
        self._share = max(self._share, min(spent / max(spent + left, 1e-9), 0.99))
        return OverallProgress(self._step, self._share, left if self._planned else None)

    def _follow_stage(self, title: str, share: float) -> None:
        match title:
            case "Finding the object":
                self._reach(Step.FINDING, share)
            case "Reading pictures":
                reading = self._step is Step.READING
                self._reach(self._step if reading else Step.MAPPING, share if reading else MOVED * share)
            case "Moving pictures" if self._step is Step.MAPPING:
                self._reach(Step.MAPPING, MOVED + (1 - MOVED) * share)
            case "Choosing the strength":
                self._reach(Step.PROBING, share)
            case "Squashing pictures":
                self._reach(Step.LEARNING, 0.0)
            case "Weighing the answer":
                self._reach(Step.LEARNING, REFIT + (1 - REFIT) * share)
            case _ if title in TESTS:
                later = [begin for begin in TESTS.values() if begin > TESTS[title]]
                self._reach(Step.TESTING, TESTS[title] + share * (min(later, default=1.0) - TESTS[title]))

    def _reach(self, step: Step, done: float) -> None:
        self._count()
        if step > self._step:
            self._step, self._done = step, done
        elif step is self._step:
            self._done = max(self._done, done)

    def _count(self) -> None:
        now = self._clock()
        if not self._held:
            self._spent[self._step] += now - self._last
        self._last = now

    def _pace(self, planned: tuple[float, ...]) -> float:
        """How many times as long as planned the steps before this one took; those that were skipped say nothing."""
        first = Step.LEARNING if self._learned else Step.READING  # what was computed before is only read again
        done = [step for step in range(first, self._step) if self._spent[step] >= SURE]
        if not done or not self._planned:
            return 1.0
        took, foreseen = sum(self._spent[step] for step in done), sum(planned[step] for step in done)
        if Step.LEARNING in done:
            foreseen -= self._learned * planned[Step.LEARNING]
        foreseen = max(foreseen, 0.1)
        return min(max(took / foreseen, 1 / MOST_PACE), MOST_PACE)

    def _left_of_step(self, planned: float) -> float:
        """Seconds left of the step under way: as planned at first, then more and more by its own pace."""
        spent = self._spent[self._step]
        gone = self._done - (self._learned if self._step is Step.LEARNING else 0.0)
        foreseen = max(planned * (1 - self._done), 0.0)
        if self._step is Step.PROBING:  # ends with any probe: its share says nothing
            return max(planned - spent, 0.0)
        if spent < SURE or gone < SEEN:
            return foreseen
        trust = min(1.0, 2 * gone)
        return trust * spent / gone * (1 - self._done) + (1 - trust) * foreseen
