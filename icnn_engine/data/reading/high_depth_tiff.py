"""Reads TIFF files of more than 8 bits, of signed numbers or of floats by tifffile; other compressions by Pillow.

Pillow alone misreads them: it takes separate planes of 16 bits for interleaved pixels, 32-bit numbers for signed ones
and signed bytes for unsigned ones, ignores min-is-white, and keeps 8 bits of 16-bit colours.
"""

from __future__ import annotations

import io
import logging
import math
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from icnn_engine.core.errors import PictureError
from icnn_engine.core.language import translate
from icnn_engine.data.reading.compressed_tiff import predictor_of, unpacked
from icnn_engine.data.reading.high_depth import HighDepthPicture

if TYPE_CHECKING:
    from PIL import Image

MARKS = (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")  # the first bytes of a TIFF, of a BigTIFF
BITS, PHOTOMETRIC, SAMPLE_FORMAT, PROFILE, NO_VALUE = 258, 262, 339, 34675, 42113
MIN_IS_WHITE, MIN_IS_BLACK, RGB = 0, 1, 2
LEAST, GREATEST = (340, 280), (341, 281)  # tags that name the range of the values: SMinSampleValue, MinSampleValue ...
ASSOCIATED, UNASSOCIATED = 1, 2  # extra samples that are alpha
FLOAT_PREDICTOR = 3
UNPACKED = frozenset({1, 8, 32946})  # none, Deflate (two numbers): tifffile decodes these without another package
KINDS = {1: "unsigned", 2: "signed", 3: "float", 5: "complex", 6: "complex"}


def is_high_depth_tiff(image: Image.Image) -> bool:
    """Whether an opened picture is a TIFF with grey or RGB values of more than 8 bits, or signed ones."""
    tags: Mapping[int, Any] = getattr(image, "tag_v2", {}) if image.format == "TIFF" else {}
    bits, kind = _first(tags.get(BITS, 1)), _first(tags.get(SAMPLE_FORMAT, 1))
    plain = tags.get(PHOTOMETRIC, MIN_IS_BLACK) in (MIN_IS_WHITE, MIN_IS_BLACK, RGB)
    return plain and (bits > 8 or (bits == 8 and kind in (2, 3)))


def read_tiff(
    data: bytes, image: Image.Image | None, check_size: Callable[[int, int], None]
) -> tuple[HighDepthPicture, dict[int, Any]]:
    """Return the values of the first page of a TIFF, and its tags (number -> value).

    `image` is the file as opened by Pillow, if it can be. `check_size` raises if width and height are too large. Raises
    PictureError if the kind of TIFF cannot be decoded, ValueError if the file is damaged.
    """
    import tifffile

    logging.getLogger("tifffile").setLevel(logging.CRITICAL)  # users need no warnings about odd files
    try:
        with tifffile.TiffFile(io.BytesIO(data)) as file:
            page = _first_page(file)
            tags = {tag.code: tag.value for tag in page.tags}
            check_size(page.imagewidth, page.imagelength)
            return _high_depth(page, tags, _values(page, data, image)), tags
    except tifffile.TiffFileError as error:
        raise ValueError(str(error)) from None


def _first_page(file: Any) -> Any:
    try:
        return file.pages.first
    except IndexError:
        raise ValueError("truncated") from None


def _values(page: Any, data: bytes, image: Image.Image | None) -> np.ndarray:
    """Return values (H, W, S) of S samples per pixel."""
    if (
        page.imagedepth > 1
        or page.photometric not in (MIN_IS_WHITE, MIN_IS_BLACK, RGB)
        or page.dtype is None
        or page.dtype.kind not in "iuf"
    ):
        raise _refused(page)
    shape = page.imagelength, page.imagewidth, page.samplesperpixel
    if page.bitspersample in (8, 16, 32, 64):
        if page.compression in UNPACKED and page.predictor == predictor_of(page) != FLOAT_PREDICTOR:
            values = page.asarray()
            return np.moveaxis(values, 0, -1) if values.shape == shape[2:] + shape[:2] else values.reshape(shape)
        if (values := unpacked(data, page)) is not None:
            return values
    if image is None:
        raise _refused(page)
    return _by_pillow(page, image).reshape(*shape[:2], -1)


def _by_pillow(page: Any, image: Image.Image) -> np.ndarray:
    """Decode a compression that tifffile leaves to other packages: greys with all bits, colours with 8."""
    if page.planarconfig == 2 and page.samplesperpixel > 1:
        raise _refused(page)
    image.load()
    values = np.asarray(image)
    if image.mode == "I":
        return values.astype(page.dtype)
    if image.mode == "F" or image.mode.startswith("I;16"):
        return values
    if page.bitspersample == 16 and page.dtype.kind == "u" and image.mode in ("RGB", "RGBA", "RGBX", "RGBa"):
        return values.astype(np.uint16) * 257
    raise _refused(page)


def _high_depth(page: Any, tags: dict[int, Any], values: np.ndarray) -> HighDepthPicture:
    colours = 3 if page.photometric == RGB else 1
    extra = page.extrasamples[0] if page.extrasamples else 0
    if values.shape[-1] < colours or (colours == 1 and values.shape[-1] > 2):
        raise _refused(page)
    alpha = None
    if extra in (ASSOCIATED, UNASSOCIATED) and values.shape[-1] > colours:
        alpha = _opaque(values[..., colours])
    return HighDepthPicture(
        values[..., 0] if colours == 1 else values[..., :3],
        alpha,
        premultiplied=extra == ASSOCIATED,
        claimed=_claimed(tags, int(page.bitspersample)),
        inverted=page.photometric == MIN_IS_WHITE,
        no_value=_no_value(tags),
    )


def _opaque(alpha: np.ndarray) -> np.ndarray:
    most = 1.0 if alpha.dtype.kind == "f" else float(np.iinfo(alpha.dtype).max)
    shares = np.nan_to_num(alpha.astype(np.float64) * (255.0 / most))
    return np.round(np.clip(shares, 0, 255)).astype(np.uint8)


def _claimed(tags: dict[int, Any], bits: int) -> tuple[float, float] | None:
    """Return the range of values that a file names: by an odd number of bits, or by its tags."""
    if bits not in (8, 16, 32, 64):
        return 0.0, float(2**bits - 1)
    high = next((tags[code] for code in GREATEST if code in tags), None)
    if high is None:
        return None
    low = next((tags[code] for code in LEAST if code in tags), 0)
    try:
        return float(np.min(low)), float(np.max(high))
    except (TypeError, ValueError):  # text in place of a number
        return None


def _no_value(tags: dict[int, Any]) -> float | None:
    """Return the mark of pixels without a value, as GDAL writes it."""
    try:
        mark = float(str(tags[NO_VALUE]).strip(" \0"))
    except (KeyError, ValueError):
        return None
    return mark if math.isfinite(mark) else None


def _first(value: Any) -> int:
    return int(value[0] if isinstance(value, tuple) else value)


def _refused(page: Any) -> PictureError:
    """Return the error that describes a TIFF which cannot be decoded."""
    text = translate(
        "Errors",
        "it is a TIFF of {bits}-bit {kind} numbers, {samples} a pixel ({details}), which cannot be read; save it as a "
        "TIFF of 8 or 16 bits without compression, or as PNG",
    )
    kind = KINDS.get(page.sampleformat, str(page.sampleformat))
    names = (getattr(part, "name", str(part)).lower() for part in (page.photometric, page.compression))
    details = ", ".join([*names, *(["volume"] if page.imagedepth > 1 else [])])
    return PictureError(text.format(bits=page.bitspersample, kind=kind, samples=page.samplesperpixel, details=details))
