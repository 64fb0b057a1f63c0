"""Find where the object of a training's categories is in pictures, by the trunk's maps (`metrics.object_regions`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np

from icnn_engine.core.annotations import Where
from icnn_engine.core.atomic_files import read_array, write_array
from icnn_engine.core.errors import RunError
from icnn_engine.core.events import Operation, PicturesRead, Progress
from icnn_engine.core.language import translate
from icnn_engine.data.selection import Selection
from icnn_engine.features.trunk_maps import batches_of, read_squares, trunk_maps
from icnn_engine.metrics.object_regions import ObjectScore, Region, best_region, fit_object_score
from icnn_engine.models.backbones import Backbone

FILE = "objects.npy"
TITLE = "Finding the object"
SCALE = 10 / 7  # the search reads pictures so much larger than the network: 320 pixels for 224, 20 x 20 cells
STEP = 32  # pixels: a multiple of the stride of every trunk
READ, FITTED = 0.5, 0.65  # shares of the search that are done once pictures to learn from are read, and learned from
MOST_FITTED = 150  # training pictures of the category, and as many others, that the score is learned from


@dataclass(frozen=True, eq=False)
class ObjectFinder:
    """A trunk, and the score of its cells that tells where the object is."""

    backbone: Backbone
    score: ObjectScore

    def regions(self, squares: np.ndarray) -> list[Region]:
        """Return the region of the object in each of (P, S, S, 3) uint8 pictures, squashed to `search_size`."""
        return [best_region(scores) for scores in self.score.of(trunk_maps(squares, self.backbone).numpy())]

    def is_found(self, region: Region) -> bool:
        """Return whether the region scores higher than nearly all regions of pictures without the category."""
        return region.score >= self.score.threshold


def search_size(backbone: Backbone) -> int:
    """Return the side in pixels of the pictures in which objects are sought."""
    return STEP * round(backbone.input_size * SCALE / STEP)


def fit_finder(backbone: Backbone, selection: Selection) -> Operation[tuple[ObjectFinder, dict[int, Region]]]:
    """Learn from training pictures where the object of the categories is.

    Returns
    -------
    ObjectFinder
    dict of int to Region
        The regions of the pictures it was learned from, by their row in the selection.

    Raises
    ------
    PictureError
        A picture cannot be read.
    """
    chosen, maps = [], []
    for kind in (selection.positive, ~selection.positive):
        rows = np.flatnonzero((selection.side == "train") & kind)
        chosen.append(rows[:: max(1, -(-len(rows) // MOST_FITTED))].tolist())
    fitted, done = sum(map(len, chosen)), 0
    for rows in chosen:
        maps.append((yield from _search_maps(backbone, [selection.paths[row] for row in rows], done, fitted)))
        done += len(rows)
    fit = fit_object_score(*maps)
    while True:  # a fit takes half a second: between two of them the training can be paused or cancelled
        try:
            yield Progress(TITLE, *_shown(READ + (FITTED - READ) * next(fit)))
        except StopIteration as ended:
            finder = ObjectFinder(backbone, ended.value)
            break
    scores = (score for own in maps for score in finder.score.of(own))
    return finder, dict(zip(chain(*chosen), map(best_region, scores), strict=True))


def find_objects(finder: ObjectFinder, paths: Sequence[Where], known: Mapping[int, Region]) -> Operation[list[Region]]:
    """Return the region of the object in each picture, in the order of `paths`. `known`: some regions, by their row.
    Raises PictureError."""
    found = dict(known)
    rows = [row for row in range(len(paths)) if row not in found]
    done = 0
    for squares in batches_of(read_squares([paths[row] for row in rows], search_size(finder.backbone))):
        own = rows[done : done + len(squares)]
        found |= zip(own, finder.regions(squares), strict=True)
        done += len(squares)
        yield Progress(TITLE, *_shown(FITTED + (1 - FITTED) * done / len(rows)))
        yield PicturesRead(tuple(paths[row] for row in own))
    return [found[row] for row in range(len(paths))]


def write_finder(run: Path, finder: ObjectFinder) -> None:
    """Write the score into a run folder, so that the object can be found in other pictures."""
    score = finder.score
    write_array(run / FILE, np.append(score.weights, [score.bias, score.threshold]).astype(np.float64))


def read_finder(run: Path, backbone: Backbone) -> ObjectFinder:
    """Read the score of a run. Raises RunError if it is missing, damaged, or of another backbone."""
    try:
        numbers = read_array(run / FILE)
        if numbers.shape != (backbone.channels + 2,) or numbers.dtype != np.float64 or np.isnan(numbers).any():
            raise ValueError(f"{numbers.dtype} {numbers.shape}")
    except (OSError, ValueError) as error:
        words = translate("Errors", "{path} cannot be read ({error}). Restore it from a copy or train again.")
        raise RunError(words.format(path=run / FILE, error=error)) from None
    return ObjectFinder(backbone, ObjectScore(numbers[:-2].astype(np.float32), *numbers[-2:].tolist()))


def _shown(share: float) -> tuple[int, int]:
    """Return a share of the search as `Progress` counts it."""
    return round(1000 * share), 1000


def _search_maps(backbone: Backbone, paths: Sequence[Where], before: int, every: int) -> Operation[np.ndarray]:
    """Return the trunk's maps (P, C, n, n) float16 of pictures at the size of the search; `before` of `every` pictures
    that are learned from were read earlier."""
    side = search_size(backbone)
    blank = trunk_maps(np.zeros((1, side, side, 3), np.uint8), backbone)
    maps = np.zeros((len(paths), *blank.shape[1:]), np.float16)
    done = 0
    for squares in batches_of(read_squares(paths, side)):
        maps[done : done + len(squares)] = trunk_maps(squares, backbone).numpy()
        done += len(squares)
        yield Progress(TITLE, *_shown(READ * (before + done) / every))
        yield PicturesRead(tuple(paths[done - len(squares) : done]))
    return maps
