"""Objects that are boxes in photographs: read, made small, checked, and kept in a run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from icnn_engine.core.annotations import CheckedPicture, Crop, Picture, Problem
from icnn_engine.core.errors import PictureError, RunError
from icnn_engine.data import check_picture, read_picture, read_square, read_thumbnail, to_square
from icnn_engine.data.reading import pictures
from icnn_engine.data.reading.decoding import upright
from icnn_engine.inspection.look import look_at
from icnn_engine.runs.run_folder import Run, open_run, write_run
from icnn_engine.runs.run_tables import box_text
from tests.engine.data.files import noise, save


def test_a_crop_is_read_as_that_part_of_the_picture(tmp_path: Path) -> None:
    path = save(tmp_path / "x.png")

    np.testing.assert_array_equal(read_picture(Crop(path, (10, 5, 30, 25))), read_picture(path)[5:25, 10:30])
    np.testing.assert_array_equal(read_picture(Crop(path, (9.6, 4.5, 30.4, 25))), read_picture(path)[4:25, 10:30])


def test_the_box_is_that_of_the_upright_picture(tmp_path: Path) -> None:
    turn = Image.Exif()
    turn[0x0112] = 6
    path = save(tmp_path / "x.jpg", exif=turn, quality=95)
    upright = read_picture(path)

    assert upright.shape == (48, 32, 3)
    np.testing.assert_array_equal(read_picture(Crop(path, (2, 20, 22, 48))), upright[20:48, 2:22])


def test_a_box_beyond_the_picture_is_clipped_and_one_outside_of_it_is_an_error(tmp_path: Path) -> None:
    path = save(tmp_path / "x.png")

    np.testing.assert_array_equal(read_picture(Crop(path, (-7, 20, 12, 90))), read_picture(path)[20:, :12])
    for box in ((60.0, 0.0, 70.0, 10.0), (5.0, 5.0, 5.2, 20.0), (9.0, 9.0, 2.0, 20.0)):
        with pytest.raises(PictureError, match="lies outside the picture of 48 x 32"):
            read_picture(Crop(path, box))


@pytest.mark.parametrize("turn", [1, 6])
def test_a_thumbnail_of_a_crop_looks_like_the_crop_made_small(tmp_path: Path, turn: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = turn
    path = tmp_path / "x.jpg"
    noise(3, 1200, 900).save(path, exif=exif, quality=95)
    where = Crop(path, (100, 200, 700, 800))
    small = read_thumbnail(where, 60)

    exact = Image.fromarray(read_picture(where)).resize(small.shape[1::-1], Image.Resampling.BICUBIC)
    assert max(small.shape) == 60
    assert min(small.shape[:2]) >= 59
    assert np.abs(small.astype(int) - np.asarray(exact)).mean() < 3


def test_a_checked_crop_has_its_own_size_and_content_and_the_photograph_as_source(tmp_path: Path) -> None:
    path = save(tmp_path / "x.png")
    whole, left, right = (
        check_picture(Picture(name, where, "cat"))
        for name, where in (("a", path), ("b", Crop(path, (0, 0, 20, 30))), ("c", Crop(path, (20, 0, 48, 32))))
    )

    assert isinstance(whole, CheckedPicture)
    assert isinstance(left, CheckedPicture)
    assert isinstance(right, CheckedPicture)
    assert [(p.width, p.height) for p in (whole, left, right)] == [(48, 32), (20, 30), (28, 32)]
    assert len({p.digest for p in (whole, left, right)} | {p.look for p in (whole, left, right)}) == 6
    assert [p.source for p in (whole, left, right)] == ["", whole.digest, whole.digest]


def test_a_source_that_is_known_stays_and_a_bad_box_is_a_problem(tmp_path: Path) -> None:
    path = save(tmp_path / "x.png")
    known = check_picture(Picture("a", Crop(path, (0, 0, 20, 30)), "cat", "test", "2007_1"))
    bad = check_picture(Picture("b", Crop(path, (50, 0, 60, 30)), "cat"))

    assert isinstance(known, CheckedPicture)
    assert (known.source, known.side) == ("2007_1", "test")
    assert isinstance(bad, Problem)
    assert "lies outside" in bad.reason


def with_crop(run: Run, box: tuple[float, float, float, float]) -> Run:
    """The run, whose second picture has become a further object of the first one's file, in that box."""
    second = replace(run.pictures[1], name=f"{run.pictures[0].name}#2", box=box_text(Crop(run.images, box)))
    return replace(run, pictures=(run.pictures[0], second, *run.pictures[2:]))


def test_a_run_keeps_the_boxes_of_its_pictures(own_run: Run) -> None:
    box = (10.25, 20.0, 90.125, 100.0)
    write_run(with_crop(own_run, box))
    again = open_run(own_run.path)
    whole = read_picture(again.picture_path(0))

    assert again.picture_path(1) == Crop(again.images / own_run.pictures[0].name, box)
    np.testing.assert_array_equal(look_at(again, 1).pixels, whole[20:100, 10:90])


def test_a_damaged_box_in_a_run_is_told(own_run: Run) -> None:
    run = with_crop(own_run, (1, 2, 3, 4))
    broken = replace(run.pictures[1], box="1,2,x,4")
    write_run(replace(run, pictures=(run.pictures[0], broken)))

    with pytest.raises(RunError, match="is damaged"):
        open_run(run.path)


@pytest.mark.parametrize("box", [None, (200, 100, 1400, 1100)])
def test_a_large_photograph_is_resized_from_a_fraction_and_looks_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, box: tuple[float, float, float, float] | None
) -> None:
    path = tmp_path / "large.jpg"
    drawn = np.random.default_rng(0).integers(0, 255, (12, 16, 3), dtype=np.uint8)
    Image.fromarray(drawn).resize((1600, 1200), Image.Resampling.BICUBIC).save(path, quality=92)
    where = Crop(path, box) if box else path
    decoded = list[tuple[int, int]]()

    def noted(image: Image.Image) -> Image.Image:
        whole = upright(image)
        decoded.append(whole.size)
        return whole

    monkeypatch.setattr(pictures, "upright", noted)
    square = read_square(where, 128)
    apart = np.abs(square.astype(int) - to_square(read_picture(where), 128))

    assert decoded[0][0] < 1600
    assert decoded[1] == (1600, 1200)
    assert apart.max() <= 2


def test_a_picture_that_is_not_large_is_squashed_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "small.jpg"
    drawn = np.random.default_rng(0).integers(0, 255, (375, 500, 3), dtype=np.uint8)
    Image.fromarray(drawn).save(path, quality=92)

    np.testing.assert_array_equal(read_square(path, 224), to_square(read_picture(path), 224))
