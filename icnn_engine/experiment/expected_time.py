"""The time a training will take, in a sentence that is printed before it begins."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from icnn_engine.core.config import TrainSettings
from icnn_engine.core.errors import PartscopeError
from icnn_engine.data import list_folder
from icnn_engine.models.device import chosen_device
from icnn_engine.training.estimate import estimate, records_of
from icnn_engine.training.estimate_text import basis_text, estimate_text


def expected_time(folder: Path, settings: TrainSettings, runs: Path) -> str:
    """Return how long a training on a folder will take, by earlier runs in `runs`; an empty text where the folder or
    the settings cannot be used, which the training itself reports."""
    with suppress(PartscopeError):
        device = chosen_device(settings.device).type
        time = estimate(list_folder(folder), settings, records_of(runs), device)
        return f"{estimate_text(time)} {basis_text(time)}"
    return ""
