"""Predictions of a run and pictures with their parts coloured over them (thread-safe)."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from PySide6.QtGui import QImage

from app.filters.predictions.misled_words import asked_about
from app.style.colours import part_colour
from app.widgets.pictures.compute_scene import HEAT, LARGEST, SceneMaker
from app.widgets.pictures.picture_view import Overlay
from app.widgets.qimage import to_qimage
from icnn_engine.core.events import NetworkName
from icnn_engine.core.heatmaps import heatmap
from icnn_engine.figures.common import fitted, part_map
from icnn_engine.inspection.look import AnswerShares, Look, look_at
from icnn_engine.inspection.predictions import Answered, PartSeen, answered, parts_seen, right_like, usual_peak
from icnn_engine.metrics import BACKGROUND
from icnn_engine.runs.run_folder import Run

OWN = NetworkName.INTERPRETABLE
NEIGHBOURS = ((-1, 0), (1, 0), (0, -1), (0, 1))
LIT = 0.5  # of a heatmap's height: what is as strong is outlined


@dataclass(frozen=True, eq=False)
class ShownPrediction:
    """A picture with its parts coloured over it."""

    answer: Answered
    image: QImage
    overlay: Overlay
    parts: tuple[PartSeen, ...]


@dataclass(frozen=True, eq=False)
class ComparedPrediction:
    """A picture, and one of the same kind that was answered rightly, or None."""

    here: ShownPrediction
    there: ShownPrediction | None


def load_predictions(run: Run, everything: bool) -> tuple[Answered, ...]:
    """Return the predictions for the test pictures, or for all pictures. Where a run has no test pictures, those that
    were kept out of training take their place."""
    if everything:
        return answered(run, OWN, None)
    return answered(run, OWN, "test") or answered(run, OWN, "held-out")


def compare_predictions(run: Run, picture: int, answers: tuple[Answered, ...]) -> ComparedPrediction:
    """Return a picture beside the most similar one that was answered rightly. Raises RunError, PictureError."""
    by_picture = {answer.picture: answer for answer in answers}
    answer = by_picture[picture]
    category, other = _category(run, answer), right_like(run, answer, answers)
    return ComparedPrediction(
        show_prediction(run, answer, category),
        None if other is None else show_prediction(run, by_picture[other], category),
    )


def shares_of(scenes: SceneMaker, run: Run, answer: Answered) -> AnswerShares:
    """Return what each part adds to a wrong answer. Raises RunError, PictureError."""
    look = replace(look_at(run, answer.picture), asked=run.categories[asked_about(answer)])
    return scenes.part_shares(run, look)


def show_prediction(run: Run, answer: Answered, category: int | None) -> ShownPrediction:
    """Return a picture with the parts of a category (None: of all)."""
    look, parts = look_at(run, answer.picture), parts_seen(run, answer.picture, category)
    image = to_qimage(fitted(look.pixels, LARGEST)).convertToFormat(QImage.Format.Format_RGB32)
    return ShownPrediction(answer, image, Overlay(_coloured(run, look, parts), region=look.geometry.region), parts)


def _category(run: Run, answer: Answered) -> int | None:
    """Return the category whose parts explain an answer: the one shown, or else the one named; None for all."""
    if len(run.categories) == 1:
        return 0
    wanted = answer.shown if answer.shown != BACKGROUND else answer.named
    return None if wanted == BACKGROUND else wanted


def _coloured(run: Run, look: Look, parts: tuple[PartSeen, ...]) -> QImage | None:
    """Draw each part in its colour, as opaque as its heatmap is high; where parts overlap, the stronger one."""
    if not parts:
        return None
    height, width = look.pixels.shape[:2]
    shrink = HEAT / max(height, width)
    size = max(1, round(height * shrink)), max(1, round(width * shrink))
    heats = np.stack([
        heatmap(part_map(run, look.maps[p.filter], OWN, p.filter), look.geometry, *size, top=usual_peak(run, p.filter))
        for p in parts
    ])  # fmt: skip
    shades = [part_colour(p.group) for p in parts]
    colours = np.array([(s.red(), s.green(), s.blue()) for s in shades], dtype=np.uint8)
    share = np.round(heats.max(0) * 255).astype(np.uint8)
    pixels = np.dstack([colours[heats.argmax(0)], share])
    _outline(pixels, heats.max(0) >= LIT)
    return to_qimage(np.ascontiguousarray(pixels)).convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _outline(pixels: np.ndarray, lit: np.ndarray) -> None:
    """Draw a line around what is lit, dark outside and white inside, so that it shows on light and on dark ground."""
    padded = np.pad(lit, 1)
    around = [padded[1 + dy : 1 + dy + lit.shape[0], 1 + dx : 1 + dx + lit.shape[1]] for dy, dx in NEIGHBOURS]
    pixels[lit & ~np.logical_and.reduce(around)] = (255, 255, 255, 255)
    pixels[~lit & np.logical_or.reduce(around)] = (0, 0, 0, 255)
