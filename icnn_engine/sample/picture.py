"""One picture of the sample: scenery, its things, and perhaps a creature among them."""

from __future__ import annotations

import numpy as np
from PIL import Image

from icnn_engine.core.annotations import Landmark
from icnn_engine.sample.creature import PARTS, Creature
from icnn_engine.sample.painter import SCALE, Painter
from icnn_engine.sample.poses import make_coat, make_pose
from icnn_engine.sample.scenery import Scenery, finish, make_scenery, paint_land
from icnn_engine.sample.things import StandingThing, things_of

SEEN = 1 / 3  # a part counts as visible when this share of it is in the frame and not covered


def draw_picture(seed: int, index: int, with_creature: bool) -> tuple[Image.Image, tuple[Landmark, ...]]:
    """Draw the picture of a number, RGB, its longer side 256 to 320 pixels; return also the visible landmarks."""
    rng = np.random.default_rng([seed, index, int(with_creature)])
    scenery = make_scenery(rng, canvas_size(rng))
    painter = Painter(paint_land(scenery, rng), rng)
    stands = things_of(scenery, rng)
    if with_creature:
        stands = _around(_placed(scenery, rng), scenery, stands)
    for stand in sorted(stands, key=lambda s: s.y):
        stand.paint(painter)
    return finish(painter.image, rng), visible_landmarks(painter)


def canvas_size(rng: np.random.Generator) -> tuple[int, int]:
    """Return width and height of the canvas."""
    longer, ratio = rng.integers(256, 321), rng.uniform(0.68, 1.0)
    shorter = int(longer * ratio)
    width, height = (longer, shorter) if rng.random() < 0.75 else (shorter, longer)
    return int(width) * SCALE, int(height) * SCALE


def _placed(scenery: Scenery, rng: np.random.Generator) -> Creature:
    """Return a creature anywhere on the ground, small or large; about one in six is cut by the frame."""
    width, height = scenery.size
    size = min(scenery.size) * rng.uniform(0.24, 0.50)
    aside, tall = 1.05 * size, 1.5 * size  # so much room it needs to be seen whole, more or less
    cut = rng.random() < 0.15
    x = between(rng, aside * (0.3 if cut else 1), width - aside * (0.3 if cut else 1))
    y = between(rng, max(scenery.horizon + 0.08 * height, tall), height * (1.12 if cut else 0.99))
    return Creature(make_coat(rng), make_pose(rng), size, (x, y), bool(rng.random() < 0.5), rng)


def between(rng: np.random.Generator, low: float, high: float) -> float:
    """Return a random number between two bounds, or half-way where there is no room."""
    return float(rng.uniform(low, high)) if low < high else (low + high) / 2


def _around(creature: Creature, scenery: Scenery, stands: list[StandingThing]) -> list[StandingThing]:
    """Return a creature and the things about it, but nothing tall right before it."""
    x, y = creature.at
    kept = [
        s for s in stands if not s.tall or s.y <= y or abs(s.x - x) > 1.1 * creature.size + 0.8 * scenery.size_at(s.y)
    ]
    return [*kept, StandingThing(x, y, True, creature.paint)]


def visible_landmarks(painter: Painter, creature: int = 0) -> tuple[Landmark, ...]:
    """Return the middle of the visible area of each part of one creature, in pixels of the picture; hidden parts are
    left out. Parts of further creatures are called "head 2", "head 3"."""
    visible = np.asarray(painter.parts)[::SCALE, ::SCALE]
    rows, columns = np.nonzero(visible)
    parts = visible[rows, columns]
    landmarks, ending = [], f" {creature + 1}" if creature else ""
    for number, name in PARTS.items():
        here = parts == number + creature * len(PARTS)
        if here.any() and np.count_nonzero(here) >= SEEN * painter.painted[number + creature * len(PARTS)] / SCALE**2:
            landmarks.append(Landmark(name + ending, columns[here].mean() + 0.5, rows[here].mean() + 0.5))
    return tuple(landmarks)
