"""Convert a tiny network on a few drawn creatures: what the run keeps, and what is left after an end before time."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from icnn_engine.core.config import TrainSettings
from icnn_engine.core.errors import StoppedError, WeightsError
from icnn_engine.core.events import Event, FinishNow, NetworkName, StepDone, drain
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.experiment.conversion_run import run_conversion
from icnn_engine.experiment.inspection_run import run_inspection
from icnn_engine.inspection.conversion_figures import conversion_figures
from icnn_engine.inspection.conversion_words import conversion_lines
from icnn_engine.inspection.own_explainer import OwnExplainer, network_of_run
from icnn_engine.models.own import trusted_code
from icnn_engine.models.own.network import open_network
from icnn_engine.runs.run_folder import Run, open_run
from icnn_engine.sample import make_sample

OWN, TWIN = NetworkName.INTERPRETABLE, NetworkName.TWIN
SETTINGS = TrainSettings(category="creature", filters=4, epochs=4, batch=4, learning_rate=1e-2, name="small")
CODE = """
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.shrunk = nn.AvgPool2d(4)
        self.patches = nn.Conv2d(3, 16, 4, 4)
        self.top = nn.Sequential(nn.Conv2d(16, 16, 1), nn.ReLU())
        self.head = nn.Linear(16, 2)

    def forward(self, pixels):
        return self.head(self.top(self.patches(self.shrunk(pixels))).mean((2, 3)))


def make():
    torch.manual_seed(0)
    return Net()
"""


@pytest.fixture(scope="module", autouse=True)
def _own_trust(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Trust the tests' code in a list of their own."""
    place = tmp_path_factory.mktemp("trust") / "trusted-code.txt"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(trusted_code, "_place", lambda: place)
        yield


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sixteen drawn creatures and as many backgrounds."""
    return drain(make_sample(tmp_path_factory.mktemp("drawn") / "sample", creatures=16, backgrounds=16))


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> NetworkSource:
    """A network of two answers: creature, other."""
    place = tmp_path_factory.mktemp("network")
    code, names = place / "net.py", place / "names.txt"
    code.write_text(CODE, "utf-8")
    names.write_text("creature\nother", "utf-8")
    trusted_code.trust(code)
    return NetworkSource(factory=f"{code}:make", names=str(names), layer="top")


@pytest.fixture(scope="module")
def run(folder: Path, source: NetworkSource, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A conversion, opened again."""
    finished = drain(run_conversion(folder, source, SETTINGS, tmp_path_factory.mktemp("runs")))
    return open_run(finished.path)


def squares() -> np.ndarray:
    found: np.ndarray = np.random.default_rng(0).integers(0, 255, (3, 224, 224, 3)).astype(np.uint8)
    return found


def test_the_converted_weights_load_into_the_original_architecture_and_give_the_same_answers(run, source):
    converted = run.path / "converted.safetensors"
    opened = open_network(source.model_copy(update={"weights": str(converted)}))
    pixels = torch.rand(2, 3, 224, 224)

    assert load_file(converted).keys() == open_network(source).module.state_dict().keys()
    assert torch.equal(opened.module(pixels), network_of_run(run).module(pixels))


def test_only_the_layer_and_what_lies_above_it_has_learned(run, source):
    new, old = load_file(run.path / "converted.safetensors"), open_network(source).module.state_dict()
    changed = {key for key, value in old.items() if not torch.equal(value, new[key])}

    assert changed == {"top.0.weight", "top.0.bias", "head.weight", "head.bias"}
    assert run.own_network["conversion"]["trained"] == ["top.0", "head"]


def test_the_twin_of_the_run_is_the_original(run, source):
    explainer = OwnExplainer(run)
    original = OwnExplainer(run)._twin.logits(squares())
    wanted = open_network(source)
    pixels = torch.from_numpy(squares()).permute(0, 3, 1, 2).float() / 255
    mean, std = (torch.tensor(v).view(1, 3, 1, 1) for v in (wanted.preprocessing.mean, wanted.preprocessing.std))

    assert np.allclose(original, wanted.module((pixels - mean) / std).numpy(), atol=1e-4)
    assert not np.allclose(explainer._asked.answers(squares()), explainer._twin.answers(squares()), atol=1e-6)
    assert [one.channel for one in run.filters] == [one.channel for one in run.twin_filters]


def test_the_channels_are_those_that_an_inspection_of_the_original_chooses(run, folder, source, tmp_path):
    inspected = drain(run_inspection(folder, source, SETTINGS, tmp_path))

    assert [one.channel for one in run.filters] == [one.channel for one in inspected.filters]
    assert np.allclose(run.answers(TWIN), inspected.answers(OWN), atol=1e-6)
    assert inspected.table["twin_holding"] == inspected.table["untrained_holding"]


def test_the_paired_table_holds_what_the_run_shows(run):
    told, figures = run.own_network["conversion"], conversion_figures(run)

    assert run.own_network["converted"] is True
    assert told["agreement"]["mean"] == figures.agreement.mean
    assert told["agreement"]["low"] <= told["agreement"]["mean"] <= told["agreement"]["high"]
    assert told["holding"]["converted"]["mean"] == run.table["holding"]
    assert told["holding"]["original"]["mean"] == run.table["twin_holding"]
    assert told["parts"]["converted"]["mean"] == pytest.approx(run.table["independent_parts"])
    assert told["accuracy"]["original"]["mean"] == pytest.approx(run.table["twin_balanced_accuracy"])
    assert len(conversion_lines(run)) == 5


def test_no_conversion_is_told_of_another_run(fake_run):
    assert conversion_lines(fake_run) == ()


def test_finish_now_ends_with_the_epoch_and_one_that_brings_the_answers_back(folder, source, tmp_path):
    finished = finish_at_the_first_step(folder, source, tmp_path)

    assert finished.own_network["conversion"]["epochs"] == 2
    assert open_run(finished.path).own_network["conversion"]["epochs"] == 2


def finish_at_the_first_step(folder: Path, source: NetworkSource, runs: Path) -> Run:
    operation = run_conversion(folder, source, SETTINGS.model_copy(update={"epochs": 50}), runs)
    event: Event = next(operation)
    while True:
        try:
            event = operation.send(FinishNow() if isinstance(event, StepDone) else None)
        except StopIteration as end:
            found: Run = end.value
            return found


@pytest.mark.parametrize("how", ["cancelled", "stopped"])
def test_a_conversion_that_ends_while_it_learns_leaves_nothing(folder, source, tmp_path, how):
    operation = run_conversion(folder, source, SETTINGS, tmp_path)
    while not isinstance(next(operation), StepDone):
        pass
    if how == "cancelled":
        operation.close()
    else:
        with pytest.raises(StoppedError):
            operation.throw(StoppedError())

    assert list(tmp_path.iterdir()) == []


def test_a_layer_that_nothing_with_weights_makes_is_refused_before_a_folder_is_made(folder, source, tmp_path):
    with pytest.raises(WeightsError, match="Nothing with weights makes the layer shrunk"):
        drain(run_conversion(folder, source.model_copy(update={"layer": "shrunk"}), SETTINGS, tmp_path))

    assert list(tmp_path.iterdir()) == []


def test_a_layer_that_does_not_exist_is_refused_with_those_that_do(folder, source, tmp_path):
    with pytest.raises(WeightsError, match=r"has no layer nothing.*top"):
        drain(run_conversion(folder, source.model_copy(update={"layer": "nothing"}), SETTINGS, tmp_path))


def test_the_users_weights_and_pictures_stay_as_they_were(folder, source, tmp_path):
    module = open_network(source).module
    weights = tmp_path / "mine.pth"
    torch.save(module.state_dict(), weights)
    before = {path: path.read_bytes() for path in (weights, *folder.rglob("*.jpg"), *folder.rglob("*.png"))}
    given = source.model_copy(update={"weights": str(weights)})
    drain(run_conversion(folder, given, SETTINGS.model_copy(update={"epochs": 1}), tmp_path / "runs"))

    assert {path: path.read_bytes() for path in before} == before
