"""Reads PNG files of 16 bits with all of their bits; Pillow keeps 8 except in grey pictures.

PNG filters each byte of a pixel separately. So the upper and the lower bytes of a picture of 16 bits are two pictures
of 8 bits: these are packed as PNG files, which Pillow decodes.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from icnn_engine.core.errors import PictureError
from icnn_engine.core.language import translate
from icnn_engine.data.reading.high_depth import HighDepthPicture

if TYPE_CHECKING:
    from PIL import Image

SAMPLES = {0: 1, 2: 3, 4: 2, 6: 4}  # samples per pixel, by PNG's colour type
PIXELS = (b"IHDR", b"PLTE", b"tRNS", b"IDAT")  # chunks that determine the pixels
SIGNATURE = b"\x89PNG\r\n\x1a\n"
PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))  # of Adam7


def is_high_depth_png(data: bytes) -> bool:
    """Whether a file is a PNG of 16 bits."""
    return data.startswith(SIGNATURE) and data[24:25] == b"\x10" and data[25:26] in b"\0\2\4\6"


def ensure_sums(data: bytes) -> None:
    """Raise PictureError if the check sum of a chunk with pixels is wrong: Pillow would leave them black.

    Pillow itself reports a file that ends too early.
    """
    whole = memoryview(data)
    for kind, start, end in _chunks(data):
        stored = data[end : end + 4]
        if kind in PIXELS and len(stored) == 4 and zlib.crc32(whole[start - 4 : end]) != int.from_bytes(stored, "big"):
            raise PictureError(translate("Errors", "the picture is damaged ({text})").format(text="CRC"))


def read_png(data: bytes, image: Image.Image) -> HighDepthPicture:
    """Return the values of a PNG of 16 bits; `image` is the file as opened by Pillow.

    Raises PictureError, and what Pillow, zlib and struct raise on damaged files.
    """
    chunks: dict[bytes, list[bytes]] = defaultdict(list)
    for kind, start, end in _chunks(data):
        chunks[kind].append(data[start:end])
    width, height, _bits, colour, _method, _filter, interlaced = struct.unpack(">IIBBBBB", chunks[b"IHDR"][-1])
    if colour == 0:
        values = np.asarray(image).astype(np.uint16)
    else:
        values = _values(b"".join(chunks[b"IDAT"]), (width, height, colour, interlaced))
    values = values.reshape(height, width, SAMPLES[colour])
    transparent = [b"", *chunks[b"tRNS"]][-1]
    alpha = None
    if colour in (4, 6):
        alpha = np.round(values[..., -1] / 257).astype(np.uint8)
        values = values[..., :-1]
    elif len(transparent) == 2 * SAMPLES[colour]:
        clear = (values == np.frombuffer(transparent, ">u2")).all(-1)
        alpha = np.where(clear, 0, 255).astype(np.uint8)
    return HighDepthPicture(values[..., 0] if values.shape[-1] == 1 else values, alpha)


def _chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield the kind of each chunk, and where its body starts and ends."""
    start = len(SIGNATURE) + 8
    while start <= len(data):
        length, kind = struct.unpack_from(">I4s", data, start - 8)
        yield kind, start, start + length
        start += length + 12


def _values(packed: bytes, shape: tuple[int, int, int, int]) -> np.ndarray:
    """Return (height, width * samples) uint16 of packed lines; shape: width, height, colour, interlaced."""
    width, height, colour, interlaced = shape
    samples = SAMPLES[colour]
    sizes = [(len(range(x, width, dx)), len(range(y, height, dy))) for x, y, dx, dy in PASSES]
    passes = [size for size in sizes if all(size)] if interlaced else [(width, height)]
    needed = sum(rows * (1 + 2 * samples * columns) for columns, rows in passes)
    raw = np.frombuffer(zlib.decompressobj().decompress(packed, needed), np.uint8)
    if len(raw) < needed:
        raise PictureError(translate("Errors", "the picture is damaged: the file ends too early"))
    halves = [b"", b""]
    for columns, rows in passes:
        lines, raw = np.split(raw, [rows * (1 + 2 * samples * columns)])
        lines = lines.reshape(rows, -1)
        for i in range(2):
            halves[i] += np.concatenate([lines[:, :1], lines[:, 1 + i :: 2]], 1).tobytes()
    upper, lower = (_decoded(half, shape) for half in halves)
    values: np.ndarray = upper.astype(np.uint16) << 8 | lower
    return values


def _decoded(lines: bytes, shape: tuple[int, int, int, int]) -> np.ndarray:
    """Return (height, width, samples) uint8 of filtered lines of 8 bits."""
    from PIL import Image

    width, height, colour, interlaced = shape
    header = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, interlaced)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(lines, 1)), (b"IEND", b""))
    file = SIGNATURE + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
    with Image.open(io.BytesIO(file), formats=("PNG",)) as image:
        return np.asarray(image)
