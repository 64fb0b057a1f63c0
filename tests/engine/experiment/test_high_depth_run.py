"""A run on pictures of 12 bits in files of 16: all of it reads them by their folder's brightness."""

import csv
from pathlib import Path

import numpy as np
import tifffile
from PIL import Image

from icnn_engine.core.config import make_settings
from icnn_engine.core.events import drain
from icnn_engine.data import read_picture
from icnn_engine.experiment.training_run import run_training
from icnn_engine.inspection.explainer import Explainer
from icnn_engine.inspection.look import look_at
from icnn_engine.runs.run_folder import open_run
from icnn_engine.sample import make_sample


def test_a_run_trains_explains_and_draws_by_the_brightness_of_its_folder(tmp_path: Path) -> None:
    sample = drain(make_sample(tmp_path / "sample", creatures=12, backgrounds=12))
    (sample / "landmarks.csv").unlink()
    drawn = sorted(path for path in sample.rglob("*") if path.suffix in (".jpg", ".png"))
    for number, path in enumerate(drawn):
        deep = np.asarray(Image.open(path).convert("RGB")).astype(np.uint16) * 16
        if number == 0:
            deep //= 8  # so dark that it would be taken for one of fewer bits
        if number % 3 == 0:
            deep[5, 5] = 65535  # a hot pixel
        path.unlink()
        tifffile.imwrite(path.with_suffix(".tif"), deep, photometric="rgb")
    settings = make_settings({"filters": 4, "epochs": 1, "strength": 1e-3, "batch": 16})
    run = open_run(drain(run_training(sample, settings, tmp_path / "runs")).path)
    name = drawn[0].relative_to(sample).with_suffix(".tif").as_posix()
    dark = [picture.name for picture in run.pictures].index(name)
    with (run.path / "pictures.csv").open() as file:
        kept = {row["brightness"] for row in csv.DictReader(file)}
    path = run.images / name
    again = Explainer(run).explain(read_picture(run.toned(path)), "again")

    assert kept == {"uint16 0.0 4095.0"}
    assert np.quantile(look_at(run, dark).pixels, 0.99) <= 33 < np.quantile(read_picture(path), 0.99)
    assert abs(again.answer - run.pictures[dark].answer) < 0.01
