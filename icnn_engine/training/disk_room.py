"""The disk space that a training needs, known before it starts. No torch."""

from __future__ import annotations

import shutil
from pathlib import Path

from icnn_engine.core.config import TrainSettings
from icnn_engine.core.errors import RunError
from icnn_engine.core.language import translate

WEIGHTS_ROOM = 200e6  # bytes for weights, checkpoint, figures and tables


def room_needed(pictures: int, cells: int, side: int, settings: TrainSettings) -> int:
    """Bytes that a training of so many pictures writes at most at one time, besides the trunk's maps, which have their
    own limit (`map_store`). `cells`: of a map; `side`: of the network's input in pixels."""
    kept = 2 * 2 * pictures * settings.filters * cells**2  # float16, of two networks
    squares = 3 * side**2 * pictures if settings.training == "full" else 0
    return int(kept + squares + WEIGHTS_ROOM)


def ensure_room(place: Path, needed: int) -> None:
    """Raise RunError where the disk of a folder has less room than a training needs: found out later, hours
    are lost."""
    free = shutil.disk_usage(place).free
    if free < needed:
        words = translate(
            "Errors",
            "This training needs about {needed:.1f} GB in {place}, where {free:.1f} GB are free. Free some room, "
            "choose another place, or use fewer pictures.",
        )
        raise RunError(words.format(needed=needed / 1e9, free=free / 1e9, place=place))
