"""How much the answers change if a picture is resized in another way than in training."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from icnn_engine.core.annotations import Where
from icnn_engine.core.events import NetworkName
from icnn_engine.data import read_picture
from icnn_engine.inspection.explainer import Explainer


@dataclass(frozen=True, slots=True)
class ResizingEffect:
    """Change of the answers of `pictures` if they are resized without antialiasing: greatest and mean change of a
    probability, and how many pictures get another answer (another category, or the other side of one half)."""

    pictures: int
    greatest: float
    mean: float
    other: int


def resizing_effect(explainer: Explainer, wheres: Sequence[Where], squares: np.ndarray) -> ResizingEffect:
    """Return the effect of plain bilinear resizing, as OpenCV resizes by default.

    Parameters
    ----------
    explainer : Explainer
    wheres : sequence of Where
        P pictures.
    squares : ndarray, shape (P, S, S, 3), uint8
        The same pictures as the run reads them.
    """
    plain = np.stack([bilinear(read_picture(where), squares.shape[1]) for where in wheres])
    usual, other = (explainer.answers(NetworkName.INTERPRETABLE, pixels) for pixels in (squares, plain))
    change = np.abs(other - usual)
    flipped = int((_answer(usual) != _answer(other)).sum())
    return ResizingEffect(len(wheres), float(change.max()), float(change.mean()), flipped)


def bilinear(pixels: np.ndarray, size: int) -> np.ndarray:
    """Resize (H, W, 3) uint8 to (size, size, 3) by bilinear interpolation of the nearest pixels, not antialiased."""
    rows, columns = (np.clip((np.arange(size) + 0.5) * n / size - 0.5, 0, n - 1) for n in pixels.shape[:2])
    down, across = (rows % 1)[:, None, None], (columns % 1)[:, None]
    top, left = rows.astype(int), columns.astype(int)
    below, right = np.minimum(top + 1, pixels.shape[0] - 1), np.minimum(left + 1, pixels.shape[1] - 1)
    values = pixels.astype(np.float32)
    upper = values[top][:, left] * (1 - across) + values[top][:, right] * across
    lower = values[below][:, left] * (1 - across) + values[below][:, right] * across
    resized: np.ndarray = np.rint(upper * (1 - down) + lower * down).astype(np.uint8)
    return resized


def _answer(answers: np.ndarray) -> np.ndarray:
    """Return the answer, (P,), of (P, K) probabilities."""
    chosen: np.ndarray = answers.argmax(1) if answers.shape[1] > 1 else answers[:, 0] >= 0.5
    return chosen
