"""Paths of files of which every picture has its own, called like the picture."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from icnn_engine.core.errors import RunError
from icnn_engine.core.language import translate


def file_for_each(places: Mapping[str, str], ending: str) -> dict[str, str]:
    """Return the place of each picture with another ending, by its name.

    Raises RunError if two pictures would have the same: programs look for these names and for no others.
    """
    paths: dict[str, str] = {}
    for name, place in places.items():
        path = str(PurePosixPath(place).with_suffix(ending))
        if path in paths:
            text = translate(
                "Errors",
                "{name} and {other} differ by their endings only, and this format has one file for both. Rename one "
                "of them and train again, or choose another format.",
            )
            raise RunError(text.format(name=paths[path], other=name))
        paths[path] = name
    return {name: path for path, name in paths.items()}
