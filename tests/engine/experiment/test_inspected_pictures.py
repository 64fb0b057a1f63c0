"""What a look at a network of one's own sees of pictures of any shape and depth."""

import numpy as np
import pytest
import tifffile
from PIL import Image

from icnn_engine.core.annotations import Landmark
from icnn_engine.core.config import make_settings
from icnn_engine.core.events import drain
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.evaluation.region_marks import marks_in_regions
from icnn_engine.experiment.inspection_run import run_inspection
from icnn_engine.runs.found_objects import geometry_in
from tests.engine.own_networks import COLOURS, factory_file


def inspected(folder, source, runs):
    return drain(
        run_inspection(folder, source, make_settings({"filters": 6, "device": "cpu", "category": "red"}), runs)
    )


def coloured(folder, shape, deep=False):
    """Pictures of a shape with a red patch on noise, and where it lies (pixels); others without it."""
    random, places = np.random.default_rng(0), {}
    width, height = shape
    for number in range(24):
        pixels = random.integers(60, 120, (height, width, 3))
        place = folder / ("red" if number % 2 else "_background")
        place.mkdir(parents=True, exist_ok=True)
        if number % 2:
            x, y = (
                random.integers(width // 2 - 50, width // 2 + 10),
                random.integers(height // 2 - 50, height // 2 + 10),
            )
            pixels[y : y + 40, x : x + 40] = (255, 0, 0)
            places[f"red/{number}.png"] = x + 20, y + 20
        if deep:
            tifffile.imwrite(place / f"{number}.tif", (pixels * 16).astype(np.uint16), photometric="rgb")
        else:
            Image.fromarray(pixels.astype(np.uint8)).save(place / f"{number}.png")
    return places


SHAPES = {"wide": (340, 170), "tall": (170, 340), "square": (200, 200)}


@pytest.mark.parametrize("resize", [144, 0])
@pytest.mark.parametrize("shape", SHAPES)
def test_peaks_lie_on_what_the_network_sees_in_the_original_picture(tmp_path, shape, resize):
    width, height = SHAPES[shape]
    places = coloured(tmp_path / "pictures", (width, height))
    factory = f"{factory_file(tmp_path, COLOURS)}:make"
    source = NetworkSource(factory=factory, input_size=128, resize=resize, layer="1", mean=(0, 0, 0), std=(1, 1, 1))
    run = inspected(tmp_path / "pictures", source, tmp_path / "runs")
    marks = {name: (Landmark("patch", float(x), float(y)),) for name, (x, y) in places.items()}
    moved = marks_in_regions(run, marks)
    red = [one.channel for one in run.filters].index(0)
    maps = np.load(run.path / "maps" / "interpretable.npy")[:, red].astype(float)
    away, moved_away, naive = [], [], []
    for index, picture in enumerate(run.pictures):
        if picture.name in places:
            x, y = places[picture.name]
            weights = maps[index] / maps[index].sum()
            peak = (weights * np.mgrid[:16, :16][0]).sum(), (weights * np.mgrid[:16, :16][1]).sum()
            cell = geometry_in(run, index).cell_of(x / width, y / height)
            (mark,) = moved[picture.name]
            away.append(np.abs(np.subtract(peak, cell)).max())
            moved_away.append(np.abs(np.subtract(run.geometry.cell_of(mark.x / width, mark.y / height), cell)).max())
            naive.append(np.abs(np.subtract(peak, run.geometry.cell_of(x / width, y / height))).max())

    assert len(away) == 12
    assert max(away) < 0.3  # cells of 8 pixels of the input
    assert max(moved_away) < 1e-6
    assert (
        resize == 0 or shape == "square" or max(naive) > 0.5
    )  # were the whole picture taken for what is read, it would be seen


def test_pictures_of_more_than_8_bits_are_read_by_the_brightness_of_the_folder(tmp_path):
    coloured(tmp_path / "pictures", (120, 100), deep=True)
    factory = f"{factory_file(tmp_path, COLOURS)}:make"
    source = NetworkSource(factory=factory, input_size=64, resize=64, layer="1", mean=(0, 0, 0), std=(1, 1, 1))
    run = inspected(tmp_path / "pictures", source, tmp_path / "runs")
    red = [one.channel for one in run.filters].index(0)
    strengths = np.load(run.path / "maps" / "interpretable.npy")[:, red].max((1, 2))
    labels = np.array([picture.label for picture in run.pictures])

    assert strengths[labels == 0].min() > 0.3
    assert strengths[labels < 0].max() < 0.1
