"""Reads picture files of any mode into upright 8-bit RGB arrays, with a reason in words where that fails.

Pillow is imported when the first picture is read, so that the window is painted without it.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from icnn_engine.annotations import Crop, Where, file_of
from icnn_engine.errors import PictureError
from icnn_engine.language import translate

if TYPE_CHECKING:
    from PIL import Image

# Endings that are listed as pictures, and the only decoders that are ever tried on them.
ENDINGS = frozenset(
    {".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".bmp", ".dib", ".gif", ".webp", ".tif", ".tiff"},
)
FORMATS = ("PNG", "JPEG", "BMP", "DIB", "GIF", "WEBP", "TIFF")
MAX_PIXELS = 1024 * 1024 * 1024 // 12  # Pillow's own bound, 89 million: above it a file may be a decompression bomb
MAX_BYTES = 1 << 30  # a file is held in memory while it is hashed and decoded
_HAS_ALPHA = frozenset({"RGBA", "RGBa", "LA", "La", "PA"})
_SIXTEEN_BIT = frozenset({"I;16", "I;16B", "I;16L", "I;16N"})
# Everything that Pillow's decoders were seen to raise on damaged files.
_DAMAGED = (
    *(OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, AttributeError, ArithmeticError),
    *(RuntimeError, AssertionError, struct.error, zlib.error, Warning),
)


def read_picture(where: Where) -> np.ndarray:
    """The upright picture, or the object in it, (H, W, 3) uint8 RGB; what is transparent is white. Raises PictureError
    with the reason."""
    path = file_of(where)
    with opened(read_bytes(path), path.suffix) as image:
        return np.array(cut(image, where))


def read_thumbnail(where: Where, side: int) -> np.ndarray:
    """The upright picture, or the object in it, made small: (h, w, 3) uint8, longest side at most `side`; never
    enlarged.

    A JPEG is decoded at a fraction of its size. Raises PictureError with the reason.
    """
    path = file_of(where)
    with opened(read_bytes(path), path.suffix) as image:
        small = cut(image, where, side)
        small.thumbnail((side, side), reducing_gap=2.0)
        return np.array(small)


def read_square(where: Where, size: int) -> np.ndarray:
    """The upright picture, or the object in it, squashed to (size, size, 3) uint8 as by `to_square`.

    A JPEG of more than twice that size is decoded at a fraction of it: a photograph of 12 megapixels in a ninth of the
    time, no colour changed by more than 1 of 255 (docs/performance.md). Raises PictureError with the reason.
    """
    path = file_of(where)
    with opened(read_bytes(path), path.suffix) as image:
        return to_square(np.array(cut(image, where, 2 * size)), size)


def cut(image: Image.Image, where: Where, side: int | None = None) -> Image.Image:
    """An opened picture as `upright` gives it, or of a Crop the object alone.

    With a `side`, a JPEG is decoded at a fraction of its size that leaves what is shown that wide and high.
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
    """Left, top, right, bottom of what is shown of an upright picture: whole pixels, clipped to it. Raises PictureError
    where a box holds none of them."""
    if not isinstance(where, Crop):
        return 0, 0, width, height
    left, top, right, bottom = (round(edge) for edge in where.box)
    left, top, right, bottom = max(left, 0), max(top, 0), min(right, width), min(bottom, height)
    if left >= right or top >= bottom:
        box = ", ".join(f"{edge:g}" for edge in where.box)
        raise PictureError(
            translate("Errors", "its box ({box}) lies outside the picture of {width} x {height} pixels").format(
                box=box, width=width, height=height
            )
        )
    return left, top, right, bottom


def to_square(pixels: np.ndarray, size: int) -> np.ndarray:
    """(H, W, 3) uint8 squashed to (size, size, 3) by antialiased bilinear resampling, as torchvision does."""
    from PIL import Image

    return np.array(Image.fromarray(pixels).resize((size, size), Image.Resampling.BILINEAR))


def read_bytes(path: Path) -> bytes:
    """The bytes of a picture file. Raises PictureError where there are none, too many, or they cannot be had."""
    try:
        size = path.stat().st_size
        if size == 0:
            raise PictureError(translate("Errors", "the file is empty (0 bytes)"))
        if size > MAX_BYTES:
            raise PictureError(
                translate("Errors", "the file is too large: {size:.1f} GB, at most {max_bytes:.1f} GB are read").format(
                    size=size / 1000000000.0, max_bytes=MAX_BYTES / 1000000000.0
                )
            )
        return path.read_bytes()
    except OSError as error:
        raise PictureError(
            translate("Errors", "the file cannot be read ({strerror})").format(strerror=error.strerror or error)
        ) from None


@contextmanager
def opened(data: bytes, ending: str) -> Iterator[Image.Image]:
    """A picture opened by Pillow, not decoded yet. What goes wrong inside becomes a PictureError in words.

    `ending` is that of the file's name, for the message.
    """
    image_module = _pillow()
    try:
        with image_module.open(io.BytesIO(data), formats=FORMATS) as image:
            _refuse_large(image)
            yield image
    except PictureError:
        raise
    except (image_module.DecompressionBombError, image_module.DecompressionBombWarning):
        raise PictureError(_too_large()) from None
    except image_module.UnidentifiedImageError:
        raise PictureError(_not_a_picture(data, ending)) from None
    except MemoryError:
        raise PictureError(
            translate("Errors", "the picture is too large for this machine's memory; make it smaller")
        ) from None
    except _DAMAGED as error:
        raise PictureError(_damage(error)) from None


def upright(image: Image.Image) -> Image.Image:
    """An opened picture as a new RGB image of 8 bits, turned as its EXIF orientation says, on white."""
    from PIL import Image, ImageOps

    image.load()
    flat = to_rgb(image)
    orientation = _orientation(image)
    if orientation == 1:
        return flat
    tag = Image.Exif()
    tag[0x0112] = orientation
    flat.info = {"exif": tag.tobytes()}
    return ImageOps.exif_transpose(flat)


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Width and height in pixels after EXIF rotation; ask before a draft is chosen."""
    turned = image.format != "TIFF" and _orientation(image) in (5, 6, 7, 8)  # TIFF says its upright size by itself
    return (image.height, image.width) if turned else (image.width, image.height)


def to_rgb(image: Image.Image) -> Image.Image:
    """A decoded picture of any mode as RGB: deep ones scaled to 8 bits, transparent ones laid on white."""
    from PIL import Image, ImageChops

    mode = image.mode
    if mode in _SIXTEEN_BIT or mode in ("I", "F"):
        return Image.fromarray(to_eight_bits(np.asarray(image))).convert("RGB")
    if mode in _HAS_ALPHA or "transparency" in image.info:
        clear = image.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(white, clear).convert("RGB")
    if mode == "CMYK" and image.format == "JPEG" and "adobe" not in image.info:
        image = ImageChops.invert(image)  # Pillow takes every CMYK JPEG for Adobe's, which are stored inverted
    return image.convert("RGB")


def to_eight_bits(deep: np.ndarray) -> np.ndarray:
    """Grey values (H, W) of 12, 16 or 32 bits, or floats, as uint8 over the range of their kind, never clipped.

    Integers are taken for 12-bit ones (a camera's, in a file of 16) if they fit, else for 16-bit ones; floats for
    0..1 or 0..255; anything else is stretched from its least to its greatest value.
    """
    values = np.nan_to_num(np.asarray(deep, dtype=np.float64))
    low, high = float(values.min()), float(values.max())
    ranges = (4095.0, 65535.0) if deep.dtype.kind in "iu" else (1.0, 255.0)
    top = next((r for r in ranges if high <= r), None)
    if low < 0 or top is None:
        values, top = values - low, max(high - low, 1e-12)
    return np.round(values * (255.0 / top)).astype(np.uint8)


@cache
def _pillow():  # type: ignore[no-untyped-def]
    """Pillow's Image module. Its remarks about odd files are not the user's; a possible bomb is refused outright."""
    from PIL import Image

    warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")
    warnings.filterwarnings("error", category=Image.DecompressionBombWarning)
    return Image


def _orientation(image: Image.Image) -> int:
    """EXIF orientation 1..8; 1 where there is none or it is damaged."""
    try:
        value = image.getexif().get(0x0112, 1)
    except _DAMAGED:
        return 1
    return value if value in range(1, 9) else 1


def _refuse_large(image: Image.Image) -> None:
    if image.width * image.height > MAX_PIXELS:
        raise PictureError(_too_large(f"{image.width} x {image.height}"))


def _too_large(size: str = "") -> str:
    known = translate("Errors", "the picture is too large: {size} are more than {most} million pixels; make it smaller")
    unknown = translate("Errors", "the picture is too large: it has more than {most} million pixels; make it smaller")
    return (known if size else unknown).format(size=size, most=MAX_PIXELS // 1_000_000)


def _not_a_picture(data: bytes, ending: str) -> str:
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"):
        return translate("Errors", "it is a HEIC or AVIF picture named {ending}; convert it to JPEG or PNG").format(
            ending=ending
        )
    return translate("Errors", "it is not a picture, although it is named {ending}").format(ending=ending)


def _damage(error: BaseException) -> str:
    text = str(error)
    if "truncated" in text.lower() or isinstance(error, EOFError):
        return translate("Errors", "the picture is damaged: the file ends too early")
    if "not supported" in text.lower() or "unknown" in text.lower():
        return translate("Errors", "this kind of picture cannot be read ({text}); convert it to JPEG or PNG").format(
            text=text
        )
    return translate("Errors", "the picture is damaged ({text})").format(text=text or type(error).__name__)
