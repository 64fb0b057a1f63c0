"""Compare how many filters hold a part: our recipe, the paper, the release, the twin, k-means, NMF, untrained.

python benchmarks/holding.py FOLDER OUTPUT --categories fox cat [--seeds 0 1 2] [--pictures 300] [--background FOLDER]

Each cell (a category and a seed) is trained as `experiment` trains it and kept in OUTPUT as a file, so that a table
grows and an interrupted one resumes. At the end: the mean over cells of each figure, and its 95 % interval (Student's t
over cells), as Markdown.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.config import NetworkVariant, TrainSettings, Variant, make_settings
from icnn_engine.core.events import FinishFlag, Operation, drain
from icnn_engine.data import check_folder
from icnn_engine.data.selection import list_for, select
from icnn_engine.evaluation.inference import run_network
from icnn_engine.evaluation.tables import answer_table
from icnn_engine.experiment.experiment_parts import filters_and_dictionaries, part_tables
from icnn_engine.experiment.training_run import networks_and_batches
from icnn_engine.features.trunk_maps import layout_of, opened_maps
from icnn_engine.models.network import Head
from icnn_engine.runs.run_folder import Table
from icnn_engine.training.loss_weight import choose_loss_weight
from icnn_engine.training.preparation import Prepared, load_trunk, prepare, samples_of
from icnn_engine.training.refit_head import refit_heads
from icnn_engine.training.training_loop import train_networks

MASKED: tuple[Variant, ...] = ("paper", "released", "partscope")
VARIANTS: tuple[NetworkVariant, ...] = ("ordinary", *MASKED)
ROWS = ("partscope", "paper", "released", "ordinary", "kmeans", "nmf", "floors")
COLUMNS = {
    "balanced_accuracy": 3, "equivariance": 2, "slope": 2, "mirror": 2, "transplant": 2, "equivariance_scale": 2,
    "grounding": 2, "holding": 2, "independent_parts": 1, "coverage": 2, "nmi_8": 1, "ari_8": 1,
    "nmi_8_all_filters": 1, "ari_8_all_filters": 1, "keypoint_regression_all_filters": 1, "prototype_consistency": 2,
    "prototype_stability": 2, "instability": 3,
}  # fmt: skip


def cell(folder: Path, settings: TrainSettings) -> Operation[dict[str, Table]]:
    """Train and judge the networks of one category and seed."""
    category = settings.category
    checkup = yield from check_folder(list_for(folder, category))
    selection = yield from select(checkup, settings)
    backbone, digest = load_trunk(settings)
    everything = np.ones(len(selection.pictures), bool)
    with (
        tempfile.TemporaryDirectory() as scratch,
        opened_maps(backbone, digest, layout_of(backbone), selection, everything, "windows", Path(scratch)) as maps,
    ):
        prepared = yield from prepare(backbone, digest, selection, settings, (yield from maps))
        return (yield from trained(prepared, settings, Path(scratch)))


def trained(prepared: Prepared, settings: TrainSettings, scratch: Path) -> Operation[dict[str, Table]]:
    """The tables of all networks."""
    strengths: dict[str, float] = {}
    for variant in MASKED:
        strengths[variant] = (yield from choose_loss_weight(prepared, variant, FinishFlag())).strength
    heads: dict[str, Head] = {variant: prepared.new_network(variant) for variant in VARIANTS}
    networks, source = yield from networks_and_batches(prepared, heads, scratch)
    yield from train_networks(networks, source, settings, strengths, FinishFlag(), "partscope")
    yield from refit_heads(networks, source, settings)
    portraits = yield from run_network(prepared, networks, source)
    filters = yield from filters_and_dictionaries(prepared, networks, portraits)
    tables = part_tables(prepared, portraits, filters)
    labels = samples_of(prepared.selection, "test").labels
    for name, portrait in portraits.items():
        tables[name] |= answer_table(portrait.tested, labels, settings.loss)
    return tables


def told(tables: list[dict[str, Table]]) -> str:
    """Markdown: a row a network, mean and half an interval of each figure over the cells."""
    keys = [key for key in COLUMNS if any(key in table.get("partscope", {}) for table in tables)]
    lines = ["| | " + " | ".join(keys) + " |", "|---" * (len(keys) + 1) + "|"]
    for row in ROWS:
        own = [table.get(row, {}) for table in tables]
        figures = [_figure(np.array([_number(table.get(key)) for table in own]), COLUMNS[key]) for key in keys]
        lines.append(f"| {row} | " + " | ".join(figures) + " |")
    return "\n".join(lines)


def _number(value: float | None) -> float:
    return float("nan") if value is None else value


def _figure(values: np.ndarray, digits: int) -> str:
    found = metrics.interval_of_seeds(values)
    if not np.isfinite(found.mean):
        return "–"
    if not np.isfinite(found.low):
        return f"{found.mean:.{digits}f}"
    return f"{found.mean:.{digits}f} ± {found.high - found.mean:.{digits}f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--categories", nargs="+", required=True)
    parser.add_argument("--seeds", type=int, nargs="+", default=[0, 1, 2])
    parser.add_argument("--pictures", type=int, help="at most so many of the category, and of the background")
    parser.add_argument("--background", default="", help="a category of the folder, or a folder elsewhere")
    options = parser.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    tables = []
    for seed in options.seeds:
        for category in options.categories:
            file = options.output / f"{category}-{seed}.json"
            if not file.is_file():
                start = time.perf_counter()
                told_apart = {"max_pictures": options.pictures, "background": options.background}
                settings = make_settings({"category": category, "seed": seed, **told_apart})
                found = drain(cell(options.folder, settings))
                file.write_text(json.dumps(found, indent=1), encoding="utf-8")
                print(f"{file.name}: {time.perf_counter() - start:.0f} s", flush=True)
            tables.append(json.loads(file.read_text(encoding="utf-8")))
    print(told(tables))


if __name__ == "__main__":
    main()
