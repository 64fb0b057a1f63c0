"""Plane shapes and colours: outlines from splines, ellipses, uneven blobs."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

Colour = tuple[int, int, int]
Point = Sequence[float] | np.ndarray
Outline = tuple[np.ndarray, ...]  # polygons (m, 2) that cover a shape together


def xy(x: float, y: float) -> np.ndarray:
    """Return a point or a move in the plane: (2,)."""
    return np.array((x, y), float)


def colour(red: float, green: float, blue: float) -> Colour:
    """Return a colour of whole numbers 0..255, clipped."""
    return min(255, max(0, int(red))), min(255, max(0, int(green))), min(255, max(0, int(blue)))


def mix(a: Colour, b: Colour, t: float) -> Colour:
    """Return a mixture of two colours: `a` at t = 0, `b` at t = 1."""
    return colour(a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t)


def toned(c: Colour, factor: float) -> Colour:
    """Return a darker (factor below 1) or lighter colour."""
    return colour(c[0] * factor, c[1] * factor, c[2] * factor)


def jittered(c: Colour, rng: np.random.Generator, by: float = 12) -> Colour:
    """Return a colour a little off, in hue and in light."""
    r, g, b = rng.normal(0, by / 2, 3) + rng.normal(0, by)
    return colour(c[0] + r, c[1] + g, c[2] + b)


def curve(points: Sequence[Point] | np.ndarray, number: int = 24) -> np.ndarray:
    """Return a Catmull-Rom spline (number, d) through points (n, d)."""
    p = np.asarray(points, float)
    p = np.concatenate([2 * p[:1] - p[1:2], p, 2 * p[-1:] - p[-2:-1]])
    i, u = _steps(len(p) - 3, number)
    a, b, c, d = p[i], p[i + 1], p[i + 2], p[i + 3]
    return np.asarray(b + 0.5 * u * (c - a + u * (2 * a - 5 * b + 4 * c - d + u * (3 * b - a - 3 * c + d))))


def limb(points: Sequence[Point] | np.ndarray, radii: Sequence[float], number: int = 9) -> Outline:
    """Return a stroke of changing width with round ends, along a spline of `number` steps (odd): its pieces, and
    discs."""
    whole = curve(np.column_stack([np.asarray(points, float), np.asarray(radii, float)]), number)
    line, radius = whole[:, :2], np.maximum(whole[:, 2:], 0.5)
    side = _across(line) * radius
    left, right = line + side, line - side
    pieces = np.stack([left[:-1], left[1:], right[1:], right[:-1]], axis=1)
    discs = line[::2, None] + radius[::2, None] * _round(16)
    return (*pieces, *discs)


def band(line: np.ndarray, width: float | np.ndarray) -> np.ndarray:
    """Return a stripe along a line (n, 2), to both sides by one width or by one for each point (n, 1): polygon."""
    side = _across(line) * width
    return np.concatenate([line + side, (line - side)[::-1]])


def oval(centre: Point, width: float, height: float, turn: float = 0.0, number: int = 32) -> np.ndarray:
    """Return an ellipse with these half axes, turned by radians: polygon (number, 2)."""
    c, s = np.cos(turn), np.sin(turn)
    axes = np.array([[width * c, width * s], [-height * s, height * c]])
    return np.asarray(_round(number) @ axes + np.asarray(centre))


def lumpy(
    rng: np.random.Generator, centre: Point, width: float, height: float, lumps: float = 0.1, number: int = 36
) -> np.ndarray:
    """Return an ellipse with an uneven edge: polygon (number, 2)."""
    waves, (x, y) = _waves(number), rng.normal(0, lumps, (2, 4))
    uneven = np.maximum(1 + x @ waves[0] + y @ waves[1], 0.3)
    return np.asarray(_round(number) * uneven[:, None] * (width, height) + np.asarray(centre))


def _across(line: np.ndarray) -> np.ndarray:
    """Directions of length 1 across a line: (n, 2)."""
    along = np.empty_like(line)
    along[1:-1], along[0], along[-1] = line[2:] - line[:-2], line[1] - line[0], line[-1] - line[-2]
    along /= np.maximum(np.hypot(along[:, :1], along[:, 1:]), 1e-9)
    return np.column_stack([-along[:, 1], along[:, 0]])


@cache
def _steps(pieces: int, number: int) -> tuple[np.ndarray, np.ndarray]:
    """For `number` steps along a curve of some pieces: the piece (number,), and how far in it (number, 1)."""
    t = np.linspace(0, pieces - 1e-9, number)
    return t.astype(int), (t % 1)[:, None]


@cache
def _round(number: int) -> np.ndarray:
    """Points on the circle of radius 1: (number, 2)."""
    t = np.linspace(0, 2 * np.pi, number, endpoint=False)
    return np.column_stack([np.cos(t), np.sin(t)])


@cache
def _waves(number: int) -> np.ndarray:
    """Four cosines and four sines around a circle, the slow ones stronger: (2, 4, number)."""
    k = np.array([2, 3, 5, 7])[:, None]
    t = np.linspace(0, 2 * np.pi, number, endpoint=False)
    return np.stack([np.cos(k * t) / k, np.sin(k * t) / k])
