"""Compare a training step of the interpretable network with an ordinary one, on the same batch.

python benchmarks/steps.py [--rounds 15] [--batch 64] [--filters 64 512]

Quick training's network over the maps of SqueezeNet 1.1 (512 x 13 x 13), made up. The variants take turns step by step,
so that a busy machine hits all alike. All have the paper's 3x3 kernels; in a row of its own our recipe with those
of one cell, as it is by default. Yardsticks in the same run: eq. 1 written straightforwardly (the traces of all n^2 + 1
templates for every picture and filter, by a matrix product), and the memory each takes above the ordinary step.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import torch

from icnn_engine.core.config import BLURRED_KERNEL, PAPER_KERNEL, Kernel, NetworkVariant, make_settings
from icnn_engine.core.events import FinishFlag, Operation, StepDone
from icnn_engine.models.device import make_generator
from icnn_engine.models.filter_loss import paper_loss
from icnn_engine.models.network import HeadShape, PartNetwork
from icnn_engine.training.batch_sources import MapBatches
from icnn_engine.training.batches import Samples
from icnn_engine.training.training_loop import train_networks

CHANNELS, CELLS = 512, 13
STEPS = 1000  # of an epoch, which is never gone through
VARIANTS: tuple[NetworkVariant, ...] = ("ordinary", "partscope", "released", "paper")
BARS = {"partscope": "1.10"}


class Batches:
    """A lesson of one batch that comes again and again."""

    def __init__(self, batch: int) -> None:
        random = np.random.default_rng(0)
        labels = np.where(np.arange(batch) % 2, -1, 0)
        self.train = self.choose = Samples(*(np.tile(a, STEPS) for a in (np.arange(batch), labels, labels > 9)))
        self.rate = 1.0
        maps = np.maximum(random.standard_normal((batch, CHANNELS, CELLS, CELLS)), 0).astype(np.float32)
        self.maps, self.labels = torch.from_numpy(maps), torch.from_numpy(labels)

    def inputs(self, _samples: Samples) -> torch.Tensor:
        return self.maps[:2]

    def batches(self, _settings: object, _epoch: int) -> Operation[None]:
        while True:
            yield self.maps, self.labels

    steadiness = MapBatches.steadiness


def steps_of(
    variant: NetworkVariant, source: Batches, filters: int, kernel: Kernel = PAPER_KERNEL
) -> Callable[[], object]:
    """A function that makes one step of a network of a variant."""
    settings = make_settings({"filters": filters, "variant": "partscope" if variant == "ordinary" else variant})
    network = PartNetwork(
        HeadShape(CHANNELS, CELLS, filters, answer="weighed", kernel=kernel), variant, make_generator(0, "weights")
    )
    training = train_networks({variant: network}, source, settings, {variant: 1e-3}, FinishFlag(), "none")
    return lambda: next(event for event in training if isinstance(event, StepDone))


def naive(filters: int, batch: int) -> Callable[[], object]:
    """Eq. 1 and its gradient alone, by all templates, on maps of the size a step has."""
    maps = torch.rand(batch, filters, CELLS, CELLS, requires_grad=True)

    def work() -> None:
        maps.grad = None
        paper_loss(maps).sum().backward()

    return work


def times(works: dict[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median seconds of each, taken in turns."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(rounds + 2):
        for name, work in works.items():
            start = time.perf_counter()
            work()
            if turn >= 2:
                taken[name].append(time.perf_counter() - start)
    return {name: median(own) for name, own in taken.items()}


def peak_memory(variant: str, filters: int, batch: int) -> float:
    """Highest resident megabytes of a process that makes five steps of one variant."""
    words = [sys.executable, __file__, "--one", variant, "--filters", str(filters), "--batch", str(batch)]
    return float(subprocess.run(words, check=True, capture_output=True, text=True).stdout)


def one(variant: NetworkVariant, filters: int, batch: int) -> None:
    """Make five steps and print the highest resident megabytes of this process (Linux; elsewhere nan)."""
    work = steps_of(variant, Batches(batch), filters)
    for _ in range(5):
        work()
    highest = re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text(encoding="ascii"))
    print(int(highest[1]) / 1024 if highest else "nan")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--batch", type=int, default=64)
    parser.add_argument("--filters", type=int, nargs="+", default=[64, 512])
    parser.add_argument("--one", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        one(options.one, options.filters[0], options.batch)
        return
    print("| filters | step of | ms | ratio | bar | memory above ordinary |\n|---|---|---|---|---|---|")
    for filters in options.filters:
        works = {variant: steps_of(variant, Batches(options.batch), filters) for variant in VARIANTS}
        works["partscope, kernels of one cell"] = steps_of("partscope", Batches(options.batch), filters, BLURRED_KERNEL)
        works["eq. 1 alone, by all templates"] = naive(filters, options.batch)
        taken = times(works, options.rounds)
        memory = {variant: peak_memory(variant, filters, options.batch) for variant in VARIANTS}
        for name, seconds in taken.items():
            more = f"{memory[name] - memory['ordinary']:+.0f} MB" if name in memory else ""
            ratio = seconds / taken["ordinary"]
            print(
                f"| {filters} | {name} | {1000 * seconds:.0f} | {ratio:.2f} | {BARS.get(name, '')} | {more} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
