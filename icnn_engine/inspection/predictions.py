"""Answers of a finished run: which were wrong or unsure, and the parts seen in those pictures. No torch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.best_pictures import From, peaks_of, pictures_of_filter, side_rows
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.metrics import Confusion
from icnn_engine.runs.changed_pictures import unchanged
from icnn_engine.runs.fair_accuracy import names_none, predicted_by
from icnn_engine.runs.run_folder import Run

UNSURE = 0.3  # margin below which an answer is unsure: of one yes-or-no question, a probability between .35 and .65
OWN = NetworkName.INTERPRETABLE


@dataclass(frozen=True, slots=True)
class Answered:
    """Answer to one picture. `shown` and `named`: the picture's category and the answer's, by number, `BACKGROUND` (-1)
    for none; `probability` of the answer, 0..1; `margin`: its lead over the next answer."""

    picture: int
    shown: int
    named: int
    probability: float
    margin: float

    @property
    def right(self) -> bool:
        return self.shown == self.named

    @property
    def unsure(self) -> bool:
        """The answer was close, whether right or wrong."""
        return self.margin < UNSURE


@dataclass(frozen=True, slots=True)
class PartSeen:
    """A part in one picture, by the filter that stands for it. `cell`: (row, column) of the peak; `strength`: its
    value; `share`: its ratio to the filter's usual peak on its category (0: not seen)."""

    group: int
    filter: int
    cell: tuple[int, int]
    strength: float
    share: float


def answered(run: Run, network: NetworkName = OWN, side: From = "held-out") -> tuple[Answered, ...]:
    """Return the answers to all pictures of one side of the split, background included, in the order of the run."""
    named, chances, margins = verdicts_of(run, run.answers(network))
    return tuple(
        Answered(i, run.pictures[i].label, int(named[i]), float(chances[i]), float(margins[i]))
        for i in side_rows(run, side).tolist()
    )


def verdicts_of(run: Run, answers: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return what answers (N, K) of a network of the run name: category or `BACKGROUND`, (N,); its probability, (N,);
    its lead over the next answer, (N,)."""
    options = np.asarray(answers, dtype=np.float64)  # probabilities of every possible answer
    named, background = predicted_by(run, np.asarray(answers)), names_none(run)
    if background and run.settings.loss == "logistic":
        options = np.column_stack([options, 1 - options.max(1)])
    ranked = np.sort(options, axis=1)
    margins = ranked[:, -1] - (ranked[:, -2] if options.shape[1] > 1 else 1 - ranked[:, -1])
    return named, options[np.arange(len(options)), named], margins  # BACKGROUND, -1, is the last column


def confused(run: Run, answers: tuple[Answered, ...]) -> Confusion:
    """Return the confusion matrix of answers; its last row and column are the background's."""
    shown, named = (np.array([getattr(a, key) for a in answers], dtype=np.int64) for key in ("shown", "named"))
    return metrics.confusion(named, shown, len(run.categories))


def worth_a_look(answers: tuple[Answered, ...]) -> tuple[Answered, ...]:
    """Return the wrong answers, the surest first, then right ones that were unsure, the closest first."""
    wrong = sorted((a for a in answers if not a.right), key=lambda a: (-a.margin, a.picture))
    close = sorted((a for a in answers if a.right and a.unsure), key=lambda a: (a.margin, a.picture))
    return (*wrong, *close)


def right_like(run: Run, answer: Answered, answers: tuple[Answered, ...]) -> int | None:
    """Return the picture of the same category, answered rightly and surely, in which the parts fire most alike.

    Alike: the strengths of the parts, against their usual ones, lie near each other; without parts, those of all
    filters. Pictures that have changed since the training are left out; None where there is no such picture.
    """
    same = np.array(
        [a.picture for a in answers if a.right and not a.unsure and a.shown == answer.shown], dtype=np.int64
    )
    same = same[same != answer.picture]
    filters = [leader for leader, *_ in groups_of(run.filters)] or range(len(run.filters))
    usual = np.array([usual_peak(run, f) or 1.0 for f in filters])
    seen = np.asarray(peaks_of(run, OWN)[1], dtype=np.float64)[:, filters] / usual
    distance = np.linalg.norm(seen[same] - seen[answer.picture], axis=1)
    return next(unchanged(run, same[np.argsort(distance, kind="stable")]), None)


def parts_seen(run: Run, picture: int, category: int | None = None) -> tuple[PartSeen, ...]:
    """Return the best filter of each part in a picture, in the order of the parts; of one category, or of all (None).

    Empty where no filter holds a part.
    """
    cells, strengths = peaks_of(run, OWN)
    parts = []
    for leader, *_ in groups_of(run.filters):
        if category is not None and run.filters[leader].category != category:
            continue
        usual, peak = usual_peak(run, leader), float(strengths[picture, leader])
        row, column = cells[picture, leader].tolist()
        share = peak / usual if usual > 0 else 0.0
        parts.append(PartSeen(run.filters[leader].group, leader, (row, column), peak, share))
    return tuple(parts)


def usual_peak(run: Run, filter: int) -> float:
    """Return the median peak of a filter over all pictures of its category; 0 where it has none."""
    peaks = peaks_of(run, OWN)[1][pictures_of_filter(run, OWN, filter, None), filter]
    return float(np.median(peaks)) if len(peaks) else 0.0
