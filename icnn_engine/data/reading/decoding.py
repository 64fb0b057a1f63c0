"""Decodes opened picture files: limits, high bit depths, orientation, transparency, and errors as readable reasons.

Pillow is imported when the first picture is read, so that the window appears sooner.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from icnn_engine.core.annotations import Brightness, Where, WithBrightness, file_of
from icnn_engine.core.errors import PictureError
from icnn_engine.core.language import translate
from icnn_engine.data.reading import high_depth_png, high_depth_tiff
from icnn_engine.data.reading.colour_profiles import to_srgb
from icnn_engine.data.reading.file_signatures import what_it_is
from icnn_engine.data.reading.high_depth import HighDepthPicture
from icnn_engine.data.reading.truncated_jpeg import with_end

if TYPE_CHECKING:
    from PIL import Image

FORMATS = ("PNG", "JPEG", "BMP", "DIB", "GIF", "WEBP", "TIFF")  # the decoders that may open a file
MAX_PIXELS = 1024 * 1024 * 1024 // 12  # Pillow's own bound, 89 million: above it a file may be a decompression bomb
_GREY = frozenset({"1", "L", "LA", "La", "I", "F"})
_HAS_ALPHA = frozenset({"RGBA", "RGBa", "LA", "La", "PA"})
_PROFILE, _TURN = "icc_profile", 0x0112  # key of Image.info of the colour profile; EXIF tag of the orientation
# All exceptions that Pillow's decoders were observed to raise on damaged files.
_DAMAGED = (
    *(OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, AttributeError, ArithmeticError),
    *(RuntimeError, AssertionError, struct.error, zlib.error, Warning),
)


@contextmanager
def opened(data: bytes, where: Where) -> Iterator[Image.Image]:
    """Open a picture by Pillow without decoding it; one of more than 8 bits is decoded by the brightness of `where`.

    Errors in the context become PictureError with a reason.
    """
    image_module = _pillow()
    brightness = where.brightness if isinstance(where, WithBrightness) else ()
    try:
        with _opened(with_end(data), brightness) as image:
            if brightness is None:
                image.info.pop(_PROFILE, None)
            yield image
    except PictureError:
        raise
    except (image_module.DecompressionBombError, image_module.DecompressionBombWarning):
        raise PictureError(_too_large()) from None
    except image_module.UnidentifiedImageError:
        raise PictureError(what_it_is(data, file_of(where).suffix)) from None
    except MemoryError:
        text = translate("Errors", "the picture is too large for this machine's memory; make it smaller")
        raise PictureError(text) from None
    except _DAMAGED as error:
        raise PictureError(_damage(error)) from None


def _opened(data: bytes, brightness: tuple[Brightness, ...] | None) -> Image.Image:
    image_module = _pillow()
    image: Image.Image
    try:
        image = image_module.open(io.BytesIO(data), formats=FORMATS)
    except image_module.UnidentifiedImageError:
        if not data.startswith(high_depth_tiff.MARKS) or data[8:11] == b"CR\x02":
            raise
        return _high_depth_tiff(data, None, brightness)
    _refuse_large(*image.size)
    if image.format == "PNG":
        high_depth_png.ensure_sums(data)
    if brightness is None:
        return _by_file(image)
    if high_depth_png.is_high_depth_png(data):
        image.getexif()  # reads chunks behind the pixels into `info`
        return _in_eight_bits(high_depth_png.read_png(data, image), image, brightness)
    if high_depth_tiff.is_high_depth_tiff(image):
        return _high_depth_tiff(data, image, brightness)
    return image


def _by_file(image: Image.Image) -> Image.Image:
    """Decode a picture as earlier versions did: greys of more than 8 bits by their own values, all else by Pillow."""
    if image.mode not in ("I", "F") and not image.mode.startswith("I;16"):
        return image
    image.load()
    return _in_eight_bits(HighDepthPicture(np.asarray(image)), image, None)


def _high_depth_tiff(data: bytes, image: Image.Image | None, brightness: tuple[Brightness, ...] | None) -> Image.Image:
    picture, tags = high_depth_tiff.read_tiff(data, image, _refuse_large)
    eight = picture.image(brightness)
    if profile := tags.get(high_depth_tiff.PROFILE):
        eight.info[_PROFILE] = profile
    eight = _turned(eight, tags.get(_TURN, 1))
    eight.format = "TIFF"
    return eight


def _in_eight_bits(
    picture: HighDepthPicture, source: Image.Image, brightness: tuple[Brightness, ...] | None
) -> Image.Image:
    eight = picture.image(brightness)
    eight.info.update({key: value for key, value in source.info.items() if key != "transparency"})
    eight.format = source.format
    return eight


def upright(image: Image.Image) -> Image.Image:
    """Return an opened picture as a new RGB image of 8 bits on white, turned by its EXIF orientation."""
    image.load()
    return _turned(to_rgb(image), _orientation(image))


def _turned(image: Image.Image, orientation: int) -> Image.Image:
    """Turn an image by an EXIF orientation, 1..8."""
    from PIL import Image, ImageOps

    if orientation not in range(2, 9):
        return image
    tag = Image.Exif()
    tag[_TURN] = orientation
    image.info = {**image.info, "exif": tag.tobytes()}
    return ImageOps.exif_transpose(image)


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Return width and height in pixels after EXIF rotation; call it before `Image.draft`."""
    turned = image.format != "TIFF" and _orientation(image) in (5, 6, 7, 8)  # Pillow gives the upright size of a TIFF
    return (image.height, image.width) if turned else (image.width, image.height)


def to_rgb(image: Image.Image) -> Image.Image:
    """Convert a decoded picture of any mode to RGB of 8 bits in sRGB, with white under transparent pixels."""
    from PIL import Image, ImageChops

    mode, profile = image.mode, None if image.mode == "LAB" else image.info.get(_PROFILE)
    if mode in _HAS_ALPHA or "transparency" in image.info:
        clear = image.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        flat = Image.alpha_composite(white, clear).convert("RGB")
        return to_srgb(flat.convert("L") if mode in _GREY else flat, profile).convert("RGB")
    if mode == "CMYK" and image.format == "JPEG" and "adobe" not in image.info:
        image = ImageChops.invert(image)  # Pillow treats every CMYK JPEG as Adobe's, which are stored inverted
    if profile and mode not in ("L", "RGB", "CMYK"):
        image = image.convert("L" if mode in _GREY else "RGB")
    return to_srgb(image, profile).convert("RGB")


@cache
def _pillow():  # type: ignore[no-untyped-def]
    """Return Pillow's Image module, without warnings about odd files; a possible decompression bomb is an error."""
    from PIL import Image

    warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")
    warnings.filterwarnings("error", category=Image.DecompressionBombWarning)
    return Image


def _orientation(image: Image.Image) -> int:
    """Return the EXIF orientation 1..8; 1 if there is none or it is damaged."""
    try:
        value = image.getexif().get(_TURN, 1)
    except _DAMAGED:
        return 1
    return value if value in range(1, 9) else 1


def _refuse_large(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise PictureError(_too_large(f"{width} x {height}"))


def _too_large(size: str = "") -> str:
    text = translate("Errors", "the picture is too large: it has more than {most} million pixels; make it smaller")
    if size:
        text = translate(
            "Errors", "the picture is too large: {size} are more than {most} million pixels; make it smaller"
        )
    return text.format(size=size, most=MAX_PIXELS // 1_000_000)


def _damage(error: BaseException) -> str:
    text = str(error)
    if "truncated" in text.lower() or text.startswith("failed to read") or isinstance(error, EOFError):
        return translate("Errors", "the picture is damaged: the file ends too early")
    if not isinstance(error, TypeError) and any(word in text.lower() for word in ("not supported", "unknown")):
        return translate("Errors", "this kind of picture cannot be read ({text}); convert it to JPEG or PNG").format(
            text=text
        )
    return translate("Errors", "the picture is damaged ({text})").format(text=text or type(error).__name__)
