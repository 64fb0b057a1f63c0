"""The tables at the top of a folder, tried before anything is trained: the sources of pictures that `groups.csv` tells,
and what is wrong with that file, `landmarks.csv` and `boxes.csv`."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from icnn_engine.core.annotations import CheckedPicture, Problem
from icnn_engine.core.errors import LandmarksError
from icnn_engine.core.language import translate
from icnn_engine.data.tables.boxes import read_boxes
from icnn_engine.data.tables.csv_tables import (
    BOXES,
    GROUPS,
    LANDMARKS,
    TableError,
    landmarks_in,
    read_groups,
    table_in,
    unmatched_rows,
)


@dataclass(frozen=True, slots=True)
class OwnTables:
    """What the tables of a folder say. `sources`: by the picture's name; `notes`: rows that match no picture, and files
    that are not read; `refused`: why a table cannot be used at all."""

    sources: dict[str, str]
    notes: tuple[Problem, ...]
    refused: tuple[Problem, ...]


def try_tables(root: Path, pictures: Sequence[CheckedPicture]) -> OwnTables:
    """Reads the tables of a folder whose pictures have been opened."""
    names = [p.name for p in pictures]
    sizes = {p.name: (p.width, p.height) for p in pictures}
    readers: dict[str, Callable[[Path], Any]] = {
        GROUPS: lambda path: read_groups(path, names, root),
        LANDMARKS: lambda path: landmarks_in(path, names, root, sizes),
        BOXES: lambda path: read_boxes(path, names, root, sizes),
    }
    found: dict[str, Any] = {}
    notes, refused = [], []
    for table, read in readers.items():
        path = table_in(root, table)
        if not os.path.lexists(path):  # a link that leads nowhere is told
            continue
        notes += [Problem(name, _ignored(path)) for name in _others(path)]
        try:
            found[table] = read(path)
        except LandmarksError as error:
            refused.append(Problem(path.name, str(error).rstrip(".")))
        except TableError as error:
            refused.append(Problem(path.name, translate("Errors", "not used: {error}").format(error=error)))
        else:
            why = unmatched_rows(path, names, root)
            notes += [Problem(path.name, why)] if why else []
            if table == GROUPS and (why := _without_source(pictures, found[table])):
                notes.append(Problem(path.name, why))
    return OwnTables(found.get(GROUPS, {}), tuple(notes), tuple(refused))


def _without_source(pictures: Sequence[CheckedPicture], sources: dict[str, str]) -> str:
    """How many pictures have no source, of categories of which others have one; empty where there is none."""
    partly = {p.category for p in pictures if p.name in sources}
    own = [p for p in pictures if p.category in partly]
    without = [p.name for p in own if p.name not in sources]
    words = translate("Errors", "{count} of {all} pictures have no source, such as {name}: nothing ties them to others")
    return words.format(count=len(without), all=len(own), name=without[0]) if without else ""


def _others(path: Path) -> list[str]:
    """The files beside a table whose names differ from its own in upper and lower case only."""
    beside = os.listdir(path.parent)  # noqa: PTH208 (names, not paths)
    return sorted(name for name in beside if name != path.name and name.casefold() == path.name.casefold())


def _ignored(path: Path) -> str:
    return translate("Errors", "not read, for {name} is there too").format(name=path.name)
