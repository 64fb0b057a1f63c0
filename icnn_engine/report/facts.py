"""Facts of a report, without words: verdict, parts and mistakes of a run."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

import numpy as np

from icnn_engine.audit.novelty import Abstention, abstention
from icnn_engine.audit.slice_lines import SliceLine, slice_lines
from icnn_engine.core.errors import RunError
from icnn_engine.figures.common import small_picture
from icnn_engine.inspection.best_pictures import side_rows
from icnn_engine.inspection.run_verdict import RunVerdict, labels_of, run_verdict
from icnn_engine.metrics import BACKGROUND, evenly
from icnn_engine.report.parts import Part, parts_shown
from icnn_engine.runs.changed_pictures import ensure_same, found_changed
from icnn_engine.runs.fair_accuracy import predicted_by
from icnn_engine.runs.run_folder import Run

MOST_MISTAKES, MISTAKE_PIXELS = 6, 240
MOST_SWITCHED = 500  # test pictures answered anew without a part


@dataclass(frozen=True, eq=False)
class Mistake:
    """A test picture with a wrong answer: the category it shows and the answer ("": none of the categories), the
    probability of the answer, 0..1, and pixels (H, W, 3) uint8, None if the file is missing."""

    name: str
    shows: str
    answer: str
    probability: float
    pixels: np.ndarray | None


@dataclass(frozen=True, eq=False)
class ReportFacts:
    """Facts of one run. `switched`: number of test pictures that were answered anew without each part; `changed`:
    names of pictures that were left out because they have changed since the training; `abstention`: what is gained by
    not answering on unlike pictures; `slices`: those that the user saved, on the test pictures."""

    run: Run
    verdict: RunVerdict
    switched: int
    parts: tuple[Part, ...]
    mistakes: tuple[Mistake, ...]
    changed: tuple[str, ...] = ()
    abstention: Abstention | None = None
    slices: tuple[SliceLine, ...] = ()

    @property
    def background(self) -> str:
        """Name of the background folder, or one of the words of `config`: others, shuffled, none."""
        return str(self.run.info.get("background", ""))

    @property
    def marked(self) -> bool:
        """Whether landmarks were measured."""
        return self.run.table.get("instability") is not None

    @property
    def has_landmarks(self) -> bool:
        """Whether there are landmarks, be they too few to measure by."""
        return self.marked or self.run.table.get("instability_all_pictures") is not None


def gather_facts(run: Run) -> ReportFacts:
    """Gather the facts of a run. The worth of parts needs torch and the run's weights, and is left out without them.

    Raise RunError if pictures of its parts are missing or most have changed, PictureError if one cannot be read.
    """
    ensure_same(run)
    test = side_rows(run, "test")
    switched = test[evenly(len(test), MOST_SWITCHED)]
    return ReportFacts(
        run=run,
        verdict=run_verdict(run),
        switched=len(switched),
        parts=parts_shown(run, switched),
        mistakes=_mistakes(run, test),
        changed=found_changed(run),  # complete only now that the pictures have been read
        abstention=_abstention(run),
        slices=_slices(run),
    )


def _slices(run: Run) -> tuple[SliceLine, ...]:
    """Return the saved slices; none where they or the answers cannot be read: a report must not fail for them."""
    with suppress(RunError):
        return slice_lines(run, "test")
    return ()


def _mistakes(run: Run, test: np.ndarray) -> tuple[Mistake, ...]:
    """Return the wrong answers, the most probable first; only those that are shown have pixels."""
    try:
        answers, labels = run.answers()[test], labels_of(run)[test]
    except RunError:
        return ()
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


def _abstention(run: Run) -> Abstention | None:
    """Return what is gained by abstaining; None where it cannot be told, or no accuracy can be."""
    if run.table.get("balanced_accuracy") is None and run.table.get("label_accuracy") is None:
        return None
    with suppress(RunError):
        return abstention(run)
    return None


def _category(run: Run, label: int) -> str:
    return "" if label == BACKGROUND else run.categories[label]


def _pixels(run: Run, index: int) -> np.ndarray | None:
    with suppress(RunError):
        return small_picture(run, index, MISTAKE_PIXELS)
    return None
