"""`experiment`: train and measure the cells of an experiment and print its table."""

from __future__ import annotations

from argparse import Namespace

from icnn_engine.cli.arguments import RUNS
from icnn_engine.cli.progress import watch
from icnn_engine.core.atomic_files import fitting_name
from icnn_engine.core.config import TrainSettings, from_toml, upgrade_settings
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.experiment_settings import ExperimentSettings, make_experiment_settings
from icnn_engine.core.language import translate
from icnn_engine.experiment.experiment import run_experiment
from icnn_engine.experiment.experiment_table import experiment_rows
from icnn_engine.experiment.table_text import table_as_text
from icnn_engine.figures import experiment_figure


def run(options: Namespace) -> int:
    """Run an experiment, or resume it where it stopped; print its table."""
    settings = experiment_settings(options)
    folder = options.output or RUNS / fitting_name(f"experiment-{options.folder.resolve().name}")
    study = watch(run_experiment(options.folder, settings, folder), settings.training.epochs)
    figure = experiment_figure(study, study.path / "table.png")
    print(table_as_text(study, experiment_rows(study)))
    print(f"Folder: {study.path} (table.csv, table.md, table.tex; study.toml repeats it)\nFigure: {figure}")
    return 0


def experiment_settings(options: Namespace) -> ExperimentSettings:
    """Return the settings of the command line, over those of another experiment's manifest (--repeat)."""
    given = vars(options)
    values = {name: given[name] for name in ExperimentSettings.model_fields if name in given and name != "training"}
    training = {name: given[name] for name in TrainSettings.model_fields if name in given and name not in values}
    if options.repeat is None:
        return make_experiment_settings(values | {"training": training})
    try:
        known = from_toml(options.repeat.read_text(encoding="utf-8"))["settings"]
    except (OSError, UnicodeDecodeError, KeyError) as error:
        raise SettingsError(
            translate("Errors", "{repeat} is no manifest of an experiment ({error}). Give a study.toml.").format(
                repeat=options.repeat, error=error
            )
        ) from None
    return make_experiment_settings(
        known | values | {"training": upgrade_settings(known.get("training", {})) | training}
    )
