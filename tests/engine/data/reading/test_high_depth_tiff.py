"""TIFF of more than 8 bits, signed numbers and floats: their right pixels, however they are packed."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image

from icnn_engine.core.annotations import Crop
from icnn_engine.data import read_picture, read_square, read_thumbnail
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
    directory,
    packed,
    packed_planes,
)


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"byteorder": ">"},
        {"bigtiff": True},
        {"planarconfig": "separate"},
        {"planarconfig": "separate", "compression": "zlib", "predictor": True, "tile": (16, 16)},
        {"compression": "zlib", "predictor": True, "rowsperstrip": 5},
        {"tile": (16, 16)},
    ],
)
def test_colours_of_16_bits_are_read_however_they_are_stored(tmp_path: Path, options: dict) -> None:
    stored = np.moveaxis(COLOURS, -1, 0) if "planarconfig" in options else COLOURS
    tifffile.imwrite(tmp_path / "x.tif", stored, photometric="rgb", **options)

    assert np.array_equal(read_picture(tmp_path / "x.tif"), EIGHT)


def test_packed_planes_keep_all_their_bits(tmp_path: Path) -> None:
    (tmp_path / "x.tif").write_bytes(packed_planes(COLOURS // 16))

    assert close(read_picture(tmp_path / "x.tif"), EIGHT)


@pytest.mark.parametrize("predictor", [False, True])
@pytest.mark.parametrize("compression", ["tiff_lzw", "zstd", "lzma"])
def test_colours_keep_all_their_bits_in_packings_that_tifffile_leaves_to_others(
    tmp_path: Path, compression: str, predictor: bool
) -> None:
    (tmp_path / "x.tif").write_bytes(packed(COLOURS // 16, compression, predictor))

    assert close(read_picture(tmp_path / "x.tif"), EIGHT)


@pytest.mark.parametrize("compression", ["raw", "tiff_lzw", "tiff_adobe_deflate", "packbits", "zstd", "lzma"])
@pytest.mark.parametrize(
    ("kind", "predictor"), [("uint16", 1), ("uint16", 2), ("float32", 1), ("float32", 2), ("float32", 3), ("int32", 2)]
)
def test_greys_are_read_however_they_are_packed(tmp_path: Path, kind: str, predictor: int, compression: str) -> None:
    values = RAMP.astype(np.float32) if kind == "float32" else GREY.astype(kind)
    Image.fromarray(values).save(tmp_path / "x.tif", compression=compression, tiffinfo={317: predictor})

    assert close(read_picture(tmp_path / "x.tif"), as_grey(RAMP))


@pytest.mark.parametrize(
    ("kind", "least", "greatest"),
    [
        ("int8", -128, 127),
        ("int16", -32768, 32767),
        ("uint32", 0, 2**32 - 1),
        ("int32", -(2**31), 2**31 - 1),
        ("uint64", 0, 65535),
        ("float16", 0, 1),
        ("float32", 0, 255),
        ("float64", 0, 1),
    ],
)
@pytest.mark.parametrize("white", ["minisblack", "miniswhite"])
def test_every_kind_of_number_shows_the_same_ramp(
    tmp_path: Path, kind: str, least: float, greatest: float, white: str
) -> None:
    values = least + RAMP * (greatest - least)
    tifffile.imwrite(tmp_path / "x.tif", values.astype(kind), photometric=white)

    assert close(read_picture(tmp_path / "x.tif"), as_grey(RAMP if white == "minisblack" else 1 - RAMP))


def test_min_is_white_of_12_bits_in_16(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "x.tif", (RAMP * 4095).astype(np.uint16), photometric="miniswhite")

    assert close(read_picture(tmp_path / "x.tif"), as_grey(1 - RAMP))


def test_floats_of_three_colours(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "x.tif", (COLOURS / 65535).astype(np.float32), photometric="rgb")

    assert close(read_picture(tmp_path / "x.tif"), EIGHT)


@pytest.mark.parametrize("kind", ["unassalpha", "assocalpha"])
def test_what_is_transparent_in_a_deep_tiff_is_white(tmp_path: Path, kind: str) -> None:
    half = np.full_like(GREY, 65535)
    half[:, :32], half[:, 32:40] = 0, 32768
    stored = COLOURS if kind == "unassalpha" else (COLOURS * (half[..., None] / 65535)).astype(np.uint16)
    tifffile.imwrite(tmp_path / "x.tif", np.dstack([stored, half]), photometric="rgb", extrasamples=[kind])
    right = EIGHT * (half[..., None] / 65535) + 255 * (1 - half[..., None] / 65535)

    assert np.abs(read_picture(tmp_path / "x.tif") - right).max() < 2


def test_greys_of_12_bits_side_by_side_keep_the_range_of_12_bits(tmp_path: Path) -> None:
    values = np.round(RAMP * 1000).astype(int)  # which would be taken for 10 bits
    pairs = values.reshape(HEIGHT, -1, 2)
    packed_pairs = np.stack(
        [pairs[..., 0] >> 4, (pairs[..., 0] & 15) << 4 | pairs[..., 1] >> 8, pairs[..., 1] & 255], -1
    )
    pixels = packed_pairs.astype(np.uint8).tobytes()
    entries = [
        (256, 4, WIDTH), (257, 4, HEIGHT), (258, 3, 12), (259, 3, 1), (262, 3, 1), (273, 4, 8), (277, 3, 1),
        (278, 4, HEIGHT), (279, 4, len(pixels)), (284, 3, 1),
    ]  # fmt: skip
    at = 8 + len(pixels)
    (tmp_path / "x.tif").write_bytes(b"II*\0" + struct.pack("<I", at) + pixels + directory(entries, at))

    assert close(read_picture(tmp_path / "x.tif"), as_grey(RAMP * 1000 / 4095))


def test_a_tag_with_text_in_place_of_a_number_does_no_harm(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "x.tif", GREY, extratags=[(341, "s", 0, "many", True), (42113, "s", 0, "none", True)])

    assert close(read_picture(tmp_path / "x.tif"), as_grey(RAMP))


def test_a_tag_with_the_greatest_value_counts_unless_values_exceed_it(tmp_path: Path) -> None:
    dark = np.round(RAMP * 200).astype(np.uint16)
    for name, tags in (("x", [(281, "H", 1, 4095, True)]), ("lies", [(281, "H", 1, 100, True)]), ("usual", [])):
        tifffile.imwrite(tmp_path / f"{name}.tif", dark, extratags=tags)

    assert read_picture(tmp_path / "x.tif").max() == round(200 / 4095 * 255)
    assert read_picture(tmp_path / "lies.tif").max() == 200
    assert read_picture(tmp_path / "usual.tif").max() == 200


def test_pixels_that_the_file_marks_as_without_a_value_are_black_and_left_out(tmp_path: Path) -> None:
    values = np.where(RAMP < 0.3, -777, RAMP * 200).astype(np.float32)
    tifffile.imwrite(tmp_path / "x.tif", values, extratags=[(42113, "s", 0, "-777", True)])

    assert close(read_picture(tmp_path / "x.tif")[HEIGHT // 2 :], as_grey(RAMP * 200 / 255)[HEIGHT // 2 :])
    assert not read_picture(tmp_path / "x.tif")[0].any()


@pytest.mark.parametrize("orientation", range(1, 9))
def test_deep_tiffs_are_turned_as_those_of_8_bits(tmp_path: Path, orientation: int) -> None:
    turned = [(274, "H", 1, orientation, True)]
    tifffile.imwrite(tmp_path / "deep.tif", COLOURS, photometric="rgb", extratags=turned)
    tifffile.imwrite(tmp_path / "usual.tif", EIGHT, photometric="rgb", extratags=turned)
    box = (3, 5, 20, 30)

    assert np.array_equal(read_picture(tmp_path / "deep.tif"), read_picture(tmp_path / "usual.tif"))
    assert np.array_equal(
        read_square(Crop(tmp_path / "deep.tif", box), 8), read_square(Crop(tmp_path / "usual.tif", box), 8)
    )
    assert read_thumbnail(tmp_path / "deep.tif", 16).shape == read_thumbnail(tmp_path / "usual.tif", 16).shape


def test_a_tiff_that_cannot_be_read_is_told_by_what_it_is(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "complex.tif", GREY.astype(np.complex64))
    tifffile.imwrite(tmp_path / "bands.tif", np.dstack([GREY] * 5), photometric="minisblack", planarconfig="contig")
    tifffile.imwrite(tmp_path / "volume.tif", np.stack([GREY] * 2), volumetric=True, tile=(16, 16, 16))

    assert reason(tmp_path / "complex.tif").startswith("it is a TIFF of 64-bit complex numbers, 1 a pixel")
    assert reason(tmp_path / "bands.tif").startswith("it is a TIFF of 16-bit unsigned numbers, 5 a pixel")
    assert "volume" in reason(tmp_path / "volume.tif")
