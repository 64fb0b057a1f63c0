"""Chapter 1: a picture is three grids of numbers. No torch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image

from icnn_engine.core.events import NetworkName
from icnn_engine.data import read_picture, to_square
from icnn_engine.inspection.best_pictures import peaks_of
from icnn_engine.lecture.subject import Subject
from icnn_engine.runs.run_folder import Run

PATCH = 7  # pixels a side of the part that is shown as numbers
SHOWN = 960  # longest side of a picture that is drawn: half of a projector's width


@dataclass(frozen=True, eq=False)
class PixelLesson:
    """`original`: (h, w, 3) uint8, the picture as `shown`, which is `width` x `height` pixels; `square`: (S, S, 3)
    uint8, as the network reads it. `patch`: (7, 7, 3) uint8, whose top left pixel is `at` (row, column) of the square;
    `inputs`: (7, 7, 3) float32, (x / 255 - mean) / std of it."""

    original: np.ndarray
    width: int
    height: int
    square: np.ndarray
    at: tuple[int, int]
    patch: np.ndarray
    inputs: np.ndarray
    mean: tuple[float, float, float]
    std: tuple[float, float, float]


def read_original(run: Run, subject: Subject) -> np.ndarray:
    """Return the pixels of the picture. Raises RunError where it is gone or changed, PictureError if unreadable."""
    return read_picture(run.picture_path(subject.picture))


def shown(pixels: np.ndarray) -> np.ndarray:
    """Return a picture as it is drawn: antialiased, at most `SHOWN` pixels long."""
    picture = Image.fromarray(pixels)
    picture.thumbnail((SHOWN, SHOWN), Image.Resampling.LANCZOS, reducing_gap=2.0)
    return np.asarray(picture)


def pixel_lesson(run: Run, subject: Subject) -> PixelLesson:
    """Return the picture as numbers, with the patch of most contrast near the peak of the filter."""
    original = read_original(run, subject)
    square = to_square(original, run.geometry.input_size)
    cells, _strengths = peaks_of(run, NetworkName.INTERPRETABLE)
    centre = run.geometry.centre(cells[subject.picture, subject.filter])
    field = run.filters[subject.filter].effective_field
    top, left = at = _most_contrast(square, (float(centre[0]), float(centre[1])), field)
    patch = square[top : top + PATCH, left : left + PATCH]
    mean, std = (tuple(map(float, run.info["preprocessing"][key])) for key in ("mean", "std"))
    inputs = ((patch / 255 - np.array(mean)) / np.array(std)).astype(np.float32)
    height, width = original.shape[:2]
    return PixelLesson(shown(original), width, height, square, at, patch, inputs, mean, std)  # type: ignore[arg-type]  # three colours


def _most_contrast(square: np.ndarray, centre: tuple[float, float], field: float) -> tuple[int, int]:
    """Return the top left pixel of the patch whose values differ most, within a field around a pixel."""
    size, grey = len(square), square.mean(2)
    spread = np.lib.stride_tricks.sliding_window_view(grey, (PATCH, PATCH)).std((2, 3))
    low = [int(np.clip(c - field / 2, 0, size - PATCH)) for c in centre]
    high = [int(np.clip(c + field / 2 - PATCH, 0, size - PATCH)) + 1 for c in centre]
    near = spread[low[0] : max(high[0], low[0] + 1), low[1] : max(high[1], low[1] + 1)]
    row, column = np.unravel_index(int(near.argmax()), near.shape)
    return int(row) + low[0], int(column) + low[1]
