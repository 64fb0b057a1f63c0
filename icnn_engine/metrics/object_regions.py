"""Find the region of the object in pictures from the trunk's maps, without boxes. NumPy, SciPy and scikit-learn only.

A linear score of cells is learned from pictures that show the category and from others. It begins with what varies most
within the category (deep descriptor transforming: Wei et al. 2019) and what tells it from the others, and is then
fitted again to tell the cells inside the regions found so far from those outside and from regions of other pictures: so
what always surrounds the object (snow, savanna) stops counting, and so does what stands out in any picture. The
region is the rectangle that separates the scores of its picture best.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import eigh, solve
from sklearn.metrics import roc_auc_score

from icnn_engine.metrics.arrays import Bools, Floats

# Shares of the cells inside the regions, the strongest, that each fit takes for the object. Small objects in busy
# scenes are found only from their strongest cells; whole bodies only if the region then grows.
CORE, GROWTH = (0.3,) * 4, (1.0,) * 2
CLEARLY = 0.01  # of an area under the curve, by which the core must be better than the grown region to be kept
SHRINKAGE = 0.1  # of the covariance of the discriminants
MOST_CELLS = 4_000  # of each kind that a discriminant is fitted to
MARGIN = 0.05  # of the rectangle's sides, added on each side: rectangles end in the middle of legs and ears
FEWEST_ABOVE = 0.95  # an object is found if its region scores higher than this share of pictures without the category

Edges = tuple[float, float, float, float]  # left, top, right, bottom in pixels
Rectangle = tuple[int, int, int, int]  # top, left, bottom, right in cells, the last two exclusive


@dataclass(frozen=True, eq=False)
class ObjectScore:
    """A linear score of cells: `weights` (C,), `bias`; and the region score from which on an object counts as found."""

    weights: Floats
    bias: float
    threshold: float = -np.inf

    def of(self, maps: NDArray[np.floating]) -> Floats:
        """Return the scores (P, n, n) of trunk maps (P, C, n, n)."""
        return np.asarray(unit_cells(maps) @ self.weights + self.bias)


@dataclass(frozen=True, slots=True)
class Region:
    """The region of a picture, in cells of an n x n map, and the mean score inside of it."""

    rectangle: Rectangle
    cells: int
    score: float

    def box(self, width: int, height: int) -> Edges:
        """Return the box of the object, with a margin, in whole pixels of a width x height picture."""
        top, left, bottom, right = self.rectangle
        down, across = MARGIN * (bottom - top), MARGIN * (right - left)
        edges = np.clip([left - across, top - down, right + across, bottom + down], 0, self.cells) / self.cells
        left, top, right, bottom = np.round(edges * [width, height, width, height]).tolist()
        return left, top, right, bottom


def unit_cells(maps: NDArray[np.floating]) -> Floats:
    """Return (P, n, n, C) float32, the cells of (P, C, n, n) maps with length 1 (0 where a cell is empty)."""
    cells = np.ascontiguousarray(np.moveaxis(maps, 1, -1), np.float32)  # which makes all that follows faster
    cells /= np.maximum(np.linalg.norm(cells, axis=-1, keepdims=True), 1e-6)
    return cells


def fit_object_score(shown: NDArray[np.floating], others: NDArray[np.floating]) -> Generator[float, None, ObjectScore]:
    """Learn the score of cells; yield the share that is done after each fit, about once a second.

    Parameters
    ----------
    shown : ndarray, shape (P, C, n, n)
        Trunk maps of pictures that show a category.
    others : ndarray, shape (Q, C, n, n)
        Of pictures that show none; Q may be 0. Then regions are told by what varies within the category alone, and an
        object counts as found everywhere.

    Returns
    -------
    ObjectScore
    """
    own, rest = unit_cells(shown), unit_cells(others)
    scores, usual = _first_scores(own, rest)
    fits: list[tuple[float, ObjectScore]] = []
    plan = CORE + GROWTH if len(rest) else GROWTH
    inside, elsewhere = _inside(scores), _inside(usual)
    for share in plan:
        cores, decoys = _strongest(scores, inside, share), _strongest(usual, elsewhere, share)
        kinds = own[~inside], rest.reshape(-1, rest.shape[-1]), rest[decoys]
        negative = [_some(cells, MOST_CELLS) for cells in kinds]
        weights, bias = _discriminant(_some(own[cores], MOST_CELLS), np.concatenate(negative))
        scores, usual = own @ weights + bias, rest @ weights + bias
        inside, elsewhere = _inside(scores), _inside(usual)
        area = _told_apart(_means(scores, inside), _means(usual, elsewhere))
        fits.append((area, ObjectScore(weights, bias)))
        yield len(fits) / len(plan)
    (area, score), (core_area, core) = fits[-1], fits[-1 - len(GROWTH)] if len(rest) else fits[-1]
    if core_area > area + CLEARLY:
        score = core
    if not len(rest):
        return score
    regions = [best_region(one).score for one in rest @ score.weights + score.bias]
    return ObjectScore(score.weights, score.bias, float(np.quantile(regions, FEWEST_ABOVE)))


def best_region(scores: Floats) -> Region:
    """Return the rectangle of (n, n) scores with the greatest between-class variance (Otsu's criterion), scores inside
    higher than outside. No threshold is needed: a picture whose surroundings all score high is told from itself."""
    count = len(scores)
    low, high, area, inner, outer = _rectangles(count)
    sums = np.zeros((count + 1, count + 1))
    sums[1:, 1:] = scores.cumsum(0).cumsum(1)
    rows = sums[high] - sums[low]
    inside = rows[:, high] - rows[:, low]
    contrast = inside * inner - sums[-1, -1] * outer
    contrast[area == count * count] = -np.inf
    row, column = divmod(int(contrast.argmax()), len(low))
    rectangle = int(low[row]), int(low[column]), int(high[row]), int(high[column])
    return Region(rectangle, count, float(inside[row, column] / area[row, column]))


@lru_cache(maxsize=4)
def _rectangles(count: int) -> tuple[NDArray[np.intp], NDArray[np.intp], Floats, Floats, Floats]:
    """Return the rectangles of a map of `count` cells a side: first and last + 1 of all ranges of cells, (R,) each;
    the area (R, R) of the rectangle of a range of rows and one of columns; and by what the sum of scores in it and of
    the map are multiplied in Otsu's criterion, (mean inside - mean outside) x sqrt(area x area outside)."""
    low, high = np.triu_indices(count + 1, 1)
    area = np.outer(high - low, high - low).astype(float)
    rest = np.maximum(count * count - area, 1)  # the whole map is no region
    root = np.sqrt(area * rest)
    return low, high, area, (1 / area + 1 / rest) * root, root / rest


def _first_scores(own: Floats, rest: Floats) -> tuple[Floats, Floats]:
    """Return scores (P, n, n) and (Q, n, n) before there are regions: the first principal component of the category's
    cells and, with other pictures, the discriminant between both, at one scale."""
    flat = own.reshape(-1, own.shape[-1])
    directions = [_first_component(_some(flat, 2 * MOST_CELLS))]
    varied = own @ directions[0]
    edge = len(varied[0]) // 4
    if varied[:, edge:-edge, edge:-edge].mean() < varied.mean():  # a component has no sign of its own: objects
        directions[0] = -directions[0]  # touch the edges less than their surroundings do
    if len(rest):
        others = _some(rest.reshape(-1, rest.shape[-1]), 2 * MOST_CELLS)
        directions.append(_discriminant(_some(flat, 2 * MOST_CELLS), others)[0])
    scores, usual = np.zeros(own.shape[:3], np.float32), np.zeros(rest.shape[:3], np.float32)
    for direction in directions:
        one = own @ direction
        scale = max(float(one.std()), 1e-6)
        scores += (one - one.mean()) / scale
        usual += (rest @ direction - one.mean()) / scale
    return scores, usual


def _inside(scores: Floats) -> Bools:
    """Return (P, n, n) bool: the cells of the region of each picture, at half the resolution for speed."""
    count = scores.shape[1] // 2
    small = scores[:, : 2 * count, : 2 * count].reshape(-1, count, 2, count, 2).mean((2, 4))
    inside = np.zeros(scores.shape, bool)
    for own, picture in zip(inside, small, strict=True):
        top, left, bottom, right = (2 * edge for edge in best_region(picture).rectangle)
        own[top:bottom, left:right] = True
    return inside


def _strongest(scores: Floats, inside: Bools, share: float) -> Bools:
    """Return (P, n, n) bool: the cells with the highest scores inside of each region, a share of them."""
    floors = [np.quantile(own[cells], 1 - share) for own, cells in zip(scores, inside, strict=True)]
    return np.asarray(inside & (scores >= np.reshape(floors, (-1, 1, 1))))


def _means(scores: Floats, inside: Bools) -> Floats:
    """Return the mean score (P,) inside of each region."""
    return np.array([picture[cells].mean() for picture, cells in zip(scores, inside, strict=True)])


def _told_apart(own: Floats, other: Floats) -> float:
    """Return the area under the curve of the scores of regions, category against other pictures."""
    labels = np.repeat([True, False], [len(own), len(other)])
    return float(roc_auc_score(labels, np.concatenate([own, other]))) if len(other) else 0.0


def _first_component(cells: Floats) -> Floats:
    """Return the first principal component (C,) of (M, C) cells."""
    last = cells.shape[1] - 1
    return np.asarray(eigh(_covariance(cells), subset_by_index=(last, last))[1][:, 0])


def _discriminant(positive: Floats, negative: Floats) -> tuple[Floats, float]:
    """Return weights (C,) and bias of Fisher's linear discriminant, both kinds weighed alike, with a shrunken
    covariance. In single precision: ten times as fast as scikit-learn's, for thousands of cells of 672 channels."""
    covariance = (_covariance(positive) + _covariance(negative)) / 2
    covariance *= 1 - SHRINKAGE
    covariance.flat[:: len(covariance) + 1] += SHRINKAGE * np.trace(covariance) / (1 - SHRINKAGE) / len(covariance)
    high, low = positive.mean(0), negative.mean(0)
    weights = solve(covariance, high - low, assume_a="pos")
    return weights.astype(np.float32), float(-weights @ (high + low) / 2)


def _covariance(cells: Floats) -> Floats:
    centred = cells - cells.mean(0)
    return np.asarray(centred.T @ centred / len(cells))


def _some(cells: Floats, most: int) -> Floats:
    """Return at most `most` of (M, C) cells, evenly spread."""
    return cells[:: max(1, -(-len(cells) // most))]
