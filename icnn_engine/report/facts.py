"""What a report says of a run, as values in no language: counted, measured, and cut out of the run's pictures."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from math import nan

import numpy as np

from icnn_engine import metrics
from icnn_engine.config import BACKBONE_TITLES, NONE, OTHERS, SHUFFLED, answers_through_masks
from icnn_engine.errors import LandmarksError, RunError
from icnn_engine.evaluation import HELD_OUT_SHARE, Peaks, instability_of, measured_landmarks
from icnn_engine.events import NetworkName
from icnn_engine.figures.pieces import FAINT, category_of, guessing, overlaid, small_picture, usual_top
from icnn_engine.inspection import best_pictures, crop_of, groups_of, peaks_of, wall_order
from icnn_engine.measuring import landmark_points
from icnn_engine.metrics import BACKGROUND, Interval
from icnn_engine.model_file import Run, RunFilter
from icnn_engine.remarks import Remarks, filter_subject, remarks_or_none
from icnn_engine.selection import evenly

MOST_PARTS, FEWEST_PARTS, CROPS, MOST_MISTAKES = 6, 3, 4, 6
CROP_PIXELS, PICTURE_PIXELS, MISTAKE_PIXELS = 150, 320, 240
MOST_SWITCHED = 500  # test pictures answered anew without a part
OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN
OUTLINE = (60, 224, 255)


@dataclass(frozen=True, eq=False)
class Part:
    """A part as one of its filters shows it.

    `number`: from 1, 0 where the filter is too unsteady to count as a part; `name`: the user's, or nothing;
    `category`: where the run has several; `alike`: filters that found it; `equivariance`: of its filter, 0..1, nan
    where unknown; `seen`, `seen_elsewhere`: share of held-out pictures of its category, and of others, on which it is
    clearly there (nan: none were held out); `more_wrong`: how many more test pictures are answered wrong without it,
    None where that is not known; `bound`: to the background; `behind_centre`: keeps to its place no better than the
    middle of the picture does. `whole`: a picture with its heatmap, `crops`: what it found, (H, W, 3) uint8; `note`:
    what the user wrote about its filter.
    """

    number: int
    name: str
    category: str
    alike: int
    equivariance: float
    seen: float
    seen_elsewhere: float
    more_wrong: int | None
    bound: bool
    behind_centre: bool
    whole: np.ndarray
    crops: tuple[np.ndarray, ...]
    note: str = ""


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
    none; `floor`: equivariance of filters that never learned anything, nan where unknown; `groups`: steady parts in
    all; `switched`: test pictures on which `more_wrong` of a part was counted; `marked`: landmarks were measured."""

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
    floor: float
    groups: int
    switched: int
    parts: tuple[Part, ...]
    mistakes: tuple[Mistake, ...]
    marked: bool
    leaky: bool
    whole_maps: bool


def gather(run: Run) -> ReportFacts:
    """The facts of a run. What a part is worth needs torch and the run's weights, and is left out without them.

    Raises RunError where pictures of its parts are gone, PictureError where one cannot be read.
    """
    remarks = remarks_or_none(run.path)
    shown = _shown(run, remarks)
    sides = [picture.side for picture in run.pictures]
    test = np.array([side == "test" for side in sides]).nonzero()[0]
    switched = test[evenly(len(test), MOST_SWITCHED)]
    worth, behind = _more_wrong(run, shown, switched), _behind_centre(run, shown)
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
        floor=_or_nan(run.table.get("untrained_equivariance")),
        groups=len(groups_of(run.filters)),
        switched=len(switched),
        parts=tuple(_part(run, index, remarks, worth.get(index), index in behind) for index in shown),
        mistakes=_mistakes(run, test),
        marked=run.table.get("instability") is not None,
        leaky=run.settings.split == "released",
        whole_maps=not answers_through_masks(run.settings),
    )


def _or_nan(value: float | None) -> float:
    return nan if value is None else value


def _labels(run: Run) -> np.ndarray:
    return np.array([picture.label for picture in run.pictures])


def _named(run: Run, answers: np.ndarray) -> np.ndarray:
    """(N,) the category that answers (N, K) name, or `BACKGROUND`."""
    return metrics.said(answers, run.settings.loss, run.info.get("background") != NONE)


# How often it is right


def _accuracy(run: Run, test: np.ndarray) -> Accuracy:
    labels = _labels(run)[test]
    right = {name: _named(run, run.answers(name)[test]) == labels for name in (OWN, TWIN)}
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
    answers, labels = run.answers()[test], _labels(run)[test]
    named = _named(run, answers)
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


# Its parts


def _shown(run: Run, remarks: Remarks) -> tuple[int, ...]:
    """A filter for each part that is shown: those the user has named or starred first, then the largest; a filter
    of no part only where the user named or starred it. Where no filter is steady, the steadiest few."""

    def meant(index: int) -> bool:
        one = run.filters[index]
        part = remarks.of((one.network, "part", one.group))
        return bool(remarks.name_of(one)) or part.starred or remarks.of(filter_subject(one)).starred

    def speaker(members: tuple[int, ...]) -> int:
        own = [i for i in members if remarks.of(filter_subject(run.filters[i])).name]
        starred = [i for i in members if remarks.of(filter_subject(run.filters[i])).starred]
        return (*own, *starred, *members)[0]

    alone = [one.index for one in run.filters if one.group < 0 and not one.dead and meant(one.index)]
    speakers = sorted([*map(speaker, groups_of(run.filters)), *alone], key=lambda i: not meant(i))
    living = [i for i in speakers if best_pictures(run, OWN, i, 1)][:MOST_PARTS]
    if living:
        return tuple(living)
    rest = (i for i in wall_order(run.filters) if not run.filters[i].dead)
    return tuple(i for i in rest if best_pictures(run, OWN, i, 1))[:FEWEST_PARTS]


def _part(run: Run, index: int, remarks: Remarks, more_wrong: int | None, behind: bool) -> Part:
    one = run.filters[index]
    best = best_pictures(run, OWN, index, CROPS)
    seen, elsewhere = _seen(run, one)
    return Part(
        number=one.group + 1,
        name=remarks.name_of(one),
        category=category_of(run, one),
        alike=len(_members(run, one)),
        equivariance=one.equivariance,
        seen=seen,
        seen_elsewhere=elsewhere,
        more_wrong=more_wrong,
        bound=one.background_auc < metrics.WEAK_AUC,
        behind_centre=behind,
        whole=_whole(run, one),
        crops=tuple(crop_of(run, OWN, index, each, CROP_PIXELS) for each in best),
        note=" ".join(remarks.of(filter_subject(one)).note.split()),
    )


def _members(run: Run, one: RunFilter) -> tuple[int, ...]:
    """The filters that found the same part."""
    return tuple(f.index for f in run.filters if f.group == one.group) if one.group >= 0 else (one.index,)


def _seen(run: Run, one: RunFilter) -> tuple[float, float]:
    """On which share of the held-out pictures of its category, and of others, a filter is not faint."""
    peaks = peaks_of(run, OWN)[1][:, one.index]
    labels, held = _labels(run), np.array([picture.side != "train" for picture in run.pictures])
    clear = peaks >= FAINT * usual_top(run, OWN, one.index)
    own, other = held & (labels == one.category), held & (labels != one.category)
    return float(clear[own].mean()) if own.any() else nan, float(clear[other].mean()) if other.any() else nan


def _whole(run: Run, one: RunFilter) -> np.ndarray:
    """Its best picture with its heatmap, the square that its first crop shows outlined."""
    from PIL import Image, ImageDraw

    best = best_pictures(run, OWN, one.index, 1)[0]
    pixels = small_picture(run, best.picture, PICTURE_PIXELS)
    heat = overlaid(run, pixels, run.maps(OWN)[best.picture, one.index], OWN, one.index, best.strength)
    height, width = pixels.shape[:2]
    picture = Image.fromarray(heat)
    box = run.geometry.box(best.cell, one.effective_field, width, height)
    pen = ImageDraw.Draw(picture)
    pen.rectangle(box, outline=(16, 20, 24), width=4)
    left, top, right, bottom = box
    pen.rectangle((left + 1, top + 1, right - 1, bottom - 1), outline=OUTLINE, width=2)
    return np.asarray(picture)


def _more_wrong(run: Run, shown: tuple[int, ...], test: np.ndarray) -> dict[int, int]:
    """How many more of the test pictures are answered wrong without the part of each filter; empty where the run's
    weights cannot be read."""
    from icnn_engine.explanation import Explainer

    labels = _labels(run)[test]
    with suppress(RunError):
        explainer = Explainer(run)
        usual = int((_named(run, explainer.switched(test)) != labels).sum())
        without = {i: explainer.switched(test, _members(run, run.filters[i])) for i in shown}
        return {i: int((_named(run, answers) != labels).sum()) - usual for i, answers in without.items()}
    return {}


def _behind_centre(run: Run, shown: tuple[int, ...]) -> frozenset[int]:
    """Filters that keep to their place on the object no better than one that always points to the centre, by the
    landmarks of the run's folder."""
    try:
        marks = measured_landmarks(run.images, [picture.name for picture in run.pictures])
    except LandmarksError:
        return frozenset()
    if not marks:
        return frozenset()
    cells, strengths = peaks_of(run, OWN)
    test = np.array([picture.side == "test" for picture in run.pictures])
    some = list(shown)
    category = np.array([run.filters[i].category for i in some], dtype=int)
    peaks = Peaks(cells[test][:, some], strengths[test][:, some], category)
    held = instability_of(peaks, _labels(run)[test], landmark_points(run, marks)[test], run.geometry, HELD_OUT_SHARE)
    own, centre = held.per_filter(), replace(held, filters=held.centre).per_filter()
    return frozenset(i for i, value, middle in zip(some, own, centre, strict=True) if value >= middle)


def is_folder(told_from: str) -> bool:
    """Whether the background is a folder of pictures, and not one of the words for something else."""
    return told_from not in (OTHERS, SHUFFLED, NONE)
