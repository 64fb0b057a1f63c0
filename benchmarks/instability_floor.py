"""Measure the location instability of perfect detectors: the floor that no filter can go below.

python benchmarks/instability_floor.py FOLDER   (categories with landmarks.csv)

Over all pictures of a category with every landmark in sight: a constant middle; each landmark itself, rounded to the
map's cells; each with a normal error of one cell (both axes); and a filter that is on the one or the other by chance.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from icnn_engine import metrics
from icnn_engine.data import LANDMARKS, read_landmarks
from icnn_engine.evaluation.tables import points_of
from icnn_engine.models.backbones import make_backbone
from icnn_engine.models.filter_layers import filter_geometry

DRAWS = 50


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    root = parser.parse_args().folder
    g = make_backbone("squeezenet1_1").geometry(filter_geometry(3))
    random, grid = np.random.default_rng(0), g.centre(np.arange(g.cells))
    every = [p.relative_to(root).as_posix() for p in sorted(root.glob("*/*"))]
    marks = read_landmarks(root / LANDMARKS, every)
    for category in sorted({name.partition("/")[0] for name in marks}):
        names = [name for name in marks if name.startswith(f"{category}/")]
        points = points_of(names, [Image.open(root / name).size for name in names], marks, g.input_size)
        points = points[np.isfinite(points).all((1, 2))]
        if len(points) < 3:
            continue
        count, parts = points.shape[:2]
        where = {"middle": np.full((1, count, 2), (g.input_size - 1) / 2)}
        for k in range(parts):
            where[f"landmark {k + 1}"] = points[None, :, k]
            where[f"landmark {k + 1}, a cell off"] = points[None, :, k] + random.normal(0, g.stride, (DRAWS, count, 2))
        chance = random.integers(parts, size=(DRAWS, count))
        where["one of them by chance"] = points[np.arange(count), chance]
        told = []
        for name, places in where.items():
            cells = g.centre(np.round(g.cell_at(places)))
            flat = np.moveaxis(cells, 0, 1)
            found = metrics.location_instability(flat, np.ones(flat.shape[:2]), points, g.input_size, grid)
            told.append(f"{name} {found.mean():.3f}")
        print(f"{category} ({count} pictures): " + "; ".join(told), flush=True)


if __name__ == "__main__":
    main()
