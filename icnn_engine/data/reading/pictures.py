"""Reads picture files of any mode into upright 8-bit RGB arrays, with a reason in words where that fails.

Pillow is imported when the first picture is read, so that the window is painted without it.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from icnn_engine.core.annotations import Brightness, Crop, Where, WithBrightness, file_of, location_of
from icnn_engine.core.errors import PictureError
from icnn_engine.core.language import translate
from icnn_engine.data.reading import high_depth_png, high_depth_tiff
from icnn_engine.data.reading.colour_profiles import to_srgb
from icnn_engine.data.reading.file_signatures import what_it_is
from icnn_engine.data.reading.high_depth import HighDepthPicture
from icnn_engine.data.reading.truncated_jpeg import with_end

if TYPE_CHECKING:
    from PIL import Image

# Endings that are listed as pictures, and the only decoders that are ever tried on them.
ENDINGS = frozenset(
    {".png", ".jpg", ".jpeg", ".jpe", ".jfif", ".bmp", ".dib", ".gif", ".webp", ".tif", ".tiff"},
)
FORMATS = ("PNG", "JPEG", "BMP", "DIB", "GIF", "WEBP", "TIFF")
MAX_PIXELS = 1024 * 1024 * 1024 // 12  # Pillow's own bound, 89 million: above it a file may be a decompression bomb
MAX_BYTES = 1 << 30  # a file is held in memory while it is hashed and decoded
_GREY = frozenset({"1", "L", "LA", "La", "I", "F"})
_HAS_ALPHA = frozenset({"RGBA", "RGBa", "LA", "La", "PA"})
_PROFILE, _TURN = "icc_profile", 0x0112  # where an image keeps its colour profile, and a file its orientation
# Everything that Pillow's decoders were seen to raise on damaged files.
_DAMAGED = (
    *(OSError, SyntaxError, ValueError, EOFError, LookupError, TypeError, AttributeError, ArithmeticError),
    *(RuntimeError, AssertionError, struct.error, zlib.error, Warning),
)


def read_picture(where: Where) -> np.ndarray:
    """The upright picture, or the object in it, (H, W, 3) uint8 RGB; what is transparent is white. Raises PictureError
    with the reason."""
    with opened(read_bytes(file_of(where)), where) as image:
        return np.array(cut(image, where))


def read_thumbnail(where: Where, side: int) -> np.ndarray:
    """The upright picture, or the object in it, made small: (h, w, 3) uint8, longest side at most `side`; never
    enlarged.

    A JPEG is decoded at a fraction of its size. Raises PictureError with the reason.
    """
    with opened(read_bytes(file_of(where)), where) as image:
        small = cut(image, where, side)
        small.thumbnail((side, side), reducing_gap=2.0)
        return np.array(small)


def read_square(where: Where, size: int) -> np.ndarray:
    """The upright picture, or the object in it, squashed to (size, size, 3) uint8 as by `to_square`.

    A JPEG of more than twice that size is decoded at a fraction of it: a photograph of 12 megapixels in a ninth of the
    time, no colour changed by more than 1 of 255 (docs/performance.md). Raises PictureError with the reason.
    """
    with opened(read_bytes(file_of(where)), where) as image:
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
    place = location_of(where)
    if not isinstance(place, Crop):
        return 0, 0, width, height
    left, top, right, bottom = (round(edge) for edge in place.box)
    left, top, right, bottom = max(left, 0), max(top, 0), min(right, width), min(bottom, height)
    if left >= right or top >= bottom:
        box = ", ".join(f"{edge:g}" for edge in place.box)
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
def opened(data: bytes, where: Where) -> Iterator[Image.Image]:
    """A picture opened by Pillow, not decoded yet, or one of more than 8 bits decoded by the brightness that `where`
    brings. What goes wrong inside becomes a PictureError in words."""
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
        raise PictureError(
            translate("Errors", "the picture is too large for this machine's memory; make it smaller")
        ) from None
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
        return _deep_tiff(data, None, brightness)
    _refuse_large(*image.size)
    if image.format == "PNG":
        high_depth_png.ensure_sums(data)
    if brightness is None:
        return _by_file(image)
    if high_depth_png.is_high_depth_png(data):
        image.getexif()  # reads what stands behind the pixels
        found = _in_eight_bits(high_depth_png.read_png(data, image), image.info, brightness)
        found.format = image.format
        return found
    if high_depth_tiff.is_high_depth_tiff(image):
        return _deep_tiff(data, image, brightness)
    return image


def _by_file(image: Image.Image) -> Image.Image:
    """A picture as earlier versions read it: greys of more than 8 bits by their own values, all else as Pillow does."""
    if image.mode not in ("I", "F") and not image.mode.startswith("I;16"):
        return image
    image.load()
    found = _in_eight_bits(HighDepthPicture(np.asarray(image)), image.info, None)
    found.format = image.format
    return found


def _deep_tiff(data: bytes, image: Image.Image | None, brightness: tuple[Brightness, ...] | None) -> Image.Image:
    deep, tags = high_depth_tiff.read_tiff(data, image, _refuse_large)
    profile = tags.get(high_depth_tiff.PROFILE)
    found = _turned(_in_eight_bits(deep, {_PROFILE: profile} if profile else {}, brightness), tags.get(_TURN, 1))
    found.format = "TIFF"
    return found


def _in_eight_bits(
    deep: HighDepthPicture, remarks: Mapping[Any, Any], brightness: tuple[Brightness, ...] | None
) -> Image.Image:
    image = deep.image(brightness)
    image.info.update({key: value for key, value in remarks.items() if key != "transparency"})
    return image


def upright(image: Image.Image) -> Image.Image:
    """An opened picture as a new RGB image of 8 bits, turned as its EXIF orientation says, on white."""
    image.load()
    flat = to_rgb(image)
    return _turned(flat, _orientation(image))


def _turned(image: Image.Image, orientation: int) -> Image.Image:
    """The image turned as an orientation of EXIF says, 1..8."""
    from PIL import Image, ImageOps

    if orientation not in range(2, 9):
        return image
    tag = Image.Exif()
    tag[_TURN] = orientation
    image.info = {**image.info, "exif": tag.tobytes()}
    return ImageOps.exif_transpose(image)


def upright_size(image: Image.Image) -> tuple[int, int]:
    """Width and height in pixels after EXIF rotation; ask before a draft is chosen."""
    turned = image.format != "TIFF" and _orientation(image) in (5, 6, 7, 8)  # TIFF says its upright size by itself
    return (image.height, image.width) if turned else (image.width, image.height)


def to_rgb(image: Image.Image) -> Image.Image:
    """A decoded picture of any mode as RGB of 8 bits in sRGB: transparent ones are laid on white."""
    from PIL import Image, ImageChops

    mode, profile = image.mode, None if image.mode == "LAB" else image.info.get(_PROFILE)
    if mode in _HAS_ALPHA or "transparency" in image.info:
        clear = image.convert("RGBA")
        white = Image.new("RGBA", clear.size, "white")
        flat = Image.alpha_composite(white, clear).convert("RGB")
        return to_srgb(flat.convert("L") if mode in _GREY else flat, profile).convert("RGB")
    if mode == "CMYK" and image.format == "JPEG" and "adobe" not in image.info:
        image = ImageChops.invert(image)  # Pillow takes every CMYK JPEG for Adobe's, which are stored inverted
    if profile and mode not in ("L", "RGB", "CMYK"):
        image = image.convert("L" if mode in _GREY else "RGB")
    return to_srgb(image, profile).convert("RGB")


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
        value = image.getexif().get(_TURN, 1)
    except _DAMAGED:
        return 1
    return value if value in range(1, 9) else 1


def _refuse_large(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise PictureError(_too_large(f"{width} x {height}"))


def _too_large(size: str = "") -> str:
    known = translate("Errors", "the picture is too large: {size} are more than {most} million pixels; make it smaller")
    unknown = translate("Errors", "the picture is too large: it has more than {most} million pixels; make it smaller")
    return (known if size else unknown).format(size=size, most=MAX_PIXELS // 1_000_000)


def _damage(error: BaseException) -> str:
    text = str(error)
    if "truncated" in text.lower() or text.startswith("failed to read") or isinstance(error, EOFError):
        return translate("Errors", "the picture is damaged: the file ends too early")
    if not isinstance(error, TypeError) and any(word in text.lower() for word in ("not supported", "unknown")):
        return translate("Errors", "this kind of picture cannot be read ({text}); convert it to JPEG or PNG").format(
            text=text
        )
    return translate("Errors", "the picture is damaged ({text})").format(text=text or type(error).__name__)
