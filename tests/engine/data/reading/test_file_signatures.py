from __future__ import annotations

import pytest

from icnn_engine.data.reading.file_signatures import what_it_is


def box(brand: bytes) -> bytes:
    return b"\0\0\0\x18ftyp" + brand + bytes(40)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\0\0\0\x0cjP  \r\n\x87\n" + box(b"jp2 "), "JPEG 2000"),
        (b"\xff\x4f\xff\x51" + bytes(40), "JPEG 2000"),
        (b"\xff\x0a" + bytes(40), "JPEG XL"),
        (b"\0\0\0\x0cJXL \r\n\x87\n" + bytes(40), "JPEG XL"),
        (box(b"heic"), "HEIC"),
        (box(b"mif1"), "HEIC or AVIF"),
        (box(b"avif"), "AVIF"),
        (box(b"crx "), "Canon raw (CR3)"),
        (b"II*\0\x10\0\0\0CR\x02\0" + bytes(40), "Canon raw (CR2)"),
        (b"FUJIFILMCCD-RAW 0201", "Fujifilm raw (RAF)"),
        (b"8BPS\0\1" + bytes(40), "Photoshop"),
        (b"v/1\x01" + bytes(40), "OpenEXR"),
        (bytes(128) + b"DICM" + bytes(40), "DICOM"),
        (b"P6\n4 4\n255\n" + bytes(48), "PPM"),
        (b'<?xml version="1.0"?>\n<svg xmlns="x"/>', "SVG"),
        (b"\n<svg/>".strip(), "SVG"),
    ],
)
def test_a_picture_of_another_kind_is_told_by_its_name(data: bytes, name: str) -> None:
    assert what_it_is(data, ".jpg") == f"its format is {name}, although it is named .jpg; convert it to JPEG or PNG"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (
            b"\n<!DOCTYPE html><html>404</html>",
            "it is a web page named .png: the download failed; get the picture again",
        ),
        (b"<HTML><body>", "it is a web page named .png: the download failed; get the picture again"),
        (
            b"version https://git-lfs.github.com/spec/v1\noid sha256:00\n",
            "it is a Git LFS pointer named .png, not the picture: run “git lfs pull”",
        ),
        (b"%PDF-1.7", "its format is PDF, which is no picture, although it is named .png"),
        (b"PK\x03\x04", "its format is ZIP, which is no picture, although it is named .png"),
        (b"\x93NUMPY\1\0", "its format is NumPy, which is no picture, although it is named .png"),
        (box(b"isom"), "its format is MPEG-4, which is no picture, although it is named .png"),
        (b"\x89PNG\r\n\x1a\nrubbish", "the picture is damaged (PNG)"),
        (b"II*\0rubbish", "the picture is damaged (TIFF)"),
        (b"some text", "it is not a picture, although it is named .png"),
        (b"", "it is not a picture, although it is named .png"),
    ],
)
def test_what_is_no_picture_is_told_by_what_it_is(data: bytes, told: str) -> None:
    assert what_it_is(data, ".png") == told
