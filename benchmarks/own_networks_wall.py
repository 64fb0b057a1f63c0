"""Take networks of well-known families from a file of weights to the wall of filters and the report.

    python benchmarks/own_networks_wall.py [--only FAMILY …] [--pictures 24] [--filters 8] [--output FOLDER]

The weights are random, so the rows prove that a family loads, is tested, drawn and reported, and nothing about its
filters. Seconds are of the processor: use OMP_NUM_THREADS=1. `find`: until the layer is suggested; `inspect`: of the
whole inspection; `report`: of the cards of both networks, an overlay, a figure and the report as HTML and PDF.
`holding`: share of the filters that hold a part (in brackets: of those of other random weights). `falls`: area under
the deletion curve, cells with the highest Grad-CAM first, and in any order. `again`: the greatest difference of the
maps of both networks when a picture of the run is explained anew, as a share of the highest value (most maps are stored
as half floats). `off`: how far the heatmap of a small patch's change lies from the patch in a wide and a tall picture,
in cells, through crop and resize; where every cell sees all of the picture (mixers) it says nothing. `squashed`: the
same if the whole picture had been squashed to the input. With --output the runs are kept. A family that fails is told
in its row.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import torch
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from app.filters.wall.wall_rows import cards
from benchmarks.own_networks_open import middle_of, random_network
from icnn_engine.core.config import make_settings
from icnn_engine.core.events import NetworkName, drain
from icnn_engine.core.heatmaps import heatmap
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.core.receptive_field import WHOLE
from icnn_engine.experiment.inspection_run import run_inspection
from icnn_engine.figures import draw_figure
from icnn_engine.figures.common import overlaid
from icnn_engine.inspection.best_pictures import part_crops
from icnn_engine.inspection.look import Look, look_at
from icnn_engine.inspection.own_explainer import OwnExplainer
from icnn_engine.models.own.network import open_network
from icnn_engine.report import write_report
from icnn_engine.runs.run_folder import Run, open_run
from icnn_engine.sample import make_sample

FAMILIES = (
    "alexnet", "vgg16", "squeezenet1_1", "resnet18", "resnet50", "densenet121", "googlenet", "mobilenet_v3_small",
    "efficientnet_b0", "convnext_tiny", "vit_b_16", "swin_t", "regnet_y_400mf", "timm/resnetv2_50",
    "timm/efficientnet_lite0", "timm/convnext_tiny", "timm/vit_tiny_patch16_224", "timm/mixer_b16_224",
)  # fmt: skip
COLUMNS = (
    "family", "layer", "channels", "cells", "filters", "firing", "holding", "falls", "again", "off", "squashed",
    "find", "inspect", "report",
)  # fmt: skip
CARD = 96  # pixels of a crop on a card
SHAPES = ((300, 420), (420, 300))  # height and width of the pictures in which a patch is lit
PATCH = 9  # pixels
SEED = 7  # of the random weights that the network is compared with; those of `random_network` are of another one


def row_of(name: str, sample: Path, folder: Path, options: argparse.Namespace) -> list[str]:
    """Inspect a family, draw what the window and the report show, and return its row of the table."""
    weights = folder / "weights.pth"
    torch.save(random_network(name).state_dict(), weights)
    source = NetworkSource(architecture=name, weights=str(weights))
    opened, begun = open_network(source), time.process_time()
    layer = opened.layer
    found = time.process_time() - begun
    settings = make_settings({"filters": options.filters, "seed": SEED, "name": name.replace("/", "-")})
    begun = time.process_time()
    path = drain(run_inspection(sample, source, settings, folder)).path
    inspected, begun = time.process_time() - begun, time.process_time()
    run = open_run(path)
    draw(run)
    drawn = time.process_time() - begun
    explainer, table = OwnExplainer(run), run.table
    off, squashed = np.max([cells_off(explainer, *shape) for shape in SHAPES], axis=0)
    return [
        name, layer.name, str(layer.channels), str(layer.cells), str(len(run.filters)),
        str(sum(not filter.dead for filter in run.filters)), f"{table['holding']:.2f} ({table['twin_holding']:.2f})",
        f"{table['cam_deletion']:.3f} ({table['cam_deletion_random']:.3f})", f"{again(explainer):.0e}",
        f"{off:.2f}", f"{squashed:.2f}", f"{found:.1f}", f"{inspected:.0f}", f"{drawn:.0f}",
    ]  # fmt: skip


def draw(run: Run) -> None:
    """Make the cards of the wall for both networks, an overlay, a figure, and the report in both forms."""
    networks = (NetworkName.INTERPRETABLE, NetworkName.TWIN)
    for network, other in (networks, networks[::-1]):
        made = cards(run.of(network), run.table["untrained_mirror"] or 0, run.categories, run.of(other))
        for card in made:
            part_crops(run, network, card.filter.index, 4, CARD)
    look = look_at(run, 0)
    shown = overlaid(run, look.pixels, look.maps[0], networks[0], 0, None, look.geometry)
    Image.fromarray(shown).save(run.path / "overlay.png")
    draw_figure(run, "parts", run.path / "figures" / "parts.png")
    for suffix in (".html", ".pdf"):
        write_report(run, run.path / f"report{suffix}")


def again(explainer: OwnExplainer) -> float:
    """Return how far the maps and Grad-CAM of a picture, explained anew, are from those that the run stores."""
    stored = look_at(explainer.run, 0)
    anew = explainer.explain(stored.pixels, "anew")
    pairs = ((anew.maps, stored.maps), (anew.twin_maps, stored.twin_maps))
    return max(float(np.abs(one - other).max() / max(other.max(), 1e-12)) for one, other in pairs)


def cells_off(explainer: OwnExplainer, height: int, width: int) -> tuple[float, float]:
    """Return how far, in cells, the heatmap of the change that a patch makes lies from the patch: where the run's
    geometry puts it, and where it were if the whole picture had been squashed to the input."""
    random = np.random.default_rng(0)
    smooth = Image.fromarray(random.integers(64, 192, (6, 8, 3), np.uint8)).resize((width, height))
    pixels = np.asarray(smooth)
    lit, (row, column) = pixels.copy(), (round(0.4 * height), round(0.62 * width))
    lit[row - PATCH // 2 : row + PATCH // 2 + 1, column - PATCH // 2 : column + PATCH // 2 + 1] = 255
    before, after = (explainer.explain(one, "patch") for one in (pixels, lit))
    change = np.square(after.maps - before.maps).sum(0)
    return tuple(apart(change, after, geometry, (row, column)) for geometry in (after.geometry, explainer.run.geometry))


def apart(change: np.ndarray, look: Look, geometry: object, place: tuple[int, int]) -> float:
    """Return the distance of a heatmap's middle from a place of the picture, in cells."""
    height, width = look.pixels.shape[:2]
    left, top, right, bottom = look.geometry.region
    cell = np.array([bottom - top, right - left]) * (height, width) / look.geometry.cells
    assert look.geometry.region != WHOLE
    return float(np.hypot(*((np.array(middle_of(heatmap(change, geometry, height, width))) - place) / cell)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", default=FAMILIES, metavar="FAMILY")
    parser.add_argument("--pictures", type=int, default=24, help="of each kind, drawn [24]")
    parser.add_argument("--filters", type=int, default=8)
    parser.add_argument("--output", type=Path, help="where the runs are kept; by default they are not")
    options = parser.parse_args()
    print(f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}", flush=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.output or Path(temporary)
        sample = drain(make_sample(folder / "sample", creatures=options.pictures, backgrounds=options.pictures))
        for name in options.only:
            try:
                print(f"| {' | '.join(row_of(name, sample, folder, options))} |", flush=True)
            except Exception as error:  # one family that fails must not hide the others
                print(f"| {name} | {type(error).__name__}: {error} |", flush=True)


if __name__ == "__main__":
    main()
