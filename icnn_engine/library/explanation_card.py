"""The card of one explained picture in a notebook: the picture with its parts outlined, their heat, their shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from icnn_engine.core.heatmaps import crop
from icnn_engine.core.language import translate
from icnn_engine.core.number_words import signed
from icnn_engine.figures.answer import PART_COLOURS
from icnn_engine.figures.common import field_box, fitted
from icnn_engine.inspection.verdicts import not_judged
from icnn_engine.library import html
from icnn_engine.report.html_image import image_tag

if TYPE_CHECKING:
    from icnn_engine.library.explanation import Explanation, PartInPicture

SIDE, CROP = 320, 64  # pixels of a picture, and of a crop
DARK = (16, 20, 24)
Box = tuple[float, float, float, float]


def tr(text: str) -> str:
    """Return a text of the cards in the current language."""
    return translate("Library", text)


def explanation_card(explained: Explanation) -> str:
    """Return the card as HTML."""
    marked, heat = fitted(marked_pixels(explained), SIDE), fitted(explained.overlay(), SIDE)
    pictures = [
        image_tag(marked, tr("The picture {title} with its parts outlined").format(title=explained.title)),
        image_tag(heat, tr("The same picture with the heat of its parts")),
    ]
    return html.card(
        html.words(explained.answer, "font-weight:bold;font-size:115%"),
        *([html.words(explained.warning, "font-weight:bold")] if explained.warning else []),
        html.words(f"{explained.title}. {explained.others}", html.GREY),
        html.row(pictures),
        _parts_table(explained) if explained.parts else html.words(tr("No filter of this run holds a part.")),
        *(html.words(note, html.GREY) for note in not_judged(explained.explainer.run)),
    )


def marked_pixels(explained: Explanation) -> np.ndarray:
    """Return the picture (H, W, 3) uint8 with the crop of each part outlined in the part's colour."""
    from PIL import Image, ImageDraw

    picture = Image.fromarray(explained.pixels)
    pen = ImageDraw.Draw(picture)
    line = max(2, round(max(picture.size) / 150))
    for part, colour in reversed([*zip(explained.parts, PART_COLOURS, strict=False)]):
        left, top, right, bottom = _field(explained, part)
        pen.rectangle((left, top, right, bottom), outline=DARK, width=2 * line)
        half = line / 2
        pen.rectangle((left + half, top + half, right - half, bottom - half), outline=colour, width=line)
    return np.asarray(picture)


def _parts_table(explained: Explanation) -> str:
    rows = [["", tr("part"), tr("adds"), "x", "y", tr("filters")]]
    for place, part in enumerate(explained.parts):
        pixels = crop(explained.pixels, _field(explained, part), CROP)
        edge = f"border:3px solid {PART_COLOURS[place]}" if place < len(PART_COLOURS) else ""
        cells = (part.name, signed(part.adds), f"{part.x:.0f}", f"{part.y:.0f}", str(len(part.filters)))
        rows.append([image_tag(pixels, part.name, f'style="{edge}"'), *map(html.plain, cells)])
    shares = explained.shares
    for name, value in ((tr("filters without a part"), shares.of_no_part), (tr("before any part"), shares.rest)):
        rows.append(["", html.plain(name), html.plain(signed(value)), "", "", ""])
    total = tr("All together {sum}, in log-odds: above 0 speaks for {asked}. x and y in pixels of the original.")
    text = total.format(sum=signed(shares.log_odds), asked=explained.looked.asked)
    return html.markup_table(rows) + html.words(text, html.GREY)


def _field(explained: Explanation, part: PartInPicture) -> Box:
    """Return the effective receptive field of the peak, in pixels of the original."""
    run, look = explained.explainer.run, explained.looked
    cell = divmod(int(look.maps[part.filter].argmax()), run.geometry.cells)
    return field_box(look.geometry, run.filters[part.filter], cell, look.pixels)
