"""Train on drawn sets whose truth is known, and print what is found of small creatures and of scratches.

    python benchmarks/planted.py OUTPUT [--areas 0.05 0.1 0.2 0.4] [--regions whole object] [--seeds 0]
        [--pictures 240] [--without areas | defects]

Areas: creatures that fill a share of the picture; with `--region object` the share of test pictures in which the region
found overlaps the creature's box by half, beside the best centred box. Defects: how often one filter, chosen on the
val side, peaks at the scratch, beside a random cell, the best constant cell, three detectors without training, and a
linear classifier of the same trunk's cells that is taught with the boxes. Sets and finished runs in OUTPUT are used
again.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from regions import SHARES, centred, found_overlaps, overlap, true_boxes
from scipy.ndimage import gaussian_filter, gaussian_gradient_magnitude
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from icnn_engine.core.annotations import Box
from icnn_engine.core.config import make_settings
from icnn_engine.core.events import NetworkName, drain
from icnn_engine.data import read_picture, to_square
from icnn_engine.evaluation.box_scores import BoxedPictures, box_scores
from icnn_engine.evaluation.tables import PeakTable
from icnn_engine.experiment.training_run import run_training
from icnn_engine.features.trunk_maps import trunk_maps
from icnn_engine.inspection.explainer import Explainer
from icnn_engine.metrics import grid_of, peaks, peaks_at_boxes
from icnn_engine.models.backbones import Backbone
from icnn_engine.runs.run_folder import Run, RunPicture, Table, open_run
from icnn_engine.sample import make_defects, make_sized_sample

AREA_ROW = "area | region | seed | IoU >= .5 | centred | balanced accuracy | twin | parts | holding | independent parts"
DEFECT_ROW = (
    "what | seed | found | interval | random cell | constant cell | found and fires | fires on good | "
    "box in crop | balanced accuracy | holding | parts"
)
FAKES, TAUGHT = ("strongest edge", "darkest spot", "brightest spot"), "cells taught with the boxes"
FEW, RIDGE = 0.1, 1e-3  # share of the cells beside a box that it is taught with; 1e-4 finds as many


def trained(folder: Path, runs: Path, name: str, **settings: object) -> Run:
    """Return the finished run of a name, trained if it is not there."""
    for path in runs.glob(f"*-{name}"):
        if (path / "table.toml").is_file():
            return open_run(path)
    return drain(run_training(folder, make_settings({"name": name, **settings}), runs))


def area_rows(options: argparse.Namespace) -> Iterator[str]:
    """Yield a row for each area, region and seed."""
    for seed in options.seeds:
        for area in options.areas:
            folder = drain(make_sized_sample(options.output / f"area-{area}-{seed}", area, 1, seed, options.pictures))
            for region in options.regions:
                name = f"area-{round(1000 * area)}-{region}-{seed}"
                run = trained(folder, options.output / "runs", name, category="creature", region=region, seed=seed)
                yield row(area, region, seed, *located(run), *answers(run.table), parts_of(run), *held(run.table))


def located(run: Run) -> tuple[float | str, float]:
    """Return the share of test pictures in which the region found overlaps the box by half, "" for a run on whole
    pictures, and the share of the centred box that is best on the training pictures."""
    truth, side = true_boxes(run), {picture.name: picture.side for picture in run.pictures}
    sizes = {name: read_picture(run.images / name).shape[1::-1] for name in truth}

    def hits(share: float, own: str) -> float:
        names = [name for name in truth if side[name] == own]
        return float(np.mean([overlap(centred(share, *sizes[name]), truth[name]) >= 0.5 for name in names]))

    centre = hits(max(SHARES, key=lambda share: hits(share, "train")), "test")
    if run.settings.region == "whole":
        return "", centre
    found = found_overlaps(run, {name: box for name, box in truth.items() if side[name] == "test"})
    return float(np.mean(np.array(found) >= 0.5)), centre


def answers(table: Table) -> tuple[float | None, float | None]:
    """Return the accuracies of a run and its twin."""
    return table["balanced_accuracy"], table["twin_balanced_accuracy"]


def held(table: Table) -> tuple[float | None, float | None]:
    """Return the share of filters that hold a part, and the number of independent parts."""
    return table["holding"], table["independent_parts"]


def parts_of(run: Run) -> int:
    """Return the number of parts that the filters hold."""
    return 1 + max(filter.group for filter in run.filters)


def defect_rows(options: argparse.Namespace) -> Iterator[str]:
    """Yield a row for each region and seed, its twin, and detectors without training on the same pictures."""
    kinds = {"category": "defective", "background": "good"}
    for seed in options.seeds:
        folder = drain(make_defects(options.output / f"defects-{seed}", seed, options.pictures))
        for region in options.regions:
            name = f"defects-{region}-{seed}"
            run = trained(folder, options.output / "runs", name, region=region, seed=seed, **kinds)
            twin = {key.removeprefix("twin_"): value for key, value in run.table.items() if key.startswith("twin_")}
            yield defect_row(f"{region}", seed, run.table, str(parts_of(run)))
            yield defect_row(f"{region}, twin", seed, twin)
            if region == "whole":
                yield from other_rows(run, seed)


def defect_row(what: str, seed: int, table: Table, parts: str = "") -> str:
    """Return a row of the table of defects."""
    interval = f"{table['box_found_low']:.2f} to {table['box_found_high']:.2f}"
    keys = ("box_found_random", "box_found_constant", "box_found_firing", "box_fires_elsewhere", "box_in_crop")
    return row(
        what, seed, table["box_found"], interval, *(table.get(key) for key in keys),
        table.get("balanced_accuracy"), table.get("holding"), parts,
    )  # fmt: skip


def other_rows(run: Run, seed: int) -> Iterator[str]:
    """Yield the same figures of the strongest edge, the darkest and the brightest small spot anywhere, and of a linear
    classifier taught with the boxes."""
    truth = true_boxes(run)
    pictures = BoxedPictures(
        np.array([picture.label for picture in run.pictures]),
        np.array([picture.side for picture in run.pictures]),
        np.array([picture.name in truth for picture in run.pictures]),
        np.array([[input_box(run, picture, truth.get(picture.name))] for picture in run.pictures]),
    )
    fakes = np.stack([fake_maps(read_picture(run.images / p.name), run) for p in run.pictures])
    for what, maps in (*zip(FAKES, fakes.swapaxes(0, 1), strict=True), (TAUGHT, taught_maps(run, pictures))):
        cells, strengths = peaks(maps[:, None])
        own = PeakTable(cells, strengths, np.zeros(1, int))
        yield defect_row(what, seed, box_scores(own, np.full(1, 50.0), pictures, run.geometry))


def input_box(run: Run, picture: RunPicture, box: Box | None) -> Box:
    """Return the box of a whole picture as (top, left, bottom, right) in pixels of the input; nan where it has none."""
    left, top, right, bottom = box or (np.nan,) * 4
    down, across = run.geometry.input_size / picture.height, run.geometry.input_size / picture.width
    return top * down - 0.5, left * across - 0.5, bottom * down - 0.5, right * across - 0.5


def taught_maps(run: Run, pictures: BoxedPictures) -> np.ndarray:
    """Return (N, n, n), the scores of a logistic regression of the trunk's cells, taught on the training pictures:
    cells at the box against cells farther than one cell from it."""
    backbone, g = Explainer(run).backbones[NetworkName.INTERPRETABLE], run.geometry
    cells = np.concatenate([trunk_cells(run, index, backbone) for index in range(len(run.pictures))])
    inside, near = (
        peaks_at_boxes(np.broadcast_to(grid_of(g), (len(cells), g.cells**2, 2)), pictures.boxes, reach)
        for reach in (g.stride / 2, g.stride)
    )
    train = (pictures.sides == "train")[:, None] & (inside | ~near)
    taught = train & (inside | (np.random.default_rng(0).random(train.shape) < FEW))
    scaler = StandardScaler().fit(cells[taught])
    model = LogisticRegression(C=RIDGE, max_iter=300, class_weight="balanced")
    model.fit(scaler.transform(cells[taught]), inside[taught])
    scores = [model.decision_function(scaler.transform(own)) for own in cells]
    return np.stack(scores).reshape(-1, g.cells, g.cells)


def trunk_cells(run: Run, index: int, backbone: Backbone) -> np.ndarray:
    """Return (1, n * n, C), the trunk's cells of a picture."""
    pixels = read_picture(run.images / run.pictures[index].name)
    maps = trunk_maps(to_square(pixels, backbone.input_size)[None], backbone).numpy().astype(np.float32)
    return maps.reshape(1, maps.shape[1], -1).swapaxes(1, 2)


def fake_maps(pixels: np.ndarray, run: Run) -> np.ndarray:
    """Return (3, n, n): the greatest value in each cell of the edges, the dark spots and the bright spots."""
    size, cells = run.geometry.input_size, run.geometry.cells
    grey = to_square(pixels, size).astype(np.float64).mean(2)
    spots = gaussian_filter(grey, 1) - gaussian_filter(grey, 4)
    side = size // cells
    return np.stack(
        [
            own.reshape(cells, side, cells, side).max((1, 3))
            for own in (gaussian_gradient_magnitude(grey, 1), -spots, spots)
        ]
    )


def row(*cells: object) -> str:
    """Return cells as a row; numbers with two or three digits, nothing for what was not measured."""
    return " | ".join("" if cell is None else f"{cell:.3f}" if isinstance(cell, float) else str(cell) for cell in cells)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("output", type=Path)
    parser.add_argument("--areas", type=float, nargs="+", default=[0.05, 0.1, 0.2, 0.4])
    parser.add_argument("--regions", nargs="+", choices=("whole", "object"), default=["whole", "object"])
    parser.add_argument("--seeds", type=int, nargs="+", default=[0])
    parser.add_argument("--pictures", type=int, default=240)
    parser.add_argument("--without", choices=("areas", "defects"))
    options = parser.parse_args()
    tables = {"areas": (AREA_ROW, area_rows), "defects": (DEFECT_ROW, defect_rows)}
    for name, (heading, rows) in tables.items():
        if name != options.without:
            print(heading)
            for line in rows(options):
                print(line, flush=True)


if __name__ == "__main__":
    main()
