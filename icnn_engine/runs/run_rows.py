"""The rows of a run's tables: its pictures and its filters. No torch."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import isfinite, nan
from pathlib import Path

from icnn_engine.core.annotations import Box, Crop, Side, Where, WithBrightness, location_of
from icnn_engine.core.events import NetworkName
from icnn_engine.data.reading.brightness import from_text

BY_FILE = "by file"  # pictures were read each by its own values


@dataclass(frozen=True, slots=True)
class RunPicture:
    """A picture of a run. `label`: which of the run's categories it shows, -1 for none. Answers are probabilities,
    0..1, of the category `asked` about: its own, or where it shows none the interpretable network's most probable.

    `box`: of an object in a photograph "left,top,right,bottom" (see Crop), of a whole picture nothing. `brightness`:
    how a picture of more than 8 bits was read ("uint16 0 4095"), of another nothing; runs from before there was such a
    rule have no such column.
    """

    name: str
    category: str
    side: Side
    label: int
    asked: int
    width: int
    height: int
    digest: str
    answer: float
    twin_answer: float
    cam_answer: float
    box: str = ""
    brightness: str = BY_FILE

    def where(self, root: Path) -> Where:
        """Where the picture is if its folder is `root`: of `photograph.jpg#2` with a box, that box of the file; with
        the brightness it was read by."""
        place: Path | Crop = root / self.name
        if self.box:
            place = Crop(root / re.sub(r"#\d+$", "", self.name), box_of(self.box))
        if not self.brightness:
            return place
        return WithBrightness(place, None if self.brightness == BY_FILE else (from_text(self.brightness),))

    @property
    def positive(self) -> bool:
        """It shows one of the run's categories."""
        return self.label >= 0


@dataclass(frozen=True, slots=True)
class RunFilter:
    """A filter of one network, measured on held-out pictures (all figures without landmarks).

    `category`: the one it answers to; `strength`: mean peak over that category's pictures; `equivariance` in 0..1
    (nan when too few pictures); `effective_field`: side in input pixels of the square used for crops; `group`: filters
    with one number hold one part, groups are numbered from 0, largest first; -1: it holds none; `dead`: never fires;
    `background_auc`: how surely its peak tells its category from the background (.5: not at all; nan without one);
    `beta`: of the release's mask.

    `eligible` to `partner`: what it reached in each test (`metrics.PartTests`, whose `shift` is `equivariance`);
    `holds`: it passed them all. Runs of earlier versions were not judged: `eligible` is -1 and their groups are of
    filters that follow shifts.
    """

    network: NetworkName
    index: int
    category: int
    strength: float
    equivariance: float
    effective_field: float
    group: int
    dead: bool
    background_auc: float
    beta: float
    eligible: int = -1
    slope: float = nan
    mirror: float = nan
    transplant: float = nan
    scale: float = nan
    kept: float = nan
    remaining: float = nan
    random_kept: float = nan
    partner: int = -1
    holds: bool = False

    @property
    def following(self) -> float:
        """Mean of the shares of shifts, mirrors and transplants that it follows: the order of filters; nan where
        nothing is known."""
        known = [share for share in (self.equivariance, self.mirror, self.transplant) if isfinite(share)]
        return sum(known) / len(known) if known else nan


def box_text(where: Where) -> str:
    """The box of a Crop as RunPicture keeps it; of a whole picture nothing."""
    place = location_of(where)
    return ",".join(f"{edge:.10g}" for edge in place.box) if isinstance(place, Crop) else ""


def box_of(text: str) -> Box:
    """What `box_text` wrote. Raises ValueError."""
    left, top, right, bottom = (float(edge) for edge in text.split(","))
    return left, top, right, bottom
