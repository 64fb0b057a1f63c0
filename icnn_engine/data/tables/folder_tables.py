"""Tries the tables at the top of a folder before a training: `groups.csv`, `landmarks.csv` and `boxes.csv`."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
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
    """The tables of a folder. `sources`: by name of the picture; `notes`: rows that match no picture, and files that
    are not read; `refused`: tables that cannot be used, and why."""

    sources: Mapping[str, str]
    notes: tuple[Problem, ...]
    refused: tuple[Problem, ...]


def try_tables(root: Path, pictures: Sequence[CheckedPicture]) -> OwnTables:
    """Read the tables of a folder whose pictures have been opened."""
    names = [p.name for p in pictures]
    sizes = {p.name: (p.width, p.height) for p in pictures}
    readers: dict[str, Callable[[Path, list[str], Path], dict[str, Any]]] = {
        GROUPS: read_groups,
        LANDMARKS: partial(landmarks_in, sizes=sizes),
        BOXES: partial(read_boxes, sizes=sizes),
    }
    tables: dict[str, dict[str, Any]] = {}
    notes, refused = [], []
    for table, read in readers.items():
        path = table_in(root, table)
        if not os.path.lexists(path):  # a link that leads nowhere is reported
            continue
        ignored = translate("Errors", "not read, for {name} is there too").format(name=path.name)
        notes += [Problem(name, ignored) for name in _other_cases(path)]
        try:
            tables[table] = read(path, names, root)
        except LandmarksError as error:
            refused.append(Problem(path.name, str(error).rstrip(".")))
        except TableError as error:
            refused.append(Problem(path.name, translate("Errors", "not used: {error}").format(error=error)))
        else:
            if text := unmatched_rows(path, names, root):
                notes.append(Problem(path.name, text))
            if table == GROUPS and (text := _without_source(pictures, tables[table])):
                notes.append(Problem(path.name, text))
    return OwnTables(tables.get(GROUPS, {}), tuple(notes), tuple(refused))


def _without_source(pictures: Sequence[CheckedPicture], sources: Mapping[str, str]) -> str:
    """Say how many pictures have no source although others of their category have one; empty if none."""
    partly = {p.category for p in pictures if p.name in sources}
    own = [p for p in pictures if p.category in partly]
    without = [p.name for p in own if p.name not in sources]
    text = translate("Errors", "{count} of {all} pictures have no source, such as {name}: nothing ties them to others")
    return text.format(count=len(without), all=len(own), name=without[0]) if without else ""


def _other_cases(path: Path) -> list[str]:
    """Return the files beside a table whose names differ from its own in case only."""
    beside = os.listdir(path.parent)  # noqa: PTH208 (names, not paths)
    return sorted(name for name in beside if name != path.name and name.casefold() == path.name.casefold())
