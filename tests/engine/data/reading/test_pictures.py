from __future__ import annotations

import contextlib
import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from icnn_engine.core.errors import PictureError
from icnn_engine.data import read_picture, read_thumbnail, to_square
from icnn_engine.data.reading.pictures import size_of
from tests.engine.data.files import noise, reason, save, touch

SIDE = 32


def left_red_right_blue() -> Image.Image:
    image = Image.new("RGB", (SIDE, SIDE // 2), (200, 0, 0))
    image.paste((0, 0, 200), (SIDE // 2, 0, SIDE, SIDE // 2))
    return image


def saved(path: Path, image: Image.Image, **options: object) -> np.ndarray:
    image.save(path, **options)  # type: ignore[arg-type]
    return read_picture(path)


@pytest.mark.parametrize("ending", ["png", "jpg", "bmp", "gif", "webp", "tif"])
def test_every_format_is_read_as_rgb(tmp_path: Path, ending: str) -> None:
    pixels = saved(tmp_path / f"x.{ending}", left_red_right_blue())

    assert pixels.shape == (SIDE // 2, SIDE, 3)
    assert pixels.dtype == np.uint8
    assert np.abs(pixels[4, 4].astype(int) - (200, 0, 0)).max() < 12
    assert np.abs(pixels[4, -4].astype(int) - (0, 0, 200)).max() < 12


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "YCbCr", "LAB", "I", "F"])
def test_every_mode_is_read_as_rgb(tmp_path: Path, mode: str) -> None:
    pixels = saved(tmp_path / "x.tif", Image.new("L" if mode in "IF" else "RGB", (8, 8), "silver").convert(mode))

    assert pixels.shape == (8, 8, 3)
    assert pixels.dtype == np.uint8


def test_sixteen_bits_are_scaled_and_not_clipped(tmp_path: Path) -> None:
    ramp = np.linspace(0, 65535, 64 * 4).astype(np.uint16).reshape(4, 64)
    from_tiff = saved(tmp_path / "x.tif", Image.fromarray(ramp))
    from_png = saved(tmp_path / "x.png", Image.fromarray(ramp))

    assert np.array_equal(from_tiff[..., 0], np.round(ramp / 257).astype(np.uint8))
    assert np.array_equal(from_png, from_tiff)


def test_transparent_pixels_of_a_palette_are_white(tmp_path: Path) -> None:
    image = Image.new("P", (8, 8), 0)
    image.putpalette([0, 0, 0, 255, 0, 0])
    image.paste(1, (4, 0, 8, 8))
    for transparency in (0, b"\x00\xff"):
        pixels = saved(tmp_path / "x.png", image, transparency=transparency)

        assert pixels[0, 0].tolist() == [255, 255, 255]
        assert pixels[0, 7].tolist() == [255, 0, 0]


def test_half_transparent_pixels_are_laid_on_white(tmp_path: Path) -> None:
    pixels = saved(tmp_path / "x.png", Image.new("RGBA", (8, 8), (255, 0, 0, 128)))

    assert np.abs(pixels[0, 0].astype(int) - (255, 127, 127)).max() <= 1


def test_a_cmyk_jpeg_has_its_colours_with_adobes_mark_and_without(tmp_path: Path) -> None:
    data = io.BytesIO()
    left_red_right_blue().convert("CMYK").save(data, "JPEG", quality=95)
    with_mark = data.getvalue()
    at = with_mark.index(b"\xff\xee")
    length = struct.unpack(">H", with_mark[at + 2 : at + 4])[0]
    (tmp_path / "adobe.jpg").write_bytes(with_mark)
    (tmp_path / "plain.jpg").write_bytes(with_mark[:at] + with_mark[at + 2 + length :])

    adobe, plain = read_picture(tmp_path / "adobe.jpg"), read_picture(tmp_path / "plain.jpg")

    assert np.abs(adobe[4, 4].astype(int) - (200, 0, 0)).max() < 12
    assert np.abs(plain.astype(int) + adobe - 255).max() > 100  # the same numbers mean other colours without the mark


@pytest.mark.parametrize("ending", ["jpg", "tif", "png", "webp"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_exif_orientation_is_honoured(tmp_path: Path, orientation: int, ending: str) -> None:
    turn = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}  # the transpose that undoes what a camera did
    upright = noise(3, 96, 64)
    stored = upright.transpose(Image.Transpose(turn[orientation])) if orientation > 1 else upright
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = tmp_path / f"x.{ending}"
    stored.save(path, exif=exif, quality=95)

    pixels, small = read_picture(path), read_thumbnail(path, 48)

    assert np.abs(pixels.astype(int) - np.asarray(upright)).mean() < 6
    assert small.shape == (32, 48, 3)


@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")  # as the program has it: see _pillow
def test_a_damaged_exif_does_not_hide_the_picture(tmp_path: Path) -> None:
    pixels = saved(tmp_path / "x.jpg", noise(1), exif=b"Exif\x00\x00II*\x00\xff\xff\xff\xff")

    assert pixels.shape == (32, 48, 3)


def test_only_the_first_frame_of_a_gif_is_read(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (8, 8), c) for c in ("red", "blue")]
    pixels = saved(tmp_path / "x.gif", frames[0], save_all=True, append_images=frames[1:])

    assert pixels[0, 0].tolist() == [255, 0, 0]


def test_a_thumbnail_is_small_and_never_enlarged(tmp_path: Path) -> None:
    noise(1, 400, 200).save(tmp_path / "x.jpg")

    assert read_thumbnail(tmp_path / "x.jpg", 100).shape == (50, 100, 3)
    assert read_thumbnail(tmp_path / "x.jpg", 900).shape == (200, 400, 3)


def test_squashing_is_antialiased() -> None:
    stripes = np.zeros((64, 128, 3), np.uint8)
    stripes[:, ::2] = 255

    square = to_square(stripes, 16)

    assert square.shape == (16, 16, 3)
    assert np.abs(square.astype(int) - 127).max() < 8


def test_reasons_are_words(tmp_path: Path) -> None:
    whole = save(tmp_path / "x.jpg", quality=95).read_bytes()
    (tmp_path / "half.jpg").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "empty.png").write_bytes(b"")
    touch(tmp_path / "text.png", "not a picture")
    (tmp_path / "phone.jpg").write_bytes(b"\x00\x00\x00\x18ftypheic" + bytes(100))
    (tmp_path / "folder.jpg").mkdir()

    assert reason(tmp_path / "half.jpg") == "the picture is damaged: the file ends too early"
    assert reason(tmp_path / "empty.png") == "the file is empty (0 bytes)"
    assert reason(tmp_path / "text.png") == "it is not a picture, although it is named .png"
    assert reason(tmp_path / "phone.jpg") == "its format is HEIC, although it is named .jpg; convert it to JPEG or PNG"
    assert "cannot be read" in reason(tmp_path / "folder.jpg")
    assert "cannot be read (No such file" in reason(tmp_path / "gone.jpg")


@pytest.mark.parametrize("ending", ["jpg", "png", "gif", "webp", "tif", "bmp"])
def test_no_damage_gets_past_as_another_error(tmp_path: Path, ending: str) -> None:
    whole = save(tmp_path / f"x.{ending}").read_bytes()
    chance = np.random.default_rng(0)
    for _ in range(60):
        broken = bytearray(whole[: chance.integers(1, len(whole) + 1)])
        for at in chance.integers(0, len(broken), 6):
            broken[at] = chance.integers(0, 256)
        (tmp_path / f"y.{ending}").write_bytes(broken)
        with contextlib.suppress(PictureError):
            read_picture(tmp_path / f"y.{ending}")


@pytest.mark.parametrize("side", [10_000, 60_000])
def test_a_bomb_is_refused_before_it_is_decoded(tmp_path: Path, side: int) -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    (tmp_path / "x.png").write_bytes(b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", b"") + chunk(b"IEND", b""))

    assert "too large" in reason(tmp_path / "x.png")


@pytest.mark.parametrize("mode", ["RGB", "L", "RGBA", "P"])
def test_a_png_with_a_changed_byte_is_damaged_and_not_half_black(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "x.png"
    noise(1).convert(mode).save(path)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)

    with pytest.raises(PictureError, match="is damaged"):
        read_picture(path)


def test_the_size_of_a_picture_is_that_of_the_upright_one(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    path = save(tmp_path / "turned.jpg", exif=exif)

    assert size_of(path) == read_picture(path).shape[1::-1] == (32, 48)
