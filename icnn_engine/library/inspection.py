"""Look at a network of one's own from Python."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import Any

from icnn_engine.core.config import TrainSettings, made, make_settings
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.library.opened_run import OpenedRun
from icnn_engine.library.progress import watch
from icnn_engine.library.start import path_of

Place = str | PathLike[str]


def inspect(
    folder: Place,
    *,
    answers: Mapping[str, str] | None = None,
    filters: int = 64,
    runs: Place = "runs",
    progress: bool = True,
    **options: Any,
) -> OpenedRun:
    """Look at a layer of a network of your own on a folder of pictures, without training it.

    Parameters
    ----------
    folder
        Has a sub-folder for each category.
    answers
        Answers of the network that stand for a category, several separated by '|'; by default found by their names.
    filters
        Number of channels to look at: those that add most to the answers.
    runs
        Folder in which the run folder is made.
    progress
        Show a progress bar.
    **options
        Of the network: architecture and weights, or factory; names, layer, input_size, resize, interpolation, mean,
        std (`NetworkSource`). Of the pictures: category, categories, background, max_pictures, seed, name, device
        (`TrainSettings`).

    Returns
    -------
    OpenedRun
        The network beside the same one with random weights, and Grad-CAM.

    Raises
    ------
    PartscopeError
        The folder, the options or the network cannot be used; the message says what to do.
    """
    from icnn_engine.experiment.inspection_run import run_inspection

    own = {name: str(value) if isinstance(value, PathLike) else value for name, value in options.items()}
    network = {name: own.pop(name) for name in NetworkSource.model_fields if name in own}
    source = made(NetworkSource, network | {"matching": dict(answers or {})})
    settings: TrainSettings = make_settings(own | {"filters": filters})
    return OpenedRun(watch(run_inspection(path_of(folder), source, settings, path_of(runs)), 0, progress))
