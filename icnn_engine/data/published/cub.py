"""Reads Caltech-UCSD Birds 200-2011: text files of ids beside `images/`, one bird per photograph."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path

from icnn_engine.core.annotations import Box, Crop, Picture, Problem, Side
from icnn_engine.core.language import translate
from icnn_engine.data.published.layout import (
    DatasetLayout,
    Landmarks,
    Listing,
    corner,
    is_file,
    not_there,
    part_points,
    why_not_box,
    why_not_path,
)
from icnn_engine.data.tables.csv_tables import TableError, again

IMAGES, LIST, BOXES = "images", "images.txt", "bounding_boxes.txt"
LABELS, CLASSES, SPLIT = "image_class_labels.txt", "classes.txt", "train_test_split.txt"
PARTS, PLACES = "parts/parts.txt", "parts/part_locs.txt"
SIDES: dict[str, Side] = {"1": "train", "0": "test"}


def root_of(path: Path) -> Path | None:
    """Return the folder with `images/` and `images.txt`: the path, or the one above if the path is its `images/`."""
    for folder in (path.parent, path) if path.name == IMAGES else (path,):
        others = any((folder / name).is_file() for name in (BOXES, LABELS, CLASSES))
        if others and (folder / LIST).is_file() and (folder / IMAGES).is_dir():
            return folder
    return None


def pictures(root: Path) -> Listing:
    """List each bird in its box, with its class (without the number) as category, on the official side.

    Ids need not be contiguous.
    """
    paths, boxes, labels, classes = _pairs(root, LIST), _boxes(root), _pairs(root, LABELS), _pairs(root, CLASSES)
    sides = _pairs(root, SPLIT) if (root / SPLIT).is_file() else {}
    birds, problems, missing = [], [], []
    for number, path in paths.items():
        box, category = boxes.get(number), classes.get(labels.get(number, ""), "")
        if reason := why_not_path(path) or _why_not(box, category):
            problems.append(Problem(f"{IMAGES}/{path}", reason))
        elif not is_file(root / IMAGES, path):
            missing.append(path)
        elif box is not None:
            where, species = Crop(root / IMAGES / path, box), re.sub(r"^\d+\.", "", category)
            birds.append(Picture(f"{IMAGES}/{path}", where, species, SIDES.get(sides.get(number, ""))))
    if not sides:
        text = translate("Errors", "it is not there: the split is made here, instead of the official one")
        problems.append(Problem(SPLIT, text))
    problems += not_there(LIST, missing)
    return Listing(tuple(birds), (*problems, *_unnamed(root, set(paths.values()))))


def landmarks(root: Path, names: Collection[str]) -> Landmarks:
    """Return the visible parts of birds in pixels of their crops.

    The files count pixels from 0, so the centre of pixel x is x + 0.5.
    """
    if not (root / PLACES).is_file():
        return {}
    parts, boxes = _pairs(root, PARTS), {n: box for n, box in _boxes(root).items() if not why_not_box(box)}
    known = {number: f"{IMAGES}/{path}" for number, path in _pairs(root, LIST).items() if number in boxes}
    wanted, points = set(names), dict[str, list[tuple[str, float, float]]]()
    for line, (number, part, *numbers) in _rows(root / PLACES, 5):
        if (name := known.get(number, "")) not in wanted:
            continue
        if part not in parts:
            raise TableError(
                translate("Errors", "{root}, line {line}: {parts} has no part {part}; take both from one copy"),
                root=root / PLACES,
                line=line,
                parts=PARTS,
                part=part,
            )
        x, y, visible = _numbers(root / PLACES, line, numbers)
        if visible == 1:
            left, top = corner(boxes[number])
            points.setdefault(name, []).append((parts[part], x + 0.5 - left, y + 0.5 - top))
    return {name: part_points(own) for name, own in sorted(points.items())}


def _why_not(box: Box | None, category: str) -> str:
    if box is None:
        return translate("Errors", "{boxes} has no box for it: left out").format(boxes=BOXES)
    if not category:
        return translate("Errors", "{labels} and {classes} give it no class: left out").format(
            labels=LABELS, classes=CLASSES
        )
    return why_not_box(box)


def _unnamed(root: Path, known: set[str]) -> Iterator[Problem]:
    """Yield a problem for each file below `images/` that `images.txt` does not name."""
    reason = translate("Errors", "{list} does not name it: left out").format(list=LIST)
    for folder, _, names in os.walk(root / IMAGES):
        below = os.path.relpath(folder, root).replace(os.sep, "/")
        paths = (f"{below}/{name}" for name in names)
        yield from (Problem(path, reason) for path in paths if path.removeprefix(f"{IMAGES}/") not in known)


def _boxes(root: Path) -> dict[str, Box]:
    boxes = {}
    for line, (number, *values) in _rows(root / BOXES, 5):
        left, top, width, height = _numbers(root / BOXES, line, values)
        boxes[number] = (left, top, left + width, top + height)
    return boxes


def _pairs(root: Path, file: str) -> dict[str, str]:
    """Return the second column of a file by the id in its first."""
    values: dict[str, str] = {}
    for line, (number, value) in _rows(root / file, 2):
        if number in values:
            raise TableError(
                translate("Errors", "{root}, line {line}: the id {number} is there twice; {again}"),
                root=root / file,
                line=line,
                number=number,
                again=again(),
            )
        values[number] = value
    return values


def _rows(path: Path, columns: int) -> Iterator[tuple[int, list[str]]]:
    """Yield line number and values of each line; only the last value may hold spaces. Raises TableError."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise TableError(
            translate("Errors", "{path} cannot be read ({why}); {again}"), path=path, why=why, again=again()
        ) from None
    for line, row in enumerate(text.splitlines(), 1):
        values = row.split(maxsplit=columns - 1)
        if values and len(values) < columns:
            raise TableError(
                translate("Errors", "{path}, line {line}: {count} values of {columns}; {again}"),
                path=path,
                line=line,
                count=len(values),
                columns=columns,
                again=again(),
            )
        if values:
            yield line, [*values[:-1], values[-1].strip()]


def _numbers(path: Path, line: int, values: list[str]) -> list[float]:
    try:
        return [float(value) for value in values]
    except ValueError:
        raise TableError(
            translate("Errors", "{path}, line {line}: '{values}' are not numbers; {again}"),
            path=path,
            line=line,
            values=" ".join(values),
            again=again(),
        ) from None


LAYOUT = DatasetLayout("CUB-200-2011", "bird", ("back", "forehead", "tail"), root_of, pictures, landmarks)
