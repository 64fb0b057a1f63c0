"""Parts without training, as floors for NMI, ARI and keypoint regression: untrained filters, k-means, NMF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from torch import Tensor, nn

from icnn_engine import metrics
from icnn_engine.core.atomic_files import write_array
from icnn_engine.core.events import Operation, Progress
from icnn_engine.features.dictionaries import DICTIONARIES, dictionary
from icnn_engine.features.equivariance import filter_maps
from icnn_engine.metrics import evenly

MOST = 3000  # pictures that show a category: beyond, their maps would take more room than they are worth
LEARNED = 100  # training pictures that a dictionary is made from
BLOCK = 128


@dataclass(frozen=True, eq=False)
class Untrained:
    """Filters that have learned nothing: their layer, (F, F) which are one part, and the maps that they read by row of
    the pictures, where these are not those of the trunk that the dictionaries are made of."""

    layer: nn.Module
    distances: np.ndarray
    maps_of: Callable[[np.ndarray], Tensor] | None = None


def write_floor_parts(
    folder: Path, trunk_of: Callable[[np.ndarray], Tensor], train: np.ndarray, shown: np.ndarray, untrained: Untrained
) -> Operation[None]:
    """Write the maps, (P, K, n, n) float16, of each kind of parts without training, for each number of parts.

    trunk_of: the trunk's maps of pictures by row; train, shown: rows of the training pictures that show a category and
    of all that do. Nothing is written where these are more than `MOST`.
    """
    if len(shown) > MOST:
        return
    learned = trunk_of(train[evenly(len(train), LEARNED)])
    layers = {(kind, k): dictionary(kind, learned, k) for kind in DICTIONARIES for k in metrics.COUNTS}
    found: dict[tuple[str, int], list[np.ndarray]] = {}
    own: list[np.ndarray] = []
    read = untrained.maps_of or trunk_of
    yield Progress("Comparing with no training", 0, len(shown))
    for start in range(0, len(shown), BLOCK):
        rows = shown[start : start + BLOCK]
        trunk = trunk_of(rows)
        maps = filter_maps(untrained.layer, read(rows))
        own.append(maps.astype(metrics.float_for(maps)))
        for key, layer in layers.items():
            found.setdefault(key, []).append(filter_maps(layer, trunk))
        yield Progress("Comparing with no training", min(start + BLOCK, len(shown)), len(shown))
    for (kind, count), parts in found.items():
        maps = np.concatenate(parts)
        usual = np.maximum(maps.max((2, 3)).mean(0), 1e-6)[:, None, None]
        write_array(folder / f"{kind}-{count}.npy", (maps / usual).astype(np.float16))
    maps = np.concatenate(own)
    strengths = maps.max((2, 3)).astype(np.float64).mean(0)
    for count in metrics.COUNTS:
        clusters = metrics.cut_into(untrained.distances, np.flatnonzero(strengths > 0), count)
        parts_without = metrics.part_maps(maps, strengths, clusters)
        write_array(folder / f"untrained-{count}.npy", parts_without.astype(np.float16))
