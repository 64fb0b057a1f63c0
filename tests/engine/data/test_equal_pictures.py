from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageOps
from PIL.PngImagePlugin import PngInfo

from icnn_engine.core.annotations import CheckedPicture, Picture
from icnn_engine.core.events import drain
from icnn_engine.data import check_folder, check_picture, list_folder, split_pictures
from icnn_engine.data.copies import near_copies, tied_groups
from icnn_engine.data.equal_pictures import same_cells
from tests.engine.data.files import NO_SHARED, SHARED

Turn = Image.Transpose
WAYS: dict[str, Callable[[Image.Image], Image.Image]] = {
    "as it is": lambda image: image,
    "half": lambda image: image.resize((image.width // 2, image.height // 2), Image.Resampling.LANCZOS),
    "mirrored": ImageOps.mirror,
    "quarter": lambda image: image.transpose(Turn.ROTATE_90),
    "half turn": lambda image: image.transpose(Turn.ROTATE_180),
    "three quarters": lambda image: image.transpose(Turn.ROTATE_270),
    "mirrored quarter": lambda image: image.transpose(Turn.TRANSPOSE),
}


def product(seed: int, width: int = 420, height: int = 300) -> Image.Image:
    """A thing of two shapes on a white ground."""
    chance = np.random.default_rng(seed)
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    x, y, r = chance.integers(90, 240), chance.integers(70, 150), chance.integers(25, 60)
    colours = [tuple(chance.integers(0, 200, 3).tolist()) for _ in range(2)]
    draw.ellipse((x - r, y - r, x + r, y + r), fill=colours[0])
    draw.rectangle((x - r // 2, y, x + r // 2, y + 2 * r), fill=colours[1])
    return image


def checked(path: Path) -> CheckedPicture:
    found = check_picture(Picture(path.name, path, "cat"))
    assert isinstance(found, CheckedPicture)
    return found


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("ending", ["jpg", "png"])
def test_copies_on_plain_ground_are_tied(tmp_path: Path, way: str, ending: str) -> None:
    for seed in range(4):
        product(seed).save(tmp_path / f"{seed}.png")
        WAYS[way](product(seed)).save(tmp_path / f"{seed} again.{ending}", quality=90)
    pictures = [checked(path) for path in sorted(tmp_path.iterdir())]

    assert all(one.cells for one in pictures)
    assert tied_groups(pictures) == ((0, 1), (2, 3), (4, 5), (6, 7))


def test_things_that_only_resemble_each_other_are_not_tied(tmp_path: Path) -> None:
    chance = np.random.default_rng(1)
    for number in range(12):
        image = Image.new("RGB", (300, 300), "white")
        colour = tuple(chance.integers(0, 210, 3).tolist())
        ImageDraw.Draw(image).rectangle((80, 60, 210, 260), fill=colour)  # the same mug in other colours
        image.save(tmp_path / f"mug {number}.png")
        page = Image.new("RGB", (300, 400), "white")
        rows, columns = chance.integers(0, 18, 140), chance.integers(0, 48, 140)
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True):  # the same page with other words
            ImageDraw.Draw(page).rectangle(
                (30 + 5 * column, 20 + 20 * row, 38 + 5 * column, 30 + 20 * row), fill="black"
            )
        page.save(tmp_path / f"page {number}.png")
    pictures = [checked(path) for path in sorted(tmp_path.iterdir())]

    assert near_copies(pictures) == ()


def test_equal_pixels_are_tied_whatever_the_file_says(tmp_path: Path) -> None:
    remark = PngInfo()
    remark.add_text("Software", "another")
    for name, image in (("product", product(3)), ("blank", Image.new("RGB", (90, 60), (250, 250, 249)))):
        image.save(tmp_path / f"{name}.png")
        image.save(tmp_path / f"{name} remarked.png", pnginfo=remark)
        image.save(tmp_path / f"{name}.bmp")
    Image.new("RGB", (90, 60), (251, 250, 249)).save(tmp_path / "other.png")
    fine = Image.fromarray(np.random.default_rng(0).integers(0, 256, (301, 203, 3), dtype=np.uint8))
    fine.save(tmp_path / "noise.jpg", quality=85)
    with Image.open(tmp_path / "noise.jpg") as image:
        image.convert("RGB").save(tmp_path / "noise.png")
    pictures = [checked(path) for path in sorted(tmp_path.iterdir())]

    assert near_copies(pictures) == (
        ("blank remarked.png", "blank.bmp", "blank.png"),
        ("noise.jpg", "noise.png"),
        ("product remarked.png", "product.bmp", "product.png"),
    )


def test_cells_are_compared_in_every_position_and_shapes_as_they_turn() -> None:
    chance = np.random.default_rng(0)
    grey, colours = (
        chance.integers(0, 256, (32, 32), dtype=np.uint8),
        chance.integers(0, 256, (8, 8, 3), dtype=np.uint8),
    )
    first = grey.tobytes() + colours.tobytes()
    turned = np.rot90(grey).tobytes() + np.rot90(colours).tobytes()

    assert list(same_cells([first, turned], np.log([1.5, 1 / 1.5]))) == [(0, 1)]
    assert list(same_cells([first, turned], np.log([1.5, 1.5]))) == []
    assert list(same_cells([first, b"", first], np.log([1.5, 1.5, 1.5]))) == [(0, 2)]


def test_many_copies_of_one_picture_cost_little() -> None:
    grey = np.random.default_rng(0).integers(0, 256, (32, 32), dtype=np.uint8).tobytes() + bytes(192)
    pairs = list(same_cells([grey] * 3000, np.zeros(3000)))

    assert 2999 <= len(pairs) < 3000 * 33


@pytest.mark.parametrize("kind", ["product_png_meta", "product_jpg90"])
@pytest.mark.skipif(not (SHARED / "faults" / "leak").is_dir(), reason=NO_SHARED)
def test_pairs_that_leaked_are_on_one_side(kind: str) -> None:
    checkup = drain(check_folder(list_folder(SHARED / "faults" / "leak" / kind)))
    sides = split_pictures(checkup.pictures, (0.6, 0.2, 0.2), 0)
    by_name = {Path(p.name).stem: side for p, side in zip(checkup.pictures, sides, strict=True) if p.category == "a"}

    assert len(checkup.near_copies) == 8
    assert all(by_name[str(n)] == by_name[f"{n}_copy"] for n in range(8))


@pytest.mark.skipif(not (SHARED / "animals").is_dir(), reason=NO_SHARED)
def test_of_the_animals_no_two_are_tied() -> None:
    checkup = drain(check_folder(list_folder(SHARED / "animals")))

    assert sum(len(group) for group in checkup.near_copies) <= len(checkup.pictures) / 1000
