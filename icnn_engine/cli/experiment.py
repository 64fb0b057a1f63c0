"""The commands that ask how far results hold: `experiment` and `switch`."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

import numpy as np

from icnn_engine.cli.parser import RUNS
from icnn_engine.cli.progress import ProgressPrinter
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.events import drain
from icnn_engine.core.files import fitting_name
from icnn_engine.core.language import translate

if TYPE_CHECKING:
    from icnn_engine.core.config import ExperimentSettings
    from icnn_engine.runs.run_folder import Run


def experiment(options: Namespace) -> int:
    """Fill the table of an experiment and print it; go on where it stopped."""
    from icnn_engine.experiment.experiment import run_experiment
    from icnn_engine.experiment.experiment_table import experiment_rows
    from icnn_engine.experiment.table_text import table_as_text
    from icnn_engine.figures import experiment_figure

    settings = experiment_settings(options)
    place = options.output or RUNS / fitting_name(f"experiment-{options.folder.resolve().name}")
    with ProgressPrinter(settings.training.epochs) as tell:
        study = drain(run_experiment(options.folder, settings, place), tell)
    figure = experiment_figure(study, study.path / "table.png")
    print(table_as_text(study, experiment_rows(study)))
    print(f"Folder: {study.path} (table.csv, table.md, table.tex; study.toml repeats it)\nFigure: {figure}")
    return 0


def experiment_settings(options: Namespace) -> ExperimentSettings:
    """Those of the command line, or of another experiment's manifest with what the command line says differently."""
    from icnn_engine.core.config import (
        ExperimentSettings,
        TrainSettings,
        from_toml,
        make_experiment_settings,
        upgrade_settings,
    )

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


def switch(options: Namespace) -> int:
    """Print what is lost on the test pictures with filters, parts or masks off."""
    from icnn_engine import metrics
    from icnn_engine.core.config import answers_through_masks
    from icnn_engine.core.table_formats import as_text
    from icnn_engine.inspection.explainer import Explainer
    from icnn_engine.runs.run_folder import open_run

    found = open_run(options.run, options.images)
    off = _filters_of(found, options.filters, options.parts)
    if options.masks and not answers_through_masks(found.settings):
        words = translate(
            "Errors", "{name} answers from whole maps: its masks change nothing. To compare, train with --answer votes."
        )
        raise SettingsError(words.format(name=found.name))
    test = np.array([i for i, p in enumerate(found.pictures) if p.side == "test"])
    labels = np.array([p.label for p in found.pictures])[test]
    explainer = Explainer(found)
    before = metrics.judge_answers(explainer.switched(test), labels, found.settings.loss)
    after = metrics.judge_answers(explainer.switched(test, off, not options.masks), labels, found.settings.loss)
    print(f"Off: {len(off)} of {len(found.filters)} filters{', and the masks' if options.masks else ''}.")
    rows = [["on the test pictures", "all on", "switched off", "change"]]
    kinds = [*found.categories, "background"]
    lines = [(kind, a, b) for kind, a, b in zip(kinds, before.recalls, after.recalls, strict=True) if np.isfinite(a)]
    lines.append(("balanced accuracy", before.balanced_accuracy, after.balanced_accuracy))
    rows += [[kind, f"{a:.3f}", f"{b:.3f}", f"{b - a:+.3f}"] for kind, a, b in lines]
    print(as_text(rows, "lrrl"), end="")
    return 0


def _filters_of(run: Run, filters: list[int], parts: list[int]) -> list[int]:
    """The filters asked for, by number and by part (from 1). Raises SettingsError."""
    groups = run.groups()
    if wrong := [f for f in filters if not 0 <= f < len(run.filters)]:
        raise SettingsError(
            translate("Errors", "There is no filter {wrong}: this run has filters 0 to {count}.").format(
                wrong=wrong[0], count=len(run.filters) - 1
            )
        )
    if parts and not groups:
        raise SettingsError(
            translate("Errors", "No filter of {name} holds a part: name filters with --filters instead.").format(
                name=run.name
            )
        )
    if wrong := [p for p in parts if not 1 <= p <= len(groups)]:
        raise SettingsError(
            translate("Errors", "There is no part {wrong}: this run has parts 1 to {count}.").format(
                wrong=wrong[0], count=len(groups)
            )
        )
    return sorted({*filters, *(f for part in parts for f in groups[part - 1])})
