"""What a network of the user's own gives on all pictures: answers, maps, Grad-CAM, and the channels that add most."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from icnn_engine.core.atomic_files import blank_array
from icnn_engine.core.errors import WeightsError
from icnn_engine.core.events import NetworkName, Operation, Progress
from icnn_engine.core.language import translate
from icnn_engine.experiment.inspection_task import InspectionTask
from icnn_engine.experiment.interruption import SCRATCH
from icnn_engine.features.trunk_maps import batches_of, read_squares
from icnn_engine.metrics import float_for
from icnn_engine.models.own.asked import AskedNetwork
from icnn_engine.models.own.network import OwnNetwork
from icnn_engine.training.conversion import ChosenFilters


@dataclass(frozen=True, eq=False)
class SeenPictures:
    """A network on the N pictures of a run.

    `answers`: (N, K); `maps`: (N, C, n, n) of its layer, in a scratch file; `adds`: (N, C) what each channel
    adds to the answer; `cam`: (N, n, n) Grad-CAM.
    """

    network: OwnNetwork
    asked: AskedNetwork
    answers: np.ndarray
    maps: np.ndarray
    adds: np.ndarray
    cam: np.ndarray


def look_at(
    path: Path, name: NetworkName, network: OwnNetwork, task: InspectionTask, sets: list[tuple[int, ...]]
) -> Operation[SeenPictures]:
    """Look at all pictures with a network; its maps lie in the scratch folder of the run folder `path`. `sets`: the
    answers of each category."""
    layer, count = network.layer, len(task.paths)
    asked = AskedNetwork(network, layer, sets)
    answers, adds, cams = list[np.ndarray](), list[np.ndarray](), list[np.ndarray]()
    maps, done = np.zeros(0), 0
    yield Progress("Looking at all pictures", 0, count)
    for squares in batches_of(read_squares(task.paths, network.preprocessing.fit.size)):
        rows = slice(done, done + len(squares))
        seen = asked.look(squares, task.selection.labels[rows])
        if not done:
            shape = count, layer.channels, layer.cells, layer.cells
            maps = blank_array(path / SCRATCH / f"{name}.npy", shape, float_for(seen.maps))
        maps[rows] = np.clip(seen.maps, np.finfo(maps.dtype).min, np.finfo(maps.dtype).max)
        answers.append(seen.answers)
        adds.append(seen.adds)
        cams.append(seen.cam)
        done += len(squares)
        yield Progress("Looking at all pictures", done, count)
    found, added, cam = (np.concatenate(parts) for parts in (answers, adds, cams))
    return SeenPictures(network, asked, found, maps, added, cam)


def filters_of(seen: SeenPictures, task: InspectionTask) -> ChosenFilters:
    """Return the filters: the channels that add most to the answers about the pictures of the side train. Raises
    WeightsError where no channel adds anything."""
    selection = task.selection
    train = selection.side == "train"
    if not seen.adds[train].any():
        words = translate(
            "Errors",
            "The answers do not depend on the cells of the layer {layer}, so nothing can be said about them. At the "
            "end of a transformer only the category's token counts: choose a layer before it. A network whose last "
            "layer is zero, as some are before their training, answers the same about all pictures.",
        )
        raise WeightsError(words.format(layer=seen.network.layer.name))
    return ChosenFilters(*chosen_channels(seen.adds, selection.labels, train, task.settings.filters))


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


def kept_maps(path: Path, name: NetworkName, maps: np.ndarray, channels: np.ndarray) -> np.ndarray:
    """Write the maps of the chosen channels into a run folder; return them."""
    kept = blank_array(path / "maps" / f"{name}.npy", (len(maps), len(channels), *maps.shape[2:]), maps.dtype.type)
    for rows in np.array_split(np.arange(len(maps)), max(1, len(maps) // 64)):
        kept[rows] = np.maximum(maps[rows][:, channels], 0)
    return kept
