"""Converts pictures with a colour profile (ICC) to sRGB, the colour space that networks were trained on."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from PIL import Image

SAME = 2  # of 255: profiles that change colours by no more are those of sRGB from several makers, and are ignored
KEPT = 32  # profiles in memory; a folder has a few
SPACES = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK"}  # colour space of a profile, by mode of the image


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """Convert an L, RGB or CMYK image to sRGB.

    Returns the image itself if it has no profile, or one that is of sRGB, of another colour space, or damaged.
    """
    convert = _converter(profile, image.mode) if profile else None
    return convert(image) if convert else image


@lru_cache(maxsize=KEPT)
def _converter(profile: bytes, mode: str) -> Callable[[Image.Image], Image.Image] | None:
    """Return the function that converts images of this mode; None if they stay as they are. Threads may share it."""
    from PIL import Image, ImageCms

    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if source.profile.xcolor_space.strip() != SPACES[mode]:
            return None
        transform = ImageCms.buildTransform(
            source,
            ImageCms.createProfile("sRGB"),
            mode,
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )

        def convert(image: Image.Image) -> Image.Image:
            converted = ImageCms.applyTransform(image, transform)
            assert converted is not None  # None only if converted in place
            return converted

        if mode == "CMYK":
            return convert
        steps = np.linspace(0, 255, 9 if mode == "RGB" else 256).round().astype(np.uint8)
        grid = np.stack(np.meshgrid(steps, steps, steps), -1).reshape(1, -1, 3) if mode == "RGB" else steps[None]
        probe = Image.fromarray(grid)
        moved = np.asarray(convert(probe)).astype(int) - np.asarray(probe.convert("RGB"))
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError, KeyError):
        return None
    return convert if np.abs(moved).max() > SAME else None
