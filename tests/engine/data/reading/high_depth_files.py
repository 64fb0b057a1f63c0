"""Pictures of more than 8 bits that tests write: TIFF as no library at hand packs it, PNG of 16 bits."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
import tifffile
from PIL import Image

HEIGHT, WIDTH = 48, 64
RAMP = np.linspace(0, 1, HEIGHT * WIDTH).reshape(HEIGHT, WIDTH)
GREY = np.round(RAMP * 65535).astype(np.uint16)
COLOURS = np.stack([GREY, GREY[::-1], GREY[:, ::-1] // 2], -1)
EIGHT = np.round(COLOURS / 257).astype(np.uint8)


def as_grey(values: np.ndarray) -> np.ndarray:
    """Shares of white as the pixels that show them."""
    return np.stack([np.round(values * 255).astype(np.uint8)] * 3, -1)


def close(found: np.ndarray, right: np.ndarray) -> bool:
    """The same but for rounding."""
    return found.shape == right.shape and int(np.abs(found.astype(int) - right).max()) <= 1


def packed(values: np.ndarray, compression: str, predictor: bool) -> bytes:
    """A TIFF of 16-bit colours, (H, W, 3): Pillow packs their bytes, and the tags are written anew."""
    stored = values.copy()
    if predictor:
        stored[:, 1:] = values[:, 1:] - values[:, :-1]
    lines = np.ascontiguousarray(stored.astype("<u2")).view(np.uint8).reshape(len(values), -1)
    file = io.BytesIO()
    Image.fromarray(lines).save(file, "TIFF", compression=compression)
    data = bytearray(file.getvalue())
    with tifffile.TiffFile(io.BytesIO(data)) as tiff:
        tags = {tag.code: tag for tag in tiff.pages.first.tags}
        strip = tiff.pages.first.dataoffsets, tiff.pages.first.databytecounts, tiff.pages.first.rowsperstrip
    at = len(data)
    entries = [
        (256, 4, values.shape[1]), (257, 4, values.shape[0]), (258, 3, 16), (259, 3, int(tags[259].value)), (262, 3, 2),
        (273, 4, strip[0]), (277, 3, 3), (278, 4, strip[2]), (279, 4, strip[1]), (284, 3, 1),
        (317, 3, 2 if predictor else 1), (339, 3, 1),
    ]  # fmt: skip
    data[4:8] = struct.pack("<I", at)
    return bytes(data) + directory(entries, at)


def packed_planes(values: np.ndarray) -> bytes:
    """A TIFF of 16-bit colours, (H, W, 3), each a plane packed by LZW."""
    data, places, sizes = b"II*\0\0\0\0\0", [], []
    for plane in np.moveaxis(values, -1, 0):
        file = io.BytesIO()
        lines = np.ascontiguousarray(plane.astype("<u2")).view(np.uint8)
        Image.fromarray(lines).save(file, "TIFF", compression="tiff_lzw")
        with tifffile.TiffFile(io.BytesIO(file.getvalue())) as tiff:
            (at,), (size,) = tiff.pages.first.dataoffsets, tiff.pages.first.databytecounts
        places.append(len(data))
        sizes.append(size)
        data += file.getvalue()[at : at + size] + bytes(size % 2)
    entries = [
        (256, 4, values.shape[1]), (257, 4, values.shape[0]), (258, 3, (16, 16, 16)), (259, 3, 5), (262, 3, 2),
        (273, 4, tuple(places)), (277, 3, 3), (278, 4, values.shape[0]), (279, 4, tuple(sizes)), (284, 3, 2),
        (339, 3, (1, 1, 1)),
    ]  # fmt: skip
    return data[:4] + struct.pack("<I", len(data)) + data[8:] + directory(entries, len(data))


def directory(entries: list, at: int) -> bytes:
    """A TIFF directory that will stand at `at`; values that are several stand behind it."""
    behind, body = b"", b""
    after = at + 2 + 12 * len(entries) + 4
    for code, kind, value in entries:
        several = value if isinstance(value, tuple) else (value,)
        raw = struct.pack(f"<{len(several)}{'I' if kind == 4 else 'H'}", *several)
        if len(raw) > 4:
            raw, behind = struct.pack("<I", after + len(behind)), behind + raw
        body += struct.pack("<HHI", code, kind, len(several)) + raw.ljust(4, b"\0")
    return struct.pack("<H", len(entries)) + body + b"\0\0\0\0" + behind


def png(values: np.ndarray, colour: int, more: tuple[tuple[bytes, bytes], ...] = (), interlaced: bool = False) -> bytes:
    """A PNG of 16 bits, (H, W, S), each line filtered in another of the five ways."""
    lines = b""
    passes = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
    for x, y, dx, dy in passes if interlaced else ((0, 0, 1, 1),):
        own = values[y::dy, x::dx]
        if own.size:
            lines += _filtered(own)
    header = struct.pack(">IIBBBBB", values.shape[1], values.shape[0], 16, colour, 0, 0, interlaced)
    chunks = ((b"IHDR", header), *more, (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in chunks
    )


def _filtered(values: np.ndarray) -> bytes:
    pixel = 2 * values.shape[2]
    raw = np.ascontiguousarray(values.astype(">u2")).view(np.uint8).reshape(len(values), -1).astype(int)
    lines, above = b"", np.zeros(raw.shape[1], int)
    for number, line in enumerate(raw):
        left, corner = (np.concatenate([np.zeros(pixel, int), one])[: len(line)] for one in (line, above))
        guess = left + above - corner
        apart = np.abs(np.stack([guess - left, guess - above, guess - corner]))
        paeth = np.choose(apart.argmin(0), [left, above, corner])
        filtered = line - (0 * line, left, above, (left + above) // 2, paeth)[number % 5]
        lines += bytes([number % 5]) + (filtered % 256).astype(np.uint8).tobytes()
        above = line
    return lines
