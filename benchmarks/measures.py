"""Compare the time of the measures with the forward pass that they judge, and time the intervals.

python benchmarks/measures.py [--pictures 1000] [--filters 512]

The forward pass is SqueezeNet 1.1 over synthetic squares, a tenth of the pictures, scaled up. Maps are invented: a few
smooth bumps each, as after ReLU.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))


from icnn_engine import metrics
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.features.trunk_maps import BATCH, trunk_maps
from icnn_engine.models.weights import load_backbone

GEOMETRY = MapGeometry(224, 13, 16, 15.0, 239)
SIZE, CELLS = GEOMETRY.input_size, GEOMETRY.cells
NETWORKS, SEEDS, TESTED, INTERVAL_FILTERS = 4, 3, 150, 64


def seconds(work: Callable[[], object]) -> float:
    """Of one call, the better of two."""
    taken = []
    for _ in range(2):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return min(taken)


def forward(pictures: int) -> float:
    """Seconds of the trunk over so many squares."""
    backbone, _ = load_backbone("squeezenet1_1", "bundled", 0)
    some = np.random.default_rng(0).integers(0, 256, (max(pictures // 10, BATCH), SIZE, SIZE, 3), dtype=np.uint8)

    def work() -> None:
        for start in range(0, len(some), BATCH):
            trunk_maps(some[start : start + BATCH], backbone)

    return seconds(work) * pictures / len(some)


def maps_of(pictures: int, filters: int) -> np.ndarray:
    """(N, F, n, n) float32, a third of it above zero."""
    random = np.random.default_rng(0)
    return np.maximum(random.standard_normal((pictures, filters, CELLS, CELLS), dtype=np.float32) - 0.4, 0)


def moves_of(cells: np.ndarray) -> list[metrics.Moved]:
    """Four shifts that one in seven peaks does not follow."""
    random = np.random.default_rng(0)
    wrong = random.random((4, *cells.shape[:2], 1)) < 0.15
    return [metrics.Moved(cells - 1.5, cells - 2 + 4 * one, cells) for one in wrong]


def measures(pictures: int, filters: int) -> dict[str, float]:
    """Seconds of each measure."""
    random, maps = np.random.default_rng(0), maps_of(pictures, filters)
    cells, strengths = metrics.peaks(maps)
    positions, grid = GEOMETRY.centre(cells).astype(float), GEOMETRY.centre(np.arange(CELLS))
    landmarks = random.normal(110, 30, (pictures, 2, 2))
    positive, shows = np.arange(pictures) % 2 == 0, random.random((pictures, filters)) < 0.7
    moves = moves_of(cells)
    regions = np.zeros((pictures, 2, SIZE, SIZE), bool)
    regions[:, 0, 50:120, 60:140] = regions[:, 1, 120:200, 100:140] = True
    annotated, diameters = np.ones((pictures, 2), bool), random.integers(30, 36, filters) * 2 + 1.0
    steady, categories = np.ones(filters, bool), np.zeros(filters, int)
    found = {
        "peaks": lambda: metrics.peaks(maps),
        "location instability, 2 landmarks, baselines": lambda: metrics.location_instability(
            positions, strengths, landmarks, SIZE, grid
        ),
        "equivariance, 4 moves": lambda: metrics.equivariance(moves, strengths, CELLS),
        "equivariance, on each filter's pictures": lambda: metrics.equivariance(moves, strengths, CELLS, shows),
        "groups of the same part": lambda: metrics.same_part_groups(
            metrics.part_distances(metrics.together(cells, shows, GEOMETRY.stride, SIZE), None, categories), steady
        ),
        "part interpretability, 2 parts": lambda: metrics.part_interpretability(
            maps, regions, annotated, GEOMETRY, diameters
        ),
        "areas under the curve, background": lambda: metrics.background_auc(strengths, positive),
        "landmark distance, chosen on halves": lambda: metrics.chosen_on_half(positions, landmarks, SIZE),
    }
    return {name: seconds(work) for name, work in found.items()}


def sample() -> metrics.Sample:
    """One seed's figures of four networks, on invented peaks."""
    random, kinds = np.random.default_rng(0), np.repeat([0, 1], TESTED // 2)
    statistics: dict[str, metrics.Statistic] = {}
    for network in range(NETWORKS):
        cells = random.integers(3, 10, (TESTED, INTERVAL_FILTERS, 2))
        strengths, landmarks = random.random(cells.shape[:2]), random.normal(110, 30, (TESTED, 2, 2))
        followed = metrics.followed(moves_of(cells), strengths, CELLS)
        right = random.random(TESTED) < 0.9
        statistics[f"{network} accuracy"] = metrics.balanced_accuracy_statistic(right, kinds)
        statistics[f"{network} equivariance"] = metrics.equivariance_statistic(followed)
        statistics[f"{network} instability"] = metrics.instability_statistic(
            GEOMETRY.centre(cells).astype(float), strengths, landmarks, SIZE, 0.5
        )
    return metrics.Sample(kinds, statistics)


def intervals() -> float:
    """Seconds of 1000 resamples."""
    samples = [sample() for _ in range(SEEDS)]
    start = time.perf_counter()
    metrics.bootstrap(samples)
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pictures", type=int, default=1000)
    parser.add_argument("--filters", type=int, default=512)
    options = parser.parse_args()
    whole = forward(options.pictures)
    print(f"{options.filters} filters, {options.pictures} pictures\n")
    print(f"{'forward pass (a tenth, scaled up)':<50}{whole:8.2f} s")
    taken = measures(options.pictures, options.filters)
    for name, own in taken.items():
        print(f"{name:<50}{own:8.2f} s{100 * own / whole:8.1f} %")
    print(f"{'all of these':<50}{sum(taken.values()):8.2f} s{100 * sum(taken.values()) / whole:8.1f} %")
    of = f"{SEEDS} seeds x {NETWORKS} networks x {TESTED} pictures x {INTERVAL_FILTERS} filters"
    print(f"\n1000 resamples, {of}\n")
    print(f"{'accuracy, instability, equivariance':<50}{intervals():8.2f} s   bar 20 s")


if __name__ == "__main__":
    main()
