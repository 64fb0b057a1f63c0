"""Run folders, whole, damaged and of earlier versions."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from icnn_engine.core.atomic_files import write_array
from icnn_engine.core.errors import RunError
from icnn_engine.runs.run_folder import Run, open_run


def test_a_run_of_an_earlier_version_is_read_as_it_was_trained(own_run: Run) -> None:
    path = own_run.path / "run.toml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    unknown = ("answer = ", "kernel = ", "weight_decay = ")
    path.write_text("".join(line for line in lines if not line.startswith(unknown)), encoding="utf-8")

    now, then = own_run.settings, open_run(own_run.path).settings
    assert (now.answer, now.kernel, now.learning_rate) == ("weighed", 1, None)
    assert (then.answer, then.kernel, then.learning_rate, then.weight_decay) == ("layers", 3, 1e-3, 0.01)


def test_a_finished_run_with_a_setting_that_is_gone_opens(own_run: Run) -> None:
    path = own_run.path / "run.toml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("[settings]", "[settings]\ndiversity = 0.5"), encoding="utf-8"
    )

    assert open_run(own_run.path).settings == own_run.settings


@pytest.mark.parametrize(
    ("name", "spoil", "fault"),
    [
        ("run.toml", lambda text: text.replace("answers = 1", "answers = 3"), "3 answers for 1 categories"),
        ("run.toml", lambda text: text.replace("cells = 13", "cells = 1300"), "cells"),
        ("run.toml", lambda text: text.replace("pool = [", 'pool = [\n    "x",'), "network.pool"),
        ("pictures.csv", lambda text: text.replace(",train,", ",nowhere,", 1), "pictures.csv, line 2: side"),
        ("pictures.csv", lambda text: text.replace(",0,0,", ",0,9,", 1), "it shows category 0 of 1"),
        (
            "filters.csv",
            lambda text: text.replace("interpretable,3,", "interpretable,4,", 1),
            "filter 3: its number is 4",
        ),
        ("filters.csv", lambda text: text.replace(",0.95,", ",1.95,", 1), "equivariance"),
        ("filters.csv", lambda text: "".join(text.splitlines(keepends=True)[:-1]), "filters of the twin"),
        ("table.toml", lambda text: text.replace("instability = 0.071", 'instability = "low"'), "instability"),
    ],
)
def test_a_run_whose_files_do_not_fit_together_is_refused(
    own_run: Run, name: str, spoil: Callable[[str], str], fault: str
) -> None:
    path = own_run.path / name
    before = path.read_text(encoding="utf-8")
    path.write_text(spoil(before), encoding="utf-8")

    assert path.read_text(encoding="utf-8") != before
    with pytest.raises(RunError, match=f"is damaged .*{fault}"):
        open_run(own_run.path)


def test_features_of_the_trunk_are_of_all_pictures_or_refused(own_run):
    assert not own_run.has_trunk_features

    write_array(own_run.path / "parts" / "trunk.npy", np.zeros((3, 8), np.float16))

    assert own_run.has_trunk_features
    with pytest.raises(RunError, match=r"trunk\.npy cannot be read .*shape"):
        own_run.trunk_features()
