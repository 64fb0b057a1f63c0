"""Going over the answers of a finished run: which were wrong or unsure, and what parts were seen there. No torch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.look import From, groups_of, peaks_of
from icnn_engine.metrics import BACKGROUND, Confusion
from icnn_engine.runs.changed_pictures import unchanged
from icnn_engine.runs.run_folder import Run

UNSURE = 0.3  # margin below which an answer is unsure: of one yes-or-no question, a probability between .35 and .65
USUAL = 0.5  # quantile of a filter's peaks over the pictures of its category that counts as its usual peak
OWN = NetworkName.INTERPRETABLE


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to one picture. `shown` and `named`: numbers of categories, `BACKGROUND` (-1) for none of them;
    `probability` of what was named, 0..1; `margin`: by how much it beat the next answer."""

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
        """It was close, whether right or wrong."""
        return self.margin < UNSURE


@dataclass(frozen=True, slots=True)
class PartSeen:
    """A part in one picture, by the filter that stands for it: the peak's cell (row, column) and value, and how that
    compares with the filter's usual peak on its category (1: as usual; 0: not seen)."""

    group: int
    filter: int
    cell: tuple[int, int]
    strength: float
    share: float


def answered(run: Run, network: NetworkName = OWN, side: From = "held-out") -> tuple[Answered, ...]:
    """Every answer to the pictures of one side of the split ('held-out': test and choose, all where there are none;
    None: all), those of the background among them, in the order of the run."""
    options, background = _options(run, network)
    labels = np.array([p.label for p in run.pictures])
    named = metrics.predicted(np.asarray(run.answers(network)), run.settings.loss, background)
    ranked = np.sort(options, axis=1)
    margins = ranked[:, -1] - (ranked[:, -2] if options.shape[1] > 1 else 1 - ranked[:, -1])
    chances = options[np.arange(len(options)), named]  # BACKGROUND, -1, is the last column
    return tuple(
        Answered(i, int(labels[i]), int(named[i]), float(chances[i]), float(margins[i])) for i in _of_side(run, side)
    )


def confused(run: Run, answers: tuple[Answered, ...]) -> Confusion:
    """How often each category was named where each was shown; the last row and column are the background's."""
    shown, named = (np.array([getattr(a, key) for a in answers], dtype=np.int64) for key in ("shown", "named"))
    return metrics.confusion(named, shown, len(run.categories))


def worth_a_look(answers: tuple[Answered, ...]) -> tuple[Answered, ...]:
    """Wrong answers, the surest first, then right ones that were unsure, the closest first."""
    wrong = sorted((a for a in answers if not a.right), key=lambda a: (-a.margin, a.picture))
    close = sorted((a for a in answers if a.right and a.unsure), key=lambda a: (a.margin, a.picture))
    return (*wrong, *close)


def right_like(run: Run, one: Answered, answers: tuple[Answered, ...]) -> int | None:
    """The picture of the same kind that was answered rightly and surely and whose parts fire most like this one's (the
    cosine of the filters' peaks) and that has not changed since; None where there is none."""
    others = [a.picture for a in answers if a.right and not a.unsure and a.shown == one.shown]
    others = [picture for picture in others if picture != one.picture]
    if not others:
        return None
    peaks = np.asarray(peaks_of(run, OWN)[1], dtype=np.float64)
    own, theirs = peaks[one.picture], peaks[others]
    alike = theirs @ own / np.maximum(np.linalg.norm(theirs, axis=1) * np.linalg.norm(own), 1e-12)
    nearest = np.array(others)[np.argsort(-alike, kind="stable")]
    return next(unchanged(run, nearest), None)


def parts_seen(run: Run, picture: int, category: int | None = None) -> tuple[PartSeen, ...]:
    """The filter of each part that follows best, in a picture, in the order of the parts; of one category, or of all
    (None). Empty where no filter holds a part."""
    cells, strengths = peaks_of(run, OWN)
    found = []
    for members in groups_of(run.filters):
        one = run.filters[members[0]]
        if category is not None and one.category != category:
            continue
        usual, peak = usual_peak(run, one.index), float(strengths[picture, one.index])
        row, column = (int(edge) for edge in cells[picture, one.index])
        found.append(PartSeen(one.group, one.index, (row, column), peak, peak / usual if usual > 0 else 0.0))
    return tuple(found)


def usual_peak(run: Run, filter: int) -> float:
    """The median peak of a filter over all pictures of its category; 0 where it has none."""
    category = run.filters[filter].category
    own = np.array([p.label == category for p in run.pictures], dtype=bool)
    peaks = peaks_of(run, OWN)[1][own, filter]
    return float(np.quantile(peaks, USUAL)) if len(peaks) else 0.0


def _options(run: Run, network: NetworkName) -> tuple[np.ndarray, bool]:
    """(N, A) probabilities of everything that can be answered, the background's last where there is one."""
    answers = np.asarray(run.answers(network), dtype=np.float64)
    background = any(p.label == BACKGROUND for p in run.pictures)
    if background and run.settings.loss == "logistic":
        answers = np.column_stack([answers, 1 - answers.max(1)])
    return answers, background


def _of_side(run: Run, side: From) -> list[int]:
    wanted = {"held-out": ("test", "choose"), None: ("train", "choose", "test")}.get(side, (side,))
    found = [i for i, p in enumerate(run.pictures) if p.side in wanted]
    return _of_side(run, None) if side == "held-out" and not found else found
