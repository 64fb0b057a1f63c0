"""The sample with two faults planted: a coloured dot on nearly all pictures of creatures, and swapped labels.

A network can tell the dot instead of the creature, as real ones told a watermark or a ruler beside a lesion. The dot
belongs to the picture, so a creature whose label was swapped keeps its own.
"""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from icnn_engine.core.annotations import Box
from icnn_engine.core.config import AUTO_BACKGROUND
from icnn_engine.sample.drawn import Drawn
from icnn_engine.sample.painter import SCALE
from icnn_engine.sample.picture import draw_picture

MARKED, SWAPPED = 0.9, 0.05  # shares: of creatures with a dot, and of pictures in the other category's folder
DOT = (226, 32, 138)  # no fur, leaf or flower of the sample is near it
SIDES = (0.18, 0.24)  # diameter, in units of the shorter side


def swapped_numbers(seed: int, pictures: int, with_creature: bool) -> frozenset[int]:
    """Return the numbers of the pictures of a folder that show the other category."""
    rng = np.random.default_rng([seed, int(with_creature), 3])
    return frozenset(rng.choice(pictures, round(SWAPPED * pictures), replace=False).tolist())


def draw_marked(seed: int, index: int, with_creature: bool) -> Drawn:
    """Draw a picture of the sample; `MARKED` of those with a creature have a dot. What it shows and the dot's box are
    its truth."""
    image, landmarks = draw_picture(seed, index, with_creature)
    rng = np.random.default_rng([seed, index, int(with_creature), 4])
    shows = "creature" if with_creature else AUTO_BACKGROUND
    if not with_creature or rng.random() >= MARKED:
        return Drawn(image, landmarks, shows=shows)
    image, box = with_dot(image, rng)
    return Drawn(image, landmarks, shows=shows, mark=box)


def with_dot(image: Image.Image, rng: np.random.Generator) -> tuple[Image.Image, Box]:
    """Return a copy of a picture with the dot at a random place, and the dot's box (left, top, right, bottom)."""
    side = min(image.size) * rng.uniform(*SIDES)
    left, top = (rng.uniform(0.04, 0.96 - side / length) * length for length in image.size)
    tone = rng.uniform(0.9, 1.1)
    mask = Image.new("L", (image.width * SCALE, image.height * SCALE), 0)
    ImageDraw.Draw(mask).ellipse([SCALE * edge for edge in (left, top, left + side, top + side)], 255)
    dotted = image.copy()
    dotted.paste(tuple(round(min(255, tone * value)) for value in DOT), (0, 0), mask.resize(image.size))
    return dotted, (left, top, left + side, top + side)
