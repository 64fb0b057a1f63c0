"""Draw the creature: a masked head with ears and a muzzle, a spotted body, socked legs, a ringed tail, in any pose."""

from __future__ import annotations

from functools import partial

import numpy as np

from icnn_engine.sample.painter import Brush, Painter
from icnn_engine.sample.poses import DARK, Coat, Pose
from icnn_engine.sample.shapes import Colour, Outline, band, curve, limb, mix, oval, toned, xy

PARTS = {1: "head", 2: "body", 3: "front legs", 4: "hind legs", 5: "tail"}
HEAD, BODY, FRONT, HIND, TAIL = PARTS
PINK: Colour = (232, 160, 150)
WHITE: Colour = (252, 250, 244)
BLACK: Colour = (22, 18, 22)


class Creature:
    """A creature of a coat and a pose; `size` is its body's length and `at` where it stands, in canvas pixels.

    Its own coordinates are body lengths from mid-body; it faces right (unless turned `leftwards`) and y points down.
    """

    def __init__(
        self, coat: Coat, pose: Pose, size: float, at: tuple[float, float], leftwards: bool, rng: np.random.Generator
    ) -> None:
        self.coat, self.pose, self.size, self.at = coat, pose, size, at
        self._flip, self._rng = -1.0 if leftwards else 1.0, rng
        self._axis = xy(np.cos(pose.tilt), -np.sin(pose.tilt))
        self._hip, self._chest = -0.36 * self._axis, 0.36 * self._axis
        lowest = float(max(self._hip[1], self._chest[1]))
        self._ground = lowest + 0.3 * pose.fat if pose.sits else lowest * 0.5 + pose.leg
        self._head = self._chest + xy(0.06, -0.08) + pose.neck * xy(np.cos(pose.rise), -np.sin(pose.rise))

    def paint(self, painter: Painter) -> None:
        """Draw it, far parts first."""
        painter.shadow(self.at, 0.6 * self.size, 0.156 * self.size)
        for which in (0, 1):
            self._leg(painter, which)
        self._tail(painter)
        self._body(painter)
        for which in (2, 3):
            self._leg(painter, which)
        for side in (-1, 1):
            self._ear(painter, side)
        self._face(painter)
        self._muzzle(painter)

    def _to_canvas(self, *points: np.ndarray) -> np.ndarray:
        """Return points (2,) or arrays of them (n, 2) in own coordinates, on the canvas: (n, 2)."""
        own = np.concatenate([np.atleast_2d(p) for p in points])
        return np.asarray((own - (0, self._ground)) * (self._flip * self.size, self.size) + self.at)

    def _limb(self, points: list[np.ndarray], radii: list[float], number: int) -> Outline:
        return limb(self._to_canvas(*points), [r * self.size for r in radii], number)

    def _oval(self, centre: np.ndarray, width: float, height: float, turn: float = 0.0) -> np.ndarray:
        return oval(self._to_canvas(centre)[0], width * self.size, height * self.size, turn * self._flip)

    # The body

    def _body(self, painter: Painter) -> None:
        fat, hip, chest = self.pose.fat, self._hip, self._chest
        spine = [hip - xy(0.03, 0), hip, xy(0, 0.02), chest, chest + xy(0.04, 0)]
        trunk = self._limb(spine, [fat * r for r in (0.2, 0.25, 0.245, 0.275, 0.24)], 13)
        neck = self._limb([chest + xy(0.02, -0.05), (chest + self._head) / 2, self._head], [0.2, 0.17, 0.15], 7)
        painter.shape((*trunk, *neck), self.coat.fur, partial(self._spots, spine), BODY)

    def _spots(self, spine: list[np.ndarray], brush: Brush) -> None:
        """A pale belly and bib, and rows of dark spots."""
        coat, fat, rng = self.coat, self.pose.fat, self._rng
        below = [p + xy(0, 0.25 * fat) for p in spine[1:-1]]
        brush.fill(band(self._to_canvas(*below), 0.12 * self.size), mix(coat.pale, coat.fur, 0.25))
        brush.fill(self._oval(self._chest + xy(0.2, 0.02), 0.13, 0.24, -0.25), coat.pale)
        up = xy(self._axis[1], -self._axis[0])
        for row, across in enumerate((0.24, 0.12, 0.0, -0.1)):
            for along in np.arange(-0.5, 0.36, 0.135) + 0.06 * (row % 2):
                at = (
                    xy(0, 0.02)
                    + self._axis * (along + rng.normal(0, 0.016))
                    + up * (across * fat + rng.normal(0, 0.012))
                )
                r = rng.uniform(0.03, 0.05)
                brush.fill(self._oval(at, r * 1.2, r, rng.uniform(0, 3)), coat.mark)

    def _leg(self, painter: Painter, which: int) -> None:
        """One leg: 0 far hind, 1 far front, 2 near hind, 3 near front."""
        pose, hind, near = self.pose, which % 2 == 0, which > 1
        hip = (self._hip if hind else self._chest) + xy((-0.02 if hind else 0.0) + (0.05 if near else -0.06), 0.06)
        if pose.sits and hind:
            foot = xy(self._hip[0] + (0.4 if near else 0.34), self._ground - 0.05)
            line = [hip + xy(0.02, 0.02), hip + xy(0.2, 0.02), foot - xy(0.16, 0.02), foot]
            radii, start = [0.2 * pose.fat, 0.17 * pose.fat, 0.09, 0.075], 17
        else:
            foot = xy(hip[0] + pose.steps[which], self._ground - pose.lifts[which] - 0.05)
            knee = (hip + foot) / 2 + xy((-0.07 if hind else 0.035) - 0.5 * pose.lifts[which], 0.02)
            line, radii, start = [hip, knee, foot], [(0.17 if hind else 0.135) * pose.fat, 0.085, 0.07], 13
        paw = self._oval(foot + xy(0.045, 0.005), 0.105, 0.062)
        tone = 1.0 if near else 0.8
        socks = partial(self._socks, curve(line, 24), start, foot, paw, toned(self.coat.mark, tone))
        shape = (*self._limb(line, radii, 11), paw)
        painter.shape(shape, toned(self.coat.fur, tone), socks, HIND if hind else FRONT)

    def _socks(
        self, line: np.ndarray, start: int, foot: np.ndarray, paw: np.ndarray, dark: Colour, brush: Brush
    ) -> None:
        """A dark sock from a point on the leg's line, a band above it, and toes."""
        for piece in (line[start:], line[start - 4 : start - 2]):
            brush.fill(band(self._to_canvas(piece), 0.2 * self.size), dark)
        brush.fill(paw, dark)
        for k in (-1, 0, 1):
            brush.fill(self._oval(foot + xy(0.1 + 0.012 * k, 0.03 * k + 0.02), 0.014, 0.014), toned(dark, 1.5))

    def _tail(self, painter: Painter) -> None:
        pose, turn = self.pose, np.pi + self.pose.tail_rise
        points = [self._hip + xy(-0.12, -0.06)]
        for _ in range(5):
            points.append(points[-1] + pose.tail / 5 * xy(np.cos(turn), np.sin(turn)))
            turn += pose.tail_curl / 5
        points = [np.minimum(p, (np.inf, self._ground - 0.06)) for p in points]
        outline = self._limb(points, [0.065, *(pose.bushy * r for r in (0.85, 1.0, 1.08, 0.95)), 0.03], 17)
        fur = mix(self.coat.fur, self.coat.pale, 0.25)
        painter.shape(outline, fur, partial(self._rings, curve(points, 60)), TAIL, rough=0.3)

    def _rings(self, line: np.ndarray, brush: Brush) -> None:
        """Dark rings around the tail, and a pale tip."""
        number = self.pose.rings
        for k in range(number):
            start = 12 + round(40 * k / number)
            brush.fill(
                band(self._to_canvas(line[start : start + max(3, round(20 / number))]), 0.2 * self.size), self.coat.mark
            )
        brush.fill(band(self._to_canvas(line[51:]), 0.25 * self.size), self.coat.pale)

    # The head; positions on it are in head radii from its middle, and nod with it

    def _on(self, x: float, y: float) -> np.ndarray:
        c, s = np.cos(self.pose.nod), np.sin(self.pose.nod)
        return np.asarray(self._head + self.pose.head * xy(c * x - s * y, s * x + c * y))

    def _dab(self, brush: Brush, x: float, y: float, width: float, height: float, c: Colour, turn: float = 0.0) -> None:
        r = self.pose.head
        brush.fill(self._oval(self._on(x, y), width * r, height * r, turn + self.pose.nod), c)

    def _ear(self, painter: Painter, side: int) -> None:
        pose, on = self.pose, self._on
        x, lean, tall = 0.58 * side - 0.08 * pose.look, 0.16 * side + pose.ear_turn, 0.78 * pose.ears
        left, right = on(x - 0.3 + lean * 0.3, -0.85), on(x + 0.3 + lean * 0.3, -0.85)
        outline = curve([on(x - 0.36, -0.4), left, on(x + lean, -0.62 - tall), right, on(x + 0.36, -0.4)], 20)
        painter.shape(self._to_canvas(outline), self.coat.fur, partial(self._ear_inside, x, lean, tall), HEAD)

    def _ear_inside(self, x: float, lean: float, tall: float, brush: Brush) -> None:
        on = self._on
        tip = [on(x - 2, -0.6 - 0.6 * tall), on(x + 2, -0.6 - 0.6 * tall), on(x + 2, -3), on(x - 2, -3)]
        brush.fill(self._to_canvas(*tip), self.coat.mark)
        pink = [on(x - 0.17, -0.5), on(x + lean * 0.75, -0.5 - 0.8 * tall), on(x + 0.17, -0.5)]
        brush.fill(self._to_canvas(*pink), PINK)

    def _face(self, painter: Painter) -> None:
        r, on = self.pose.head, self._on
        skull = self._oval(self._head, r * 1.02, r * 0.9, self.pose.nod)
        fluff = [
            self._to_canvas(
                on(k * 0.75, -0.1), on(k * 1.24, 0.38), on(k * 0.9, 0.4), on(k * 1.05, 0.66), on(k * 0.3, 0.85)
            )
            for k in (-1, 1)
        ]
        painter.shape((skull, *fluff), self.coat.fur, self._mask_and_eyes, HEAD)

    def _mask_and_eyes(self, brush: Brush) -> None:
        coat, on, f = self.coat, self._on, 0.3 * self.pose.look
        for k in (-1, 1):
            self._dab(brush, 0.66 * k + 0.5 * f, 0.5, 0.55, 0.42, coat.pale, -0.5 * k)
            self._dab(brush, 0.4 * k + f, -0.08, 0.33, 0.38, mix(coat.mark, coat.fur, 0.25), -0.45 * k)
        blaze = self._to_canvas(on(f - 0.13, -1), on(f + 0.13, -1), on(f + 0.05, 0.1), on(f - 0.05, 0.1))
        brush.fill(blaze, coat.pale)
        for k in (-1, 1):
            x, narrow = 0.4 * k, 1 - max(0.0, self.pose.look * k) * 0.3
            self._dab(brush, x + f, -0.04, 0.2 * narrow, 0.235, WHITE)
            self._dab(brush, x + 1.12 * f, -0.03, 0.165 * narrow, 0.195, coat.eye)
            self._dab(brush, x + 1.15 * f, -0.02, 0.11 * narrow, 0.15, BLACK)
            self._dab(brush, x + 1.15 * f - 0.05 * self._flip, -0.1, 0.055, 0.06, WHITE)

    def _muzzle(self, painter: Painter) -> None:
        r, f = self.pose.head, 0.375 * self.pose.look
        outline = self._oval(self._on(f, 0.4), 0.44 * r, 0.32 * r, self.pose.nod)
        painter.shape(outline, self.coat.pale, partial(self._nose, f), HEAD, rough=0.1)

    def _nose(self, f: float, brush: Brush) -> None:
        for k in (-1, 1):
            smile = curve([self._on(f, 0.36), self._on(f + 0.03 * k, 0.5), self._on(f + 0.22 * k, 0.54)], 8)
            brush.line(self._to_canvas(smile), DARK, 0.045 * self.pose.head * self.size)
        self._dab(brush, f, 0.24, 0.15, 0.11, (38, 28, 30))
        self._dab(brush, f - 0.05 * self._flip, 0.2, 0.05, 0.03, (150, 140, 140))
