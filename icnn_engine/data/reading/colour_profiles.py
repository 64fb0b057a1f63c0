"""Colour profiles: pictures whose numbers mean other colours than those of sRGB, which networks were trained on."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from PIL import Image

SAME = 2  # of 255: profiles of sRGB from several makers differ by less, and change nothing
KEPT = 32  # profiles in memory: a folder has a few
SPACES = {"L": "GRAY", "RGB": "RGB", "CMYK": "CMYK"}  # the space that a profile for an image of this mode is of


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """An L, RGB or CMYK image as its profile means it, in sRGB. The image itself where there is no profile, where that
    is of sRGB, of another kind of image, or damaged."""
    convert = _converter(profile, image.mode) if profile else None
    return convert(image) if convert else image


@lru_cache(maxsize=KEPT)
def _converter(profile: bytes, mode: str) -> Callable[[Image.Image], Image.Image] | None:
    """What converts images of this mode; None where nothing is to be done. Threads may share it."""
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
            found = ImageCms.applyTransform(image, transform)
            assert found is not None  # it is, unless in place
            return found

        if mode == "CMYK":
            return convert
        steps = np.linspace(0, 255, 9 if mode == "RGB" else 256).round().astype(np.uint8)
        grid = np.stack(np.meshgrid(steps, steps, steps), -1).reshape(1, -1, 3) if mode == "RGB" else steps[None]
        probe = Image.fromarray(grid)
        moved = np.asarray(convert(probe)).astype(int) - np.asarray(probe.convert("RGB"))
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError, KeyError):
        return None
    return convert if np.abs(moved).max() > SAME else None
