"""Parts of a report: the filters that stand for them, their worth for the answers, their pictures."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from math import nan

import numpy as np

from icnn_engine.core.errors import LandmarksError, RunError, WeightsError
from icnn_engine.core.events import BestPicture, NetworkName
from icnn_engine.evaluation.measure import landmark_points, unchanged_marks
from icnn_engine.evaluation.region_marks import marks_in_regions, photographs_of, sizes_of
from icnn_engine.evaluation.tables import HELD_OUT_SHARE, PeakTable, instability_of, measured_landmarks
from icnn_engine.figures.common import category_of, peak_overlay
from icnn_engine.inspection.best_pictures import best_pictures, crop_of, peaks_of
from icnn_engine.inspection.box_words import box_filter
from icnn_engine.inspection.clear_peaks import seen_elsewhere, seen_on
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.inspection.run_verdict import labels_of
from icnn_engine.inspection.verdicts import closest_filters
from icnn_engine.runs.fair_accuracy import predicted_by
from icnn_engine.runs.notes import Notes, filter_subject, notes_or_none
from icnn_engine.runs.run_folder import Run, RunFilter

MOST_PARTS, FEWEST_PARTS, CROPS = 6, 3, 4
CHOSEN_FROM = 8  # best pictures, of which the first is chosen to differ from other parts'
CROP_PIXELS, PICTURE_PIXELS = 150, 320
OWN = NetworkName.INTERPRETABLE
OUTLINE, FRAME, DARK = (60, 224, 255), (255, 255, 255), (16, 20, 24)


@dataclass(frozen=True, slots=True)
class Worth:
    """Worth of a part for the answers to test pictures.

    `more_wrong`: how many more answers are wrong without it; `adds`: mean log-odds that it adds to the answer of its
    category on pictures of it (nan: there are none), below 0 it counts against it; `raised` of `shown`: on how many of
    these pictures the answer rises without it.
    """

    more_wrong: int
    adds: float
    raised: int
    shown: int


@dataclass(frozen=True, eq=False)
class Part:
    """A part as one of its filters shows it.

    `number`: from 1, 0 if the filter holds no part; `name`: the user's, or ""; `category`: "" unless the run has
    several; `seen` of `pictures`: on how many test pictures of its category its peak is clear, as everywhere else;
    `seen_elsewhere` of `others`: the same of test pictures that show something else; `worth`: None if it is not known;
    `behind_centre`: stays at its place no better than the centre of the picture (None: no landmarks); `whole`: a
    picture with its heatmap, and `crops` around its peaks, (H, W, 3) uint8; `note`: the user's.
    """

    filter: RunFilter
    number: int
    name: str
    category: str
    seen: int
    pictures: int
    seen_elsewhere: int
    others: int
    worth: Worth | None
    behind_centre: bool | None
    whole: np.ndarray
    crops: tuple[np.ndarray, ...]
    note: str = ""


def parts_shown(run: Run, switched: np.ndarray) -> tuple[Part, ...]:
    """Return the parts of a report.

    Their worth is counted on the pictures `switched` (by index); it needs torch and the run's weights, and is left out
    without them.
    """
    notes = notes_or_none(run.path)
    shown = _shown(run, notes)
    worth, behind = _worth(run, shown, switched), _behind_centre(run, shown)
    best = _distinct([best_pictures(run, OWN, i, CHOSEN_FROM) for i in shown])
    return tuple(
        _part(run, run.filters[i], pictures, notes, worth.get(i), None if behind is None else i in behind)
        for i, pictures in zip(shown, best, strict=True)
    )


def _distinct(best: Sequence[Sequence[BestPicture]]) -> list[tuple[BestPicture, ...]]:
    """Return `CROPS` of the best pictures of each part, so ordered that no two parts begin with the same picture where
    that can be had: otherwise one clear picture would stand for them all."""
    taken: set[int] = set()
    chosen = []
    for pictures in best:
        lead = next((one for one in pictures if one.picture not in taken), pictures[0])
        taken.add(lead.picture)
        chosen.append((lead, *(one for one in pictures if one is not lead))[:CROPS])
    return chosen


def _shown(run: Run, notes: Notes) -> tuple[int, ...]:
    """Choose a filter for each part that is shown.

    Parts that the user has named or starred come first, then the largest. A filter of no part is shown only if the
    user named or starred it, or if it is the one that finds the marked boxes. If no filter holds a part, the few that
    fail the fewest tests are shown.
    """
    at_box = box_filter(run)

    def chosen(index: int) -> bool:
        filter = run.filters[index]
        part = notes.of((filter.network, "part", filter.group))
        return bool(notes.name_of(filter)) or part.starred or notes.of(filter_subject(filter)).starred

    def speaker(members: tuple[int, ...]) -> int:
        named = [i for i in members if notes.of(filter_subject(run.filters[i])).name]
        starred = [i for i in members if notes.of(filter_subject(run.filters[i])).starred]
        return (*named, *starred, *(i for i in members if i == at_box), *members)[0]

    alone = [f.index for f in run.filters if f.group < 0 and not f.dead and (chosen(f.index) or f.index == at_box)]
    speakers = sorted([*map(speaker, groups_of(run.filters)), *alone], key=lambda i: not chosen(i))
    firing = [i for i in speakers if best_pictures(run, OWN, i, 1)][:MOST_PARTS]
    closest = (i for i in closest_filters(run.filters) if best_pictures(run, OWN, i, 1))
    return tuple(firing or islice(closest, FEWEST_PARTS))


def _part(
    run: Run,
    filter: RunFilter,
    best: Sequence[BestPicture],
    notes: Notes,
    worth: Worth | None,
    behind: bool | None,
) -> Part:
    (seen, pictures), (elsewhere, others) = seen_on(run, filter.index), seen_elsewhere(run, filter.index)
    return Part(
        filter=filter,
        number=filter.group + 1,
        name=notes.name_of(filter),
        category=category_of(run, filter),
        seen=seen,
        pictures=pictures,
        seen_elsewhere=elsewhere,
        others=others,
        worth=worth,
        behind_centre=behind,
        whole=_whole(run, filter, best[0]),
        crops=tuple(crop_of(run, OWN, filter.index, picture, CROP_PIXELS) for picture in best),
        note=" ".join(notes.of(filter_subject(filter)).note.split()),
    )


def _whole(run: Run, filter: RunFilter, best: BestPicture) -> np.ndarray:
    """Return one of its best pictures with its heatmap, an outline of the square that the first crop shows, and a white
    frame around what the networks read of it, if that is not the whole picture."""
    from PIL import Image, ImageDraw

    shown = peak_overlay(run, filter, best, best.strength, PICTURE_PIXELS)
    picture = Image.fromarray(shown.pixels)
    pen = ImageDraw.Draw(picture)
    height, width = shown.pixels.shape[:2]
    for box, colour in ((shown.read, FRAME), (shown.field, OUTLINE)):
        if box is not None:
            left, top, right, bottom = box
            right, bottom = min(right, width - 1), min(bottom, height - 1)
            pen.rectangle((left, top, right, bottom), outline=DARK, width=4)
            pen.rectangle((left + 1, top + 1, right - 1, bottom - 1), outline=colour, width=2)
    return np.asarray(picture)


def _worth(run: Run, shown: tuple[int, ...], test: np.ndarray) -> dict[int, Worth]:
    """Return the worth of the part of each filter for the answers to test pictures; empty if the run's weights cannot
    be read."""
    from icnn_engine.inspection.explainers import explainer_of

    with suppress(RunError, WeightsError):  # of a network of one's own whose code is not confirmed any more
        explainer = explainer_of(run)
        before = explainer.switched(test)
        return {
            i: _compared(run, run.filters[i].category, test, before, explainer.switched(test, _members(run, i)))
            for i in shown
        }
    return {}


def _members(run: Run, index: int) -> tuple[int, ...]:
    """Return the filters that hold the same part as this one."""
    group = run.filters[index].group
    return tuple(f.index for f in run.filters if f.group == group) if group >= 0 else (index,)


def _compared(run: Run, category: int, test: np.ndarray, before: np.ndarray, after: np.ndarray) -> Worth:
    """Compare the answers (N, K) to test pictures with and without a part."""
    from scipy.special import logit

    labels = labels_of(run)[test]
    wrong_before, wrong = (int((predicted_by(run, answers) != labels).sum()) for answers in (before, after))
    own = labels == category
    inside = np.clip(np.stack([before, after])[:, own, category].astype(np.float64), 1e-7, 1 - 1e-7)
    with_part, without = logit(inside)
    added = with_part - without
    adds = float(added.mean()) if own.any() else nan
    return Worth(wrong - wrong_before, adds, int((added < 0).sum()), int(own.sum()))


def _behind_centre(run: Run, shown: tuple[int, ...]) -> frozenset[int] | None:
    """Return the filters that stay at their place on the object no better than the centre of the picture, by the
    landmarks of the run's folder on pictures that have not changed; None if there are no landmarks."""
    try:
        names = [picture.name for picture in photographs_of(run)]
        marked = marks_in_regions(run, measured_landmarks(run.images, names, sizes_of(run)))
    except LandmarksError:
        return None
    landmarks = unchanged_marks(run, marked)
    if not landmarks:
        return None
    cells, strengths = peaks_of(run, OWN)
    test = np.array([picture.side == "test" for picture in run.pictures])
    category = np.array([run.filters[i].category for i in shown], dtype=int)
    peaks = PeakTable(cells[test][:, list(shown)], strengths[test][:, list(shown)], category)
    points = landmark_points(run, landmarks)[test]
    instability = instability_of(peaks, labels_of(run)[test], points, run.geometry, HELD_OUT_SHARE)
    own, centre = instability.per_filter(), replace(instability, filters=instability.centre).per_filter()
    return frozenset(i for i, value, middle in zip(shown, own, centre, strict=True) if value >= middle)
