"""Reads boxes from YOLO text files: a line an object, class, middle (x, y), width and height as shares of the picture.

The file of `images/fox/1.jpg` is `labels/fox/1.txt`; files beside the pictures, and files in `labels/` that are called
like a picture, are read too. Six numbers end with a confidence; more are the corners of a polygon.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from icnn_engine.core.errors import PictureError
from icnn_engine.core.language import translate
from icnn_engine.data.boxes.json_files import read_bytes_of
from icnn_engine.data.boxes.object_boxes import FolderBoxes, ObjectBox, ensure_box, files_of, in_file, once_each
from icnn_engine.data.reading.pictures import size_of
from icnn_engine.data.tables.csv_tables import TableError
from icnn_engine.data.tables.plausibility import Sizes

FOLDER, IMAGES = "labels", "images"
CLASS_FILES = ("classes.txt", f"{FOLDER}/classes.txt", "data.yaml", "data.yml")
_LINE = re.compile(rb"\s*\d+(\s+[0-9.eE+-]+){4,}\s*")  # what no caption looks like


def read_yolo_boxes(root: Path, names: Collection[str], sizes: Sizes) -> FolderBoxes | None:
    """Return the boxes in the folder's YOLO files; None where none of its files looks like one. Raises BoxFileError."""
    files = dict(_files(root, names))
    if not any(_is_label(path, _first_line(root / path)) for path in files.values()):
        return None
    classes = _classes(root)
    boxes = {}
    for name, path in files.items():
        with in_file(path):
            boxes[name] = list(_objects(root, name, path, classes, sizes))
    inside = any(path.startswith(f"{FOLDER}/") for path in files.values())
    belonging = frozenset((*files.values(), *CLASS_FILES))
    folder = FOLDER if inside else ""
    return FolderBoxes(folder, "YOLO", once_each(boxes), len(files), (), belonging, frozenset(filter(None, [folder])))


def _files(root: Path, names: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield each picture that has a text file, and the file's path below the folder."""
    is_there = files_of(root)
    stems = Counter(_stem(name).rpartition("/")[2] for name in names)
    for name in names:
        stem = _stem(name)
        folders = stem.split("/")
        places = [f"{FOLDER}/{stem}.txt", f"{stem}.txt"]
        if IMAGES in folders[:-1]:
            last = len(folders) - 1 - folders[::-1].index(IMAGES)
            places.insert(0, "/".join([*folders[:last], FOLDER, *folders[last + 1 :]]) + ".txt")
        if stems[folders[-1]] == 1:
            places.append(f"{FOLDER}/{folders[-1]}.txt")
        if found := next((place for place in places if is_there(place)), ""):
            yield name, found


def _stem(name: str) -> str:
    return os.path.splitext(name)[0]  # noqa: PTH122 (a name, not a path)


def _first_line(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.readline(1000)
    except OSError:
        return b""


def _is_label(path: str, line: bytes) -> bool:
    """Whether a file that begins with this line is YOLO's: outside of a folder of labels only if it holds shares, as
    many programs write numbers beside pictures."""
    if not _LINE.match(line) or FOLDER in path.split("/")[:-1]:
        return bool(_LINE.match(line))
    try:
        _shares(line.decode().split(), "")
    except TableError:
        return False
    return True


def _objects(root: Path, name: str, path: str, classes: Mapping[int, str], sizes: Sizes) -> Iterator[ObjectBox]:
    """Yield the boxes in the file of a picture. Raises TableError."""
    data = read_bytes_of(root / path)
    lines = data.decode("utf-8-sig", "replace").splitlines()
    if not any(line.strip() for line in lines):
        return
    wide, high = sizes[name] if name in sizes else _size(root / name)
    for number, line in enumerate(lines, 1):
        if line.strip():
            entry = translate("Errors", "line {line}").format(line=number)
            kind, (x, y, width, height) = _shares(line.split(), entry)
            box = (x * wide, y * high, width * wide, height * high)
            yield ObjectBox(ensure_box(entry, name, box, {name: (wide, high)}), classes.get(kind, ""))


def _size(path: Path) -> tuple[int, int]:
    try:
        return size_of(path)
    except PictureError as error:
        raise TableError(str(error)) from None


def _shares(words: list[str], entry: str) -> tuple[int, tuple[float, float, float, float]]:
    """Return the class and the box (left, top, width, height) of a line, in shares. Raises TableError."""
    try:
        kind, numbers = int(words[0]), [float(word) for word in words[1:]]
    except ValueError:
        numbers = []
    if len(numbers) in (4, 5):
        x, y, width, height = numbers[:4]
        box = (x - width / 2, y - height / 2, width, height)
    elif len(numbers) >= 6 and len(numbers) % 2 == 0:
        across, down = numbers[::2], numbers[1::2]
        box = (min(across), min(down), max(across) - min(across), max(down) - min(down))
    else:
        text = translate("Errors", "{entry}: write class, x, y, width and height of a box, as in 0 0.5 0.5 0.25 0.4")
        raise TableError(text.format(entry=entry))
    if not all(-1 <= value <= 2 for value in box):  # also of what is no number
        text = translate("Errors", "{entry}: write shares of the picture's width and height, 0 to 1, not pixels")
        raise TableError(text.format(entry=entry))
    return kind, box


def _classes(root: Path) -> dict[int, str]:
    """Return the names of the classes by number, from `classes.txt` or `data.yaml`; {} where there is neither."""
    for path in CLASS_FILES:
        if (root / path).is_file():
            with in_file(path):
                text = read_bytes_of(root / path).decode("utf-8-sig", "replace")
            lines = text.splitlines()
            return dict(enumerate(map(str.strip, lines))) if path.endswith(".txt") else _names_in_yaml(lines)
    return {}


def _names_in_yaml(lines: list[str]) -> dict[int, str]:
    """Return `names` of a data.yaml: a list in brackets, or a line for each, `- fox` or `0: fox`."""
    start = next((i for i, line in enumerate(lines) if line.startswith("names:")), len(lines))
    rest = "".join(lines[start : start + 1]).removeprefix("names:").strip()
    if rest.startswith("["):
        words = rest.strip("[]").split(",")
        return {number: _unquoted(word) for number, word in enumerate(words)}
    found: dict[int, str] = {}
    for line in lines[start + 1 :]:
        if not (match := re.fullmatch(r"\s*(?:-\s+|(\d+)\s*:\s*)(.*)", line)):
            break
        found[int(match[1]) if match[1] else len(found)] = _unquoted(match[2])
    return found


def _unquoted(word: str) -> str:
    return word.partition(" #")[0].strip().strip("'\"")
