"""PNG of 16 bits, and what goes wrong with pictures of more than 8 bits."""

from __future__ import annotations

import contextlib
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image

from icnn_engine.core.errors import PictureError
from icnn_engine.data import read_picture
from tests.engine.data.files import reason
from tests.engine.data.reading.high_depth_files import (
    COLOURS,
    EIGHT,
    GREY,
    HEIGHT,
    RAMP,
    WIDTH,
    as_grey,
    close,
    packed,
    png,
)


@pytest.mark.parametrize("interlaced", [False, True])
@pytest.mark.parametrize("size", [(48, 64), (3, 2)])
def test_colours_of_a_png_of_16_bits_keep_them_all(tmp_path: Path, interlaced: bool, size: tuple[int, int]) -> None:
    colours = COLOURS[: size[0], : size[1]].copy()
    colours[0, 0] = 65535
    (tmp_path / "x.png").write_bytes(png(colours, 2, interlaced=interlaced))
    (tmp_path / "dark.png").write_bytes(png(colours // 16, 2, interlaced=interlaced))

    assert np.array_equal(read_picture(tmp_path / "x.png"), np.round(colours / 257).astype(np.uint8))
    assert close(read_picture(tmp_path / "dark.png"), np.round(colours / 257).astype(np.uint8))


def test_transparency_of_a_png_of_16_bits_is_white_as_in_one_of_8(tmp_path: Path) -> None:
    grey = GREY[..., None]
    clear = struct.pack(">H", int(GREY[5, 5]))
    (tmp_path / "grey.png").write_bytes(png(grey, 0, ((b"tRNS", clear),)))
    (tmp_path / "rgb.png").write_bytes(png(COLOURS, 2, ((b"tRNS", COLOURS[5, 5].astype(">u2").tobytes()),)))
    alpha = np.where(RAMP < 0.5, 0, 65535).astype(np.uint16)
    (tmp_path / "la.png").write_bytes(png(np.dstack([GREY, alpha]), 4))
    (tmp_path / "rgba.png").write_bytes(png(np.dstack([COLOURS, alpha]), 6, interlaced=True))
    right, half = {"grey": as_grey(GREY / 65535), "rgb": EIGHT.copy()}, alpha[..., None] == 0
    for one in right.values():
        one[5, 5] = 255

    for name, pixels in right.items():
        assert np.array_equal(read_picture(tmp_path / f"{name}.png"), pixels)
    assert np.array_equal(read_picture(tmp_path / "la.png"), np.where(half, 255, as_grey(GREY / 65535)))
    assert np.array_equal(read_picture(tmp_path / "rgba.png"), np.where(half, 255, EIGHT))


def test_a_deep_png_is_turned_by_its_exif_wherever_that_stands(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    body = exif.tobytes().removeprefix(b"Exif\0\0")
    chunk = struct.pack(">I", len(body)) + b"eXIf" + body + struct.pack(">I", zlib.crc32(b"eXIf" + body))
    data = png(COLOURS, 2)
    (tmp_path / "before.png").write_bytes(png(COLOURS, 2, ((b"eXIf", body),)))
    (tmp_path / "after.png").write_bytes(data[:-12] + chunk + data[-12:])

    for name in ("before", "after"):
        assert np.array_equal(read_picture(tmp_path / f"{name}.png"), np.rot90(EIGHT, -1))


@pytest.mark.parametrize("name", ["planar.tif", "lzw.tif", "float.tif", "rgb.png", "grey.png"])
def test_no_damage_of_a_deep_picture_gets_past_as_another_error(tmp_path: Path, name: str) -> None:
    tifffile.imwrite(tmp_path / "planar.tif", np.moveaxis(COLOURS, -1, 0), photometric="rgb", planarconfig="separate")
    (tmp_path / "lzw.tif").write_bytes(packed(COLOURS, "tiff_lzw", True))
    tifffile.imwrite(tmp_path / "float.tif", RAMP, compression="zlib")
    (tmp_path / "rgb.png").write_bytes(png(COLOURS, 2))
    (tmp_path / "grey.png").write_bytes(png(GREY[..., None], 0, interlaced=True))
    whole, path = (tmp_path / name).read_bytes(), tmp_path / f"y{name[-4:]}"
    chance = np.random.default_rng(0)
    for number in range(60):
        broken = bytearray(whole[: chance.integers(1, len(whole) + 1)] if number % 2 else whole)
        for at in chance.integers(0, len(broken) if number % 3 else min(300, len(broken)), 6):
            broken[at] = chance.integers(0, 256)
        path.write_bytes(broken)
        with contextlib.suppress(PictureError):
            read_picture(path)


@pytest.mark.parametrize("name", ["raw.tif", "lzw.tif", "rgb.png"])
def test_half_a_deep_picture_is_reason(tmp_path: Path, name: str) -> None:
    tifffile.imwrite(tmp_path / "raw.tif", COLOURS, photometric="rgb")
    (tmp_path / "lzw.tif").write_bytes(packed(COLOURS, "tiff_lzw", False))
    (tmp_path / "rgb.png").write_bytes(png(COLOURS, 2))
    whole = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(whole[: len(whole) // 2])

    assert "is damaged" in reason(tmp_path / name)


def test_a_deep_bomb_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "x.tif", GREY.astype(np.float64))
    with tifffile.TiffFile(tmp_path / "x.tif", mode="r+") as file:
        file.pages.first.tags[256].overwrite(60_000)
        file.pages.first.tags[257].overwrite(60_000)
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 16, 2, 0, 0, 0)
    bomb = png(COLOURS, 2).replace(struct.pack(">IIBBBBB", WIDTH, HEIGHT, 16, 2, 0, 0, 0), header)
    (tmp_path / "x.png").write_bytes(bomb[:29] + struct.pack(">I", zlib.crc32(b"IHDR" + header)) + bomb[33:])

    assert "too large" in reason(tmp_path / "x.tif")
    assert "too large" in reason(tmp_path / "x.png")
