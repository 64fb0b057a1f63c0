"""Look at a network of the user's own without training it: a run folder of one of its layers.

The run's `interpretable` network is the user's own; its `twin` is the same network with random weights, the floor that
says what the architecture alone does; its `cam` is Grad-CAM of the user's own.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from icnn_engine.core.annotations import CheckUp, Where, fitted_to
from icnn_engine.core.atomic_files import blank_array, write_array
from icnn_engine.core.config import ALL, AUTO_BACKGROUND, NONE, SHUFFLED, TrainSettings
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.events import NetworkName, Operation, Progress, Warned
from icnn_engine.core.language import translate
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.data.selection import Selection, checked, select
from icnn_engine.data.task import default_background
from icnn_engine.evaluation.inference import NetworkOutput
from icnn_engine.evaluation.measure import measure
from icnn_engine.experiment.inspection_results import (
    Inspected,
    deletion_table,
    inspection_info,
    inspection_table,
    judged_filters,
)
from icnn_engine.experiment.interruption import SCRATCH, locked_run
from icnn_engine.experiment.save_run import picture_rows, write_floors
from icnn_engine.features.part_tests import held_out_pictures
from icnn_engine.features.trunk_maps import batches_of, read_squares
from icnn_engine.features.untrained_parts import Untrained
from icnn_engine.models.device import chosen_device
from icnn_engine.models.own.asked import AskedNetwork, ChosenChannels
from icnn_engine.models.own.matching import Match, by_use, is_whole, matches
from icnn_engine.models.own.network import LayerTrunk, OwnNetwork, names_with_folder, open_network
from icnn_engine.runs import run_folder
from icnn_engine.runs.new_run_folder import ensure_writable, new_run_folder
from icnn_engine.runs.run_folder import Run
from icnn_engine.training.checkpoint import write_tensors

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
    checkup = yield from checked(folder, settings.category)
    yield Progress("Opening the network", 0, 1)
    network = open_network(source)
    yield from (Warned(note) for note in network.notes)
    usable = tuple(c for c in checkup.categories if c != AUTO_BACKGROUND)
    names = names_with_folder(network, usable)
    found = matches(names, usable, source.matching)
    settings = _task(checkup, settings, network, found)
    selection = yield from select(checkup, settings)
    if selection.background == SHUFFLED:  # nothing is trained, so nothing has to be told from shuffled pictures
        selection, settings = replace(selection, background=NONE), settings.model_copy(update={"background": NONE})
    path = new_run_folder(runs.resolve(), settings.name or f"{source.title}-{selection.name}")
    with locked_run(path), _removed_on_error(path):
        return (yield from _inspect(path, network, names, found, selection, settings))


@contextmanager
def _removed_on_error(path: Path) -> Iterator[None]:
    """Remove a run folder that is not finished, and the scratch files of one that is."""
    try:
        yield
    except BaseException:
        shutil.rmtree(path, ignore_errors=True)
        raise
    shutil.rmtree(path / SCRATCH, ignore_errors=True)


def _task(checkup: CheckUp, settings: TrainSettings, network: OwnNetwork, found: Mapping[str, Match]) -> TrainSettings:
    """Return the settings with the categories to look at: those asked for, else those that the network answers."""
    usable = [c for c in checkup.categories if c != AUTO_BACKGROUND]
    asked = list(settings.categories) or ([settings.category] if settings.category else [])
    chosen = usable if asked == [ALL] else asked or (usable if len(usable) == 1 else [c for c in usable if c in found])
    if not chosen:
        words = translate(
            "Errors",
            "None of the network's answers has the name of a category of {root} ({categories}). Choose the category "
            "(--category), or say which answers stand for it (--answers fox='red fox|kit fox').",
        )
        raise SettingsError(words.format(root=checkup.root, categories=", ".join(usable)))
    one_among_all = is_whole({c: found[c] for c in chosen if c in found}, network.answers)
    background = settings.background or (NONE if one_among_all else default_background(checkup, tuple(chosen)))
    several = tuple(chosen) if len(chosen) > 1 else ()
    if background == NONE and not several:
        background = SHUFFLED  # as one category without a background is called in a training
    return settings.model_copy(
        update={
            "category": "" if several else chosen[0],
            "categories": several,
            "background": background,
            "loss": "softmax" if one_among_all else "logistic",
            "filters": min(settings.filters, network.layer.channels),
        }
    )


def _inspect(
    path: Path,
    network: OwnNetwork,
    names: tuple[str, ...],
    found: Mapping[str, Match],
    selection: Selection,
    settings: TrainSettings,
) -> Operation[Run]:
    backbone = network.backbone()
    untrained = network.untrained(settings.seed)
    device = chosen_device(settings.device)
    for module in (network.module, untrained.module):
        module.to(device)
    fit = network.preprocessing.fit
    paths: list[Where] = [fitted_to(where, fit) for where in selection.paths]
    matched = yield from _matched(network, found, selection, paths)
    sets = [match.answers for match in matched.values()]
    layer = network.layer
    scratch = path / SCRATCH / "maps.npy"
    shape = (len(paths), layer.channels, layer.cells, layer.cells)
    everything = blank_array(scratch, shape, np.float16)
    asked = AskedNetwork(network, layer, sets)
    answers, adds, cam = yield from _look(asked, paths, selection.labels, everything, fit.size)
    channels, category = chosen_channels(adds, selection.labels, selection.side == "train", settings.filters)
    test = selection.side == "test"
    own_maps = _kept(path, OWN, everything, channels)
    write_array(path / "maps" / f"{CAM}.npy", cam.astype(np.float16))
    random = blank_array(path / SCRATCH / "untrained.npy", shape, np.float16)
    twin_asked = AskedNetwork(untrained, layer, sets)
    twin_answers, _, _ = yield from _look(twin_asked, paths, selection.labels, random, fit.size)
    outputs: dict[str, NetworkOutput] = {
        OWN: NetworkOutput(own_maps, answers, answers[test], category, np.zeros(len(channels))),
        TWIN: NetworkOutput(
            _kept(path, TWIN, random, channels), twin_answers, twin_answers[test], category, np.zeros(len(channels))
        ),
        CAM: NetworkOutput(cam, answers, answers[test], np.zeros(0), np.zeros(0)),
    }
    trunks = {OWN: backbone, TWIN: replace(backbone, trunk=LayerTrunk(untrained.module, layer))}
    chosen = ChosenChannels(channels.tolist())  # on the CPU, as the maps that it reads
    inspected = {name: Inspected(trunks[name], chosen, outputs[name]) for name in (OWN, TWIN)}
    held = held_out_pictures(paths, selection.labels, test)
    filters = yield from judged_filters(inspected, held, backbone)
    table, rows = inspection_table(path, selection, settings, outputs, filters, held, channels)
    table |= yield from deletion_table(asked, paths, selection, test, cam, backbone)
    for name, output in outputs.items():
        write_array(path / "answers" / f"{name}.npy", output.answers.astype(np.float32))

    def trunk_of(chosen_rows: np.ndarray) -> Tensor:
        return torch.from_numpy(np.maximum(np.asarray(everything[chosen_rows], np.float32), 0))

    yield from write_floors(
        path, trunk_of, selection.labels, selection.side, Untrained(chosen, filters[TWIN].judged.distances)
    )
    write_tensors(path / "model.safetensors", network.module.state_dict(), {"network": "own"})
    run = Run(
        path,
        settings,
        inspection_info(network, names, matched, selection),
        backbone.geometry(),
        picture_rows(selection, outputs),
        rows[OWN],
        rows[TWIN],
        table,
    )
    run_folder.write_run(run)
    return replace(run, table=(yield from measure(run)))


def _matched(
    network: OwnNetwork, found: Mapping[str, Match], selection: Selection, paths: list[Where]
) -> Operation[dict[str, Match]]:
    """Return the answers of each category; those not known by name are the ones that its pictures get most often."""
    missing = [c for c in selection.categories if c not in found]
    matched = {c: found[c] for c in selection.categories if c in found}
    if not missing:
        return matched
    plain = AskedNetwork(network, network.layer, [[0]])
    rows = np.flatnonzero((selection.side == "train") & (selection.labels >= 0))
    logits = np.zeros((len(paths), network.answers), np.float32)
    yield Progress("Asking the network", 0, len(rows))
    done = 0
    for squares in batches_of(read_squares([paths[i] for i in rows], network.preprocessing.fit.size)):
        logits[rows[done : done + len(squares)]] = plain.logits(squares)
        done += len(squares)
        yield Progress("Asking the network", done, len(rows))
    for category in missing:
        taken = [number for match in matched.values() for number in match.answers]
        labels = np.where(selection.side == "train", selection.labels, -1)
        matched[category] = by_use(logits, labels, selection.categories.index(category), taken)
    return {category: matched[category] for category in selection.categories}


def _look(
    asked: AskedNetwork, paths: list[Where], labels: np.ndarray, maps: np.ndarray, size: int
) -> Operation[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Return answers (N, K), what each channel adds (N, C) and Grad-CAM (N, n, n); the maps go into `maps`."""
    answers, adds, cams = list[np.ndarray](), list[np.ndarray](), list[np.ndarray]()
    done = 0
    yield Progress("Looking at all pictures", 0, len(paths))
    for squares in batches_of(read_squares(paths, size)):
        rows = slice(done, done + len(squares))
        seen = asked.look(squares, labels[rows])
        maps[rows] = np.clip(seen.maps, -6e4, 6e4)  # the greatest float16
        answers.append(seen.answers)
        adds.append(seen.adds)
        cams.append(seen.cam)
        done += len(squares)
        yield Progress("Looking at all pictures", done, len(paths))
    return np.concatenate(answers), np.concatenate(adds), np.concatenate(cams)


def chosen_channels(
    adds: np.ndarray, labels: np.ndarray, train: np.ndarray, count: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return the channels that add most to the answers, in their order, and the category of each.

    Parameters
    ----------
    adds : ndarray, shape (N, C)
        What each channel adds to the logit of a picture's category.
    labels : ndarray, shape (N,)
    train : ndarray of bool, shape (N,)
        Pictures by which channels are chosen; the others do not count.
    count : int
        Number of channels; each category gets its share, in turn.
    """
    categories = np.unique(labels[labels >= 0])
    means = np.stack([adds[train & (labels == category)].mean(0) for category in categories])
    orders = [list(np.argsort(-mean, kind="stable")) for mean in means]
    owner: dict[int, int] = {}
    while len(owner) < min(count, adds.shape[1]):
        for category, order in zip(categories, orders, strict=True):
            free = next((channel for channel in order if int(channel) not in owner), None)
            if free is not None and len(owner) < count:
                owner[int(free)] = int(category)
    channels = np.array(sorted(owner))
    return channels, np.array([owner[channel] for channel in channels.tolist()])


def _kept(path: Path, name: NetworkName, maps: np.ndarray, channels: np.ndarray) -> np.ndarray:
    """Write the maps of the chosen channels into a run folder; return them."""
    kept = blank_array(path / "maps" / f"{name}.npy", (len(maps), len(channels), *maps.shape[2:]), np.float16)
    for rows in np.array_split(np.arange(len(maps)), max(1, len(maps) // 64)):
        kept[rows] = np.maximum(maps[rows][:, channels], 0)
    return kept
