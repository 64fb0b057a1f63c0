"""Reads boxes from COCO files: JSON with `images`, `annotations` (bbox: left, top, width, height) and `categories`.

They lie at the top of the folder or in `annotations/`. Boxes are in pixels from the picture's top left corner.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from icnn_engine.core.language import translate
from icnn_engine.data.boxes.json_files import items_of, parsed, read_bytes_of
from icnn_engine.data.boxes.object_boxes import (
    FolderBoxes,
    ObjectBox,
    ensure_box,
    ensure_size,
    in_file,
    numbers_in,
    once_each,
)
from icnn_engine.data.tables.csv_tables import TableError
from icnn_engine.data.tables.picture_names import PictureNames, plain_name
from icnn_engine.data.tables.plausibility import Sizes

FOLDER = "annotations"
KEYS = (b'"images"', b'"annotations"', b'"bbox"')
PREFERRED = "instances"  # COCO has other files beside these, such as person_keypoints, with the same boxes again


@dataclass(frozen=True, slots=True)
class _Image:
    """An image of a COCO file: its name there, and that of the picture it is, if it is in the folder."""

    written: str
    name: str | None


def read_coco_boxes(root: Path, names: Collection[str], sizes: Sizes) -> FolderBoxes | None:
    """Return the boxes in the folder's COCO files; None where there is none. Raises BoxFileError."""
    beside = {os.path.splitext(name)[0] for name in names}  # noqa: PTH122 (names, not paths)
    files = _chosen(dict(_candidates(root, beside)))
    if not files:
        return None
    boxes: dict[str, list[ObjectBox]] = {}
    images: list[_Image] = []
    known = PictureNames(names, root)
    for path, data in files.items():
        with in_file(path):
            document = parsed(data)
            own = _images(document, known, sizes)
            for name, box in _objects(document, own, sizes):
                boxes.setdefault(name, []).append(box)
        images += own.values()
    unmatched = tuple(image.written for image in images if image.name is None)
    below = frozenset({FOLDER} if all(path.startswith(f"{FOLDER}/") for path in files) else ())
    return FolderBoxes(", ".join(files), "COCO", once_each(boxes), len(images), unmatched, frozenset(files), below)


def _chosen(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files called instances… if there are some, else all."""
    return {path: data for path, data in files.items() if path.rpartition("/")[2].startswith(PREFERRED)} or files


def _candidates(root: Path, beside: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of the JSON files that are meant to be COCO's: with its three keys, or with one of them
    and damaged. Those that are called like the pictures `beside` them are not opened."""
    for folder in ("", FOLDER):
        try:
            files = sorted(
                e.name for e in os.scandir(root / folder) if e.name.lower().endswith(".json") and e.is_file()
            )
        except OSError:
            continue
        for file in files:
            path = f"{folder}/{file}" if folder else file
            if path[: -len(".json")] in beside:
                continue
            with in_file(path):
                data = read_bytes_of(root / path)
            present = [key in data for key in KEYS]
            if all(present) or (any(present) and not _is_json(data)):
                yield path, data


def _is_json(data: bytes) -> bool:
    try:
        parsed(data)
    except TableError:
        return False
    return True


def _images(document: Any, known: PictureNames, sizes: Sizes) -> dict[Any, _Image]:
    """Return the images of a COCO file by their ids, with the pictures they are. Raises TableError."""
    entries = items_of(document, "images")
    for number, one in enumerate(entries, 1):
        if not isinstance(one.get("id"), int | str) or not isinstance(one.get("file_name"), str):
            text = translate("Errors", "entry {number} of images has no id or no file_name; export the boxes again")
            raise TableError(text.format(number=number))
    # A bare file name tells the picture only if the file does not name another one so.
    files = Counter(_bare(one["file_name"]) for one in entries)
    found = {}
    for one in entries:
        written = one["file_name"]
        name = known.find_path(written, bare=files[_bare(written)] == 1)
        if name is not None:
            entry = translate("Errors", "image {id}").format(id=one["id"])
            ensure_size(entry, name, (one.get("width"), one.get("height")), sizes)
        found[one["id"]] = _Image(written, name)
    return found


def _objects(document: Any, images: dict[Any, _Image], sizes: Sizes) -> Iterator[tuple[str, ObjectBox]]:
    """Yield the picture and the box of each annotation that is a single object. Raises TableError."""
    listed = items_of(document, "categories") if document.get("categories") else []
    categories = {str(one.get("id")): str(one.get("name", "")) for one in listed}
    advice = translate("Errors", "bbox is [left, top, width, height] in pixels")
    for number, one in enumerate(items_of(document, "annotations"), 1):
        entry = translate("Errors", "annotation {id}").format(id=one.get("id", number))
        image_id = one.get("image_id")
        image = images.get(image_id) if isinstance(image_id, int | str) else None
        if image is None:
            text = translate("Errors", "{entry}: there is no image with the id {seen}; export the boxes again")
            raise TableError(text.format(entry=entry, seen=repr(image_id)[:60]))
        if image.name is None or one.get("iscrowd"):
            continue
        x, y, width, height = numbers_in(one.get("bbox"), 4, entry, advice)
        box = ensure_box(entry, image.name, (x, y, width, height), sizes)
        yield image.name, ObjectBox(box, categories.get(str(one.get("category_id")), ""))


def _bare(written: str) -> str:
    return plain_name(written).rpartition("/")[2].casefold()
