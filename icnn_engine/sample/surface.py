"""Pictures of machined parts, with or without one scratch.

Material, light, holes, edges, printed marks, dust and stains are drawn alike in both kinds. Dust and marks are as dark
or as bright as scratches, so that contrast alone does not tell a defective part.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from icnn_engine.core.annotations import Box
from icnn_engine.sample.drawn import Drawn
from icnn_engine.sample.painter import SCALE, Brush, grain, piece_of
from icnn_engine.sample.picture import canvas_size
from icnn_engine.sample.scenery import finish
from icnn_engine.sample.shapes import Colour, band, curve, jittered, lumpy, oval, toned, xy

MOST_AREA = 0.02  # of the picture: the largest box of a scratch
MATERIALS: tuple[Colour, ...] = (  # steel, aluminium, brass, copper, cast iron, painted blue, green and grey, plastic
    *((150, 154, 160), (186, 188, 190), (190, 164, 104), (178, 122, 92), (112, 110, 108)),
    *((84, 112, 148), (96, 126, 104), (128, 134, 140), (62, 64, 70)),
)
BENCHES: tuple[Colour, ...] = ((70, 74, 78), (40, 46, 52), (136, 116, 92), (96, 102, 112), (160, 160, 156))
INKS: tuple[Colour, ...] = ((32, 32, 36), (240, 240, 236), (40, 70, 140), (176, 44, 40))
# The seven strokes of a digit, from (0, 0) to (1, 2), and the strokes of 0 to 9.
STROKES = (((0, 0), (1, 0)), ((1, 0), (1, 1)), ((1, 1), (1, 2)), ((0, 2), (1, 2)), ((0, 1), (0, 2)), ((0, 0), (0, 1)),
           ((0, 1), (1, 1)))  # fmt: skip
DIGITS = ("012345", "12", "01346", "01236", "1256", "02356", "023456", "012", "0123456", "012356")


@dataclass(frozen=True, slots=True)
class Plate:
    """A part on its bench: where its middle is, its half sides, and how far it is turned (radians)."""

    middle: np.ndarray
    half: np.ndarray
    turn: float
    colour: Colour

    def on(self, points: np.ndarray) -> np.ndarray:
        """Return points (n, 2) in the plate's own pixels on the canvas: (n, 2)."""
        c, s = np.cos(self.turn), np.sin(self.turn)
        return np.asarray(points @ np.array([[c, s], [-s, c]]) + self.middle)

    def anywhere(self, rng: np.random.Generator, share: float = 0.9) -> np.ndarray:
        """Return a random point of it on the canvas."""
        return np.asarray(self.on(rng.uniform(-share, share, (1, 2)) * self.half)[0])


def draw_surface(seed: int, index: int, defective: bool) -> Drawn:
    """Draw a machined part, and the box of its scratch if it has one."""
    rng = np.random.default_rng([seed, index, int(defective), 2])
    size = canvas_size(rng)
    bench = jittered(BENCHES[rng.integers(len(BENCHES))], rng)
    image = _textured(size, bench, rng.uniform(0, np.pi), 0.3, rng)
    plate = _plate(size, rng)
    mask = _outline(plate, size, rng)
    image.paste(_surface(plate, size, rng), (0, 0), mask)
    _rim(image, mask)
    _holes(image, mask, plate, rng)
    _marks(image, plate, rng)
    boxes: tuple[Box, ...] = ()
    if defective:
        boxes = (_scratch(image, mask, plate, rng),)
    _dust(image, rng)
    return Drawn(finish(_lit(image, rng), rng), boxes=boxes)


def _plate(size: tuple[int, int], rng: np.random.Generator) -> Plate:
    sides = np.array(size, float)
    middle = sides * rng.uniform(0.42, 0.58, 2)
    half = sides * rng.uniform(0.36, 0.75, 2)
    return Plate(middle, half, rng.uniform(0, 2 * np.pi), jittered(MATERIALS[rng.integers(len(MATERIALS))], rng))


def _outline(plate: Plate, size: tuple[int, int], rng: np.random.Generator) -> Image.Image:
    """Return the mask of the plate: rectangular with cut corners, or a disc."""
    mask = Image.new("L", size, 0)
    if rng.random() < 0.3:
        Brush(mask).fill(oval(plate.middle, 1.1 * plate.half[0], 1.1 * plate.half[1], plate.turn, 64), 255)
        return mask
    (w, h), cut = plate.half, rng.uniform(0, 0.3) * plate.half.min()
    corners = [(w, h - cut), (w - cut, h), (cut - w, h), (-w, h - cut), (-w, cut - h), (cut - w, -h), (w - cut, -h)]
    Brush(mask).fill(plate.on(np.array([*corners, (w, cut - h)])), 255)
    return mask


def _textured(size: tuple[int, int], c: Colour, turn: float, depth: float, rng: np.random.Generator) -> Image.Image:
    """Return a surface with random grain; brushed along `turn` as far as it is deep."""
    longest = round(1.5 * max(size))
    noise = rng.normal(0, 1, (longest, max(8, round(longest * rng.uniform(0.02, 0.5))))).astype(np.float32)
    streaks = Image.fromarray(noise).resize((longest, longest), Image.Resampling.BICUBIC).rotate(-np.degrees(turn))
    x, y = (longest - size[0]) // 2, (longest - size[1]) // 2
    brushed = np.asarray(streaks.crop((x, y, x + size[0], y + size[1])))
    rough = (np.asarray(piece_of(grain(fine=False), size, rng), np.float32) - 128) / 42
    tone = 1 + depth * (0.1 * brushed + 0.12 * rough)
    return Image.fromarray(np.clip(np.array(c) * tone[..., None], 0, 255).astype(np.uint8))


def _surface(plate: Plate, size: tuple[int, int], rng: np.random.Generator) -> Image.Image:
    """Return the material with its sheen and milled grooves."""
    image = _textured(size, plate.colour, plate.turn, rng.uniform(0.15, 1), rng)
    pen = Brush(image)
    for _ in range(int(rng.integers(0, 4))):
        across, tone, width = rng.uniform(-0.9, 0.9) * plate.half[1], rng.uniform(0.6, 0.85), rng.uniform(2, 8)
        line = plate.on(np.array([(-2 * plate.half[0], across), (2 * plate.half[0], across)]))
        pen.line(line, toned(plate.colour, tone), width)
        pen.line(line + width / 2, toned(plate.colour, 1.25), 2)
    return image


def _rim(image: Image.Image, mask: Image.Image) -> None:
    """Darken the edge of a shape, and light its upper left side."""
    inner = mask.filter(ImageFilter.GaussianBlur(3))
    edge = ImageChops.subtract(mask, inner.point([max(0, 2 * v - 255) for v in range(256)]))
    image.paste((30, 30, 34), (0, 0), edge.point([v // 2 for v in range(256)]))
    moved = ImageChops.subtract(mask, _moved(mask, 3))
    image.paste((236, 236, 230), (0, 0), moved.point([v // 3 for v in range(256)]))


def _moved(mask: Image.Image, step: int) -> Image.Image:
    """Return a mask moved right and down."""
    moved = Image.new("L", mask.size, 0)
    moved.paste(mask, (step, step))
    return moved


def _holes(image: Image.Image, mask: Image.Image, plate: Plate, rng: np.random.Generator) -> None:
    """Bore holes, in a row, in a ring or anywhere, and long ones."""
    number, r = int(rng.integers(0, 7)), rng.uniform(0.03, 0.09) * plate.half.min()
    turns = np.arange(max(number, 1)) * 2 * np.pi / max(number, 1)
    ring = np.column_stack([np.cos(turns), np.sin(turns)]) * plate.half.min() * rng.uniform(0.4, 0.8)
    places = plate.on(ring) if rng.random() < 0.5 else np.array([plate.anywhere(rng) for _ in turns])
    for at in places[:number]:
        long = r * (rng.uniform(2, 4) if rng.random() < 0.2 else 1)
        hole = Image.new("L", image.size, 0)
        Brush(hole).fill(oval(at, long, r, plate.turn), 255)
        image.paste(toned(plate.colour, rng.uniform(0.15, 0.4)), (0, 0), hole)
        lit = ImageChops.subtract(hole, _moved(hole, -3))
        image.paste((230, 230, 224), (0, 0), lit.point([v // 2 for v in range(256)]))
        mask.paste(0, (0, 0), hole.filter(ImageFilter.MaxFilter(5)))


def _marks(image: Image.Image, plate: Plate, rng: np.random.Generator) -> None:
    """Print numbers, bars, arrows and rings on the plate, in straight even strokes."""
    for _ in range(int(rng.integers(1, 4))):
        ink, at = INKS[rng.integers(len(INKS))], rng.uniform(-0.8, 0.6, 2) * plate.half
        size, pen = rng.uniform(8, 26), Brush(image)
        width = max(2.0, size * rng.uniform(0.1, 0.2))
        for stroke in _strokes(str(rng.choice(["number", "bars", "arrow", "ring"])), rng):
            pen.line(plate.on(stroke * size + at), ink, width)


def _strokes(kind: str, rng: np.random.Generator) -> list[np.ndarray]:
    """Return the lines (n, 2) of a printed mark; a digit is 1 wide and 2 high."""
    if kind == "number":
        digits = rng.integers(0, 10, int(rng.integers(2, 7)))
        return [
            np.array(STROKES[int(k)], float) + xy(1.5 * place, 0)
            for place, digit in enumerate(digits)
            for k in DIGITS[digit]
        ]
    if kind == "bars":
        return [np.array([(x, 0), (x, 2.0)]) for x in np.cumsum(rng.uniform(0.25, 0.7, int(rng.integers(6, 16))))]
    if kind == "arrow":
        return [np.array([(0, 1), (4, 1)], float), np.array([(3, 0.3), (4, 1), (3, 1.7)], float)]
    return [oval(xy(1, 1), 1.2, 1.2)]


def _scratch(image: Image.Image, mask: Image.Image, plate: Plate, rng: np.random.Generator) -> Box:
    """Scratch the plate once, at any place and in any direction; return the box in pixels of the picture.

    A scratch is a thin, slightly bent groove with tapering ends: dark, with a bright edge to the right and below. Its
    contrast varies from faint to strong.
    """
    line, widths = _groove(image, mask, rng)
    depth = rng.uniform(0.2, 0.9)
    groove = Image.new("L", image.size, 0)
    Brush(groove).fill(band(line, widths), 255)
    edge = ImageChops.subtract(_moved(groove, 2), groove)
    dark, bright = toned(plate.colour, 0.25), toned(plate.colour, 1.7)
    if rng.random() < 0.5:  # fresh metal shines
        dark, bright = bright, dark
    image.paste(dark, (0, 0), groove.point([round(depth * v) for v in range(256)]))
    image.paste(bright, (0, 0), edge.point([round(0.7 * depth * v) for v in range(256)]))
    left, top, right, bottom = ImageChops.lighter(groove, edge).getbbox() or (0, 0, SCALE, SCALE)
    return left / SCALE, top / SCALE, right / SCALE, bottom / SCALE


def _groove(image: Image.Image, mask: Image.Image, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Return the line (n, 2) of a scratch and its half width (n, 1) along it, whole on the plate."""
    inside = np.asarray(mask) > 0
    rows, columns = np.nonzero(inside)
    whole = image.width * image.height
    while True:
        turn, length, bend = rng.uniform(0, np.pi), rng.uniform(0.08, 0.3) * min(image.size), rng.normal(0, 0.07)
        along = xy(np.cos(turn), np.sin(turn)) * length / 2
        side = xy(-along[1], along[0])
        shape = [-along, -0.4 * along + bend * side * 2, 0.4 * along + (bend + rng.normal(0, 0.05)) * side * 2, along]
        line = curve(np.array(shape), 40)
        room = np.ptp(line, axis=0) + 6
        line *= min(1.0, np.sqrt(MOST_AREA * whole / room.prod()) * 0.97)
        at = int(rng.integers(len(rows)))
        line = line + xy(columns[at], rows[at])
        x, y = np.round(line).astype(int).T
        if (
            x.min() < 4
            or y.min() < 4
            or x.max() > image.width - 7
            or y.max() > image.height - 7
            or not inside[y, x].all()
        ):
            continue
        taper = np.sin(np.linspace(0.12, np.pi - 0.12, 40))[:, None]
        return line, rng.uniform(1.2, 3.0) * taper


def _dust(image: Image.Image, rng: np.random.Generator) -> None:
    """Lay dust, dark and bright, and a few stains on everything."""
    pen, size = Brush(image), np.array(image.size)
    for _ in range(int(rng.integers(6, 40))):
        at, r = rng.random(2) * size, rng.uniform(1, 2.5) if rng.random() < 0.8 else rng.uniform(2.5, 6)
        tone = int(rng.choice([rng.integers(15, 70), rng.integers(190, 250)]))
        pen.fill(lumpy(rng, at, r * rng.uniform(1, 1.6), r, 0.2, 12), (tone, tone, tone))
    for _ in range(int(rng.integers(0, 4))):
        stain = Image.new("L", image.size, 0)
        at, r = rng.random(2) * size, rng.uniform(8, 36)
        Brush(stain).fill(lumpy(rng, at, r, r * rng.uniform(0.4, 1), 0.15), int(rng.integers(30, 110)))
        image.paste((40, 34, 26), (0, 0), stain.filter(ImageFilter.GaussianBlur(r / 6)))


def _lit(image: Image.Image, rng: np.random.Generator) -> Image.Image:
    """Return the picture in the light of a lamp: a soft bright spot, or a band."""
    glow = Image.new("L", image.size, 0)
    at, r = rng.random(2) * image.size, rng.uniform(0.2, 0.5) * max(image.size)
    stretch = rng.uniform(0.2, 1)
    ImageDraw.Draw(glow).polygon(oval(at, r, r * stretch, rng.uniform(0, np.pi)).ravel().tolist(), fill=90)
    soft = glow.reduce(8).filter(ImageFilter.GaussianBlur(r / 24)).resize(image.size, Image.Resampling.BILINEAR)
    strength = rng.uniform(0.2, 1)
    lit = ImageChops.add(image, Image.merge("RGB", [soft.point([round(strength * v) for v in range(256)])] * 3))
    return lit.point([min(255, round(v * 0.96)) for v in range(256)] * 3)
