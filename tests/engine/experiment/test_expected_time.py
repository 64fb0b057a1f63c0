"""The sentence on the time before a training."""

from pathlib import Path

from icnn_engine.core.config import make_settings
from icnn_engine.experiment.expected_time import expected_time


def test_the_time_is_told_by_stages_and_nothing_of_a_folder_that_is_not_there(
    drawn_sample: Path, tmp_path: Path
) -> None:
    settings = make_settings({"device": "cpu"})

    assert expected_time(drawn_sample, settings, tmp_path).startswith("About ")
    assert expected_time(tmp_path / "nowhere", settings, tmp_path) == ""
