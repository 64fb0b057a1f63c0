"""Looking at a finished run: one picture, one filter at a time, from the maps the run has stored. No torch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, eq=False)
class Look:
    """A picture as the networks of a run see it.

    `pixels`: (H, W, 3) uint8, the upright original. `maps`, `twin_maps`: (F, n, n) float32 before masking; `cam`:
    (n, n) float32 of either sign. Answers: probability of the category, 0..1. `picture`: its index in the run, or
    None for a picture from elsewhere.
    """

    title: str
    pixels: np.ndarray
    picture: int | None
    answer: float
    twin_answer: float
    cam_answer: float
    maps: np.ndarray
    twin_maps: np.ndarray
    cam: np.ndarray


@dataclass(frozen=True, slots=True)
class GroupEffect:
    """What the answer (a probability) loses when the masked maps of one group of filters are set to zero."""

    group: int
    filters: tuple[int, ...]
    loss: float


@dataclass(frozen=True, slots=True)
class Effects:
    """Effects of all groups, largest loss first. They do not add up: `unexplained` is the answer's loss with every
    filter off, minus the sum of the groups' losses."""

    answer: float
    groups: tuple[GroupEffect, ...]
    unexplained: float


@dataclass(frozen=True, eq=False)
class Stages:
    """The paper's figure 4 for one picture and filter: feature map, chosen template (the mask, 1 at the peak),
    masked map, all (n, n) float32; `peak` is (row, column); boxes are (left, top, right, bottom) in pixels of the
    original: the effective field (drawn) and the theoretical one (outline only)."""

    feature_map: np.ndarray
    template: np.ndarray
    masked_map: np.ndarray
    peak: tuple[int, int]
    box: tuple[float, float, float, float]
    theoretical_box: tuple[float, float, float, float]
