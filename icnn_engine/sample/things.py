"""Draw the things that stand about in a scenery.

Some borrow from the creature, so that no colour or pattern alone tells it: logs are ringed as its tail is, boulders
and mushrooms spotted as its body, posts stand like its legs, and eyes look out of bushes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import numpy as np

from icnn_engine.sample.painter import Brush, Painter
from icnn_engine.sample.poses import CREAM, DARK, any_fur
from icnn_engine.sample.scenery import Scenery
from icnn_engine.sample.shapes import Colour, band, curve, jittered, limb, lumpy, mix, oval, toned, xy


@dataclass(frozen=True, slots=True)
class StandingThing:
    """A thing that stands with its foot at (x, y) of the canvas; `tall`: it would hide things behind it."""

    x: float
    y: float
    tall: bool
    paint: Callable[[Painter], None]


@dataclass(frozen=True)
class Spot:
    """Where a thing stands, and its own generator of random numbers."""

    scenery: Scenery
    rng: np.random.Generator
    x: float
    y: float

    def size(self, least: float, most: float) -> float:
        """Return a random size between these, in canvas pixels."""
        return self.scenery.size_at(self.y) * self.rng.uniform(least, most)

    def leaf(self) -> Colour:
        season = self.scenery.season
        return jittered(season.leaf_dark if self.rng.random() < 0.5 else season.leaf_light, self.rng)


def things_of(scenery: Scenery, rng: np.random.Generator) -> list[StandingThing]:
    """Return the things of a scenery: five to eleven of a few kinds, and grass."""
    weights = np.array([weight for _, weight, _ in _KINDS]) * rng.uniform(0.1, 1, len(_KINDS))
    few = rng.choice(len(_KINDS), int(rng.integers(5, 12)), p=weights / weights.sum())
    chosen = [(_KINDS[k][0], _KINDS[k][2]) for k in few] + [(_tuft, False)] * int(rng.integers(8, 20))
    low, high = max(scenery.horizon, 0) + 4, scenery.size[1] * 1.06
    things = []
    for kind, tall in chosen:
        x, y = rng.uniform(-0.05, 1.05) * scenery.size[0], rng.uniform(low, high)
        own = np.random.default_rng(rng.integers(2**32))
        things.append(StandingThing(x, y, tall, partial(kind, Spot(scenery, own, x, y))))
    return things


def _leafage(
    painter: Painter, rng: np.random.Generator, at: np.ndarray, width: float, height: float, c: Colour
) -> None:
    """A round mass of leaves: lumps around a heart, from dark ones at the foot to light ones above."""
    number = int(rng.integers(4, 7))
    for k in range(number):
        up = -1 + 2 * k / (number - 1)
        aside = rng.uniform(-1, 1) * np.sqrt(1.15 - up * up)
        centre = at + xy(0.55 * width * aside, -0.5 * height * up)
        shade = toned(jittered(c, rng, 6), 0.9 + 0.13 * up)
        lump = lumpy(rng, centre, width * rng.uniform(0.45, 0.6), height * rng.uniform(0.45, 0.6), 0.06)
        leaves = rng.normal(0, 0.32, (8, 2)) * (width, height)
        painter.shape(lump, shade, partial(_leaves, rng, centre, leaves, 0.06 * width, shade), rough=0.25)


def _leaves(
    rng: np.random.Generator, centre: np.ndarray, leaves: np.ndarray, size: float, shade: Colour, brush: Brush
) -> None:
    for leaf in leaves:
        r = size * rng.uniform(0.6, 1.3)
        brush.fill(oval(centre + leaf, r, r * 0.5, rng.uniform(0, 3), 8), toned(shade, 0.84 if leaf[1] > 0 else 1.15))


def _dots(at: np.ndarray, sizes: np.ndarray, c: Colour, brush: Brush, wide: float = 1.2) -> None:
    """Dots of these half heights (n,) at these positions (n, 2), so many times as wide as high."""
    for centre, r in zip(at, sizes.tolist(), strict=True):
        brush.fill(oval(centre, wide * r, r, 0, 10), c)


def _tree(spot: Spot, painter: Painter) -> None:
    """A round tree; one in three a birch, dark-barred like a tail."""
    rng, s, x, y = spot.rng, spot.size(1.0, 1.7), spot.x, spot.y
    birch, lean = rng.random() < 0.35, spot.rng.normal(0, 0.08)
    bark = CREAM if birch else jittered(spot.scenery.season.bark, rng)
    trunk = limb([(x, y), (x + lean * s, y - 0.6 * s), (x + lean * s, y - 1.1 * s)], [0.11 * s, 0.075 * s, 0.05 * s], 7)
    at = np.column_stack([x + rng.normal(lean / 2, 0.05, 14) * s, y - rng.uniform(0, s, 14)])
    bars = partial(_dots, at, rng.uniform(0.01, 0.024, 14) * s, DARK, wide=4)
    knots = partial(_dots, at, rng.uniform(0.04, 0.09, 14) * s, toned(bark, 0.75))
    painter.shadow((x, y), 0.4 * s, 0.12 * s)
    painter.shape(trunk, bark, bars if birch else knots)
    _leafage(painter, rng, xy(x + lean * s, y - 1.35 * s), 0.55 * s, 0.5 * s, spot.leaf())


def _pine(spot: Spot, painter: Painter) -> None:
    rng, s, x, y = spot.rng, spot.size(0.9, 1.6), spot.x, spot.y
    tint = jittered(toned(spot.scenery.season.leaf_dark, 0.85), rng)
    painter.shadow((x, y), 0.4 * s, 0.12 * s)
    painter.shape(limb([(x, y), (x, y - 0.4 * s)], [0.07 * s, 0.06 * s], 3), spot.scenery.season.bark)
    for k in range(4):
        wide, low = (0.48 - 0.1 * k) * s, y - (0.18 + 0.32 * k) * s
        ragged = [(x + wide * t, low + rng.uniform(-0.04, 0.05) * s) for t in np.linspace(1, -1, 7)]
        painter.shape(np.array([*ragged, (x, low - 0.55 * s)]), toned(tint, 0.85 + 0.1 * k), rough=0.35)


def _bush(spot: Spot, painter: Painter) -> None:
    """A bush, sometimes as red or grey as fur, sometimes with berries as round as eyes."""
    rng, s, x, y = spot.rng, spot.size(0.35, 0.7), spot.x, spot.y
    painter.shadow((x, y), s, 0.25 * s)
    tint = spot.leaf() if rng.random() < 0.7 else any_fur(rng)
    _leafage(painter, rng, xy(x, y - 0.5 * s), s * rng.uniform(0.65, 0.95), 0.6 * s, tint)
    berry, number = spot.scenery.season.flower, int(rng.integers(4, 12)) * (rng.random() < 0.5)
    for at in xy(x, y - 0.5 * s) + rng.normal(0, 0.3, (number, 2)) * s:
        _ball(painter.brush, at, 0.07 * s, berry)


def _ball(brush: Brush, at: np.ndarray, r: float, c: Colour) -> None:
    """Something small, round and shining."""
    for step, tone in ((0.0, 0.75), (-0.15, 1.0), (-0.35, 1.25)):
        brush.fill(oval(at + step * r, r * (1 + 2 * step), r * (1 + 2 * step), 0, 14), toned(c, tone))


def _owl(spot: Spot, painter: Painter) -> None:
    """A bush with eyes: two round lights, but no face around them."""
    rng, s = spot.rng, spot.size(0.45, 0.7)
    dark = spot.scenery.season.leaf_dark
    _leafage(painter, rng, xy(spot.x, spot.y - 0.5 * s), 0.8 * s, 0.6 * s, jittered(toned(dark, 0.75), rng))
    at = xy(spot.x + rng.normal(0, 0.2) * s, spot.y - 0.55 * s)
    painter.shape(oval(at, 0.34 * s, 0.2 * s), toned(dark, 0.3), rough=0.1)
    for k in (-1, 1):
        eye = at + xy(0.15 * s * k, 0)
        painter.brush.fill(oval(eye, 0.1 * s, 0.1 * s), (246, 220, 110))
        painter.brush.fill(oval(eye, 0.05 * s, 0.05 * s), (24, 20, 22))


def _boulder(spot: Spot, painter: Painter) -> None:
    """A boulder; half of them have the colours and the spots of a creature."""
    rng, s, x, y = spot.rng, spot.size(0.25, 0.7), spot.x, spot.y - 0.42 * spot.scenery.size_at(spot.y) * 0.4
    furry, number = rng.random() < 0.5, int(rng.integers(8, 24))
    stone = any_fur(rng) if furry else jittered(spot.scenery.season.stone, rng)
    outline = lumpy(rng, (x, y), s * rng.uniform(0.8, 1.3), 0.55 * s, 0.07)
    at = rng.normal(0, 1, (number, 2)) * (0.6 * s, 0.3 * s) + (x, y)
    spots = partial(_dots, at, rng.uniform(0.04, 0.1, number) * s, mix(stone, DARK, 0.75 if furry else 0.2))
    painter.shadow((x, y + 0.42 * s), s, 0.28 * s)
    painter.shape(outline, stone, spots, rough=0.35)


def _mushrooms(spot: Spot, painter: Painter) -> None:
    rng = spot.rng
    for _ in range(int(rng.integers(1, 4))):
        s = spot.size(0.2, 0.5)
        foot = xy(spot.x + rng.normal(0, 0.9) * s, spot.y)
        cap = ((206, 72, 58), (222, 150, 70), any_fur(rng))[rng.integers(3)]
        upper = oval(foot - xy(0, 0.5 * s), 0.55 * s, 0.5 * s)
        dome = np.concatenate(
            [upper[upper[:, 1] <= foot[1] - 0.49 * s], foot + np.array([(0.3, -0.42), (-0.3, -0.42)]) * s]
        )
        dome = dome[np.argsort(np.arctan2(dome[:, 1] - foot[1] + 0.6 * s, dome[:, 0] - foot[0]))]
        dots = partial(
            _dots, foot + rng.normal(0, 0.25, (9, 2)) * s - (0, 0.72 * s), rng.uniform(0.04, 0.08, 9) * s, CREAM
        )
        painter.shadow(foot, 0.3 * s, 0.1 * s)
        painter.shape(limb([foot, foot - xy(0, 0.55 * s)], [0.17 * s, 0.12 * s], 5), CREAM, rough=0.1)
        painter.shape(dome, cap, dots, rough=0.1)


def _log(spot: Spot, painter: Painter) -> None:
    """A branch, lying or stuck in the ground, ringed like a tail."""
    rng, s = spot.rng, spot.size(0.6, 1.1)
    turn = rng.normal(0, 0.35) + (np.pi / 2 if rng.random() < 0.25 else 0)
    start, along = xy(spot.x, spot.y - 0.08 * s), xy(np.cos(turn), -abs(np.sin(turn))) * s
    bend, thick = xy(0, rng.normal(0, 0.12) * s), rng.uniform(0.07, 0.13) * s
    bark = mix(any_fur(rng), spot.scenery.season.bark, rng.uniform(0.2, 1))
    rings = partial(_rings, start + bend / 2, along, int(rng.integers(3, 8)), 2 * thick, mix(bark, DARK, 0.7))
    outline = limb([start, start + along / 2 + bend, start + along], [thick, thick * 0.95, thick * 0.9], 7)
    painter.shadow(start + along / 2, 0.5 * s, 0.1 * s)
    painter.shape(outline, bark, rings, rough=0.3)
    painter.brush.fill(oval(start, thick * 0.65, thick * 0.9), mix(bark, CREAM, 0.5))


def _rings(start: np.ndarray, along: np.ndarray, number: int, width: float, c: Colour, brush: Brush) -> None:
    for k in range(number):
        at = (k + 0.5 + np.array([[-0.2], [0.2]])) / number
        brush.fill(band(start + at * along, width), c)


def _posts(spot: Spot, painter: Painter) -> None:
    """Two to four posts in a row: legs without a body."""
    rng, s = spot.rng, spot.size(0.35, 0.6)
    bark = jittered(mix(spot.scenery.season.bark, DARK, rng.uniform(0, 0.5)), rng)
    for k in range(int(rng.integers(2, 5))):
        foot = xy(spot.x + k * s * rng.uniform(0.4, 0.6), spot.y + rng.normal(0, 0.04) * s)
        top = foot - xy(rng.normal(0, 0.05), rng.uniform(0.7, 1.2)) * s
        painter.shadow(foot, 0.2 * s, 0.08 * s)
        painter.shape(limb([foot, top], [0.13 * s, 0.1 * s], 5), bark, rough=0.35)
        painter.brush.fill(oval(top - xy(0, 0.04 * s), 0.09 * s, 0.05 * s), mix(bark, CREAM, 0.5))


def _flowers(spot: Spot, painter: Painter) -> None:
    rng, s, brush = spot.rng, spot.size(0.5, 0.5), painter.brush
    petal = jittered(spot.scenery.season.flower, rng, 30)
    for _ in range(int(rng.integers(3, 9))):
        foot = xy(spot.x + rng.normal(0, 0.6) * s, spot.y + rng.normal(0, 0.12) * s)
        head, r = foot - xy(rng.normal(0, 0.08), rng.uniform(0.35, 0.75)) * s, rng.uniform(0.07, 0.11) * s
        brush.line(np.stack([foot, head]), toned(spot.scenery.season.leaf_dark, 0.9), 0.04 * s)
        for turn in np.arange(5) * 2 * np.pi / 5:
            brush.fill(oval(head + r * xy(np.cos(turn), np.sin(turn)), r * 0.75, r * 0.55, turn, 10), petal)
        brush.fill(oval(head, r * 0.55, r * 0.55, 0, 10), mix(petal, (120, 80, 30), 0.75))


def _reeds(spot: Spot, painter: Painter) -> None:
    rng, s, tint = spot.rng, spot.size(0.7, 1.2), spot.leaf()
    for _ in range(int(rng.integers(5, 12))):
        foot = xy(spot.x + rng.normal(0, 0.18) * s, spot.y)
        tip = foot + xy(rng.normal(0, 0.25), -rng.uniform(0.5, 1)) * s
        line = curve([foot, (foot + tip) / 2 - xy(0, 0.1 * s), tip], 6)
        painter.brush.fill(band(line, np.linspace(0.032, 0.004, 6)[:, None] * s), toned(tint, rng.uniform(0.75, 1.1)))


def _tuft(spot: Spot, painter: Painter) -> None:
    rng, s, y = spot.rng, spot.size(0.18, 0.34), spot.y
    tint = mix(spot.scenery.season.ground_near, spot.leaf(), rng.uniform(0.2, 0.8))
    for across, lean, tall, tone in rng.normal(0, 0.3, (int(rng.integers(5, 10)), 4)).tolist():
        x, tip, top = spot.x + across * s, spot.x + (across + lean) * s, y - s * min(1, 0.75 + 0.5 * tall)
        middle = (x + 0.4 * (tip - x), y - 0.6 * (y - top))
        blade = np.array([(x - 0.06 * s, y), middle, (tip, top), (x + 0.06 * s, y)])
        painter.brush.fill(blade, toned(tint, 0.96 + 0.4 * tone))


# What there is, how common it is, and whether it is tall.
_KINDS: tuple[tuple[Callable[[Spot, Painter], None], float, bool], ...] = (
    *((_tree, 1.2, True), (_pine, 1.0, True), (_bush, 1.6, True), (_owl, 0.6, True), (_boulder, 1.6, False)),
    *((_mushrooms, 1.2, False), (_log, 0.8, False), (_posts, 0.8, False), (_flowers, 1.4, False), (_reeds, 1.2, False)),
)
