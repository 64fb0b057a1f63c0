"""`inspect`: look at a layer of a network of the user's own, without training; write the figures, print the table."""

from __future__ import annotations

from argparse import Namespace

from icnn_engine.cli.network_source import source_of
from icnn_engine.cli.progress import watch
from icnn_engine.cli.run_table import print_table, write_main_figures
from icnn_engine.core.config import TrainSettings, make_settings
from icnn_engine.core.escaping import visible
from icnn_engine.core.language import short_list
from icnn_engine.experiment.inspection_run import run_inspection
from icnn_engine.runs.run_folder import Run

FOUND_BY = {
    "given": "as you said",
    "name": "by its name",
    "word": "by the category's name at their end",
    "use": "as the answer that its pictures get most often",
}


def run(options: Namespace) -> int:
    """Inspect a network; print which answers stand for each category, and the table."""
    source = source_of(options)
    finished = watch(run_inspection(options.folder, source, settings_of(options), options.output))
    write_main_figures(finished)
    print_network(finished)
    print_table(finished)
    return 0


def settings_of(options: Namespace) -> TrainSettings:
    """Return the settings of a training that are among the options; the network's are others. Raises SettingsError."""
    values = {name: getattr(options, name) for name in TrainSettings.model_fields if hasattr(options, name)}
    return make_settings({name: value for name, value in values.items() if name not in ("weights", "answer")})


def print_network(run: Run) -> None:
    """Print the layer of the user's network, and which answers stand for each category."""
    known = run.own_network or {}
    layer = known["layer"]
    print(
        f"{known['title']}, layer {layer['name']}: {layer['channels']} channels of {layer['cells']} x {layer['cells']}"
    )
    for category, match in known["matched"].items():
        print(visible(f"{category}: {short_list(match['names'])} ({FOUND_BY[match['by']]})"))
