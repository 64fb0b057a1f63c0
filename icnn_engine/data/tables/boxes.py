"""Reads `boxes.csv`: where the objects are in their pictures."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from icnn_engine.core.errors import LandmarksError
from icnn_engine.core.language import translate
from icnn_engine.data.tables.csv_tables import TableError, matched_rows, number_in
from icnn_engine.data.tables.plausibility import NO_SIZES, Sizes, why_not_box


def read_boxes(
    path: Path, names: Collection[str], root: Path | None = None, sizes: Sizes = NO_SIZES
) -> dict[str, tuple[float, float, float, float]]:
    """Read the object's box (x, y, width, height) of the pictures in `names`; pictures without one are left out.

    The file has the columns image, x, y, width, height: pixels of the upright original, origin at the top left.
    `root` and `sizes` as of `read_landmarks`. Raises LandmarksError naming the line.
    """
    boxes: dict[str, tuple[float, float, float, float]] = {}
    try:
        for line, name, row in matched_rows(path, ("image", "x", "y", "width", "height"), names, root).rows:
            x, y, width, height = (number_in(row, column, line) for column in ("x", "y", "width", "height"))
            if width <= 0 or height <= 0:
                raise TableError(translate("Errors", "line {line}: the box is empty"), line=line)
            if name in boxes:
                raise TableError(
                    translate("Errors", "line {line}: {name} has a second box; give each picture one"),
                    line=line,
                    name=name,
                )
            if name is not None:
                boxes[name] = x, y, width, height
                if why := why_not_box(line, name, boxes[name], sizes):
                    raise TableError(why)
    except TableError as error:
        text = translate("Errors", "The boxes in {path} cannot be used: {error}.")
        raise LandmarksError(text.format(path=path, error=error)) from None
    return boxes
