"""An experiment: networks of several variants trained side by side, for tasks, backbones and seeds; it resumes."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import numpy as np

from icnn_engine.core.annotations import CheckUp, Folder
from icnn_engine.core.config import AUTO_BACKGROUND, NONE, TrainSettings
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.events import ExperimentGrew, FinishFlag, Operation
from icnn_engine.core.experiment_settings import ExperimentSettings
from icnn_engine.core.language import translate
from icnn_engine.data.selection import checked, select
from icnn_engine.experiment.experiment_cell import train_cell
from icnn_engine.experiment.experiment_folder import (
    CellName,
    Experiment,
    Task,
    begin_experiment,
    open_experiment,
    write_cell,
)
from icnn_engine.experiment.provenance import versions
from icnn_engine.experiment.table_text import write_tables
from icnn_engine.features.trunk_maps import layout_of, opened_maps
from icnn_engine.runs.departures import stored_departures
from icnn_engine.training.preparation import load_trunk, prepare


def run_experiment(folder: Path, settings: ExperimentSettings, path: Path) -> Operation[Experiment]:
    """Train and measure all cells of an experiment, one after another; finished cells are not done again.

    Parameters
    ----------
    folder
        Folder of pictures.
    settings
        Categories, backbones, seeds and variants, and the settings of each training.
    path
        Folder of the experiment: made, or taken up where it stopped.

    Yields
    ------
    Event
        Progress. Answer `FinishNow` to end after the cell under way; closing the operation loses that cell only.

    Returns
    -------
    Experiment
        The experiment with all cells finished so far.

    Raises
    ------
    ExperimentError
        `path` holds an experiment with other settings or pictures, or cannot be read or written.
    FolderError, SettingsError, WeightsError, TrainingError
        As `training_run.run_training`.
    """
    flag = FinishFlag()
    return (yield from flag.heard(_run(folder, settings, path.resolve(), flag)))


def _run(folder: Path, settings: ExperimentSettings, path: Path, flag: FinishFlag) -> Operation[Experiment]:
    if settings.training.region != "whole":
        raise SettingsError(translate("Errors", "Experiments read whole pictures: choose --region whole."))
    checkup = yield from checked(folder, *settings.categories)
    experiment = begin_experiment(path, settings, _info(checkup, settings))
    done = {cell.name for cell in experiment.cells}
    wanted = list(cells_of(checkup, experiment.settings))
    yield ExperimentGrew(path, len(done), len(wanted))
    for _, group in groupby(wanted, key=lambda name: (name.task, name.backbone)):
        missing = [name for name in group if name not in done]
        try:
            if missing:
                yield from _train_seeds(checkup, experiment, missing, len(wanted), flag)
        finally:
            shutil.rmtree(path / "scratch", ignore_errors=True)
        if flag.finish:
            break
    return open_experiment(path)


def cells_of(folder: CheckUp | Folder, settings: ExperimentSettings) -> Iterator[CellName]:
    """Yield the cells of an experiment, in the order in which they are trained: seeds innermost."""
    background = (AUTO_BACKGROUND, settings.training.background)
    categories = settings.categories or tuple(c for c in folder.categories if c not in background)
    tasks = [Task((category,)) for category in categories] if settings.alone else []
    tasks += [Task(categories, loss) for loss in settings.together if len(categories) > 1]
    for task in tasks:
        for backbone in settings.backbones:
            for seed in settings.seeds:
                yield CellName(task, backbone, seed)


def _info(checkup: CheckUp, settings: ExperimentSettings) -> dict[str, object]:
    variants = [variant for variant in settings.variants if variant != "ordinary"]
    training = {variant: settings.training.model_copy(update={"variant": variant}) for variant in variants}
    return {
        "data": {"folder": str(checkup.root.resolve()), "fingerprint": checkup.fingerprint},
        "versions": versions(),
        "departures": {variant: stored_departures(own) for variant, own in training.items()},
    }


def settings_of(name: CellName, settings: ExperimentSettings) -> TrainSettings:
    """Return the training settings of one cell.

    Several categories are told from each other, as published, unless the settings name a background. The variant is the
    last one of the experiment, so that untrained filters have its kernels.
    """
    training = settings.training
    backbone, _, weights = name.backbone.partition("=")
    several = len(name.task.categories) > 1
    return TrainSettings.model_validate(
        training.model_dump()
        | {
            "category": "" if several else name.task.categories[0],
            "categories": name.task.categories if several else (),
            "loss": name.task.loss,
            "background": training.background or (NONE if several else ""),
            "backbone": backbone,
            "weights": weights or training.weights,
            "seed": name.seed,
            "variant": next((v for v in reversed(settings.variants) if v != "ordinary"), "paper"),
        }
    )


def _train_seeds(
    checkup: CheckUp, experiment: Experiment, names: list[CellName], total: int, flag: FinishFlag
) -> Operation[None]:
    """Train the cells of one task and backbone. They share the trunk's maps, for only the split differs."""
    path, shared = experiment.path, settings_of(names[0], experiment.settings)
    backbone, digest = load_trunk(shared)
    pictures = yield from select(checkup, shared)
    layout, everything, scratch = layout_of(backbone), np.ones(len(pictures.pictures), bool), path / "scratch"
    with opened_maps(backbone, digest, layout, pictures, everything, "windows", scratch / "maps") as computing:
        maps = yield from computing
        for name in names:
            settings = settings_of(name, experiment.settings)
            selection = yield from select(checkup, settings)
            start = time.monotonic()
            prepared = yield from prepare(backbone, digest, selection, settings, maps)
            cell, records = yield from train_cell(name, prepared, experiment.settings.variants, scratch)
            cell.info["seconds"] = round(time.monotonic() - start, 1)
            write_cell(path, cell, records)
            grown = open_experiment(path)
            write_tables(grown)
            yield ExperimentGrew(path, len(grown.cells), total)
            if flag.finish:
                return
