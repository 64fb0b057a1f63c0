"""PNG of 16 bits with all of its bits, of which Pillow keeps 8, but for grey pictures.

Each byte of a pixel is filtered by itself in PNG. So the upper bytes and the lower bytes of a picture of 16 bits are
two pictures of 8 bits: they are packed as such, and Pillow decodes both.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from icnn_engine.core.errors import PictureError
from icnn_engine.core.language import translate
from icnn_engine.data.reading.high_depth import HighDepthPicture

if TYPE_CHECKING:
    from PIL import Image

SAMPLES = {0: 1, 2: 3, 4: 2, 6: 4}  # values a pixel, by PNG's type of colour
PIXELS = (b"IHDR", b"PLTE", b"tRNS", b"IDAT")  # chunks without which a picture is another one
SIGNATURE = b"\x89PNG\r\n\x1a\n"
PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))  # of Adam7


def is_high_depth_png(data: bytes) -> bool:
    """Whether a file is a PNG of 16 bits."""
    return data.startswith(SIGNATURE) and data[24:25] == b"\x10" and data[25:26] in b"\0\2\4\6"


def ensure_sums(data: bytes) -> None:
    """Raises PictureError where a PNG's check sums tell that its pixels are damaged, which Pillow leaves black. A file
    that ends too early is left to Pillow."""
    at, whole = len(SIGNATURE), memoryview(data)
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        end = at + 8 + length
        if end + 4 > len(data):
            return
        if kind in PIXELS and zlib.crc32(whole[at + 4 : end]) != int.from_bytes(whole[end : end + 4], "big"):
            raise PictureError(translate("Errors", "the picture is damaged ({text})").format(text="CRC"))
        at = end + 4


def read_png(data: bytes, image: Image.Image) -> HighDepthPicture:
    """The values of a PNG of 16 bits, `image` as Pillow has opened it. Raises PictureError, and what Pillow, zlib and
    struct raise on damaged files."""
    header, transparent, packed = b"", b"", []
    for kind, body in _chunks(data):
        if kind == b"IHDR":
            header = body
        elif kind == b"tRNS":
            transparent = body
        elif kind == b"IDAT":
            packed.append(body)
    width, height, _bits, colour, _method, _filter, interlaced = struct.unpack(">IIBBBBB", header)
    samples = SAMPLES[colour]
    if colour == 0:
        values = np.asarray(image).astype(np.uint16)
    else:
        values = _values(zlib.decompressobj(), b"".join(packed), (width, height, colour, interlaced))
    values = values.reshape(height, width, samples)
    alpha = None
    if colour in (4, 6):
        alpha = np.round(values[..., -1] / 257).astype(np.uint8)
        values = values[..., :-1]
    elif len(transparent) == 2 * samples:
        clear = (values == np.frombuffer(transparent, ">u2")).all(-1)
        alpha = np.where(clear, 0, 255).astype(np.uint8)
    return HighDepthPicture(values[..., 0] if values.shape[-1] == 1 else values, alpha)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[at : at + 8])
        yield kind, data[at + 8 : at + 8 + length]
        at += 12 + length


def _values(unpacker: zlib._Decompress, packed: bytes, shape: tuple[int, int, int, int]) -> np.ndarray:
    """(height, width * samples) uint16 of the picture's packed lines; shape: width, height, colour, interlaced."""
    width, height, colour, interlaced = shape
    samples = SAMPLES[colour]
    lines = [(len(range(x, width, dx)), len(range(y, height, dy))) for x, y, dx, dy in PASSES]
    passes = [one for one in lines if all(one)] if interlaced else [(width, height)]
    needed = sum(rows * (1 + 2 * samples * columns) for columns, rows in passes)
    raw = np.frombuffer(unpacker.decompress(packed, needed), np.uint8)
    if len(raw) < needed:
        raise PictureError(translate("Errors", "the picture is damaged: the file ends too early"))
    halves: tuple[list[bytes], list[bytes]] = ([], [])
    for columns, rows in passes:
        own, raw = np.split(raw, [rows * (1 + 2 * samples * columns)])
        own = own.reshape(rows, -1)
        for half, kept in enumerate(halves):
            kept.append(np.concatenate([own[:, :1], own[:, 1 + half :: 2]], 1).tobytes())
    upper, lower = (_decoded(b"".join(half), shape) for half in halves)
    found: np.ndarray = upper.astype(np.uint16) << 8 | lower
    return found


def _decoded(lines: bytes, shape: tuple[int, int, int, int]) -> np.ndarray:
    """(height, width, samples) uint8 of filtered lines of 8 bits."""
    from PIL import Image

    width, height, colour, interlaced = shape
    header = struct.pack(">IIBBBBB", width, height, 8, colour, 0, 0, interlaced)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(lines, 1)), (b"IEND", b""))
    file = SIGNATURE + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )
    with Image.open(io.BytesIO(file), formats=("PNG",)) as image:
        return np.asarray(image)
