"""Looking at a finished run: one picture, one filter at a time, from the maps the run has stored. No torch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from math import ceil, isfinite, nan
from typing import Literal

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.annotations import Side
from icnn_engine.core.events import BestPicture, NetworkName
from icnn_engine.core.heatmaps import crop
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.core.templates import centroid_mask, masks, max_pooled
from icnn_engine.data import read_picture, read_thumbnail
from icnn_engine.runs.changed_pictures import unchanged
from icnn_engine.runs.run_folder import Run, RunFilter, RunKey

BLOCK = 256  # pictures whose maps are looked at in one piece: 22 MB for 64 filters of 13 x 13 cells
From = Literal["held-out"] | Side | None


@dataclass(frozen=True, eq=False)
class Look:
    """A picture as the networks of a run see it.

    `pixels`: (H, W, 3) uint8, the upright original. `maps`, `twin_maps`: (F, n, n) float32 before masking; `cam`:
    (n, n) float32 of either sign. Answers: probability, 0..1, of the category `asked` about: what the picture shows,
    or else the most probable one. `answers`: (K,) all of the interpretable network's. `picture`: its index in the run,
    or None for a picture from elsewhere.
    """

    title: str
    pixels: np.ndarray
    picture: int | None
    answer: float
    twin_answer: float
    cam_answer: float
    maps: np.ndarray
    twin_maps: np.ndarray
    cam: np.ndarray
    asked: str
    answers: np.ndarray


@dataclass(frozen=True, slots=True)
class GroupEffect:
    """What the answer (a probability) loses when what it reads of one group of filters is set to zero."""

    group: int
    filters: tuple[int, ...]
    loss: float


@dataclass(frozen=True, slots=True)
class Effects:
    """Effects of all groups, largest loss first. They do not add up: `unexplained` is the answer's loss with every
    filter off, minus the sum of the groups' losses."""

    answer: float
    groups: tuple[GroupEffect, ...]
    unexplained: float


@dataclass(frozen=True, eq=False)
class Stages:
    """The paper's figure 4 for one picture and filter: feature map, chosen template (the mask, 1 at the peak),
    masked map, all (n, n) float32; `peak` is (row, column); boxes are (left, top, right, bottom) in pixels of the
    original: the effective field (drawn) and the theoretical one (outline only)."""

    feature_map: np.ndarray
    template: np.ndarray
    masked_map: np.ndarray
    peak: tuple[int, int]
    box: tuple[float, float, float, float]
    theoretical_box: tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class CamStages:
    """Of what a class activation map is the sum (Zhou et al. 2016): the `maps` of its strongest filters, (k, n, n)
    float32, times their `weights`, (k,), and the weighted maps of all other filters together, `rest`, (n, n); `cam`
    is that sum. `contributions`: (k,) what each adds to the answer's logit, its weight times its map's mean."""

    filters: tuple[int, ...]
    maps: np.ndarray
    weights: np.ndarray
    contributions: np.ndarray
    rest: np.ndarray
    cam: np.ndarray


@dataclass(frozen=True, slots=True)
class PartSpot:
    """Where one part (group of filters) of the interpretable network lies in a picture: the peak of the filter that
    fires strongest there, (x, y) in shares of the picture's width and height, and how strong that is (1: as usual)."""

    group: int
    filter: int
    x: float
    y: float
    strength: float


@dataclass(frozen=True, eq=False)
class PartCrop:
    """What a filter found in one of its best pictures: (side, side, 3) uint8, its effective field around the peak."""

    best: BestPicture
    pixels: np.ndarray


def look_at(run: Run, index: int) -> Look:
    """A picture of the run as its networks saw it. Raises RunError where its file is gone, ChangedError where it holds
    another picture by now, PictureError where it can no longer be read."""
    picture = run.pictures[index]
    return Look(
        title=picture.name,
        pixels=read_picture(run.picture_path(index)),
        picture=index,
        answer=picture.answer,
        twin_answer=picture.twin_answer,
        cam_answer=picture.cam_answer,
        maps=_finite(run.maps(NetworkName.INTERPRETABLE)[index]),
        twin_maps=_finite(run.maps(NetworkName.TWIN)[index]),
        cam=_finite(run.maps(NetworkName.CAM)[index]),
        asked=run.categories[picture.asked],
        answers=run.answers()[index],
    )


def _finite(maps: np.ndarray) -> np.ndarray:
    """As float32, a damaged number (nan, infinite) as 0."""
    found: np.ndarray = np.nan_to_num(maps.astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0)
    return found


def maps_of(look: Look, network: NetworkName) -> np.ndarray:
    """(F, n, n) float32 maps of the picture; of the CAM network one map, (1, n, n)."""
    match network:
        case NetworkName.INTERPRETABLE:
            return look.maps
        case NetworkName.TWIN:
            return look.twin_maps
    return look.cam[None]


def stages(run: Run, look: Look, filter: int, network: NetworkName = NetworkName.INTERPRETABLE) -> Stages:
    """How one filter reads one picture, step by step (paper, figure 4). The template is the mask of the peak, 1 there;
    the masked map is max(x * mask, 0). In the variant `released` both are those of the pooled map, (p, p), as that
    network masks it. The twin has no masks: its template shows which one would have been chosen."""
    feature_map = maps_of(look, network)[filter]
    n = run.geometry.cells
    at = int(feature_map.argmax())
    peak = (at // n, at % n)
    height, width = look.pixels.shape[:2]
    one = run.of(network)[filter]
    kept, template = feature_map, masks(n)[at]
    if run.settings.variant == "released" and network is NetworkName.INTERPRETABLE:
        kept = max_pooled(feature_map, run.pool)
        template = centroid_mask(kept, one.beta)
    return Stages(
        feature_map=feature_map,
        template=template,
        masked_map=np.maximum(kept * template, 0),
        peak=peak,
        box=run.geometry.box(peak, one.effective_field, width, height),
        theoretical_box=run.geometry.box(peak, run.geometry.field, width, height),
    )


def cam_stages(maps: np.ndarray, weights: np.ndarray, count: int = 3) -> CamStages:
    """The `count` strongest of the maps (F, n, n) whose sum, weighted by (F,), is the class activation map; strongest
    are those that change the answer most."""
    weighted = maps * weights[:, None, None]
    adds = weighted.mean((1, 2))
    order = np.argsort(-np.abs(adds), kind="stable")
    first, others = order[:count], order[count:]
    rest = weighted[others].sum(0)
    return CamStages(
        filters=tuple(int(f) for f in first),
        maps=maps[first],
        weights=weights[first],
        contributions=adds[first],
        rest=rest,
        cam=weighted[first].sum(0) + rest,
    )


def part_spots(run: Run, look: Look) -> tuple[PartSpot, ...]:
    """Where each part of the run lies in a picture, the one that fires strongest (for its filter) first; parts that do
    not fire there are left out."""
    found = []
    for number, members in enumerate(run.groups()):
        tops = {f: float(look.maps[f].max()) / max(run.filters[f].strength, 1e-6) for f in members}
        one = max(tops, key=lambda f: tops[f])
        if tops[one] > 0:
            row, column = divmod(int(look.maps[one].argmax()), run.geometry.cells)
            found.append(PartSpot(number, one, *peak_point(run.geometry, (row, column), 1, 1), tops[one]))
    return tuple(sorted(found, key=lambda spot: -spot.strength))


def pictures_of(run: Run, side: From = "held-out") -> np.ndarray:
    """Indices of the pictures that show the category, of one side of the split; 'held-out' (test and choose) falls
    back to all where it has none; None takes all."""
    wanted = {"held-out": ("test", "choose"), None: ("train", "choose", "test")}.get(side, (side,))
    found = [i for i, p in enumerate(run.pictures) if p.positive and p.side in wanted]
    return pictures_of(run, None) if side == "held-out" and not found else np.array(found, dtype=np.int64)


def best_pictures(
    run: Run, network: NetworkName, filter: int, count: int = 9, side: From = "held-out"
) -> tuple[BestPicture, ...]:
    """Pictures of its category on which a filter fires strongest, strongest first; fewer where it fires on fewer.
    Those that have changed since the training are left out."""
    cells, strengths = peaks_of(run, network)
    among = pictures_of(run, side)
    own = [i for i in among if run.pictures[i].label == run.of(network)[filter].category]
    among = np.array(own, dtype=np.int64)
    order = among[np.argsort(-strengths[among, filter], kind="stable")]
    fires = unchanged(run, order[strengths[order, filter] > 0])
    return tuple(
        BestPicture(i, (int(cells[i, filter, 0]), int(cells[i, filter, 1])), float(strengths[i, filter]))
        for i in islice(fires, count)
    )


def part_crops(
    run: Run, network: NetworkName, filter: int, count: int = 4, side_px: int = 96, side: From = "held-out"
) -> tuple[PartCrop, ...]:
    """The part a filter found: crops of its effective field, side_px pixels wide, around its strongest peaks.

    Only as much of each file is decoded as the crop needs. Raises RunError where a picture is gone.
    """
    best = best_pictures(run, network, filter, count, side)
    return tuple(PartCrop(one, crop_of(run, network, filter, one, side_px)) for one in best)


def crop_of(run: Run, network: NetworkName, filter: int, best: BestPicture, side_px: int) -> np.ndarray:
    """(side_px, side_px, 3) uint8: the effective field of a filter around its peak in one picture."""
    picture, field = run.pictures[best.picture], max(run.of(network)[filter].effective_field, 1.0)
    shrink = picture.width / picture.height
    longest = ceil(side_px * run.geometry.input_size / field * max(shrink, 1 / shrink) ** 0.5)
    pixels = read_thumbnail(run.picture_path(best.picture), longest)
    height, width = pixels.shape[:2]
    return crop(pixels, run.geometry.box(best.cell, field, width, height), side_px)


def peaks_of(run: Run, network: NetworkName) -> tuple[np.ndarray, np.ndarray]:
    """Peak cells (N, F, 2) and values (N, F) of every picture and filter of the interpretable network or its twin;
    they are found once and remembered."""
    return _peaks(RunKey.of(run), network)


@lru_cache(maxsize=8)
def _peaks(same: RunKey, network: NetworkName) -> tuple[np.ndarray, np.ndarray]:
    maps = same.run.maps(network)
    cells, strengths = np.empty((*maps.shape[:2], 2), np.int16), np.empty(maps.shape[:2], np.float32)
    for start in range(0, len(maps), BLOCK):
        block = slice(start, start + BLOCK)
        cells[block], strengths[block] = metrics.peaks(maps[block].astype(np.float32))
    return cells, strengths


def peak_point(geometry: MapGeometry, cell: tuple[int, int], width: int, height: int) -> tuple[float, float]:
    """(x, y) of the middle of a cell, in pixels of a width x height original from its top left corner."""
    left, top, right, bottom = geometry.box(cell, 0.0, width, height)
    return (left + right) / 2, (top + bottom) / 2


def crop_box(geometry: MapGeometry, cell: tuple[int, int], width: int, height: int) -> tuple[int, int, int, int]:
    """(x, y, width, height) in whole pixels of the original: the crop around a cell by which filters are tested
    (`metrics.CROP`), as far as it lies inside the picture."""
    box = geometry.box(cell, metrics.CROP * geometry.input_size, width, height)
    left, top, right, bottom = (round(edge) for edge in box)
    left, top, right, bottom = max(left, 0), max(top, 0), min(right, width), min(bottom, height)
    return left, top, right - left, bottom - top


def firing_threshold(run: Run, filter: int, network: NetworkName = NetworkName.INTERPRETABLE) -> float | None:
    """The median of a filter's peak on the test pictures of its category: above it a picture counts in the tests. None
    where there is no such picture."""
    _, strengths = peaks_of(run, network)
    rows = [i for i in pictures_of(run, "test") if run.pictures[i].label == run.of(network)[filter].category]
    return float(np.median(strengths[rows, filter])) if rows else None


def gain(run: Run, one: RunFilter) -> float:
    """Equivariance above what untrained filters reach; nan where either is not known."""
    floor = run.table.get("untrained_equivariance")
    return nan if floor is None else one.equivariance - floor


def groups_of(filters: Sequence[RunFilter]) -> tuple[tuple[int, ...], ...]:
    """Filters of each part of one network: largest group first, in each the filter first that follows best."""
    numbers = sorted({one.group for one in filters if one.group >= 0})
    return tuple(tuple(f.index for f in _steadiest([f for f in filters if f.group == n])) for n in numbers)


def wall_order(filters: Sequence[RunFilter]) -> tuple[int, ...]:
    """All filters as the wall and the tables show them: the groups of `groups_of`, then the ungrouped ones by how well
    they follow, then the dead."""
    grouped = [index for members in groups_of(filters) for index in members]
    rest = _steadiest([f for f in filters if f.group < 0])
    return (*grouped, *(f.index for f in rest if not f.dead), *(f.index for f in rest if f.dead))


def representatives(filters: Sequence[RunFilter], count: int = 10) -> tuple[int, ...]:
    """The filter that follows best of each of the `count` largest groups."""
    return tuple(members[0] for members in groups_of(filters)[:count])


def _steadiest(filters: Sequence[RunFilter]) -> list[RunFilter]:
    return sorted(filters, key=lambda f: (-f.following if isfinite(f.following) else 1.0, -f.strength))
