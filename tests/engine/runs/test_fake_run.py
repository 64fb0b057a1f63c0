"""The run that other tests use is a whole one."""

import numpy as np
import pytest

from icnn_engine.core.config import make_settings, upgrade_settings
from icnn_engine.core.errors import SettingsError
from icnn_engine.runs.run_folder import Run, open_run
from tests.fake_run import true_parts


def test_the_fake_run_opens_again_as_it_was(fake_run: Run) -> None:
    opened = open_run(fake_run.path)

    assert opened.pictures == fake_run.pictures
    assert opened.settings == fake_run.settings
    assert repr(opened.filters) == repr(fake_run.filters)  # nan is what was not measured
    assert opened.table == fake_run.table
    assert opened.groups() == fake_run.groups()


def test_the_filters_of_the_fake_run_peak_at_the_drawn_parts(fake_run: Run) -> None:
    geometry, truth = fake_run.geometry, true_parts(fake_run)
    flat = np.asarray(fake_run.maps()).reshape(40, 16, -1)
    rows, columns = np.unravel_index(flat.argmax(2), (geometry.cells, geometry.cells))
    apart = [
        abs(geometry.centre(columns[i, 0]) - truth[p.name]["head"][0] * geometry.input_size / p.width)
        + abs(geometry.centre(rows[i, 0]) - truth[p.name]["head"][1] * geometry.input_size / p.height)
        for i, p in enumerate(fake_run.pictures)
        if p.positive
    ]

    assert len(apart) == 24
    assert max(apart) <= geometry.stride + 1


def test_a_run_of_an_earlier_version_is_read_as_it_was_trained(own_run: Run) -> None:
    path = own_run.path / "run.toml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    unknown = ("answer = ", "kernel = ", "weight_decay = ")
    path.write_text("".join(line for line in lines if not line.startswith(unknown)), encoding="utf-8")

    now, then = own_run.settings, open_run(own_run.path).settings
    assert (now.answer, now.kernel, now.learning_rate) == ("weighed", 1, None)
    assert (then.answer, then.kernel, then.learning_rate, then.weight_decay) == ("layers", 3, 1e-3, 0.01)


def test_full_training_of_an_earlier_version_keeps_the_releases_rate() -> None:
    assert "learning_rate" not in upgrade_settings({"training": "full"})
    assert upgrade_settings({"learning_rate": 0.5})["learning_rate"] == 0.5
    assert "learning_rate" not in upgrade_settings({"weight_decay": 0.3})


def test_a_finished_run_of_an_earlier_recipe_opens_and_one_that_was_begun_does_not_go_on() -> None:
    earlier = {
        "category": "fox",
        "diversity": 0.5,
        "kernel": 7,
        "weights": "package",
        "backbone": "efficientnet_lite0",
        "views": "mirrored",
    }

    opened = make_settings(upgrade_settings(earlier, finished=True))

    assert (opened.kernel, opened.weights, opened.backbone) == (7, "bundled", "efficientnet_lite0")
    assert make_settings(upgrade_settings(earlier | {"diversity": 0.0, "views": "windows"})) == opened
    assert upgrade_settings({})["backbone"] == "squeezenet1_1"
    with pytest.raises(SettingsError, match="diversity"):
        make_settings(upgrade_settings(earlier | {"views": "windows"}))
    with pytest.raises(SettingsError, match="views"):
        make_settings(upgrade_settings(earlier | {"diversity": 0.0}))
