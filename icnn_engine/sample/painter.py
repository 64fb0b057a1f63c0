"""Paint soft, felt-like bodies on a canvas, and keep the part that is visible at each pixel.

All lengths are pixels of the canvas, which is `SCALE` times as large as the picture.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from icnn_engine.sample.shapes import Colour, Outline, Point

SCALE = 2  # edges are drawn hard, and softened when the canvas is made smaller
SHADE: Colour = (18, 22, 30)


class Brush:
    """Draws flat shapes given in canvas positions on an image whose upper left corner is at `corner` (2,)."""

    def __init__(self, image: Image.Image, corner: np.ndarray | float = 0) -> None:
        self._draw, self._corner = ImageDraw.Draw(image), corner

    def fill(self, outline: np.ndarray | Outline, c: Colour | int) -> None:
        """Fill one polygon (m, 2) or several."""
        for polygon in (outline,) if isinstance(outline, np.ndarray) else outline:
            self._draw.polygon((polygon - self._corner).ravel().tolist(), fill=c)

    def line(self, points: np.ndarray, c: Colour, width: float) -> None:
        """Draw a line through points (n, 2)."""
        self._draw.line((points - self._corner).ravel().tolist(), fill=c, width=max(1, round(width)), joint="curve")


Detail = Callable[[Brush], None]


class Painter:
    """A canvas, and beside it the number of the part that is visible at each pixel (0: none)."""

    def __init__(self, image: Image.Image, rng: np.random.Generator) -> None:
        self.image = image
        self.parts = Image.new("L", image.size, 0)
        self.painted: dict[int, int] = {}  # pixels painted of each part, in the frame or out of it
        self.first = 0  # added to the number of each part, so that several creatures can be told apart
        self.brush = Brush(image)
        self._rng = rng

    def shape(
        self,
        outline: np.ndarray | Outline,
        base: Colour,
        detail: Detail | None = None,
        part: int = 0,
        relief: float = 1.0,
        rough: float = 0.2,
    ) -> None:
        """Paint polygons as one round body lit from the upper left; `detail` draws on its surface only.

        `relief` is the depth of its shading, `rough` that of its fur.
        """
        points = outline if isinstance(outline, np.ndarray) else np.concatenate(outline)
        corner = np.floor(points.min(axis=0)).astype(int) - 1
        width, height = (np.ceil(points.max(axis=0)).astype(int) + 2 - corner).tolist()
        mask = Image.new("L", (width, height), 0)
        Brush(mask, corner).fill(outline, 255)
        layer = Image.new("RGB", mask.size, base)
        if detail:
            detail(Brush(layer, corner))
        dark = _darkness(mask, relief)
        fur = piece_of(_dark_grain(rough), mask.size, self._rng)
        light = ImageChops.invert(ImageChops.add(dark, fur))
        layer = ImageChops.multiply(layer, Image.merge("RGB", (light, light, light)))
        at = (int(corner[0]), int(corner[1]))
        self.image.paste(layer, at, mask)
        if part:
            part += self.first
            self.painted[part] = self.painted.get(part, 0) + mask.histogram()[255]
        if self.painted:
            self.parts.paste(part, at, mask)

    def shadow(self, centre: Point, width: float, height: float) -> None:
        """Paint a soft dark patch on the ground with these half axes."""
        size = max(2, round(width * 2.9)), max(2, round(height * 3.5))
        soft = _shadow().resize(size, Image.Resampling.BILINEAR)
        self.image.paste(SHADE, (round(centre[0] - soft.width / 2), round(centre[1] - soft.height / 2)), soft)


def grain(fine: bool) -> Image.Image:
    """Return a grey tile (1024 x 1024) of noise, the same for every picture: fur and paper if fine, else land."""
    return _grain(((512, 0.5), (256, 0.35), (128, 0.15)) if fine else ((64, 0.3), (32, 0.5), (12, 1.0), (6, 1.0)))


def piece_of(tile: Image.Image, size: tuple[int, int], rng: np.random.Generator) -> Image.Image:
    """Return a random piece of a tile, of this size; stretched where the tile is smaller."""
    width, height = min(size[0], tile.width), min(size[1], tile.height)
    x, y = (int(v) for v in rng.random(2) * (tile.width - width, tile.height - height))
    piece = tile.crop((x, y, x + width, y + height))
    return piece if piece.size == size else piece.resize(size)


def _darkness(mask: Image.Image, relief: float) -> Image.Image:
    """Return how dark each pixel of a shape is, 0..255: most at its edges, at its right and at its foot.

    The blurred shape stands for its height; its slope to the upper left, by a shift, is the side that faces the light.
    """
    small = mask.reduce(8 if min(mask.size) > 100 else 4) if min(mask.size) > 16 else mask
    radius = max(1.0, 0.13 * min(small.size))
    height = small.filter(ImageFilter.GaussianBlur(radius))
    moved, step = Image.new("L", small.size, 0), max(1, round(radius * 0.8))
    moved.paste(height, (step, step))
    turned = ImageChops.subtract(moved, height, 1 / (0.42 * relief), 27)
    hollow = ImageChops.subtract(Image.new("L", small.size, 255), height, 1 / (0.22 * relief), 0)
    foot = _downwards().resize(small.size)
    dark = ImageChops.add(ImageChops.add(turned, hollow), foot, 1, -35)
    return dark.resize(mask.size, Image.Resampling.BILINEAR)


@cache
def _downwards() -> Image.Image:
    """Return darkness 0..54 from top to foot."""
    return Image.fromarray(np.repeat(np.linspace(0, 54, 32, dtype=np.uint8)[:, None], 2, axis=1))


@cache
def _shadow() -> Image.Image:
    small = Image.new("L", (64, 32), 0)
    ImageDraw.Draw(small).ellipse((10, 7, 54, 25), fill=115)
    return small.filter(ImageFilter.GaussianBlur(4))


@cache
def _grain(layers: tuple[tuple[int, float], ...]) -> Image.Image:
    rng = np.random.default_rng(7)
    total = np.zeros((1024, 1024))
    for size, weight in layers:
        layer = Image.fromarray(rng.normal(0, 1, (size, size)).astype(np.float32))
        total += weight * np.asarray(layer.resize((1024, 1024), Image.Resampling.BICUBIC))
    total = (total - total.mean()) / total.std()
    return Image.fromarray(np.clip(128 + 42 * total, 0, 255).astype(np.uint8))


@cache
def _dark_grain(rough: float) -> Image.Image:
    """Return the fine tile as darkness, 0..255 times `rough`."""
    return grain(fine=True).point([round(rough * (255 - v)) for v in range(256)])
