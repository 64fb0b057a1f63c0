"""Deletion and insertion curves: how fast an answer falls, or rises, as the cells that a heatmap marks are blurred, or
shown again (after Petsiuk et al. 2018, RISE; cell by cell, blurred instead of blackened)."""

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
    """Return the areas (P,) under curves (P, T) over equal steps from 0 to 1 (trapezoids)."""
    return np.asarray(np.trapezoid(answers, dx=1 / (answers.shape[1] - 1), axis=1))


def orders(heat: Floats, seed: int = 0) -> dict[str, Ints]:
    """Return the cells (P, n * n) in each order of `DeletionCurves`. heat: (P, n, n); ties go in random order."""
    pictures, cells = heat.shape[0], heat.shape[1]
    ties, chance = np.random.default_rng(seed).random((2, pictures, cells**2))
    from_middle = (np.arange(cells) - (cells - 1) / 2) ** 2
    apart = np.broadcast_to(np.add.outer(from_middle, from_middle).ravel(), (pictures, cells**2))
    return {
        "heat": np.lexsort((ties, -heat.reshape(pictures, -1)), axis=1),
        "random": np.argsort(chance, axis=1),
        "centre": np.lexsort((ties, apart), axis=1),
    }


def blurred(squares: Pixels) -> Pixels:
    """Return the pictures blurred by a Gaussian of `BLUR` of their side."""
    from PIL import Image, ImageFilter

    blur = ImageFilter.GaussianBlur(BLUR * squares.shape[1])
    return np.stack([np.asarray(Image.fromarray(square).filter(blur)) for square in squares])


def replaced(squares: Pixels, others: Pixels, order: Ints, share: float, geometry: MapGeometry) -> Pixels:
    """Return `squares` with their first cells, by `order` (P, n * n), taken from `others` up to `share` of the pixels.

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
    """Measure deletion and insertion curves of heatmaps, of random cells and of cells from the middle outwards.

    Parameters
    ----------
    answer : callable
        Returns the probabilities (P,) of pictures (P, S, S, 3) uint8.
    squares : (P, S, S, 3) uint8
        The pictures, squashed to the network's input.
    heat : (P, n, n)
        A map of each picture.
    geometry : MapGeometry
        Where the cells of a map lie in the input.
    steps : int
        Number of equal steps from no pixel to all of them.
    seed : int
        Seed of the random order and of ties.

    Returns
    -------
    Operation of DeletionCurves
        Yields Progress.
    """
    blur, shares = blurred(squares), np.linspace(0, 1, steps + 1)
    deletion: dict[str, Floats] = {}
    insertion: dict[str, Floats] = {}
    done, total = 0, 6 * len(shares)
    yield Progress("Deleting and inserting", done, total)
    for name, order in orders(heat, seed).items():
        for curves_of, start, end in ((deletion, squares, blur), (insertion, blur, squares)):
            answers = []
            for share in shares:
                answers.append(answer(replaced(start, end, order, float(share), geometry)))
                done += 1
                yield Progress("Deleting and inserting", done, total)
            curves_of[name] = np.stack(answers, axis=1)
    return DeletionCurves(shares, deletion, insertion)
