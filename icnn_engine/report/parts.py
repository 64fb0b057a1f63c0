"""The parts that a report shows: which filters stand for them, what the answers owe to them, their pictures."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from math import nan

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.config import NONE
from icnn_engine.core.errors import LandmarksError, RunError
from icnn_engine.core.events import NetworkName
from icnn_engine.evaluation.measure import landmark_points, sizes_of, unchanged_marks
from icnn_engine.evaluation.tables import HELD_OUT_SHARE, PeakTable, instability_of, measured_landmarks
from icnn_engine.figures.common import FAINT, category_of, overlaid, small_picture, usual_top
from icnn_engine.inspection.best_pictures import best_pictures, crop_of, peaks_of
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.inspection.verdicts import closest_filters
from icnn_engine.runs.notes import Notes, filter_subject, notes_or_none
from icnn_engine.runs.run_folder import Run, RunFilter

MOST_PARTS, FEWEST_PARTS, CROPS = 6, 3, 4
CROP_PIXELS, PICTURE_PIXELS = 150, 320
OWN = NetworkName.INTERPRETABLE
OUTLINE = (60, 224, 255)


@dataclass(frozen=True, slots=True)
class Worth:
    """What the answers owe to a part. `more_wrong`: how many more test pictures are answered wrong without it; `adds`:
    mean log-odds that it adds to the answer of its category, on test pictures of it (nan: there are none), below 0: it
    counts against it; `raised` of `shown`: on how many of these the answer rises without it."""

    more_wrong: int
    adds: float
    raised: int
    shown: int


@dataclass(frozen=True, eq=False)
class Part:
    """A part as one of its filters shows it.

    `filter`: with what it reached in the tests; `number`: from 1, 0 where the filter holds no part; `name`: the user's,
    or nothing; `category`: where the run has several; `alike`: filters that hold it; `seen`, `seen_elsewhere`: share of
    held-out pictures of its category, and of others, on which it is clearly there (nan: none were held out); `worth`:
    None where that is not known; `bound`: to the background; `behind_centre`: keeps to its place no better than the
    middle of the picture does (None: nothing is marked). `whole`: a picture with its heatmap, `crops`: what it found,
    (H, W, 3) uint8; `note`: what the user wrote about its filter.
    """

    filter: RunFilter
    number: int
    name: str
    category: str
    alike: int
    seen: float
    seen_elsewhere: float
    worth: Worth | None
    bound: bool
    behind_centre: bool | None
    whole: np.ndarray
    crops: tuple[np.ndarray, ...]
    note: str = ""


def parts_shown(run: Run, switched: np.ndarray) -> tuple[Part, ...]:
    """The parts of a report; what they are worth is counted on the pictures `switched` (by index), which needs torch
    and the run's weights, and is left out without them."""
    remarks = notes_or_none(run.path)
    shown = _shown(run, remarks)
    worth, behind = _worth(run, shown, switched), _behind_centre(run, shown)
    return tuple(
        _part(run, index, remarks, worth.get(index), None if behind is None else index in behind) for index in shown
    )


def labels_of(run: Run) -> np.ndarray:
    return np.array([picture.label for picture in run.pictures])


def named_by(run: Run, answers: np.ndarray) -> np.ndarray:
    """(N,) the category that answers (N, K) name, or `BACKGROUND`."""
    return metrics.predicted(answers, run.settings.loss, run.info.get("background") != NONE)


def _shown(run: Run, remarks: Notes) -> tuple[int, ...]:
    """A filter for each part that is shown: those the user has named or starred first, then the largest; a filter
    of no part only where the user named or starred it. Where no filter holds a part, the few that fail the fewest
    tests."""

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
    return tuple(i for i in closest_filters(run.filters) if best_pictures(run, OWN, i, 1))[:FEWEST_PARTS]


def _part(run: Run, index: int, remarks: Notes, worth: Worth | None, behind: bool | None) -> Part:
    one = run.filters[index]
    best = best_pictures(run, OWN, index, CROPS)
    seen, elsewhere = _seen(run, one)
    return Part(
        filter=one,
        number=one.group + 1,
        name=remarks.name_of(one),
        category=category_of(run, one),
        alike=len(_members(run, one)),
        seen=seen,
        seen_elsewhere=elsewhere,
        worth=worth,
        bound=one.background_auc < metrics.WEAK_AUC,
        behind_centre=behind,
        whole=_whole(run, one),
        crops=tuple(crop_of(run, OWN, index, each, CROP_PIXELS) for each in best),
        note=" ".join(remarks.of(filter_subject(one)).note.split()),
    )


def _members(run: Run, one: RunFilter) -> tuple[int, ...]:
    """The filters that hold the same part."""
    return tuple(f.index for f in run.filters if f.group == one.group) if one.group >= 0 else (one.index,)


def _seen(run: Run, one: RunFilter) -> tuple[float, float]:
    """On which share of the held-out pictures of its category, and of others, a filter is not faint."""
    peaks = peaks_of(run, OWN)[1][:, one.index]
    labels, held = labels_of(run), np.array([picture.side != "train" for picture in run.pictures])
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


def _worth(run: Run, shown: tuple[int, ...], test: np.ndarray) -> dict[int, Worth]:
    """What the answers to the test pictures owe to the part of each filter; empty where the run's weights cannot be
    read."""
    from icnn_engine.inspection.explainer import Explainer

    with suppress(RunError):
        explainer = Explainer(run)
        usual = explainer.switched(test)
        without = {i: explainer.switched(test, _members(run, run.filters[i])) for i in shown}
        return {i: _owed(run, run.filters[i].category, test, usual, answers) for i, answers in without.items()}
    return {}


def _owed(run: Run, category: int, test: np.ndarray, usual: np.ndarray, without: np.ndarray) -> Worth:
    labels = labels_of(run)[test]
    wrong = [int((named_by(run, answers) != labels).sum()) for answers in (usual, without)]
    own = labels == category
    before, after = (_log_odds(answers[own, category]) for answers in (usual, without))
    adds = float((before - after).mean()) if own.any() else nan
    return Worth(wrong[1] - wrong[0], adds, int((after > before).sum()), int(own.sum()))


def _log_odds(probabilities: np.ndarray) -> np.ndarray:
    sure = np.clip(np.asarray(probabilities, np.float64), 1e-7, 1 - 1e-7)
    odds: np.ndarray = np.log(sure / (1 - sure))
    return odds


def _behind_centre(run: Run, shown: tuple[int, ...]) -> frozenset[int] | None:
    """Filters that keep to their place on the object no better than one that always points to the centre, by the
    landmarks of the run's folder on pictures that have not changed; None where there are none."""
    try:
        found = measured_landmarks(run.images, [picture.name for picture in run.pictures], sizes_of(run))
    except LandmarksError:
        return None
    marks = unchanged_marks(run, found)
    if not marks:
        return None
    cells, strengths = peaks_of(run, OWN)
    test = np.array([picture.side == "test" for picture in run.pictures])
    some = list(shown)
    category = np.array([run.filters[i].category for i in some], dtype=int)
    peaks = PeakTable(cells[test][:, some], strengths[test][:, some], category)
    held = instability_of(peaks, labels_of(run)[test], landmark_points(run, marks)[test], run.geometry, HELD_OUT_SHARE)
    own, centre = held.per_filter(), replace(held, filters=held.centre).per_filter()
    return frozenset(i for i, value, middle in zip(some, own, centre, strict=True) if value >= middle)
