"""A sheet of crops: a part in one picture, and the pictures in which it looks most alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from icnn_engine.audit.alike import Alike, AlikeElsewhere
from icnn_engine.core.events import NetworkName
from icnn_engine.core.heatmaps import crop
from icnn_engine.core.language import translate
from icnn_engine.core.number_words import decimal
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.data import read_picture
from icnn_engine.figures.common import about, field_box, fitted, titled_of
from icnn_engine.figures.sheet import DPI, GREY, SMALL, WIDTH, Sheet, checked_format, outline, shortened
from icnn_engine.inspection.look import Look
from icnn_engine.runs.found_objects import geometry_in, photograph_path
from icnn_engine.runs.run_folder import Run

COLUMNS, CROP_PIXELS = 6, 240
HEAD, GAP, WORDS = 0.56, 0.08, 0.3  # inches
SIDE = (WIDTH - 0.2 - (COLUMNS - 1) * GAP) / COLUMNS
OWN = NetworkName.INTERPRETABLE


@dataclass(frozen=True, eq=False)
class PartInPixels:
    """A picture (H, W, 3) uint8 and the cell of a part in it, and what is written below."""

    pixels: np.ndarray
    geometry: MapGeometry
    cell: tuple[int, int]
    words: str


def alike_sheet(
    run: Run,
    look: Look,
    filter: int,
    found: Sequence[Alike | AlikeElsewhere],
    path: Path,
    dpi: int = DPI,
) -> Path:
    """Draw the crop of a part in one picture, and those of the pictures in which it looks most alike, each above the
    whole picture. Pictures that have gone are an error, as in every figure: raises RunError, PictureError, and
    SettingsError for another suffix than .png, .svg or .pdf."""
    checked_format(path)
    cell = divmod(int(look.maps[filter].argmax()), run.geometry.cells)
    asked = translate("Figures", "asked about: {name}").format(name=look.title)
    shown = [PartInPixels(look.pixels, look.geometry, cell, asked), *(_loaded(run, one) for one in found)]
    rows = -(-len(shown) // COLUMNS)
    caption = translate(
        "Figures",
        "Above: the crop around the peak of the filter. Number: how alike all filters of the networks answer there, 1 "
        "is the same.",
    )
    sheet = Sheet(HEAD + rows * (2 * SIDE + WORDS + GAP), WIDTH, f"{caption} {about(run)}")
    title = translate("Figures", "Most alike to {filter} in {name}")
    sheet.title(title.format(filter=titled_of(run, run.filters[filter]), name=look.title))
    for place, one in enumerate(shown):
        row, column = divmod(place, COLUMNS)
        _draw(sheet, run, filter, one, 0.1 + column * (SIDE + GAP), HEAD + row * (2 * SIDE + WORDS + GAP))
    return sheet.save(path, dpi)


def _loaded(run: Run, one: Alike | AlikeElsewhere) -> PartInPixels:
    """Return the pixels of a picture of the run, or of another folder."""
    if isinstance(one, AlikeElsewhere):
        words = f"{decimal(one.similarity)} {one.name}"
        return PartInPixels(read_picture(run.toned(one.where)), one.geometry, one.cell, words)
    pixels = read_picture(photograph_path(run, one.picture))
    words = f"{decimal(one.similarity)} {run.pictures[one.picture].name}"
    return PartInPixels(pixels, geometry_in(run, one.picture), one.cell, words)


def _draw(sheet: Sheet, run: Run, filter: int, one: PartInPixels, x: float, y: float) -> None:
    """Draw a crop, the picture with the crop outlined below it, and the words."""
    box = field_box(one.geometry, run.filters[filter], one.cell, one.pixels)
    sheet.picture(x, y, SIDE, SIDE, crop(one.pixels, box, CROP_PIXELS))
    small = fitted(one.pixels, CROP_PIXELS)
    axes = sheet.picture(x, y + SIDE + 0.03, SIDE, SIDE, small)
    outline(axes, field_box(one.geometry, run.filters[filter], one.cell, small))
    sheet.words(x, y + 2 * SIDE + 0.05, shortened(one.words, SIDE, SMALL), size=SMALL, color=GREY)
