"""Convert a network of the user's own: a run folder of the converted network beside the original.

The run's `interpretable` network is the converted one, its `twin` the original, its `cam` Grad-CAM of the converted
one. `converted.safetensors` has the keys of the architecture: the network answers without masks.
"""

from __future__ import annotations

import shutil
from dataclasses import asdict, dataclass, replace
from math import isfinite
from pathlib import Path
from typing import Any

import numpy as np
import torch

from icnn_engine.core.config import CONVERSION_RATE, CONVERSION_STRENGTH, TrainSettings
from icnn_engine.core.events import FinishFlag, NetworkName, Operation, Progress, Warned
from icnn_engine.core.language import translate
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.core.number_words import percent
from icnn_engine.experiment.inspection_maps import SeenPictures, filters_of, look_at
from icnn_engine.experiment.inspection_run import removed_on_error, untrained_of, write_inspection
from icnn_engine.experiment.inspection_task import InspectionTask, inspection_task
from icnn_engine.experiment.interruption import SCRATCH, locked_run
from icnn_engine.features.trunk_maps import batches_of, read_squares
from icnn_engine.inspection.conversion_figures import agreement_of, conversion_figures
from icnn_engine.inspection.conversion_words import WEIGHTS
from icnn_engine.metrics import Interval
from icnn_engine.models.device import device_of
from icnn_engine.models.own.layers import changed_output
from icnn_engine.models.own.network import state_digest
from icnn_engine.models.own.upper import upper_part
from icnn_engine.runs import run_folder
from icnn_engine.runs.fair_accuracy import predicted_by
from icnn_engine.runs.new_run_folder import ensure_writable, new_run_folder
from icnn_engine.runs.run_folder import WEIGHT_FILES, Run
from icnn_engine.training.conversion import ChosenFilters, converted, masked_output

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN
WANTED_AGREEMENT = 0.95  # below, the user is told


def run_conversion(folder: Path, source: NetworkSource, settings: TrainSettings, runs: Path) -> Operation[Run]:
    """Fine-tune a layer of the user's own network, and what lies above it, so that its filters hold parts.

    Parameters
    ----------
    folder
        Folder of pictures, with a sub-folder for each category.
    source
        The network and the layer.
    settings
        Of a training, those that choose the pictures, the number of filters and the device, and epochs, batch,
        learning rate and strength.
    runs
        Folder in which the run folder is made.

    Returns
    -------
    Run
        The finished run. Its filters are the channels that add most to the original's answers on the pictures of the
        side train, the same ones of both networks. Yields StepDone with the divergence from the original's answers as
        class loss; after `FinishNow` the training ends with its epoch.

    Raises
    ------
    FolderError, SettingsError, WeightsError, TrainingError, RunError, StorageError
        The folder, the settings, the network or the layer cannot be used; the training diverged; a disk error.
    """
    flag = FinishFlag()
    return (yield from flag.heard(_convert(folder, source, settings, runs, flag)))


def _convert(
    folder: Path, source: NetworkSource, settings: TrainSettings, runs: Path, flag: FinishFlag
) -> Operation[Run]:
    ensure_writable(runs)
    task = yield from inspection_task(folder, source, settings)
    network = task.network
    upper = upper_part(network.module, network.layer, network.preprocessing.fit.size)
    path = new_run_folder(runs.resolve(), task.settings.name or f"{source.title}-converted-{task.selection.name}")
    with locked_run(path), removed_on_error(path):
        matched = yield from task.matched()
        sets = [match.answers for match in matched.values()]
        original = yield from look_at(path, TWIN, network, task, sets)
        chosen = filters_of(original, task)
        rows = np.flatnonzero(task.selection.side == "train")
        paths, labels = [task.paths[i] for i in rows.tolist()], task.selection.labels[rows]
        new, epochs = yield from converted(network, paths, labels, chosen, task.settings, path / SCRATCH, flag)
        seen = {OWN: (yield from look_at(path, OWN, new, task, sets)), TWIN: original}
        more = {"converted": True, "converted_digest": state_digest(new.module)}
        run = yield from write_inspection(path, task, matched, seen, chosen, more, untrained_of(task))
        again = yield from _answered(seen, task, chosen)
        conversion = _settings_used(task, epochs) | {"trained": list(upper.modules)}
        conversion |= _told(run, again)
        shutil.copyfile(path / WEIGHT_FILES[OWN], path / WEIGHTS)
        known = {**run.info["own_network"], "conversion": conversion}
        run = replace(run, info={**run.info, "own_network": known})
        run_folder.write_run(run)
        yield from _warning(conversion)
        return run


def _settings_used(task: InspectionTask, epochs: int) -> dict[str, Any]:
    settings = task.settings
    return {
        "epochs": epochs,
        "batch": settings.batch,
        "learning_rate": settings.learning_rate or CONVERSION_RATE,
        "strength": settings.strength or CONVERSION_STRENGTH,
    }


def _warning(told: dict[str, Any]) -> Operation[None]:
    """Warn where the answers are no longer the original's."""
    category, answer = (told[key]["mean"] for key in ("agreement", "agreement_same_answer"))
    if category < WANTED_AGREEMENT:
        words = translate(
            "Errors",
            "The converted network names the same category as the original for {share} of the held-out pictures only. "
            "More pictures, or a lower strength or learning rate, change its answers less.",
        )
        yield Warned(words.format(share=percent(category)))
    elif answer < WANTED_AGREEMENT:
        words = translate(
            "Errors",
            "The converted network gives the very same answer as the original for {share} of the held-out pictures "
            "only: use it for the categories that were looked at, not for its other answers.",
        )
        yield Warned(words.format(share=percent(answer)))


@dataclass(frozen=True, eq=False)
class _Answered:
    """Both networks on the test pictures: probabilities (P, K) with the filters masked, and the number (P,) of the
    answer that each gives without masks."""

    masked: dict[NetworkName, np.ndarray]
    top: dict[NetworkName, np.ndarray]


def _answered(
    seen: dict[NetworkName, SeenPictures], task: InspectionTask, chosen: ChosenFilters
) -> Operation[_Answered]:
    """Ask both networks about the test pictures once more, with their filters masked."""
    masked: dict[NetworkName, list[np.ndarray]] = {name: [] for name in seen}
    top: dict[NetworkName, list[np.ndarray]] = {name: [] for name in seen}
    rows = np.flatnonzero(task.selection.side == "test")
    channels = torch.from_numpy(chosen.channels).to(device_of(task.network.module))
    layer = task.network.layer

    def mask(output: torch.Tensor) -> torch.Tensor:
        everywhere = torch.ones(len(output), dtype=torch.bool, device=output.device)
        return masked_output(layer, channels, output, everywhere)[0]

    done = 0
    for squares in batches_of(read_squares([task.paths[i] for i in rows], task.network.preprocessing.fit.size)):
        for name, one in seen.items():
            top[name].append(one.asked.logits(squares).argmax(1))
            with changed_output(one.network.module, layer.name, mask):
                masked[name].append(one.asked.answers(squares))
        done += len(squares)
        yield Progress("Looking at all pictures", done, len(rows))
    return _Answered(
        {name: np.concatenate(parts) for name, parts in masked.items()},
        {name: np.concatenate(parts) for name, parts in top.items()},
    )


def _told(run: Run, again: _Answered) -> dict[str, Any]:
    """Return the paired table: each figure with its 95 % interval."""
    figures = conversion_figures(run)
    test = np.array([picture.side == "test" for picture in run.pictures])
    labels = np.array([picture.label for picture in run.pictures])[test]
    named = predicted_by(run, run.answers(TWIN)[test])
    masked = {name: predicted_by(run, answers) == named for name, answers in again.masked.items()}
    told: dict[str, Any] = {
        "agreement": _known(figures.agreement),
        "agreement_same_answer": _known(agreement_of(again.top[OWN] == again.top[TWIN], labels)),
        "agreement_masked": _known(agreement_of(masked[OWN], labels)),
        "agreement_original_masked": _known(agreement_of(masked[TWIN], labels)),
    }
    for name in ("accuracy", "holding", "parts"):
        pair = getattr(figures, name)
        told[name] = {side: _known(getattr(pair, side)) for side in ("original", "converted", "difference")}
    return told


def _known(interval: Interval) -> dict[str, float]:
    return {name: float(value) for name, value in asdict(interval).items() if isfinite(value)}
