"""Decodes compressed TIFF files (LZW, Zstandard) with all bits by Pillow's libtiff; tifffile would need a package.

The tags of a copy are rewritten to those of a grey picture of 8 bits, as wide as a line has bytes. Its pixels are then
the bytes of the values.
"""

from __future__ import annotations

import io
from typing import Any

import numpy as np

PLAIN = frozenset({1, 32773})  # none, PackBits: without predictor, whatever the tag claims
LOSSLESS = PLAIN | frozenset({5, 8, 32946, 34925, 50000})  # LZW, Deflate, PackBits, Deflate, LZMA, Zstandard
WIDTH, BITS, PHOTOMETRIC, TURN, SAMPLES, PREDICTOR = 256, 258, 262, 274, 277, 317
TILE_WIDTH, EXTRA, FORMAT = 322, 338, 339
PIECES = (273, 279, 324, 325)  # offsets and byte counts of strips and tiles
SEPARATE = 2  # planar configuration
DIFFERENCES = 2  # predictor: values are stored as differences from those before in the line


def predictor_of(page: Any) -> int:
    """Return the predictor of a page: 1 none, 2 differences, 3 differences of the bytes of floats."""
    return 1 if page.compression in PLAIN else int(page.predictor)


def unpacked(data: bytes, page: Any) -> np.ndarray | None:
    """Return values (H, W, S) of a page of the file `data`; None if they cannot be read in this way."""
    across, size, samples = page.imagewidth, page.dtype.itemsize, page.samplesperpixel
    if page.compression not in LOSSLESS or predictor_of(page) not in (1, DIFFERENCES) or EXTRA in page.tags:
        return None
    planes = samples if page.planarconfig == SEPARATE else 1
    line = size * samples // planes  # bytes of one pixel in it
    widths = {WIDTH: across * line, TILE_WIDTH: page.tilewidth * line}
    stored = page.dtype.newbyteorder(page.parent.byteorder)
    decoded = [
        _bytes_of(data, widths, plane, planes).view(stored).astype(page.dtype).reshape(page.imagelength, across, -1)
        for plane in range(planes)
    ]
    values = np.concatenate(decoded, -1)
    if predictor_of(page) == DIFFERENCES:
        wide = page.tilewidth or across
        for left in range(0, across, wide):
            tile = values[:, left : left + wide].view(f"u{size}")  # differences are of the bits, also of floats
            tile[...] = np.cumsum(tile, axis=1, dtype=tile.dtype)
    return values


def _bytes_of(data: bytes, widths: dict[int, int], plane: int, planes: int) -> np.ndarray:
    """Return the bytes (H, bytes of a line) uint8 of one plane of the first page."""
    import tifffile
    from PIL import Image

    copy = io.BytesIO(data)
    with tifffile.TiffFile(copy, mode="r+") as file:
        tags = file.pages.first.tags
        for code, value in {**widths, BITS: 8, PHOTOMETRIC: 1, TURN: 1, SAMPLES: 1, PREDICTOR: 1, FORMAT: 1}.items():
            if code in tags:
                tags[code].overwrite(value, dtype="I" if code in widths else None)
        for code in PIECES if planes > 1 else ():
            if code in tags:
                values = tags[code].value
                tags[code].overwrite(values[plane * len(values) // planes : (plane + 1) * len(values) // planes])
        with Image.open(copy, formats=("TIFF",)) as image:
            return np.ascontiguousarray(image)
