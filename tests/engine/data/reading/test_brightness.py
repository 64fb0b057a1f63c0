from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import tifffile
from PIL import Image

from icnn_engine.cli import main
from icnn_engine.core.annotations import Brightness, WithBrightness
from icnn_engine.core.config import TrainSettings
from icnn_engine.core.events import drain
from icnn_engine.data import check_folder, list_folder, read_picture, read_square, read_thumbnail
from icnn_engine.data.reading.brightness import (
    brightness_of,
    brightness_text,
    from_text,
    known_values,
    levels_of,
    own_brightness,
    to_eight_bits,
    to_text,
)
from icnn_engine.data.selection import select
from icnn_engine.inspection.look import look_at
from icnn_engine.runs.run_folder import Run, open_run, write_run
from icnn_engine.runs.run_tables import BY_FILE
from tests.engine.data.files import save

RAMP = np.linspace(0, 1, 48 * 64).reshape(48, 64)


def eight(values: np.ndarray, no_value: float | None = None) -> np.ndarray:
    """The values in 8 bits, by themselves."""
    return to_eight_bits(values, brightness_of([levels_of(values, known_values(values, no_value))])[0])


@pytest.mark.parametrize(
    ("values", "shown"),
    [
        (np.array([[0, 255]], np.uint16), [0, 255]),
        (np.array([[0, 1023]], np.uint16), [0, 255]),
        (np.array([[0, 4095]], np.uint16), [0, 255]),
        (np.array([[0, 2048, 4130]], np.uint16), [0, 128, 255]),
        (np.array([[0, 16383]], np.uint16), [0, 255]),
        (np.array([[0, 32768]], np.uint16), [0, 128]),
        (np.array([[0, 32768]], np.int32), [0, 128]),
        (np.array([[-1000, 1000, 3000]], np.int16), [0, 128, 255]),
        (np.array([[0, 2**32 - 1]], np.uint32), [0, 255]),
        (np.array([[-128, 127]], np.int8), [0, 255]),
        (np.array([[0.0, 0.5, np.nan, 1.0]], np.float32), [0, 128, 0, 255]),
        (np.array([[-1.0, 1.0]], np.float64), [0, 255]),
        (np.array([[10.0, 200.0]], np.float16), [10, 200]),
        (np.array([[500.0, 650.0, 800.0]], np.float32), [0, 128, 255]),
        (np.array([[0.0, 0.004]], np.float32), [0, 255]),
        (np.array([[7, 7]], np.int32), [7, 7]),
        (np.array([[700.0, 700.0]], np.float32), [0, 0]),
        (np.zeros((2, 2), np.float32), [0, 0]),
    ],
)
def test_the_range_is_that_of_the_numbers(values: np.ndarray, shown: list[int]) -> None:
    assert np.abs(eight(values)[0].astype(int) - shown).max() <= (1 if values.dtype.kind == "u" else 0)


@pytest.mark.parametrize("top", [1.0, 255.0])
@pytest.mark.parametrize("odd", [1.001, -0.001, 1e9, -1e9, np.inf, -np.inf, np.nan, -3.4e38, -9999.0])
def test_one_odd_float_changes_no_other_pixel(odd: float, top: float) -> None:
    values = (RAMP * top).astype(np.float32)
    right = eight(values)
    values[9, 9] = odd

    assert right[-1, -1] == 255
    assert (eight(values) != right).sum() <= 1


@pytest.mark.parametrize("top", [1023, 4095, 16383])
def test_one_hot_pixel_changes_no_other_pixel(top: int) -> None:
    values = (RAMP * top).astype(np.uint16)
    right = eight(values)
    values[9, 9] = 65535

    assert right[-1, -1] == 255
    assert (eight(values) != right).sum() == 1


def test_a_small_bright_spot_is_no_hot_pixel() -> None:
    values = (RAMP * 1000).astype(np.uint16)
    values[9:11, 9:11] = 40000

    assert eight(values)[9, 9] == round(40000 / 257)


@pytest.mark.parametrize("mark", [-3.4e38, -9999.0, -32768.0])
def test_many_pixels_without_a_value_are_left_out(mark: float) -> None:
    values = (RAMP * 200).astype(np.float32)
    right = eight(values)
    values[:20] = mark

    assert np.array_equal(eight(values)[20:], right[20:])
    assert not eight(values)[:20].any()


def test_a_mark_that_the_file_names_is_left_out() -> None:
    values = np.where(RAMP < 0.3, 7777, RAMP * 200).astype(np.float32)

    assert eight(values, 7777.0)[-1, -1] == 200


def test_least_values_that_are_only_low_are_kept() -> None:
    height = np.linspace(-9999, 20000, 100).reshape(10, 10)

    assert eight(height).ravel()[[0, -1]].tolist() == [0, 255]


def test_a_rule_is_kept_to_the_last_digit() -> None:
    rule = Brightness("float", -0.1, 1 / 3)

    assert from_text(to_text(rule)) == rule
    for damaged in ("float 1 0", "float 0", "float nan 1", "float 0 inf", "x"):
        with pytest.raises(ValueError, match=r"."):
            from_text(damaged)


def test_runs_of_before_read_each_file_by_its_own_values() -> None:
    for values, top in ((np.uint16([[0, 4095]]), 4095.0), (np.uint16([[0, 900]]), 4095.0)):
        assert own_brightness(values) == Brightness("uint16", 0.0, top)
    assert own_brightness(np.float32([[0, 0.5]])).white == 1.0
    assert own_brightness(np.float32([[0, 1.5]])).white == 255.0
    assert own_brightness(np.float32([[-1, 3]])) == Brightness("float", -1.0, 3.0)


def folder_of_cameras(root: Path) -> Path:
    """Greys and colours of 12 bits in files of 16, of which the darkest would be taken for 8 bits by themselves."""
    (root / "cell").mkdir(parents=True)
    grey = (RAMP * 240).astype(np.uint16)
    tifffile.imwrite(root / "cell" / "dark.tif", grey)
    Image.fromarray((RAMP * 4095).astype(np.uint16)).save(root / "cell" / "bright.png")
    colours = np.stack([RAMP * 4000, RAMP * 2000, RAMP * 100], -1).astype(np.uint16)
    tifffile.imwrite(root / "cell" / "rgb.tif", colours, photometric="rgb")
    Image.new("RGB", (64, 48), (10, 20, 30)).save(root / "cell" / "plain.png")
    return root


def test_one_rule_holds_for_all_pictures_of_a_folder(tmp_path: Path) -> None:
    checkup = drain(check_folder(list_folder(folder_of_cameras(tmp_path))))
    of = {picture.name.removeprefix("cell/"): picture for picture in checkup.pictures}

    assert checkup.brightness == (Brightness("uint16", 0.0, 4095.0),)
    assert read_picture(of["dark.tif"].path).max() == round(240 / 4095 * 255)
    assert read_picture(of["rgb.tif"].path)[-1, -1].tolist() == [249, 125, 6]
    assert read_square(of["dark.tif"].path, 16).max() <= 15
    assert read_thumbnail(of["dark.tif"].path, 16).max() <= 15
    assert of["plain.png"].path == tmp_path / "cell" / "plain.png"
    assert brightness_text(of["dark.tif"]) == "uint16 0.0 4095.0"
    assert brightness_text(of["plain.png"]) == ""


def test_the_check_up_tells_the_rule(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(folder_of_cameras(tmp_path))])
    said = capsys.readouterr().out

    assert "uint16 values: 0 is read as black and 4095 as white, in all alike." in said
    assert "1 of them are nearly black by it (cell/dark.tif)" in said


def test_the_check_up_of_pictures_of_8_bits_says_nothing_of_brightness(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save(tmp_path / "x.png")
    main(["check", str(tmp_path)])

    assert "black" not in capsys.readouterr().out


def test_another_rule_makes_other_contents(tmp_path: Path) -> None:
    def contents(root: Path) -> list[str]:
        for number in range(24):
            Image.fromarray((RAMP * (2000 + number)).astype(np.uint16)).save(root / "cell" / f"{number}.png")
        checkup = drain(check_folder(list_folder(root)))
        return drain(select(checkup, TrainSettings(category="cell"))).contents

    before = contents(folder_of_cameras(tmp_path))
    tifffile.imwrite(tmp_path / "cell" / "dark.tif", (RAMP * 65535).astype(np.uint16))
    after = contents(tmp_path)

    assert len(set(before) & set(after)) == 1  # the picture of 8 bits


def with_deep_pictures(run: Run, brightness: str) -> Run:
    """The run, two of whose pictures are of 12 bits in 16; the first is so dark that it would be taken for 8 bits."""
    named = []
    for picture, top in zip(run.pictures, (240, 4095), strict=False):
        name = f"{picture.name}.tif"
        tifffile.imwrite(run.images / name, (RAMP * top).astype(np.uint16))
        named.append(replace(picture, name=name, brightness=brightness, width=64, height=48))
    return replace(run, pictures=(*named, *run.pictures[2:]))


def test_a_run_reads_its_pictures_and_any_other_by_the_rule_it_was_trained_with(own_run: Run) -> None:
    write_run(with_deep_pictures(own_run, "uint16 0.0 4095.0"))
    run = open_run(own_run.path)
    elsewhere = own_run.images / "elsewhere.tif"
    tifffile.imwrite(elsewhere, (RAMP * 240).astype(np.uint16))

    assert look_at(run, 0).pixels.max() == 15
    assert look_at(run, 1).pixels.max() == 255
    assert read_picture(run.toned(elsewhere)).max() == 15
    assert read_picture(elsewhere).max() == 240
    assert read_picture(run.toned(run.picture_path(0))).max() == 15


def test_a_run_of_before_opens_and_reads_each_file_by_itself(own_run: Run) -> None:
    write_run(with_deep_pictures(own_run, BY_FILE))
    path = own_run.path / "pictures.csv"
    lines = [line.rsplit(",", 3)[0] for line in path.read_text().splitlines()]  # without the latest three columns
    path.write_text("\n".join(lines) + "\n")
    run = open_run(own_run.path)
    plain = run.pictures[2].where(run.images)

    assert "brightness" not in lines[0]
    assert look_at(run, 0).pixels.max() == 15
    assert isinstance(plain, WithBrightness)
    assert np.array_equal(read_picture(plain), read_picture(plain.where))


def test_deep_colours_and_min_is_white_of_a_run_of_before_stay_as_they_were(tmp_path: Path) -> None:
    colours, inverted = tmp_path / "colours.tif", tmp_path / "inverted.tif"
    tifffile.imwrite(colours, np.stack([(RAMP * 4095).astype(np.uint16)] * 3, -1), photometric="rgb")
    tifffile.imwrite(inverted, (RAMP * 65535).astype(np.uint16), photometric="miniswhite")

    assert read_picture(WithBrightness(colours, None)).max() == 15  # the upper bytes
    assert read_picture(WithBrightness(inverted, None))[0, 0].tolist() == [0, 0, 0]
    assert read_picture(inverted)[0, 0].tolist() == [255, 255, 255]


def test_a_damaged_rule_in_a_run_is_told(own_run: Run) -> None:
    write_run(with_deep_pictures(own_run, "uint16 5 1"))

    with pytest.raises(Exception, match="is damaged"):
        open_run(own_run.path)
