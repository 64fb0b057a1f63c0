"""One part of a run, as its first filter sees it."""

from __future__ import annotations

from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path

import numpy as np

from icnn_engine.core.errors import PartscopeError
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import short_list, translate
from icnn_engine.evaluation.region_marks import sizes_of
from icnn_engine.figures import filter_figure
from icnn_engine.figures.common import fitted, peak_overlay
from icnn_engine.figures.sheet import DPI
from icnn_engine.inspection.best_pictures import best_pictures, part_crops, peak_point
from icnn_engine.inspection.part_overview import part_overviews
from icnn_engine.inspection.positions import positions_of
from icnn_engine.inspection.verdicts import verdict
from icnn_engine.library import html
from icnn_engine.library.figure_file import FigureFile
from icnn_engine.library.row_table import RowTable
from icnn_engine.library.showing import Showing
from icnn_engine.report.html_image import image_tag
from icnn_engine.runs.found_objects import geometry_in, listed_name
from icnn_engine.runs.notes import filter_title, notes_or_none, part_title
from icnn_engine.runs.run_folder import Run

OWN = NetworkName.INTERPRETABLE
CROPS, SIDE = 6, 80  # crops beside a part, and their pixels


def tr(text: str) -> str:
    """Return a text of the cards in the current language."""
    return translate("Library", text)


@dataclass(frozen=True, slots=True)
class PartPosition:
    """Where a part peaks in a picture of the run: `x`, `y` in pixels of the original, from its top left corner."""

    picture: str
    side: str
    x: float
    y: float
    strength: float


@dataclass(frozen=True, eq=False, repr=False)
class RunPart(Showing):
    """A part, or where no filter of the category holds one, a filter that nearly does (`holds` is False).

    `filters`: those that hold it, the best first; it is shown by that one. `seen` of `pictures`: on how many test
    pictures of its category it is seen clearly.
    """

    stored: Run = field(repr=False)
    name: str
    filters: tuple[int, ...]
    category: str
    holds: bool
    seen: int
    pictures: int

    def crops(self, count: int = CROPS, side: int = 96) -> np.ndarray:
        """Return (K, side, side, 3) uint8, K <= `count`: the crops around its strongest peaks in held-out pictures.

        Raises RunError where a picture is gone.
        """
        crops = [one.pixels for one in part_crops(self.stored, OWN, self.filters[0], count, side)]
        return np.stack(crops) if crops else np.zeros((0, side, side, 3), np.uint8)

    def positions(self) -> RowTable[PartPosition]:
        """Return where it peaks in each held-out picture of its category in which it fires."""
        run, found = self.stored, positions_of(self.stored, OWN, self.filters[:1])
        sizes, rows = sizes_of(run), []
        for index, cell, strength in zip(found.pictures.tolist(), found.cells.tolist(), found.strengths, strict=True):
            own = run.pictures[index]
            x, y = peak_point(geometry_in(run, index), (cell[0], cell[1]), *sizes[listed_name(run, own)])
            rows.append(PartPosition(own.name, str(own.side), x, y, float(strength)))
        return RowTable(rows, ("picture", "side", "x", "y", "strength"))

    def save(self, path: str | PathLike[str], dpi: int = DPI) -> FigureFile:
        """Write the figure of its first filter, as .png, .svg or .pdf. Raises SettingsError, RunError, PictureError."""
        return FigureFile(filter_figure(self.stored, self.filters[0], Path(path).expanduser(), dpi=dpi))

    def shown_pixels(self) -> np.ndarray:
        """Return its crops side by side, (side, K * side, 3) uint8."""
        return np.concatenate([*self.crops(side=160)], axis=1)

    def __repr__(self) -> str:
        return f"{self.name}: {self._about()}"

    def _repr_html_(self) -> str:
        return html.card(self.line())

    def line(self) -> str:
        """Return it as a line of HTML: a picture with its heat, crops, and what is known of it."""
        about = html.words(self.name, "font-weight:bold") + html.words(self._about(), html.GREY)
        try:
            pictures = self._images()
        except PartscopeError as error:
            pictures = [html.words(str(error))]
        return html.row([f'<div style="width:190px">{about}</div>', *pictures])

    def _images(self) -> list[str]:
        run, filter = self.stored, self.stored.filters[self.filters[0]]
        wholes = [
            _lowered(peak_overlay(run, filter, best, best.strength, 3 * SIDE).pixels)
            for best in best_pictures(run, OWN, filter.index, 1)
        ]
        words = tr("A picture with {part} lit up").format(part=self.name)
        alone = [image_tag(pixels, words) for pixels in wholes]
        return alone + [image_tag(pixels, self.name) for pixels in self.crops(CROPS, SIDE)]

    def _about(self) -> str:
        filters = short_list([*map(str, self.filters)])
        if not self.holds:
            reason = verdict(self.stored.filters[self.filters[0]])
            return tr("not a part of {category} ({reason})").format(category=self.category, reason=reason)
        text = tr("seen in {seen} of {pictures} test pictures of {category}; filters {filters}")
        return text.format(seen=self.seen, pictures=self.pictures, category=self.category, filters=filters)


def _lowered(pixels: np.ndarray) -> np.ndarray:
    """Return pixels (H, W, 3) shrunk to the height of the crops beside them."""
    return fitted(pixels, max(SIDE, round(SIDE * pixels.shape[1] / pixels.shape[0])))


def parts_of(run: Run) -> tuple[RunPart, ...]:
    """Return the parts of a run, then for each category without any the filters that come closest."""
    notes, found = notes_or_none(run.path), []
    for overview in part_overviews(run):
        for part in overview.parts:
            title = part_title(OWN, part.group, notes)
            name = title if overview.holds else filter_title(run.filters[part.first], notes)
            category, count = run.categories[overview.category], len(overview.pictures)
            found.append(RunPart(run, name, part.filters, category, overview.holds, part.seen, count))
    return tuple(found)
