"""Pictures of more than 8 bits, signed numbers and floats: their right pixels, whatever file they are in."""

from __future__ import annotations

import contextlib
import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image

from icnn_engine.annotations import Crop
from icnn_engine.datasets import read_picture, read_square, read_thumbnail
from icnn_engine.errors import PictureError
from tests.engine.datasets.files import noise

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
    return bytes(data) + _directory(entries, at)


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
    return data[:4] + struct.pack("<I", len(data)) + data[8:] + _directory(entries, len(data))


def test_packed_planes_keep_all_their_bits(tmp_path: Path) -> None:
    (tmp_path / "x.tif").write_bytes(packed_planes(COLOURS // 16))

    assert close(read_picture(tmp_path / "x.tif"), EIGHT)


def _directory(entries: list, at: int) -> bytes:
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
    (tmp_path / "x.tif").write_bytes(b"II*\0" + struct.pack("<I", at) + pixels + _directory(entries, at))

    assert close(read_picture(tmp_path / "x.tif"), as_grey(RAMP * 1000 / 4095))


def test_a_tag_with_text_in_place_of_a_number_does_no_harm(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "x.tif", GREY, extratags=[(341, "s", 0, "many", True), (42113, "s", 0, "none", True)])

    assert close(read_picture(tmp_path / "x.tif"), as_grey(RAMP))


def test_tags_that_name_the_greatest_value_are_honoured_where_the_values_bear_them_out(tmp_path: Path) -> None:
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


def refused(path: Path) -> str:
    with pytest.raises(PictureError) as caught:
        read_picture(path)
    return str(caught.value)


def test_a_tiff_that_cannot_be_read_is_told_by_what_it_is(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "complex.tif", GREY.astype(np.complex64))
    tifffile.imwrite(tmp_path / "bands.tif", np.dstack([GREY] * 5), photometric="minisblack", planarconfig="contig")
    tifffile.imwrite(tmp_path / "volume.tif", np.stack([GREY] * 2), volumetric=True, tile=(16, 16, 16))

    assert refused(tmp_path / "complex.tif").startswith("it is a TIFF of 64-bit complex numbers, 1 a pixel")
    assert refused(tmp_path / "bands.tif").startswith("it is a TIFF of 16-bit unsigned numbers, 5 a pixel")
    assert "volume" in refused(tmp_path / "volume.tif")


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
def test_half_a_deep_picture_is_refused(tmp_path: Path, name: str) -> None:
    tifffile.imwrite(tmp_path / "raw.tif", COLOURS, photometric="rgb")
    (tmp_path / "lzw.tif").write_bytes(packed(COLOURS, "tiff_lzw", False))
    (tmp_path / "rgb.png").write_bytes(png(COLOURS, 2))
    whole = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(whole[: len(whole) // 2])

    assert "is damaged" in refused(tmp_path / name)


def test_a_deep_bomb_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    tifffile.imwrite(tmp_path / "x.tif", GREY.astype(np.float64))
    with tifffile.TiffFile(tmp_path / "x.tif", mode="r+") as file:
        file.pages.first.tags[256].overwrite(60_000)
        file.pages.first.tags[257].overwrite(60_000)
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 16, 2, 0, 0, 0)
    bomb = png(COLOURS, 2).replace(struct.pack(">IIBBBBB", WIDTH, HEIGHT, 16, 2, 0, 0, 0), header)
    (tmp_path / "x.png").write_bytes(bomb[:29] + struct.pack(">I", zlib.crc32(b"IHDR" + header)) + bomb[33:])

    assert "too large" in refused(tmp_path / "x.tif")
    assert "too large" in refused(tmp_path / "x.png")


def jpeg(**options: object) -> bytes:
    file = io.BytesIO()
    noise(2, 120, 80).save(file, "JPEG", **options)  # type: ignore[arg-type]
    return file.getvalue()


@pytest.mark.parametrize(
    "options", [{}, {"progressive": True}, {"quality": 30}, {"subsampling": 0}, {"optimize": True}]
)
def test_a_jpeg_that_lacks_no_more_than_its_end_is_read(tmp_path: Path, options: dict[str, object]) -> None:
    whole = jpeg(**options)
    (tmp_path / "x.jpg").write_bytes(whole)
    for cut in (1, 2):
        (tmp_path / f"{cut}.jpg").write_bytes(whole[:-cut])

        assert np.array_equal(read_picture(tmp_path / f"{cut}.jpg"), read_picture(tmp_path / "x.jpg"))
        assert read_thumbnail(tmp_path / f"{cut}.jpg", 32).shape == (21, 32, 3)


@pytest.mark.parametrize("options", [{}, {"progressive": True}])
@pytest.mark.parametrize("lacking", [6, 12, 100, 400])
def test_a_jpeg_that_lacks_pixels_is_refused(tmp_path: Path, options: dict[str, object], lacking: int) -> None:
    (tmp_path / "x.jpg").write_bytes(jpeg(**options)[:-lacking])

    assert refused(tmp_path / "x.jpg") == "the picture is damaged: the file ends too early"
