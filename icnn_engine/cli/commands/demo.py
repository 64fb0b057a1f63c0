"""`demo`: draw the sample, train on it, measure it, write its figures."""

from __future__ import annotations

from argparse import Namespace

from icnn_engine.cli.commands.train import train
from icnn_engine.cli.progress import watch
from icnn_engine.cli.run_table import print_table, write_main_figures
from icnn_engine.core.config import make_settings
from icnn_engine.sample import make_sample


def run(options: Namespace) -> int:
    """Make the sample and a run of it; print where everything is."""
    settings = make_settings({"seed": options.seed, "epochs": options.epochs, "name": "demo"})
    sample = watch(make_sample(options.output / "sample", options.seed, options.pictures, options.pictures))
    finished = train(sample, settings, options.output)
    write_main_figures(finished)
    print(f"Pictures:   {sample}")
    print_table(finished)
    return 0
