"""Settings of earlier versions, and of runs that have learned."""

import pytest

from icnn_engine.core.config import make_settings, upgrade_settings
from icnn_engine.core.errors import SettingsError


def test_full_training_of_an_earlier_version_keeps_the_releases_rate() -> None:
    assert "learning_rate" not in upgrade_settings({"training": "full"})
    assert upgrade_settings({"learning_rate": 0.5})["learning_rate"] == 0.5
    assert "learning_rate" not in upgrade_settings({"weight_decay": 0.3})


def test_earlier_settings_of_a_finished_run_are_read_and_others_refused() -> None:
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
