"""A network of one's own looked at from Python."""

import pytest
import torch
from safetensors.torch import save_file
from torchvision import models

import icnn_engine
from icnn_engine.core.errors import SettingsError


def test_a_network_is_looked_at_in_one_call_and_any_picture_can_be_asked_about(tmp_path) -> None:
    icnn_engine.draw_sample(tmp_path / "photos", pictures=12)
    torch.manual_seed(2)  # with 0 the ReLU above one answer never fires
    save_file(models.squeezenet1_1(num_classes=2).state_dict(), tmp_path / "two.safetensors")
    (tmp_path / "names.txt").write_text("creature\nscenery\n", encoding="utf-8")

    run = icnn_engine.inspect(
        tmp_path / "photos",
        architecture="squeezenet1_1",
        weights=tmp_path / "two.safetensors",
        names=tmp_path / "names.txt",
        filters=4,
        runs=tmp_path / "runs",
        progress=False,
    )
    explained = run.look(next((tmp_path / "photos" / "creature").iterdir()))

    assert len(run.stored.filters) == 4
    assert run.stored.own_network["matched"]["creature"]["names"] == ["creature"]
    assert 0 <= explained.probability <= 1


def test_an_option_that_nothing_has_is_named(tmp_path) -> None:
    with pytest.raises(SettingsError, match="wieghts"):
        icnn_engine.inspect(tmp_path, architecture="alexnet", weights="scratch", wieghts="x")
