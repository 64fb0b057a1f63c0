"""Fine-tune a network as a user would, convert it, and try the cheap ways to the same figures.

    python benchmarks/own_networks.py tune PHOTOS OUT.pth --answers other fox [--pictures 300] [--epochs 6]
    python benchmarks/own_networks.py convert PHOTOS OUTPUT --weights OUT.pth --category fox [--pictures 300]

`tune` fits torchvision's SqueezeNet 1.1, from the bundled weights, with one answer for each of `--answers`: categories
of the folder, `other` for `_background`; it learns from the side train only and writes the state_dict and the names.
`convert` converts it (without --names: the 1000 answers of ImageNet), with --fake also without the filter loss; the
masks alone are in the table of each run. Weights and runs lie where you say; print the rows of docs/experiments.md.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from icnn_engine.core.annotations import fitted_to
from icnn_engine.core.config import TrainSettings
from icnn_engine.core.events import drain
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.data.selection import checked, select
from icnn_engine.experiment.conversion_run import run_conversion
from icnn_engine.features.trunk_maps import read_squares
from icnn_engine.models.own.asked import network_input
from icnn_engine.models.own.network import OwnNetwork, open_network
from icnn_engine.runs.run_folder import Run

BUNDLED = Path(__file__).resolve().parents[1] / "resources" / "weights" / "squeezenet1_1.safetensors"
NAME, OTHER = "squeezenet1_1", "other"
TRAINED = ("features.9", "features.10", "features.11", "features.12", "classifier")
RATE, BATCH = 3e-4, 16
NO_LOSS = 1e-9  # strength of the fake without a filter loss


def tune(folder: Path, out: Path, answers: list[str], pictures: int, epochs: int) -> None:
    """Fine-tune SqueezeNet on the side train of a folder; print the accuracy on the side test."""
    asked = [name for name in answers if name != OTHER]
    task = {"category": asked[0]} if len(asked) == 1 else {"categories": tuple(asked), "background": "none"}
    settings = TrainSettings(**task, max_pictures=pictures)
    selection = drain(select(drain(checked(folder, settings.category)), settings))
    network = open_network(NetworkSource(architecture=NAME, weights=str(BUNDLED)))
    torch.manual_seed(0)
    network.module.classifier[1] = nn.Conv2d(512, len(answers), 1)
    fit = network.preprocessing.fit
    squares = np.stack(list(read_squares([fitted_to(where, fit) for where in selection.paths], fit.size)))
    names = [*selection.categories, OTHER]
    labels = torch.tensor([answers.index(names[label]) for label in selection.labels])
    parameters = [p for name in TRAINED for p in network.module.get_submodule(name).parameters()]
    optimiser = torch.optim.AdamW([p.requires_grad_() for p in parameters], RATE)
    train, test = (np.flatnonzero(selection.side == side) for side in ("train", "test"))
    random = np.random.default_rng(0)
    for epoch in range(epochs):
        for rows in np.array_split(random.permutation(train), -(-len(train) // BATCH)):
            views = squares[rows] if random.random() < 0.5 else squares[rows][:, :, ::-1]
            loss = functional.cross_entropy(_logits(network, views), labels[rows])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        with torch.inference_mode():
            named = torch.cat([_logits(network, squares[rows]).argmax(1) for rows in np.array_split(test, 16)])
        print(f"epoch {epoch + 1}: test accuracy {(named == labels[test]).float().mean():.3f}", flush=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(network.module.state_dict(), out)
    out.with_suffix(".txt").write_text("\n".join(answers), "utf-8")


def _logits(network: OwnNetwork, squares: np.ndarray) -> torch.Tensor:
    norm = network.preprocessing
    logits: torch.Tensor = network.module(network_input(squares, norm.mean, norm.std))
    return logits


def convert(options: argparse.Namespace) -> None:
    """Convert a network with the filter loss and without; print a row for each."""
    names = Path(options.weights).with_suffix(".txt") if options.weights else None
    source = NetworkSource(
        architecture=NAME, weights=options.weights or str(BUNDLED), names=str(names or ""), layer=options.layer
    )
    several = len(options.category) > 1
    task = {"categories": tuple(options.category)} if several else {"category": options.category[0]}
    fakes = (("without-filter-loss", NO_LOSS),) if options.fake else ()
    for name, strength in (("converted", options.strength), *fakes):
        settings = TrainSettings(
            **task,
            max_pictures=options.pictures,
            filters=options.filters,
            epochs=options.epochs,
            batch=32,
            learning_rate=options.rate,
            strength=strength,
            seed=options.seed,
            name=name,
        )
        run = drain(run_conversion(options.folder, source, settings, options.output))
        print(row(name, run), flush=True)


def row(name: str, run: Run) -> str:
    """Return a row of the table in docs/experiments.md."""
    told = (run.own_network or {})["conversion"]

    def of(values: dict[str, float]) -> str:
        return f"{values['mean']:.3f} [{values.get('low', np.nan):.3f}, {values.get('high', np.nan):.3f}]"

    cells = [
        f"{side} {figure} {of(told[figure][side])}"
        for figure in told
        if isinstance(told[figure], dict) and "original" in told[figure]
        for side in ("original", "converted", "difference")
    ]
    cells += [f"{figure} {of(told[figure])}" for figure in told if figure.startswith("agreement")]
    tests = ("keeping", "equivariance", "mirror", "transplant", "equivariance_scale", "grounding")
    cells += [
        f"{test} " + ", ".join(f"{run.table.get(f'{prefix}{test}') or 0:.2f}" for prefix in ("untrained_", "twin_", ""))
        for test in tests
    ]
    return f"{name}\n  " + "\n  ".join(cells)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    tuning, converting = commands.add_parser("tune"), commands.add_parser("convert")
    for one in (tuning, converting):
        one.add_argument("folder", type=Path)
        one.add_argument("--pictures", type=int, default=300)
    tuning.add_argument("out", type=Path)
    tuning.add_argument("--answers", nargs="+", default=["other", "fox"])
    tuning.add_argument("--epochs", type=int, default=6)
    converting.add_argument("output", type=Path)
    converting.add_argument("--weights", default="")
    converting.add_argument("--category", nargs="+", default=["fox"])
    converting.add_argument("--layer", default="")
    converting.add_argument("--filters", type=int, default=32)
    converting.add_argument("--epochs", type=int, default=12)
    converting.add_argument("--strength", type=float, default=None)
    converting.add_argument("--rate", type=float, default=None)
    converting.add_argument("--fake", action="store_true", help="also the same training without the filter loss")
    converting.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    if options.command == "tune":
        tune(options.folder, options.out, options.answers, options.pictures, options.epochs)
    else:
        convert(options)


if __name__ == "__main__":
    main()
