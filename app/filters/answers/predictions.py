"""What is worked out away from the screen when answers are gone over. Any thread may call it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QImage

from app.style.colours import part_colour
from app.widgets.pictures.picture_view import Overlay
from app.widgets.pictures.scene import HEAT, LARGEST
from app.widgets.qimage import to_qimage
from icnn_engine.core.annotations import Where
from icnn_engine.core.events import NetworkName
from icnn_engine.core.heatmaps import heatmap
from icnn_engine.data import read_thumbnail
from icnn_engine.figures.common import fitted, part_map
from icnn_engine.inspection.look import Look, look_at
from icnn_engine.inspection.predictions import Answered, PartSeen, answered, parts_seen, right_like, usual_peak
from icnn_engine.metrics import BACKGROUND
from icnn_engine.runs.run_folder import Run

OWN = NetworkName.INTERPRETABLE


@dataclass(frozen=True, eq=False)
class ShownPrediction:
    """A picture with its parts coloured over it."""

    look: Look
    answer: Answered
    image: QImage
    overlay: Overlay
    parts: tuple[PartSeen, ...]


@dataclass(frozen=True, eq=False)
class ComparedPrediction:
    """A picture, and one of the same kind that was answered rightly, if there is any."""

    here: ShownPrediction
    there: ShownPrediction | None


def load_predictions(run: Run, everything: bool) -> tuple[Answered, ...]:
    """All answers to the pictures kept out of training, or to every picture."""
    return answered(run, OWN, None if everything else "held-out")


def compare_predictions(run: Run, picture: int, answers: tuple[Answered, ...]) -> ComparedPrediction:
    """A picture beside the one that was answered rightly and is most like it. Raises RunError, PictureError."""
    by_picture = {one.picture: one for one in answers}
    one = by_picture[picture]
    category = _category(run, one)
    other = right_like(run, one, answers)
    return ComparedPrediction(
        show_prediction(run, one, category),
        None if other is None else show_prediction(run, by_picture[other], category),
    )


def show_prediction(run: Run, answer: Answered, category: int | None) -> ShownPrediction:
    """A picture with the parts of a category."""
    look, parts = look_at(run, answer.picture), parts_seen(run, answer.picture, category)
    image = to_qimage(fitted(look.pixels, LARGEST)).convertToFormat(QImage.Format.Format_RGB32)
    return ShownPrediction(look, answer, image, Overlay(_coloured(run, look, parts)), parts)


def _category(run: Run, one: Answered) -> int | None:
    """Whose parts tell why: of what the picture shows, or else of what was named; None for all of them."""
    if len(run.categories) == 1:
        return 0
    wanted = one.shown if one.shown != BACKGROUND else one.named
    return None if wanted == BACKGROUND else wanted


def _coloured(run: Run, look: Look, parts: tuple[PartSeen, ...]) -> QImage | None:
    """Every part in its colour, as deep as its heatmap; where parts meet, the stronger one is seen."""
    if not parts:
        return None
    height, width = look.pixels.shape[:2]
    shrink = HEAT / max(height, width)
    size = max(1, round(height * shrink)), max(1, round(width * shrink))
    heats = np.stack([
        heatmap(part_map(run, look.maps[p.filter], OWN, p.filter), run.geometry, *size, top=usual_peak(run, p.filter))
        for p in parts
    ])  # fmt: skip
    shades = [part_colour(p.group) for p in parts]
    colours = np.array([(s.red(), s.green(), s.blue()) for s in shades], dtype=np.uint8)
    share = np.round(heats.max(0) * 255).astype(np.uint8)
    pixels = np.dstack([colours[heats.argmax(0)], share])
    return to_qimage(np.ascontiguousarray(pixels)).convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def thumbnail(where: Where, side: int) -> np.ndarray:
    """A small picture; runs in the pool. Raises PictureError."""
    return read_thumbnail(where, side)
