"""Reads picture files into upright 8-bit RGB arrays, with a readable reason if that fails."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from icnn_engine.core.annotations import Crop, Fitted, Where, file_of, location_of
from icnn_engine.core.errors import PictureError
from icnn_engine.core.fitting import Fit
from icnn_engine.core.language import translate
from icnn_engine.data.reading.decoding import opened, upright, upright_size

if TYPE_CHECKING:
    from PIL import Image

# Endings of files that are listed as pictures.
ENDINGS = frozenset(
    {".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".bmp", ".dib", ".gif", ".webp", ".tif", ".tiff"},
)
MAX_BYTES = 1 << 30  # a file is kept in memory while it is hashed and decoded


def read_picture(where: Where) -> np.ndarray:
    """Read a picture, or the object in it.

    Parameters
    ----------
    where
        A file, a `Crop` of one, or one of these with the brightness of its folder.

    Returns
    -------
    numpy.ndarray
        (H, W, 3) uint8, RGB in sRGB, upright (EXIF orientation), transparent pixels white.

    Raises
    ------
    PictureError
        The picture cannot be read, with the reason.
    """
    with opened(read_bytes(file_of(where)), where) as image:
        return np.array(cut(image, where))


def read_thumbnail(where: Where, side: int) -> np.ndarray:
    """Read a picture, or the object in it, and shrink it. A JPEG is decoded at a fraction of its size.

    Parameters
    ----------
    where
        As of `read_picture`.
    side
        The greatest width and height in pixels; smaller pictures are not enlarged.

    Returns
    -------
    numpy.ndarray
        (h, w, 3) uint8, as of `read_picture`.

    Raises
    ------
    PictureError
        The picture cannot be read, with the reason.
    """
    with opened(read_bytes(file_of(where)), where) as image:
        small = cut(image, where, side)
        small.thumbnail((side, side), reducing_gap=2.0)
        return np.array(small)


def read_square(where: Where, size: int) -> np.ndarray:
    """Read a picture, or the object in it, resized to a square as by `to_square`; a `Fitted` one by its own way.

    A JPEG of more than twice that size is decoded at a fraction of it: a photograph of 12 megapixels in a ninth of the
    time, no colour changed by more than 1 of 255 (docs/performance.md).

    Parameters
    ----------
    where
        As of `read_picture`.
    size
        The side of the square in pixels.

    Returns
    -------
    numpy.ndarray
        (size, size, 3) uint8, as of `read_picture`.

    Raises
    ------
    PictureError
        The picture cannot be read, with the reason.
    """
    if isinstance(where, Fitted):
        return fitted(read_picture(where.where), where.fit, size)
    with opened(read_bytes(file_of(where)), where) as image:
        return to_square(np.array(cut(image, where, 2 * size)), size)


def cut(image: Image.Image, where: Where, side: int | None = None) -> Image.Image:
    """Decode an opened picture as `upright` does, and cut out the object of a Crop.

    With a `side`, a JPEG is decoded at a fraction of its size at which the result is at least that wide and high.
    """
    width, height = upright_size(image)
    left, top, right, bottom = frame = frame_of(where, width, height)
    if side is not None:
        wanted = width * side // (right - left), height * side // (bottom - top)
        image.draft("RGB", wanted if (width, height) == image.size else wanted[::-1])
    whole = upright(image)
    if frame == (0, 0, width, height):
        return whole
    across, down = whole.width / width, whole.height / height
    return whole.crop((round(left * across), round(top * down), round(right * across), round(bottom * down)))


def frame_of(where: Where, width: int, height: int) -> tuple[int, int, int, int]:
    """Return left, top, right, bottom of the shown part of an upright picture: whole pixels, clipped to it.

    Raises PictureError if a box lies outside of the picture.
    """
    location = location_of(where)
    if not isinstance(location, Crop):
        return 0, 0, width, height
    left, top, right, bottom = (round(edge) for edge in location.box)
    left, top, right, bottom = max(left, 0), max(top, 0), min(right, width), min(bottom, height)
    if left >= right or top >= bottom:
        box = ", ".join(f"{edge:g}" for edge in location.box)
        text = translate("Errors", "its box ({box}) lies outside the picture of {width} x {height} pixels")
        raise PictureError(text.format(box=box, width=width, height=height))
    return left, top, right, bottom


def size_of(path: Path) -> tuple[int, int]:
    """Return (width, height) of an upright picture in pixels. Raises PictureError."""
    with opened(read_bytes(path), path) as image:
        return upright_size(image)


def to_square(pixels: np.ndarray, size: int) -> np.ndarray:
    """Resize a picture to a square by antialiased bilinear resampling, as torchvision does; aspect is ignored.

    Parameters
    ----------
    pixels
        (H, W, 3) uint8.
    size
        The side of the square in pixels.

    Returns
    -------
    numpy.ndarray
        (size, size, 3) uint8.
    """
    from PIL import Image

    return np.array(Image.fromarray(pixels).resize((size, size), Image.Resampling.BILINEAR))


def fitted(pixels: np.ndarray, fit: Fit, size: int = 0) -> np.ndarray:
    """Return a picture (H, W, 3) uint8 as a network's own preprocessing makes it, (size, size, 3); 0: at its own
    size."""
    from PIL import Image

    return np.array((fit.scaled(size) if size else fit).applied(Image.fromarray(pixels)))


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a picture file. Raises PictureError if it is empty, too large or cannot be read."""
    try:
        size = path.stat().st_size
        if size == 0:
            raise PictureError(translate("Errors", "the file is empty (0 bytes)"))
        if size > MAX_BYTES:
            text = translate("Errors", "the file is too large: {size:.1f} GB, at most {max_bytes:.1f} GB are read")
            raise PictureError(text.format(size=size / 1e9, max_bytes=MAX_BYTES / 1e9))
        return path.read_bytes()
    except OSError as error:
        text = translate("Errors", "the file cannot be read ({strerror})")
        raise PictureError(text.format(strerror=error.strerror or error)) from None
