"""What a network gives on all pictures: maps that are kept exactly, of a layer whose cells count for the answers."""

import numpy as np
import pytest

from icnn_engine.core.config import make_settings
from icnn_engine.core.errors import WeightsError
from icnn_engine.core.events import drain
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.experiment.inspection_run import run_inspection
from tests.engine.own_networks import COLOURS, factory_file


def inspected(folder, source, runs):
    return drain(run_inspection(folder, source, make_settings({"filters": 6, "device": "cpu"}), runs))


TOKEN = """
import torch
from torch import nn

class Token(nn.Module):
    def __init__(self):
        super().__init__()
        torch.manual_seed(0)
        self.embed, self.mix, self.head = nn.Conv2d(3, 8, 4, 4), nn.Linear(8, 8), nn.Linear(8, 3)

    def forward(self, pixels):
        patches = self.embed(pixels).flatten(2).transpose(1, 2)
        tokens = self.mix(torch.cat([patches.mean(1, keepdim=True), patches], 1))
        return self.head(tokens[:, 0])

def make():
    return Token()
"""


def test_a_layer_whose_cells_do_not_count_for_the_answers_is_refused(drawn_sample, tmp_path):
    token = NetworkSource(factory=f"{factory_file(tmp_path, TOKEN)}:make", input_size=16, resize=16, layer="mix")
    with pytest.raises(WeightsError, match=r"do not depend on the cells of the layer mix.*choose a layer before it"):
        inspected(drawn_sample, token, tmp_path / "runs")

    assert not [path for path in (tmp_path / "runs").iterdir() if path.is_dir()]


FAINT = COLOURS.replace("64.0", "64e7").replace("-0.2", "-0.2e-7").replace("4.0,", "4e7,").replace(", 4.0", ", 4e7")


def test_maps_of_values_as_small_as_before_a_training_are_kept_as_exactly_as_others(drawn_sample, tmp_path):
    plain, faint = (
        inspected(
            drawn_sample,
            NetworkSource(factory=f"{factory_file(tmp_path, code, name)}:make", input_size=64, resize=64, layer="1"),
            tmp_path / "runs",
        )
        for code, name in ((COLOURS, "plain.py"), (FAINT, "faint.py"))
    )
    wanted, kept = plain.maps()[:].astype(np.float32), faint.maps()[:] * np.float32(1e7)

    assert plain.maps().dtype == np.float16
    assert wanted.max() > 0.05
    np.testing.assert_allclose(kept, wanted, atol=wanted.max() / 1000)
