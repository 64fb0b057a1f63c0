"""Deletion and insertion: how fast an answer falls, or rises, as the picture loses, or gains, what a heatmap marks.

After Petsiuk et al. 2018 (RISE), cell by cell; what is taken away is blurred, not blackened.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from icnn_engine.core.events import Operation, Progress
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.metrics.arrays import Floats, Ints

Pixels = NDArray[np.uint8]  # (P, S, S, 3)
Answer = Callable[[Pixels], Floats]  # (P,) probabilities

STEPS = 10  # equal shares of the picture's pixels
BLUR = 10 / 224  # of the side: the standard deviation in Fong & Vedaldi 2017


@dataclass(frozen=True, slots=True)
class DeletionCurves:
    """(P, steps + 1) answers about P pictures as 0 to all of their pixels are blurred (`deletion`) or shown again
    (`insertion`), in each order: 'heat' (hottest cells first), 'random', 'centre' (from the middle outwards)."""

    shares: Floats
    deletion: Mapping[str, Floats]
    insertion: Mapping[str, Floats]

    def areas(self) -> dict[str, tuple[float, float]]:
        """Mean areas under the curves by order: (deletion, small is good; insertion, large is good)."""
        return {
            name: (float(curve_area(self.deletion[name]).mean()), float(curve_area(self.insertion[name]).mean()))
            for name in self.deletion
        }


def curve_area(answers: Floats) -> Floats:
    """(P,) areas under curves (P, T) over equal steps from 0 to 1 (trapezoids)."""
    area: Floats = np.trapezoid(answers, dx=1 / (answers.shape[1] - 1), axis=1)
    return area


def orders(heat: Floats, seed: int = 0) -> dict[str, Ints]:
    """(P, n * n) cells in the order in which they go, by name. heat: (P, n, n); cells alike go in random order."""
    pictures, cells = heat.shape[0], heat.shape[1]
    luck = np.random.default_rng(seed).random((2, pictures, cells**2))
    from_middle = (np.arange(cells) - (cells - 1) / 2) ** 2
    apart = np.broadcast_to(np.add.outer(from_middle, from_middle).ravel(), (pictures, cells**2))
    flat = heat.reshape(pictures, -1)
    return {
        "heat": np.lexsort((luck[0], -flat), axis=1),
        "random": np.argsort(luck[1], axis=1),
        "centre": np.lexsort((luck[0], apart), axis=1),
    }


def blurred(squares: Pixels) -> Pixels:
    """The pictures without their details."""
    from PIL import Image, ImageFilter

    blur = ImageFilter.GaussianBlur(BLUR * squares.shape[1])
    return np.stack([np.asarray(Image.fromarray(one).filter(blur)) for one in squares])


def replaced(squares: Pixels, others: Pixels, order: Ints, share: float, geometry: MapGeometry) -> Pixels:
    """`squares` with their first cells, by `order` (P, n * n), taken from `others` until `share` of the pixels is.

    A pixel belongs to the cell whose centre is nearest, so that outer cells hold more; the share is that of pixels.
    """
    nearest = np.floor(geometry.cell_at(np.arange(geometry.input_size)) + 0.5)
    nearest = np.clip(nearest, 0, geometry.cells - 1).astype(int)
    cell_of = np.add.outer(nearest * geometry.cells, nearest)  # (S, S)
    sizes = np.bincount(cell_of.ravel(), minlength=geometry.cells**2)
    before = np.cumsum(sizes[order], axis=1) - sizes[order]
    taken = np.zeros(order.shape, bool)
    np.put_along_axis(taken, order, before < round(share * cell_of.size), axis=1)
    return np.where(taken[:, cell_of][..., None], others, squares)


def curves(
    answer: Answer, squares: Pixels, heat: Floats, geometry: MapGeometry, steps: int = STEPS, seed: int = 0
) -> Operation[DeletionCurves]:
    """Deletion and insertion curves of heatmaps, and of random cells and of cells from the middle outwards.

    answer: gives the probabilities of pictures (P, S, S, 3) uint8; squares: the pictures; heat: (P, n, n), a map of
    each, whose cells lie as `geometry` says.
    """
    blur, shares = blurred(squares), np.linspace(0, 1, steps + 1)
    given: dict[bool, dict[str, Floats]] = {True: {}, False: {}}
    done, total = 0, 6 * len(shares)
    yield Progress("Deleting and inserting", done, total)
    for name, order in orders(heat, seed).items():
        for deleting, (start, end) in ((True, (squares, blur)), (False, (blur, squares))):
            answers = []
            for share in shares:
                answers.append(answer(replaced(start, end, order, float(share), geometry)))
                done += 1
                yield Progress("Deleting and inserting", done, total)
            given[deleting][name] = np.stack(answers, axis=1)
    return DeletionCurves(shares, given[True], given[False])
