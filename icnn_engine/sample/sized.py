"""Pictures of the sample whose creatures fill a given share of the picture, anywhere in it, one or several.

A picture without creatures is made in the same way: their places are drawn, and things that would stand in front of
them are left out, but the creatures themselves are not painted. So only the creature tells the two kinds apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from PIL import Image

from icnn_engine.core.annotations import Box
from icnn_engine.sample.creature import PARTS, Creature
from icnn_engine.sample.drawn import Drawn
from icnn_engine.sample.painter import SCALE, Painter
from icnn_engine.sample.picture import between, canvas_size, visible_landmarks
from icnn_engine.sample.poses import Coat, Pose, make_coat, make_pose
from icnn_engine.sample.scenery import Scenery, finish, make_scenery, paint_land
from icnn_engine.sample.things import StandingThing, things_of

LEAST_AREA, MOST_AREA, MOST_TOGETHER = 0.01, 0.5, 0.6  # of one creature's box, and of all in a picture
MOST_CREATURES = 9
PROBE = 120.0  # canvas pixels: the size at which the extent of a pose is measured
TRIES = 40  # poses, and places, before the best so far is taken


@dataclass(frozen=True, slots=True)
class Figure:
    """A creature before it has a size and a place: `extent` is its box (left, top, right, bottom) around its foot, in
    body lengths."""

    coat: Coat
    pose: Pose
    leftwards: bool
    extent: Box

    def at(self, size: float, x: float, y: float) -> Box:
        """Return its box on the canvas, standing at (x, y)."""
        left, top, right, bottom = (size * edge for edge in self.extent)
        return x + left, y + top, x + right, y + bottom


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure with its size and place on the canvas, and its box there."""

    figure: Figure
    size: float
    x: float
    y: float
    box: Box

    def thing(self, number: int, rng: np.random.Generator) -> StandingThing:
        """Return it as a thing to paint, whose parts have the numbers of creature `number` (from 0)."""
        own = self.figure
        creature = Creature(own.coat, own.pose, self.size, (self.x, self.y), own.leftwards, rng)

        def paint(painter: Painter) -> None:
            painter.first = number * len(PARTS)
            creature.paint(painter)
            painter.first = 0

        return StandingThing(self.x, self.y, True, paint)


def draw_sized(seed: int, index: int, area: float, creatures: int, painted: bool) -> Drawn:
    """Draw the picture of a number with some creatures, each of whose boxes fills about `area` (0..1) of the picture.

    `painted`: whether the creatures are there, or only their places.
    """
    rng = np.random.default_rng([seed, index, round(1000 * area), creatures, int(painted)])
    scenery = make_scenery(rng, canvas_size(rng))
    painter = Painter(paint_land(scenery, rng), rng)
    things = things_of(scenery, rng)
    places: list[Placed] = []
    for _ in range(creatures):
        places.append(_place(scenery, area, places, rng))
    stands = [thing for thing in things if not any(_hides(thing, place, scenery) for place in places)]
    if painted:
        stands += [place.thing(number, rng) for number, place in enumerate(places)]
    for stand in sorted(stands, key=lambda s: s.y):
        stand.paint(painter)
    landmarks = tuple(mark for number in range(creatures) for mark in visible_landmarks(painter, number))
    return Drawn(finish(painter.image, rng), landmarks, _boxes(painter, creatures))


def _figure(rng: np.random.Generator) -> Figure:
    """Return a random creature and measure its extent, shadow left out."""
    coat, pose, leftwards = make_coat(rng), make_pose(rng), bool(rng.random() < 0.5)
    middle = 2.5 * PROBE
    own = np.random.default_rng(0)
    painter = Painter(Image.new("RGB", (round(2 * middle), round(2 * middle))), own)
    Creature(coat, pose, PROBE, (middle, middle), leftwards, own).paint(painter)
    left, top, right, bottom = painter.parts.getbbox() or (0, 0, 1, 1)
    extent = tuple((edge - middle) / PROBE for edge in (left, top, right, bottom))
    return Figure(coat, pose, leftwards, (extent[0], extent[1], extent[2], extent[3]))


def _place(scenery: Scenery, area: float, others: Sequence[Placed], rng: np.random.Generator) -> Placed:
    """Return a creature of the wanted size that lies whole in the picture, on the ground, and off the others if
    possible."""
    figure, size = _fitting(scenery, area, rng)
    left, top, right, bottom = (size * edge for edge in figure.extent)
    width, height = scenery.size
    best, least = None, np.inf
    for _ in range(TRIES):
        x = between(rng, -left, width - right)
        y = between(rng, max(scenery.horizon + 0.02 * height, -top), height - bottom)
        place = Placed(figure, size, x, y, figure.at(size, x, y))
        shared = sum(_shared(place.box, other.box) for other in others)
        if shared < least:
            best, least = place, shared
        if not shared:
            break
    assert best is not None
    return best


def _fitting(scenery: Scenery, area: float, rng: np.random.Generator) -> tuple[Figure, float]:
    """Return a figure and its size; a pose too wide or too tall for the picture is drawn anew, at last made smaller."""
    width, height = scenery.size
    for _ in range(TRIES):
        figure = _figure(rng)
        left, top, right, bottom = figure.extent
        size = float(np.sqrt(area * width * height / ((right - left) * (bottom - top))))
        largest = min(width / (right - left), height / (bottom - top))
        if size <= largest:
            return figure, size
    return figure, largest


def _shared(one: Box, other: Box) -> float:
    """Return the area that two boxes share."""
    wide, high = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return max(wide, 0) * max(high, 0)


def _hides(thing: StandingThing, place: Placed, scenery: Scenery) -> bool:
    """Return whether a thing in front might cover a creature."""
    reach = 0.8 * scenery.size_at(thing.y)
    left, _, right, _ = place.box
    return thing.y > place.y and left - reach < thing.x < right + reach


def _boxes(painter: Painter, creatures: int) -> tuple[Box, ...]:
    """Return the boxes of what is visible of each creature, in pixels of the picture."""
    owner = np.asarray(painter.parts)
    found = (_box_of((owner > len(PARTS) * k) & (owner <= len(PARTS) * (k + 1))) for k in range(creatures))
    return tuple(box for box in found if box is not None)


def _box_of(mask: np.ndarray) -> Box | None:
    """Return the box of the pixels of a mask of the canvas, in pixels of the picture; None where there is none."""
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    if not len(rows):
        return None
    return _to_picture((columns[0], rows[0], columns[-1] + 1, rows[-1] + 1))


def _to_picture(edges: Iterable[float]) -> Box:
    left, top, right, bottom = (float(edge) / SCALE for edge in edges)
    return left, top, right, bottom
