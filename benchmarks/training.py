"""Time quick training from the folder to the finished gallery, beside an ordinary fine-tuning loop.

python benchmarks/training.py [--pictures 1000] [--epochs 12]

Drawn pictures, as many of the creature as of the background, an empty cache of maps, strength chosen by probes, twin
and CAM included. The second row is the same again: everything that is kept by content is there now. The ordinary loop
is the usual one: the same backbone with a new last layer, every layer learning, batches of 64, the pictures decoded
anew in every epoch; it is timed over a part of an epoch and scaled up to as many epochs.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import torch
from torch import nn

from icnn_engine.core.annotations import Where
from icnn_engine.core.config import TrainSettings, make_settings
from icnn_engine.core.events import EpochDone, Event, LossWeightTried, NetworkName, Progress, drain
from icnn_engine.experiment.training_run import run_training
from icnn_engine.features.trunk_maps import batches_of, prepare, read_squares
from icnn_engine.models.weights import load_backbone
from icnn_engine.sample import make_sample

DRAWN = 500  # of each kind; more pictures are copies whose contents differ, for drawing takes long
BARS = {1000: "120 s"}
LOOP = 6  # batches of the ordinary loop that are timed


class Clock:
    """When each stage began, and how much it was about."""

    def __init__(self) -> None:
        self.start = time.perf_counter()
        self.first: dict[str, float] = {}
        self.last: dict[str, float] = {}
        self.total: dict[str, int] = {}
        self.probes = 0

    def __call__(self, event: Event) -> None:
        now = time.perf_counter() - self.start
        match event:
            case Progress(title=title, total=total):
                self._note(title, now)
                self.total[title] = total
            case EpochDone(network=NetworkName.INTERPRETABLE):
                self._note("epochs", now)
            case LossWeightTried():
                self.probes += 1

    def _note(self, title: str, now: float) -> None:
        self.first.setdefault(title, now)
        self.last[title] = now

    def seconds(self, title: str) -> float:
        """Of a stage."""
        return self.last.get(title, 0.0) - self.first.get(title, 0.0)


def folder_of(pictures: int) -> Path:
    """A folder of so many pictures."""
    root = Path(tempfile.mkdtemp()) / "sample"
    own = min(pictures // 2, DRAWN)
    drain(make_sample(root, creatures=own, backgrounds=own))
    for path in [path for path in root.rglob("*.jpg") if own == DRAWN]:
        for number in range(1, pictures // 2 // DRAWN):
            copy = path.with_name(f"{path.stem}-{number}.jpg")
            copy.write_bytes(path.read_bytes() + b"%d" % number)
    return root


def train(folder: Path, settings: TrainSettings) -> tuple[Clock, float, list[Where]]:
    """One training; its stages, the seconds of the whole, its pictures."""
    clock, place = Clock(), Path(tempfile.mkdtemp())
    run = drain(run_training(folder, settings, place), clock)
    whole = time.perf_counter() - clock.start
    pictures = [run.picture_path(index) for index in range(len(run.pictures))]
    shutil.rmtree(place)
    return clock, whole, pictures


def ordinary_loop(pictures: list[Where]) -> float:
    """Seconds for each picture and epoch of an ordinary fine-tuning loop."""
    backbone, _ = load_backbone("squeezenet1_1", "bundled", 0)
    trunk = backbone.trunk.requires_grad_(True).train()
    network = nn.Sequential(trunk, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(backbone.channels, 1))
    optimiser = torch.optim.SGD(network.parameters(), 1e-3, 0.9)
    batches = batches_of(read_squares(pictures, backbone.input_size), 64)
    start, done = 0.0, 0
    for number, squares in enumerate(batches):
        if number == 1:
            start, done = time.perf_counter(), 0
        optimiser.zero_grad()
        logits = network(prepare(squares, backbone)).squeeze(1)
        nn.functional.binary_cross_entropy_with_logits(logits, torch.ones_like(logits)).backward()
        optimiser.step()
        done += len(squares)
        if number == LOOP:
            break
    return (time.perf_counter() - start) / done


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pictures", type=int, nargs="+", default=[1000])
    parser.add_argument("--epochs", type=int, default=12)
    options = parser.parse_args()
    os.environ["PARTSCOPE_CACHE"] = tempfile.mkdtemp()
    settings = make_settings({"epochs": options.epochs, "category": "creature"})
    heads = ("pictures", "cache", "read/s", "probes", "epochs/s", "first gallery", "finished gallery", "bar",
             "measured", "ordinary loop")  # fmt: skip
    print("| " + " | ".join(heads) + " |\n|" + "---|" * len(heads))
    for count in options.pictures:
        folder = folder_of(count)
        for cache in ("empty", "full"):
            clock, whole, pictures = train(folder, settings)
            read = clock.total["Reading pictures"] / max(clock.seconds("Reading pictures"), 1e-9)
            loop = ordinary_loop(pictures) * 0.6 * len(pictures) * options.epochs if cache == "empty" else 0.0
            row = (
                count,
                cache,
                f"{read:.0f}" if clock.seconds("Reading pictures") > 1 else "",
                f"{clock.probes} in {clock.seconds('Choosing the strength'):.0f} s",
                f"{(options.epochs - 1) / clock.seconds('epochs'):.2f}",
                f"{clock.first['epochs']:.0f} s",
                f"{clock.last['epochs']:.0f} s",
                BARS.get(count, ""),
                f"{whole:.0f} s",
                f"{loop:.0f} s for one network" if loop else "",
            )
            print("| " + " | ".join(map(str, row)) + " |", flush=True)
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
