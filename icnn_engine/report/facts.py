"""Facts of a report, without words: accuracy, parts and mistakes of a run."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.errors import RunError
from icnn_engine.core.events import NetworkName
from icnn_engine.figures.common import guessing, small_picture
from icnn_engine.metrics import BACKGROUND, Interval, evenly
from icnn_engine.report.parts import Part, labels_of, parts_shown, predicted_by
from icnn_engine.runs.changed_pictures import ensure_same, found_changed
from icnn_engine.runs.run_folder import Run

MOST_MISTAKES, MISTAKE_PIXELS = 6, 240
MOST_SWITCHED = 500  # test pictures answered anew without a part
OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN


@dataclass(frozen=True, eq=False)
class Mistake:
    """A test picture with a wrong answer: the category it shows and the answer ("": none of the categories), the
    probability of the answer, 0..1, and pixels (H, W, 3) uint8, None if the file is missing."""

    name: str
    shows: str
    answer: str
    probability: float
    pixels: np.ndarray | None


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Balanced accuracy on the test pictures of the network and its twin, with 95 % intervals, and their difference.

    `guessing`: balanced accuracy of guessing; `right` of `tested` pictures are answered right; `fewest`: test pictures
    of the rarest kind. With shuffled negatives only pictures of the category are counted.
    """

    own: Interval
    twin: Interval
    difference: Interval
    guessing: float
    right: int
    tested: int
    fewest: int


@dataclass(frozen=True, eq=False)
class ReportFacts:
    """Facts of one run. `switched`: number of test pictures that were answered anew without each part; `changed`:
    names of pictures that were left out because they have changed since the training."""

    run: Run
    accuracy: Accuracy
    switched: int
    parts: tuple[Part, ...]
    mistakes: tuple[Mistake, ...]
    changed: tuple[str, ...] = ()

    @property
    def background(self) -> str:
        """Name of the background folder, or one of the words of `config`: others, shuffled, none."""
        return str(self.run.info.get("background", ""))

    @property
    def marked(self) -> bool:
        """Whether landmarks were measured."""
        return self.run.table.get("instability") is not None


def gather_facts(run: Run) -> ReportFacts:
    """Gather the facts of a run. The worth of parts needs torch and the run's weights, and is left out without them.

    Raise RunError if pictures of its parts are missing or most have changed, PictureError if one cannot be read.
    """
    ensure_same(run)
    test = np.flatnonzero([picture.side == "test" for picture in run.pictures])
    switched = test[evenly(len(test), MOST_SWITCHED)]
    return ReportFacts(
        run=run,
        accuracy=_accuracy(run, test),
        switched=len(switched),
        parts=parts_shown(run, switched),
        mistakes=_mistakes(run, test),
        changed=found_changed(run),  # complete only now that the pictures have been read
    )


def _accuracy(run: Run, test: np.ndarray) -> Accuracy:
    labels = labels_of(run)[test]
    right = {name: predicted_by(run, run.answers(name)[test]) == labels for name in (OWN, TWIN)}
    statistics = {str(name): metrics.balanced_accuracy_statistic(good, labels) for name, good in right.items()}
    drawn = metrics.bootstrap([metrics.Sample(labels, statistics)])
    return Accuracy(
        own=_within(metrics.interval(drawn[OWN]), len(test)),
        twin=_within(metrics.interval(drawn[TWIN]), len(test)),
        difference=metrics.difference(drawn[OWN], drawn[TWIN]),
        guessing=guessing(run),
        right=int(right[OWN].sum()),
        tested=len(test),
        fewest=int(np.unique(labels, return_counts=True)[1].min()),
    )


def _within(interval: Interval, tested: int) -> Interval:
    """Limit an interval to 0..1.

    If no answer is wrong, no resample has a wrong one either: then the lower end is the share at which so many right
    answers in a row still happen in one of forty tries (Clopper and Pearson 1934).
    """
    low = 0.025 ** (1 / tested) if interval.mean >= 1 else max(interval.low, 0.0)
    return replace(interval, low=low, high=min(interval.high, 1.0))


def _mistakes(run: Run, test: np.ndarray) -> tuple[Mistake, ...]:
    """Return the wrong answers, the most probable first; only those that are shown have pixels."""
    answers, labels = run.answers()[test], labels_of(run)[test]
    predicted = predicted_by(run, answers)
    if run.settings.loss == "softmax":
        probability = answers[np.arange(len(test)), predicted]  # BACKGROUND is the last one
    else:
        probability = np.where(predicted == BACKGROUND, 1 - answers.max(1), answers.max(1))
    wrong = np.flatnonzero(predicted != labels)
    wrong = wrong[np.argsort(-probability[wrong], kind="stable")]
    return tuple(
        Mistake(
            run.pictures[test[i]].name,
            _category(run, labels[i]),
            _category(run, predicted[i]),
            float(probability[i]),
            _pixels(run, int(test[i])) if rank < MOST_MISTAKES else None,
        )
        for rank, i in enumerate(wrong)
    )


def _category(run: Run, label: int) -> str:
    return "" if label == BACKGROUND else run.categories[label]


def _pixels(run: Run, index: int) -> np.ndarray | None:
    with suppress(RunError):
        return small_picture(run, index, MISTAKE_PIXELS)
    return None
