"""One picture as the three networks of a run see it: its answers, maps and parts. No torch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from icnn_engine.core.events import NetworkName
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.data import read_picture
from icnn_engine.inspection.best_pictures import peak_point
from icnn_engine.runs.found_objects import geometry_in, is_found, photograph_path
from icnn_engine.runs.run_folder import Run


@dataclass(frozen=True, eq=False)
class Look:
    """A picture as the networks of a run see it.

    `pixels`: (H, W, 3) uint8, the upright original; `geometry`: where the cells of the maps lie in it. `maps`,
    `twin_maps`: (F, n, n) float32 before masking; `cam`: (n, n) float32 of either sign. `asked`: the category the
    answers are about, which is the picture's own or, if it shows none, the most probable one. Answers are probabilities
    of that category, 0..1; `answers`, `twin_answers`: (K,) all answers of both networks. `picture`: its index in the
    run, or None for a picture from elsewhere. `found`: whether the region that was read is sure to show the object;
    True where whole pictures are read. `trunk`: (C,) the mean of each map of the trunk; None where the run keeps none
    to compare with (`Run.sees_stored_trunk`).
    """

    title: str
    pixels: np.ndarray
    geometry: MapGeometry
    picture: int | None
    answer: float
    twin_answer: float
    cam_answer: float
    maps: np.ndarray
    twin_maps: np.ndarray
    cam: np.ndarray
    asked: str
    answers: np.ndarray
    twin_answers: np.ndarray
    found: bool = True
    trunk: np.ndarray | None = None

    @property
    def region(self) -> tuple[int, int, int, int]:
        """Left, top, right, bottom of what the networks read, in pixels of the original."""
        height, width = self.pixels.shape[:2]
        left, top, right, bottom = self.geometry.region
        return round(left * width), round(top * height), round(right * width), round(bottom * height)

    @property
    def read_pixels(self) -> np.ndarray:
        """The pixels (h, w, 3) uint8 that the networks read."""
        left, top, right, bottom = self.region
        return self.pixels[top:bottom, left:right]


@dataclass(frozen=True, slots=True)
class PartShare:
    """What the filters of one part (`group`; -1: filters of no part) add to the log-odds of the answer; below 0 they
    speak against the category."""

    group: int
    filters: tuple[int, ...]
    adds: float


@dataclass(frozen=True, slots=True)
class AnswerShares:
    """The log-odds of the answer about `Look.asked`, and the share of each part, largest first.

    `is_sum`: the answer is a sum over filters, so that `rest` is the answer of a network that sees nothing. Otherwise
    each share is the fall of the log-odds without that part, and `rest` is what these falls leave unexplained. Either
    way the shares and the rest add up to `log_odds`.
    """

    log_odds: float
    parts: tuple[PartShare, ...]
    rest: float
    is_sum: bool

    @property
    def of_parts(self) -> float:
        """What all parts add together."""
        return sum(part.adds for part in self.parts if part.group >= 0)

    @property
    def of_no_part(self) -> float:
        """What the filters of no part add together."""
        return sum(part.adds for part in self.parts if part.group < 0)


@dataclass(frozen=True, slots=True)
class PartSpot:
    """Position of one part (group of filters) of the interpretable network in a picture: the peak of its strongest
    filter, (x, y) as shares of the picture's width and height. `strength`: the peak in units of the filter's usual
    one."""

    group: int
    filter: int
    x: float
    y: float
    strength: float


def look_at(run: Run, index: int) -> Look:
    """Return a picture of the run as its networks saw it, from the stored maps.

    Parameters
    ----------
    run
        A finished run.
    index
        Row of the picture in `run.pictures`.

    Returns
    -------
    Look
        Pixels of the original, answers and maps; damaged numbers of a map (nan, infinite) are 0.

    Raises
    ------
    RunError
        The file of the picture is gone.
    ChangedPictureError
        The file holds another picture than when the run was trained.
    PictureError
        The file can no longer be read.
    """
    picture = run.pictures[index]
    maps, twin_maps, cam = (
        np.nan_to_num(run.maps(name)[index].astype(np.float32), nan=0.0, posinf=0.0, neginf=0.0)
        for name in (NetworkName.INTERPRETABLE, NetworkName.TWIN, NetworkName.CAM)
    )
    return Look(
        title=picture.name,
        pixels=read_picture(photograph_path(run, index)),
        geometry=geometry_in(run, index),
        picture=index,
        answer=picture.answer,
        twin_answer=picture.twin_answer,
        cam_answer=picture.cam_answer,
        maps=maps,
        twin_maps=twin_maps,
        cam=cam,
        asked=run.categories[picture.asked],
        answers=run.answers()[index],
        twin_answers=run.answers(NetworkName.TWIN)[index],
        found=is_found(run, index),
        trunk=run.trunk_features()[index] if run.sees_stored_trunk else None,
    )


def maps_of(look: Look, network: NetworkName) -> np.ndarray:
    """Return the (F, n, n) float32 maps of the picture; of the CAM network one map, (1, n, n)."""
    maps = {NetworkName.INTERPRETABLE: look.maps, NetworkName.TWIN: look.twin_maps, NetworkName.CAM: look.cam[None]}
    return maps[network]


def part_spots(run: Run, look: Look) -> tuple[PartSpot, ...]:
    """Return the position of each part of the run in a picture.

    Parameters
    ----------
    run
        A finished run; its groups of filters are the parts.
    look
        A picture as the networks of that run see it.

    Returns
    -------
    tuple of PartSpot
        Strongest first, relative to the filter's usual peak. Parts that do not fire in the picture are left out.
    """
    spots = []
    for group, members in enumerate(run.groups()):
        shares = {f: float(look.maps[f].max()) / max(run.filters[f].strength, 1e-6) for f in members}
        strongest = max(shares, key=shares.__getitem__)
        if shares[strongest] > 0:
            row, column = divmod(int(look.maps[strongest].argmax()), run.geometry.cells)
            x, y = peak_point(look.geometry, (row, column), 1, 1)
            spots.append(PartSpot(group, strongest, x, y, shares[strongest]))
    return tuple(sorted(spots, key=lambda spot: -spot.strength))
