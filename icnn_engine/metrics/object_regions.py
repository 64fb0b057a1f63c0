"""Find the region of the object in pictures from the trunk's maps, without boxes. NumPy, SciPy and scikit-learn only.

A linear score of cells is learned from pictures that show the category and from others. It begins with what varies most
within the category (deep descriptor transforming: Wei et al. 2019) and what tells it from the others, and is then
fitted again to tell the cells inside the regions found so far from those outside: so what always surrounds the object
(snow, savanna) stops counting. The region is the rectangle that separates the scores of its picture best.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter
from sklearn.decomposition import PCA
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis

from icnn_engine.metrics.arrays import Bools, Floats

ROUNDS = 3  # fits of inside against outside; photographs of foxes, cats and zebras hardly change after two
SHRINKAGE = 0.1  # of the covariance of the discriminants
BLUR = 1.0  # cells: sigma of the Gaussian filter over scores
MOST_CELLS = 15_000  # of each kind that a discriminant is fitted to
MARGIN = 0.1  # of the region's sides, added on each side: rectangles end in the middle of legs and ears
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
        """Return the blurred scores (P, n, n) of trunk maps (P, C, n, n)."""
        return _blurred(unit_cells(maps) @ self.weights + self.bias)


@dataclass(frozen=True, slots=True)
class Region:
    """The region of a picture, in cells of an n x n map, and the mean score inside of it."""

    rectangle: Rectangle
    cells: int
    score: float

    def box(self, width: int, height: int) -> Edges:
        """Return the region in pixels of a width x height picture (`squared_box`)."""
        top, left, bottom, right = (edge / self.cells for edge in self.rectangle)
        return squared_box((left * width, top * height, right * width, bottom * height), width, height)


def squared_box(box: Edges, width: int, height: int) -> Edges:
    """Return a box with a margin, as near to a square as a width x height picture allows, in whole pixels inside of it:
    the network squashes what it reads to a square."""
    left, top, right, bottom = box
    wide, high = (right - left) * (1 + 2 * MARGIN), (bottom - top) * (1 + 2 * MARGIN)
    across, down = min(max(wide, high), width), min(max(wide, high), height)
    x = min(max((left + right - across) / 2, 0.0), width - across)
    y = min(max((top + bottom - down) / 2, 0.0), height - down)
    return float(round(x)), float(round(y)), float(round(x + across)), float(round(y + down))


def unit_cells(maps: NDArray[np.floating]) -> Floats:
    """Return (P, n, n, C) float32, the cells of (P, C, n, n) maps with length 1 (0 where a cell is empty)."""
    cells = np.moveaxis(np.asarray(maps, np.float32), 1, -1)
    return np.asarray(cells / np.maximum(np.linalg.norm(cells, axis=-1, keepdims=True), 1e-6))


def fit_object_score(shown: NDArray[np.floating], others: NDArray[np.floating]) -> ObjectScore:
    """Learn the score of cells.

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
    own, rest = unit_cells(shown), unit_cells(others).reshape(-1, shown.shape[1])
    scores = _first_scores(own, rest)
    for _ in range(ROUNDS):
        inside = _inside(scores)
        outside = own[~inside]
        weights, bias = _discriminant(own[inside], np.concatenate([outside, _some(rest, max(len(outside), 1))]))
        scores = _blurred(own @ weights + bias)
    score = ObjectScore(weights, bias)
    if len(others):
        usual = [best_region(one).score for one in score.of(others)]
        score = ObjectScore(weights, bias, float(np.quantile(usual, FEWEST_ABOVE)))
    return score


def best_region(scores: Floats) -> Region:
    """Return the rectangle of (n, n) scores with the greatest between-class variance (Otsu's criterion), scores inside
    higher than outside. No threshold is needed: a picture whose surroundings all score high is told from itself."""
    count = len(scores)
    rectangles = _rectangles(count)
    top, left, bottom, right = rectangles
    sums = np.zeros((count + 1, count + 1))
    sums[1:, 1:] = scores.cumsum(0).cumsum(1)
    inside = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
    area = (bottom - top) * (right - left)
    rest = count * count - area
    contrast = (inside / area - (sums[-1, -1] - inside) / rest) * np.sqrt(area * rest)
    best = int(contrast.argmax())
    a, b, c, d = rectangles[:, best].tolist()
    return Region((a, b, c, d), count, float(inside[best] / area[best]))


@lru_cache(maxsize=4)
def _rectangles(count: int) -> NDArray[np.int64]:
    """Return (4, R), all rectangles of a map of `count` cells a side but the whole of it."""
    low, high = np.triu_indices(count + 1, 1)
    rows, columns = (one.ravel() for one in np.meshgrid(np.arange(len(low)), np.arange(len(low)), indexing="ij"))
    found = np.stack([low[rows], low[columns], high[rows], high[columns]])
    return found[:, (found[2] - found[0]) * (found[3] - found[1]) < count * count]


def _first_scores(own: Floats, rest: Floats) -> Floats:
    """Return scores (P, n, n) before there are regions: the first principal component of the category's cells and, with
    other pictures, the discriminant between both, at one scale."""
    flat = own.reshape(-1, own.shape[-1])
    component = PCA(n_components=1, random_state=0).fit(_some(flat, MOST_CELLS)).components_[0]
    varied = _standard(_blurred(own @ component))
    edge = len(varied[0]) // 4
    if varied[:, edge:-edge, edge:-edge].mean() < 0:  # the sign of a component is arbitrary: objects touch no edge
        varied = -varied
    if not len(rest):
        return varied
    weights, bias = _discriminant(flat, rest)
    return varied + _standard(_blurred(own @ weights + bias))


def _inside(scores: Floats) -> Bools:
    """Return (P, n, n) bool: the cells of the region of each picture."""
    inside = np.zeros(scores.shape, bool)
    for own, picture in zip(inside, scores, strict=True):
        top, left, bottom, right = best_region(picture).rectangle
        own[top:bottom, left:right] = True
    return inside


def _discriminant(positive: Floats, negative: Floats) -> tuple[Floats, float]:
    """Return weights (C,) and bias of Fisher's linear discriminant, both kinds weighed alike."""
    positive, negative = _some(positive, MOST_CELLS), _some(negative, MOST_CELLS)
    labels = np.repeat([1, 0], [len(positive), len(negative)])
    model = LinearDiscriminantAnalysis(solver="lsqr", shrinkage=SHRINKAGE, priors=[0.5, 0.5])
    model.fit(np.concatenate([positive, negative]), labels)
    return model.coef_[0].astype(np.float32), float(model.intercept_[0])


def _some(cells: Floats, most: int) -> Floats:
    """Return at most `most` of (M, C) cells, evenly spread."""
    return cells[:: max(1, -(-len(cells) // most))]


def _standard(scores: Floats) -> Floats:
    return np.asarray((scores - scores.mean()) / max(float(scores.std()), 1e-6))


def _blurred(scores: Floats) -> Floats:
    return np.asarray(gaussian_filter(scores, (0, BLUR, BLUR)))
