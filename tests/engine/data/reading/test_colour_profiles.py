"""Colour profiles: pictures are read in the colours that every viewer shows."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from icnn_engine.core.annotations import WithBrightness
from icnn_engine.data import read_picture, read_square, read_thumbnail
from icnn_engine.data.reading.colour_profiles import to_srgb
from tests.engine.data.files import noise

ADOBE = ((0.60974, 0.31111, 0.01947), (0.20528, 0.62567, 0.06087), (0.14919, 0.06322, 0.74457))
P3 = ((0.51512, 0.2412, -0.00105), (0.29198, 0.69225, 0.04189), (0.1571, 0.06657, 0.78407))
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def _number(value: float) -> bytes:
    return struct.pack(">i", round(value * 65536))


def profile(space: bytes, gamma: float, primaries: tuple[tuple[float, float, float], ...] = ()) -> bytes:
    """A profile of version 2 for greys (no primaries) or colours."""
    text = b"made by a test\0"
    curve = b"curv" + bytes(4) + struct.pack(">IH", 1, round(gamma * 256)) + bytes(2)
    tags = {
        b"desc": b"desc" + bytes(4) + struct.pack(">I", len(text)) + text + bytes(78),
        b"cprt": b"text" + bytes(4) + text,
        b"wtpt": b"XYZ " + bytes(4) + b"".join(map(_number, (0.9642, 1.0, 0.8249))),
    }
    for letter, primary in zip((b"r", b"g", b"b"), primaries, strict=False):
        tags[letter + b"XYZ"] = b"XYZ " + bytes(4) + b"".join(map(_number, primary))
        tags[letter + b"TRC"] = curve
    if not primaries:
        tags[b"kTRC"] = curve
    at, table, body = 128 + 4 + 12 * len(tags), b"", b""
    for name, value in tags.items():
        table += name + struct.pack(">II", at + len(body), len(value))
        body += value + bytes(-len(value) % 4)
    size = at + len(body)
    header = struct.pack(">I4sI4s4s4s", size, b"none", 0x02100000, b"mntr", space, b"XYZ ") + bytes(12) + b"acsp"
    header = header.ljust(68, b"\0") + b"".join(map(_number, (0.9642, 1.0, 0.8249)))
    return header.ljust(128, b"\0") + struct.pack(">I", len(tags)) + table + body


ADOBE_PROFILE = profile(b"RGB ", 563 / 256, ADOBE)
LINEAR_GREY = profile(b"GRAY", 1.0)


def shown(path: Path, image: Image.Image, icc: bytes | None, **options: object) -> np.ndarray:
    image.save(path, icc_profile=icc, **options)  # type: ignore[arg-type]
    return read_picture(path)


@pytest.mark.parametrize("ending", ["png", "tif", "jpg", "webp"])
def test_colours_of_a_wide_profile_are_those_of_srgb(tmp_path: Path, ending: str) -> None:
    image = Image.new("RGB", (16, 16), (115, 199, 62))
    options = {"quality": 100, "subsampling": 0} if ending == "jpg" else {"lossless": True} if ending == "webp" else {}
    pixels = shown(tmp_path / f"x.{ending}", image, ADOBE_PROFILE, **options)
    p3 = shown(tmp_path / "p3.png", Image.new("RGB", (8, 8), (117, 251, 76)), profile(b"RGB ", 2.2, P3))

    assert np.abs(pixels[4, 4].astype(int) - (28, 200, 40)).max() <= 3
    assert np.abs(p3[0, 0].astype(int) - (0, 255, 0)).max() <= 12
    assert read_square(tmp_path / f"x.{ending}", 8)[4, 4].tolist() == pixels[4, 4].tolist()
    assert read_thumbnail(tmp_path / f"x.{ending}", 8)[4, 4].tolist() == pixels[4, 4].tolist()


@pytest.mark.parametrize("mode", ["RGBA", "P"])
def test_palettes_and_transparent_pictures_are_converted_too(tmp_path: Path, mode: str) -> None:
    image = Image.new("RGB", (8, 8), (115, 199, 62))
    image = image.quantize(2) if mode == "P" else image.convert(mode)
    if mode == "RGBA":
        image.putpixel((0, 0), (115, 199, 62, 0))
    pixels = shown(tmp_path / "x.png", image, ADOBE_PROFILE)

    assert np.abs(pixels[4, 4].astype(int) - (28, 200, 40)).max() <= 3
    assert mode == "P" or pixels[0, 0].tolist() == [255, 255, 255]


@pytest.mark.parametrize("mode", ["L", "LA", "1"])
def test_greys_of_a_profile_are_converted(tmp_path: Path, mode: str) -> None:
    image = Image.new("L", (8, 8), 128).convert(mode, dither=Image.Dither.NONE)
    pixels = shown(tmp_path / "x.png", image, LINEAR_GREY)

    assert np.abs(pixels[4, 4].astype(int) - (255 if mode == "1" else 188)).max() <= 1


def test_deep_pictures_are_converted(tmp_path: Path) -> None:
    pixels = shown(tmp_path / "x.png", Image.fromarray(np.full((8, 8), 32896, np.uint16)), LINEAR_GREY)
    again = shown(tmp_path / "x.tif", Image.fromarray(np.full((8, 8), 32896, np.uint16)), LINEAR_GREY)

    assert np.abs(pixels[4, 4].astype(int) - 188).max() <= 1
    assert np.array_equal(again, pixels)


@pytest.mark.parametrize("icc", [SRGB, b"", b"no profile", SRGB[:200], LINEAR_GREY, ADOBE_PROFILE[:-100] + bytes(100)])
def test_nothing_changes_by_a_profile_of_srgb_a_damaged_one_or_one_of_another_space(tmp_path: Path, icc: bytes) -> None:
    whole = noise(4)
    if icc[:-100] == ADOBE_PROFILE[:-100]:
        shown(tmp_path / "x.png", whole, icc)  # damaged in its numbers: any colours, no error
    else:
        assert np.array_equal(shown(tmp_path / "x.png", whole, icc), np.asarray(whole))
    assert np.array_equal(shown(tmp_path / "cmyk.tif", whole.convert("CMYK"), icc), np.asarray(whole))
    grey = None if icc == LINEAR_GREY else icc
    assert np.array_equal(
        shown(tmp_path / "grey.png", whole.convert("L"), grey)[..., 0], np.asarray(whole.convert("L"))
    )


def test_a_profile_of_srgb_is_not_applied_at_all() -> None:
    image = noise(1)

    assert to_srgb(image, SRGB) is image
    assert to_srgb(image, ADOBE_PROFILE) is not image


def test_runs_of_before_read_without_profiles(tmp_path: Path) -> None:
    shown(tmp_path / "x.png", Image.new("RGB", (8, 8), (115, 199, 62)), ADOBE_PROFILE)

    assert read_picture(WithBrightness(tmp_path / "x.png", None))[0, 0].tolist() == [115, 199, 62]
