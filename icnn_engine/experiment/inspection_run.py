"""Look at a network of the user's own without training it: a run folder of one of its layers.

The run's `interpretable` network is the user's own; its `twin` is the same network with random weights, the floor that
says what the architecture alone does; its `cam` is Grad-CAM of the user's own.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from icnn_engine import metrics
from icnn_engine.core.annotations import Where
from icnn_engine.core.atomic_files import write_array
from icnn_engine.core.config import TrainSettings
from icnn_engine.core.events import NetworkName, Operation
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.evaluation.inference import NetworkOutput
from icnn_engine.evaluation.measure import measure
from icnn_engine.experiment.inspection_maps import SeenPictures, filters_of, kept_maps, look_at
from icnn_engine.experiment.inspection_results import (
    UNTRAINED,
    Inspected,
    deletion_table,
    inspection_info,
    inspection_table,
    judged_filters,
)
from icnn_engine.experiment.inspection_task import InspectionTask, inspection_task
from icnn_engine.experiment.interruption import SCRATCH, locked_run
from icnn_engine.experiment.save_run import picture_rows, write_floors
from icnn_engine.features.part_tests import held_out_pictures
from icnn_engine.features.trunk_maps import read_squares, trunk_maps
from icnn_engine.features.untrained_parts import Untrained
from icnn_engine.models.backbones import Backbone
from icnn_engine.models.own.asked import ChosenChannels
from icnn_engine.models.own.matching import Match
from icnn_engine.models.own.network import LayerTrunk, OwnNetwork
from icnn_engine.runs import run_folder
from icnn_engine.runs.new_run_folder import ensure_writable, new_run_folder
from icnn_engine.runs.run_folder import WEIGHT_FILES, Run
from icnn_engine.training.checkpoint import write_tensors
from icnn_engine.training.conversion import ChosenFilters

CAM, TWIN, OWN = NetworkName.CAM, NetworkName.TWIN, NetworkName.INTERPRETABLE


def run_inspection(folder: Path, source: NetworkSource, settings: TrainSettings, runs: Path) -> Operation[Run]:
    """Look at a layer of the user's own network on a folder of pictures, and write a run folder.

    Parameters
    ----------
    folder
        Folder of pictures, with a sub-folder for each category.
    source
        The network and the layer.
    settings
        Of a training, those that choose the pictures, the number of filters and the device.
    runs
        Folder in which the run folder is made.

    Returns
    -------
    Run
        The finished run. Of the layer's channels those are its filters that add most to the answers on the pictures of
        the side train.

    Raises
    ------
    FolderError, SettingsError, WeightsError, TrainingError, RunError, StorageError
        The folder, the settings or the network cannot be used; a disk error.
    """
    ensure_writable(runs)
    task = yield from inspection_task(folder, source, settings)
    path = new_run_folder(runs.resolve(), task.settings.name or f"{source.title}-{task.selection.name}")
    with locked_run(path), removed_on_error(path):
        matched = yield from task.matched()
        sets = [match.answers for match in matched.values()]
        own = yield from look_at(path, OWN, task.network, task, sets)
        chosen = filters_of(own, task)
        twin = yield from look_at(path, TWIN, untrained_of(task), task, sets)
        return (yield from write_inspection(path, task, matched, {OWN: own, TWIN: twin}, chosen, {}))


def untrained_of(task: InspectionTask) -> OwnNetwork:
    """Return the network with random weights, on the same device."""
    network = task.network.untrained(task.settings.seed)
    network.module.to(next(task.network.module.parameters()).device)
    return network


@contextmanager
def removed_on_error(path: Path) -> Iterator[None]:
    """Remove a run folder that is not finished, and the scratch files of one that is."""
    try:
        yield
    except BaseException:
        shutil.rmtree(path, ignore_errors=True)
        raise
    shutil.rmtree(path / SCRATCH, ignore_errors=True)


def write_inspection(
    path: Path,
    task: InspectionTask,
    matched: Mapping[str, Match],
    seen: Mapping[NetworkName, SeenPictures],
    chosen: ChosenFilters,
    more: Mapping[str, Any],
    untrained: OwnNetwork | None = None,
) -> Operation[Run]:
    """Test the filters of two networks, measure them and write the run.

    Parameters
    ----------
    path
        The run folder.
    task
    matched
        The answers of each category.
    seen
        The network and its twin on all pictures.
    chosen
        The filters, the same channels of both.
    more
        Added to what run.toml tells of the network.
    untrained
        The network with random weights; None: the twin is that.
    """
    selection, settings = task.selection, task.settings
    test = selection.side == "test"
    outputs = _outputs(path, seen, chosen, test)
    layer = ChosenChannels(chosen.channels.tolist())  # on the CPU, as the maps that it reads
    backbone = task.network.backbone()
    trunks = {str(name): one.network for name, one in seen.items()} | ({UNTRAINED: untrained} if untrained else {})
    inspected = {
        name: Inspected(
            replace(backbone, trunk=LayerTrunk(network.module, task.network.layer)),
            layer,
            chosen.category,
            outputs.get(name),
        )
        for name, network in trunks.items()
    }
    held = held_out_pictures(task.paths, selection.labels, test)
    filters = yield from judged_filters(inspected, held, backbone)
    table, rows = inspection_table(path, selection, settings, outputs, filters, held, chosen.channels)
    table |= yield from deletion_table(seen[OWN].asked, task.paths, selection, test, seen[OWN].cam, backbone)
    for name, output in outputs.items():
        write_array(path / "answers" / f"{name}.npy", output.answers.astype(np.float32))
    if untrained:
        given, floors = (
            seen[TWIN],
            Untrained(layer, filters[UNTRAINED].judged.distances, _computed(task.paths, inspected[UNTRAINED].backbone)),
        )
    else:
        given, floors = seen[OWN], Untrained(layer, filters[TWIN].judged.distances, _stored(seen[TWIN]))
    yield from write_floors(path, _stored(given), selection.labels, selection.side, floors)
    write_tensors(path / WEIGHT_FILES[OWN], seen[OWN].network.module.state_dict(), {"network": "own"})
    if untrained:
        write_tensors(path / WEIGHT_FILES[TWIN], seen[TWIN].network.module.state_dict(), {"network": "own"})
    info = inspection_info(task.network, task.names, matched, selection)
    info["own_network"] |= more
    run = Run(
        path,
        settings,
        info,
        backbone.geometry(),
        picture_rows(selection, outputs),
        rows[OWN],
        rows[TWIN],
        table,
    )
    run_folder.write_run(run)
    return replace(run, table=(yield from measure(run)))


def _stored(seen: SeenPictures) -> Callable[[np.ndarray], Tensor]:
    """Return what gives the maps of pictures by row, those that were kept, without what is below zero."""
    return lambda rows: torch.from_numpy(np.maximum(np.asarray(seen.maps[rows], np.float32), 0))


def _computed(paths: Sequence[Where], backbone: Backbone) -> Callable[[np.ndarray], Tensor]:
    """Return what computes the maps of pictures by row."""
    size = backbone.input_size
    return lambda rows: trunk_maps(np.stack(list(read_squares([paths[int(row)] for row in rows], size))), backbone)


def _outputs(
    path: Path, seen: Mapping[NetworkName, SeenPictures], chosen: ChosenFilters, test: np.ndarray
) -> dict[str, NetworkOutput]:
    """Write the maps of the filters, and Grad-CAM of the network; return them with the answers."""
    count = len(chosen.channels)
    outputs: dict[str, NetworkOutput] = {
        name: NetworkOutput(
            kept_maps(path, name, one.maps, chosen.channels),
            one.answers,
            one.answers[test],
            chosen.category,
            np.zeros(count),
        )
        for name, one in seen.items()
    }
    own = seen[OWN]
    write_array(path / "maps" / f"{CAM}.npy", own.cam.astype(metrics.float_for(own.cam[:, None])))
    return outputs | {CAM: NetworkOutput(own.cam, own.answers, own.answers[test], np.zeros(0), np.zeros(0))}
