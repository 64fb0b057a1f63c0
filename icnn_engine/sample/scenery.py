"""Draw scenery: sky, hills and ground in the colours of a season; and finish a canvas into a picture."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from icnn_engine.sample.painter import SCALE, grain, piece_of
from icnn_engine.sample.shapes import Colour, mix, toned

# The colours of `Season` in their order, of summer, evening, autumn, snow, savanna, night, blossom, mist and heath.
_SEASONS = (
    "70b2e0 deeeec 80a6a0 96b860 5e8c46 46823e 8cb44c 70523c 969692 f4d658",
    "f0b078 fce2b2 b68e80 bea45c 8c7042 966e34 ce9e46 604236 a49486 d66248",
    "a8c4d6 ece2d0 9c928c b28e56 8a623e c4622c e2a03c 584036 948e8a e88c3c",
    "bed4e4 f0f4f6 b0c2d0 ecf0f4 c6d4e2 5c7c76 aac2c4 685854 9ea4ae c8545c",
    "e8ce94 f6eac8 c4ac82 dec078 b89258 868c42 bcae5c 7e5e42 bc9c7a e27e46",
    "5a6ea4 d0b4c4 6a7098 6a9078 466a68 3a6a5c 709a76 463a42 747688 ecd696",
    "96ccdc f6e8ec 9cb0b2 a6c470 74a058 e49eb4 fad0d6 6e504c a29ea0 f096b4",
    "c6d2ce e4e6de a4b2ac 869668 586c4e 42644a 748e5c 54463e 888c88 ceb4dc",
    "a4bad6 eae0e8 9694b2 a084a0 706274 687a54 969c68 624e4a 96929c be78c4",
)


@dataclass(frozen=True, slots=True)
class Season:
    """The colours of a scenery."""

    sky_high: Colour
    sky_low: Colour
    hills: Colour
    ground_far: Colour
    ground_near: Colour
    leaf_dark: Colour
    leaf_light: Colour
    bark: Colour
    stone: Colour
    flower: Colour


@dataclass(frozen=True, slots=True)
class Scenery:
    """Where things stand: size of the canvas, height of the horizon in it, colours."""

    size: tuple[int, int]
    horizon: float
    season: Season

    def size_at(self, y: float) -> float:
        """Return the size in pixels of a thing of size 1 that stands at this height of the canvas: nearer is larger."""
        down = (y - self.horizon) / max(self.size[1] - self.horizon, 1)
        return min(self.size) * (0.10 + 0.34 * min(max(down, 0), 1.2))


@cache
def seasons() -> tuple[Season, ...]:
    """Return the nine seasons."""
    return tuple(Season(*(_from_hex(c) for c in line.split())) for line in _SEASONS)


def make_scenery(rng: np.random.Generator, size: tuple[int, int]) -> Scenery:
    """Return a random season and horizon; in one of five it is above the picture, so that all is ground."""
    horizon = size[1] * (rng.uniform(-0.25, -0.05) if rng.random() < 0.2 else rng.uniform(0.14, 0.55))
    return Scenery(size, horizon, seasons()[rng.integers(len(_SEASONS))])


def paint_land(scenery: Scenery, rng: np.random.Generator) -> Image.Image:
    """Paint sky, clouds, hills with woods, and the ground, of the canvas' size; coarser than the things on it."""
    width, height = (v // SCALE for v in scenery.size)
    horizon, season = scenery.horizon / SCALE, scenery.season
    image = _gradient((width, height), season.sky_high, season.sky_low, max(horizon, 1))
    if horizon > 0:
        _clouds(image, rng, horizon)
        _hills(ImageDraw.Draw(image), rng, width, horizon, season)
    top = max(0, round(horizon))
    ground = Image.new("RGB", (width, height), season.ground_far)
    ground.paste(_gradient((width, height - top), season.ground_far, season.ground_near, height - top), (0, top))
    mask = Image.new("L", (width, height), 0)
    _below(ImageDraw.Draw(mask), horizon + _ridge(rng, width, height * 0.02), height, 255)
    image.paste(_patched(ground, rng), (0, 0), mask)
    return image.resize(scenery.size, Image.Resampling.NEAREST)


def finish(canvas: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Return the picture of a canvas: made smaller, in the light of the hour, darker to its corners, on grainy
    paper."""
    small = canvas.reduce(SCALE)
    x = np.linspace(-1, 1, small.width, dtype=np.float32)
    y = np.linspace(-1, 1, small.height, dtype=np.float32)[:, None]
    turn, slope = rng.uniform(0, 2 * np.pi), rng.uniform(0, 0.09)
    light = 1.15 - 0.06 * (x * x + y * y) + slope * (np.cos(turn) * x + np.sin(turn) * y)
    tint = (rng.normal(1, 0.035, 3) * rng.uniform(0.92, 1.08)).astype(np.float32)
    paper = (np.asarray(piece_of(grain(fine=True), small.size, rng), np.float32) - 128) * 0.07
    pixels = np.asarray(small, np.float32) * light[..., None] * tint + paper[..., None]
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def _from_hex(text: str) -> Colour:
    r, g, b = bytes.fromhex(text)
    return r, g, b


def _gradient(size: tuple[int, int], top: Colour, bottom: Colour, end: float) -> Image.Image:
    t = np.clip(np.arange(size[1]) / max(end, 1), 0, 1)[:, None]
    column = np.array(top) * (1 - t) + np.array(bottom) * t
    return Image.fromarray(column[:, None].astype(np.uint8)).resize(size, Image.Resampling.NEAREST)


def _ridge(rng: np.random.Generator, width: int, height: float) -> np.ndarray:
    """Return heights of a skyline (width,), some `height` up and down."""
    x, total = np.arange(width) / width, np.zeros(width)
    for k in (0.7, 1.5, 3.1, 6.3):
        total += rng.normal() / k * np.sin(2 * np.pi * (k * x + rng.random()))
    return height * total


def _below(pen: ImageDraw.ImageDraw, skyline: np.ndarray, foot: float, c: Colour | int) -> None:
    """Fill the area below a skyline."""
    pen.polygon([(0, foot), *enumerate(skyline.tolist()), (len(skyline), foot)], fill=c)


def _clouds(image: Image.Image, rng: np.random.Generator, horizon: float) -> None:
    number = int(rng.integers(0, 5))
    if not number:
        return
    mask = Image.new("L", image.size, 0)
    pen = ImageDraw.Draw(mask)
    for _ in range(number):
        x, y, r = rng.uniform(0, image.width), rng.uniform(0, horizon), rng.uniform(0.04, 0.1) * image.width
        for k in range(-2, 3):
            s = r * rng.uniform(0.4, 0.9) * (1 - 0.2 * abs(k))
            at = x + 0.8 * k * r
            pen.ellipse((at - s, y - s * 0.8, at + s, y + s * 0.5), fill=int(rng.integers(120, 230)))
    image.paste((255, 252, 246), (0, 0), mask.filter(ImageFilter.GaussianBlur(3)))


def _hills(pen: ImageDraw.ImageDraw, rng: np.random.Generator, width: int, horizon: float, season: Season) -> None:
    """Paint one to three ranges, the farther ones in the sky's colour, some with a wood."""
    number = int(rng.integers(1, 4))
    for k in range(1, number + 1):
        near = k / (number + 1)
        tint = mix(mix(season.hills, season.sky_low, 0.45), mix(season.hills, season.ground_far, 0.6), near)
        skyline = horizon * (0.55 + 0.4 * near) + _ridge(rng, width, horizon * 0.16 * (1.2 - near))
        _below(pen, skyline, horizon + 40, tint)
        if rng.random() < 0.7:
            _woods(pen, rng, skyline, toned(tint, 0.88), 5 + 9 * near)


def _woods(pen: ImageDraw.ImageDraw, rng: np.random.Generator, skyline: np.ndarray, tint: Colour, size: float) -> None:
    start, pointed = int(rng.integers(0, len(skyline))), rng.random() < 0.5
    end = min(len(skyline), start + int(rng.integers(30, 160)))
    for x in range(start, end, max(3, int(size * 0.6))):
        y, s, c = float(skyline[x]) + 2, size * rng.uniform(0.5, 1.1), toned(tint, rng.uniform(0.92, 1.05))
        if pointed:
            pen.polygon([(x - s * 0.45, y), (x, y - 1.7 * s), (x + s * 0.45, y)], fill=c)
        else:
            pen.ellipse((x - s * 0.6, y - 1.2 * s, x + s * 0.6, y + s * 0.3), fill=c)


def _patched(ground: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Return the ground with lighter and darker patches, flat as seen from the side, and crumbs."""
    patches = piece_of(_soft(190, 4, False), ground.size, rng)
    both = ImageChops.blend(patches, piece_of(_soft(208, 6, True), ground.size, rng), 0.5)
    return ImageChops.multiply(ground, Image.merge("RGB", (both, both, both)))


@cache
def _soft(least: int, weaker: int, fine: bool) -> Image.Image:
    """Return a tile of noise with less contrast, from `least` up; the coarse one lies flat."""
    tile = grain(fine).point([least + v // weaker for v in range(256)])
    return tile if fine else tile.resize((tile.width, tile.height // 2))
