"""`convert`: fine-tune a layer of a network of the user's own so that its filters hold parts; compare the two."""

from __future__ import annotations

from argparse import Namespace

from icnn_engine.cli.commands.inspect import print_network, settings_of
from icnn_engine.cli.network_source import source_of
from icnn_engine.cli.progress import watch
from icnn_engine.cli.run_table import print_table, write_main_figures
from icnn_engine.experiment.conversion_run import run_conversion
from icnn_engine.inspection.conversion_words import WEIGHTS


def run(options: Namespace) -> int:
    """Convert a network; print the table, and what the conversion changed."""
    settings = settings_of(options)
    operation = run_conversion(options.folder, source_of(options), settings, options.output)
    finished = watch(operation, settings.epochs)
    write_main_figures(finished)
    print_network(finished)
    print_table(finished)
    print(f"\nWeights:    {finished.path / WEIGHTS}")
    return 0
