"""Filters of both networks on the same pictures, drawn (thread-safe)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from icnn_engine.core.events import NetworkName
from icnn_engine.figures.common import FAINT, faint_top, overlaid, small_picture, usual_top
from icnn_engine.figures.comparison import chosen_filters, chosen_pictures
from icnn_engine.inspection.best_pictures import pictures_of
from icnn_engine.runs.run_folder import Run

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN
FIELD = 2  # pixels of the frame around the effective receptive field


@dataclass(frozen=True, slots=True)
class Pairing:
    """Filters of both networks, the k-th of one beside the k-th of the other, and pictures of the run. `total`: how
    many pictures can be chosen."""

    rows: tuple[tuple[int, int], ...]
    pictures: tuple[int, ...]
    total: int


def compare_networks(run: Run, filters: int, columns: int, start: int) -> Pairing:
    """Choose filters of each network by one rule for both, and the next pictures kept out of training in a fixed order
    (by file hash)."""
    own, twin = (chosen_filters(run.of(network), filters) for network in (OWN, TWIN))
    pictures = tuple(chosen_pictures(run, columns, start))
    return Pairing(tuple(zip(own, twin, strict=False)), pictures, len(pictures_of(run)))


def pixels_of(run: Run, network: NetworkName, filter_index: int, picture: int, side: int) -> np.ndarray:
    """Draw a picture as a filter sees it, with a frame where the filter looks: (h, w, 3) uint8.

    It looks as in the exported comparison: the brightest colour stands for the peak in that picture, or for a third of
    the filter's usual peak if the peak is lower; then there is no frame. Raises RunError, PictureError.
    """
    small, own = small_picture(run, picture, side), np.asarray(run.maps(network)[picture, filter_index], np.float32)
    usual = usual_top(run, network, filter_index)
    drawn = np.array(overlaid(run, small, own, network, filter_index, faint_top(own, usual)))
    if own.max() >= FAINT * usual > 0:
        height, width = small.shape[:2]
        cell = divmod(int(own.argmax()), run.geometry.cells)
        _frame(drawn, run.geometry.box(cell, run.of(network)[filter_index].effective_field, width, height))
    return drawn


def _frame(pixels: np.ndarray, box: tuple[float, ...]) -> None:
    """Draw a white frame around a box (left, top, right, bottom), cut at the edges of the picture."""
    height, width = pixels.shape[:2]
    left, right = (int(np.clip(round(x), 0, width)) for x in (box[0], box[2]))
    top, bottom = (int(np.clip(round(y), 0, height)) for y in (box[1], box[3]))
    inner = np.zeros((height, width), bool)
    inner[top:bottom, left:right] = True
    inner[top + FIELD : bottom - FIELD, left + FIELD : right - FIELD] = False
    pixels[inner] = 255
