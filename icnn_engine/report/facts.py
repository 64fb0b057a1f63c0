"""What a report says of a run, as values in no language: counted, measured, and cut out of the run's pictures."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from math import nan

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.config import BACKBONE_TITLES, NONE, OTHERS, SHUFFLED, answers_through_masks
from icnn_engine.core.errors import RunError
from icnn_engine.core.events import NetworkName
from icnn_engine.figures.common import guessing, small_picture
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.metrics import BACKGROUND, Interval, evenly
from icnn_engine.report.parts import Part, labels_of, named_by, parts_shown
from icnn_engine.runs.changed_pictures import ensure_same, found_changed
from icnn_engine.runs.run_folder import Run

MOST_MISTAKES, MISTAKE_PIXELS = 6, 240
MOST_SWITCHED = 500  # test pictures answered anew without a part
OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN


@dataclass(frozen=True, slots=True)
class Tested:
    """The tests of holding a part. `judged`: the filters were put to them, and did not only come in groups of an
    earlier version; `filters`: in all; `holding`, `twin`, `untrained`: how many hold a part, of the network, of its
    twin, of filters that never learned anything (None: not known); `parts`: how many different ones (groups where not
    judged); `floors`: shares that untrained filters reach, 0..1, in shift, mirror and transplant (nan: unknown)."""

    judged: bool
    filters: int
    holding: int
    twin: int
    untrained: int | None
    parts: int
    floors: tuple[float, float, float]


@dataclass(frozen=True, eq=False)
class Mistake:
    """A test picture answered wrong: what it shows and what was said (nothing: none of the categories), how probable
    the network held that, 0..1, and its pixels (H, W, 3) uint8, None where the file is gone."""

    name: str
    shows: str
    said: str
    sure: float
    pixels: np.ndarray | None


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Balanced accuracy on the test pictures with its 95 % interval, of the network and of its twin, their
    difference, and what guessing gets. With shuffled negatives only pictures of the category are counted."""

    own: Interval
    twin: Interval
    difference: Interval
    guessing: float
    right: int
    tested: int
    fewest: int


@dataclass(frozen=True, eq=False)
class ReportFacts:
    """Everything a report tells. `told_from`: a folder's name, or one of the words of `config`: others, shuffled,
    none; `switched`: test pictures on which the worth of a part was counted; `marked`: landmarks were measured;
    `changed`: names of pictures that were left out, for they are others since the training."""

    run: str
    made: str
    version: str
    backbone: str
    learned: bool
    variant: str
    seed: int
    categories: tuple[str, ...]
    told_from: str
    trained: int
    chosen: int
    accuracy: Accuracy
    tested: Tested
    switched: int
    parts: tuple[Part, ...]
    mistakes: tuple[Mistake, ...]
    marked: bool
    leaky: bool
    whole_maps: bool
    changed: tuple[str, ...] = ()


def gather_facts(run: Run) -> ReportFacts:
    """The facts of a run. What a part is worth needs torch and the run's weights, and is left out without them.

    Raises RunError where pictures of its parts are gone or most are others, PictureError where one cannot be read.
    """
    ensure_same(run)
    sides = [picture.side for picture in run.pictures]
    test = np.array([side == "test" for side in sides]).nonzero()[0]
    switched = test[evenly(len(test), MOST_SWITCHED)]
    return ReportFacts(
        run=run.name,
        made=str(run.info.get("made", ""))[:10],
        version=str(run.info.get("versions", {}).get("partscope", "")),
        backbone=BACKBONE_TITLES[run.settings.backbone],
        learned=run.settings.weights != "scratch",
        variant=run.settings.variant,
        seed=run.settings.seed,
        categories=run.categories,
        told_from=str(run.info.get("background", "")),
        trained=sides.count("train"),
        chosen=sides.count("choose"),
        accuracy=_accuracy(run, test),
        tested=_tested(run),
        switched=len(switched),
        parts=parts_shown(run, switched),
        mistakes=_mistakes(run, test),
        marked=run.table.get("instability") is not None,
        leaky=run.settings.split == "released",
        whole_maps=not answers_through_masks(run.settings),
        changed=found_changed(run),  # now that the pictures have been read
    )


def _or_nan(value: float | None) -> float:
    return nan if value is None else value


def _tested(run: Run) -> Tested:
    untrained = run.table.get("untrained_holding")
    shift, mirror, transplant = (
        _or_nan(run.table.get(f"untrained_{key}")) for key in ("equivariance", "mirror", "transplant")
    )
    return Tested(
        judged=run.judged,
        filters=len(run.filters),
        holding=sum(one.holds for one in run.filters),
        twin=sum(one.holds for one in run.twin_filters),
        untrained=None if untrained is None else round(untrained * len(run.filters)),
        parts=len(groups_of(run.filters)),
        floors=(shift, mirror, transplant),
    )


# How often it is right


def _accuracy(run: Run, test: np.ndarray) -> Accuracy:
    labels = labels_of(run)[test]
    right = {name: named_by(run, run.answers(name)[test]) == labels for name in (OWN, TWIN)}
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


def _within(found: Interval, tested: int) -> Interval:
    """Within 0..1. Without any wrong answer every resample is right, too: then the lower end is the share at which so
    many right answers in a row still happen in one of forty tries (Clopper and Pearson 1934)."""
    low = 0.025 ** (1 / tested) if found.mean >= 1 else max(found.low, 0.0)
    return replace(found, low=low, high=min(found.high, 1.0))


def _mistakes(run: Run, test: np.ndarray) -> tuple[Mistake, ...]:
    """The wrong answers, the surest first; only the first ones have pixels, for no more are shown."""
    answers, labels = run.answers()[test], labels_of(run)[test]
    named = named_by(run, answers)
    if run.settings.loss == "softmax":
        sure = answers[np.arange(len(test)), named]  # BACKGROUND is the last one
    else:
        sure = np.where(named == BACKGROUND, 1 - answers.max(1), answers.max(1))
    wrong = np.flatnonzero(named != labels)
    wrong = wrong[np.argsort(-sure[wrong], kind="stable")]
    return tuple(
        Mistake(
            run.pictures[test[i]].name,
            _category(run, labels[i]),
            _category(run, named[i]),
            float(sure[i]),
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


def is_folder(told_from: str) -> bool:
    """Whether the background is a folder of pictures, and not one of the words for something else."""
    return told_from not in (OTHERS, SHUFFLED, NONE)
