"""Pictures as paths, names, Pillow images and arrays."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from icnn_engine.core.errors import PictureError
from icnn_engine.data import read_picture
from icnn_engine.library.pictures import pixels_of
from icnn_engine.runs.run_folder import Run


def test_a_path_a_name_an_image_and_an_array_give_the_same_pixels(fake_run: Run) -> None:
    path = Path(str(fake_run.picture_path(1)))
    expected = read_picture(path)
    with Image.open(path) as image:
        given = (str(path), path, fake_run.pictures[1].name, image.copy(), expected)
        found = [pixels_of(fake_run, picture) for picture in given]

    assert all(np.array_equal(pixels, expected) for pixels, _ in found)
    assert [title for _, title in found] == [path.name, path.name, fake_run.pictures[1].name, "image", "array"]


def test_an_image_is_turned_upright_and_transparent_pixels_are_white(fake_run: Run) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    turned, clear = Image.new("RGB", (8, 4), "red"), Image.new("RGBA", (2, 2), (0, 0, 0, 0))
    turned.info["exif"] = exif.tobytes()
    turned.getexif().load(exif.tobytes())

    assert pixels_of(fake_run, turned)[0].shape == (8, 4, 3)
    assert (pixels_of(fake_run, clear)[0] == 255).all()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (np.zeros((4, 4), np.uint8), r"uint8 \(4, 4\)"),
        (np.zeros((4, 4, 3), np.float32), "float32"),
        (np.zeros((0, 4, 3), np.uint8), r"\(0, 4, 3\)"),
        (Image.new("I;16", (4, 4)), "mode I;16"),
        (7, "int"),
        ("nowhere.jpg", "nowhere.jpg: the file cannot be read"),
    ],
)
def test_what_is_no_picture_is_refused_with_what_to_give(fake_run: Run, wrong, words: str) -> None:
    with pytest.raises(PictureError, match=words):
        pixels_of(fake_run, wrong)
