"""Weights of files put into named architectures: what fits, and what is said of what does not."""

import re

import pytest
import torch
from safetensors.torch import save_file
from torchvision import models

from icnn_engine.core.errors import WeightsError
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.models.own.architectures import architecture
from icnn_engine.models.own.network import open_network
from icnn_engine.models.own.states import _answers, loaded, reference_of
from icnn_engine.models.weight_files import read_file
from tests.faults.test_hostile_weights import Bomb

NAME = "squeezenet1_1"


@pytest.fixture(scope="module")
def state():
    torch.manual_seed(3)
    return models.squeezenet1_1(num_classes=5).state_dict()


def put(state, name=NAME):
    return loaded(architecture(name), state)


def same(network, state):
    return all(torch.equal(value, state[key]) for key, value in network.state_dict().items())


def test_weights_are_those_of_the_file_with_its_number_of_answers(state):
    network, notes = put(state)

    assert same(network, state)
    assert notes == ()
    assert not network.training
    assert not any(weight.requires_grad for weight in network.parameters())


@pytest.mark.parametrize("prefix", ["module.", "model.", "_orig_mod.", "module._orig_mod.", "net.", "module.model."])
def test_prefixes_of_training_scripts_are_taken_off(state, prefix):
    network, _ = put({prefix + key: value for key, value in state.items()})

    assert same(network, state)


@pytest.mark.parametrize(
    "nest",
    [
        lambda state: {"state_dict": state, "epoch": 3, "optimizer": {"lr": 0.1}},
        lambda state: {"model": state, "epoch": 3},
        lambda state: {"model_state_dict": state},
        lambda state: {"state_dict": {f"module.{key}": value for key, value in state.items()}},
    ],
)
@pytest.mark.parametrize("name", ["weights.pth", "best.pth.tar", "last.ckpt", "pytorch_model.bin", "weights.pt"])
def test_checkpoints_of_training_scripts_are_read(state, nest, name, tmp_path):
    torch.save(nest(state), tmp_path / name)
    network, _ = put(read_file(tmp_path / name))

    assert same(network, state)


@pytest.mark.parametrize("kind", [torch.float16, torch.bfloat16])
def test_half_precision_is_converted_and_noted(state, kind):
    halved = {key: value.to(kind) for key, value in state.items()}
    network, (note,) = put(halved)

    assert all(value.dtype == torch.float32 for value in network.parameters())
    assert same(network, {key: value.float() for key, value in halved.items()})
    assert "half precision" in note


def test_double_precision_is_read(state):
    network, notes = put({key: value.double() for key, value in state.items()})

    assert same(network, state)
    assert notes == ()


def test_old_files_of_densenet_are_read():
    today = models.densenet121(num_classes=5).state_dict()
    old = {re.sub(r"(denselayer\d+\.(?:norm|conv))([12])\.", r"\1.\2.", key): value for key, value in today.items()}
    network, _ = put(old, "densenet121")

    assert old.keys() != today.keys()
    assert same(network, today)


def test_heads_that_only_training_uses_may_be_missing():
    full = architecture("googlenet").make(5)
    kept = {key: value for key, value in full.state_dict().items() if not key.startswith("aux")}
    network, _ = put(kept, "googlenet")
    pixels = torch.rand(1, 3, 64, 64)

    assert torch.equal(network(pixels), full.eval()(pixels))


def test_counts_of_batch_normalisation_may_be_missing_or_odd():
    full = models.resnet18(num_classes=4).state_dict()
    without = {key: value for key, value in full.items() if "num_batches" not in key}
    network, _ = put(without, "resnet18")
    odd, _ = put(without | {"bn1.num_batches_tracked": 7}, "resnet18")

    assert same(network, full)
    assert same(odd, full)


FIRST = "features.0.weight"
WRONG = {
    "missing": (lambda s: s.pop(FIRST), r"it has no features\.0\.weight, which should be of shape \(64, 3, 3, 3\)"),
    "shape": (
        lambda s: s.update({FIRST: torch.zeros(64, 3, 5, 5)}),
        r"features\.0\.weight is of shape \(64, 3, 5, 5\), \(64, 3, 3, 3\) is expected",
    ),
    "grey": (lambda s: s.update({FIRST: torch.zeros(64, 1, 3, 3)}), r"it reads 1 channels; pictures are read as RGB"),
    "surplus": (
        lambda s: s.update({"features.99.weight": torch.zeros(2, 3)}),
        r"also holds features\.99\.weight of shape \(2, 3\)",
    ),
    "whole numbers": (lambda s: s.update({FIRST: s[FIRST].int()}), "quantised"),
    "quantised": (
        lambda s: s.update({FIRST: torch.quantize_per_tensor(s[FIRST], 0.1, 0, torch.qint8)}),
        r"features\.0\.weight is quantised",
    ),
    "words": (lambda s: s.update({FIRST: "weights"}), r"features\.0\.weight is quantised or no tensor"),
    "complex": (lambda s: s.update({FIRST: s[FIRST].to(torch.complex64)}), r"features\.0\.weight"),
    "sparse": (lambda s: s.update({FIRST: s[FIRST].to_sparse()}), r"features\.0\.weight"),
    "no numbers": (lambda s: s.update({FIRST: s[FIRST] * torch.nan}), "not finite numbers"),
    "of the meta device": (lambda s: s.update({FIRST: s[FIRST].to("meta")}), r"features\.0\.weight"),
    "8-bit floats": (lambda s: s.update({FIRST: s[FIRST].to(torch.float8_e4m3fn)}), r"features\.0\.weight"),
    "nothing": (lambda s: s.clear(), r"it has no features\.0\.weight"),
}


@pytest.mark.filterwarnings("ignore::UserWarning")  # torch means to give up quantised tensors
@pytest.mark.parametrize("how", WRONG)
def test_weights_that_do_not_fit_are_named_with_both_shapes(state, how):
    spoil, said = WRONG[how]
    given = dict(state)
    spoil(given)
    with pytest.raises(WeightsError, match=said) as caught:
        put(given)

    assert "These are not weights of squeezenet1_1" in str(caught.value)


SMALLEST = (
    "densenet121", "efficientnet_b0", "googlenet", "mnasnet0_5", "mobilenet_v3_small", "regnet_x_400mf", "resnet18",
    "squeezenet1_0", "timm/tf_efficientnet_lite0", "timm/vit_tiny_patch16_224", "timm/convnext_atto",
)  # fmt: skip


@pytest.mark.parametrize("name", SMALLEST)
def test_the_answers_of_each_family_are_counted_by_its_classifier(name):
    known = architecture(name)

    assert _answers(reference_of(known), known.make(7).state_dict()) == 7


def test_weights_of_another_architecture_name_the_first_key_that_differs(state):
    with pytest.raises(WeightsError, match=r"not weights of resnet18: it has no conv1\.weight.*\(64, 3, 7, 7\)"):
        put(state, "resnet18")


def test_a_larger_network_of_the_same_family_is_another_one():
    with torch.device("meta"):
        small = models.resnet18().state_dict()
    state = {key: torch.zeros(value.shape) for key, value in small.items()}
    with pytest.raises(WeightsError, match=r"not weights of resnet34: it has no layer1\.2\.conv1\.weight"):
        put(state, "resnet34")


@pytest.mark.parametrize("name", ["weights.pth", "weights.ckpt", "weights.bin", "weights.pth.tar"])
def test_code_in_a_file_of_weights_is_refused(state, name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    torch.save(dict(state) | {"extra": Bomb()}, tmp_path / name)
    with pytest.raises(WeightsError, match="could run code"):
        open_network(NetworkSource(architecture=NAME, weights=str(tmp_path / name)))

    assert not (tmp_path / "BOOM").exists()


def test_missing_files_and_other_kinds_are_told(state, tmp_path):
    save_file(state, tmp_path / "fine.safetensors")
    (tmp_path / "network.onnx").write_bytes(b"onnx")

    assert open_network(NetworkSource(architecture=NAME, weights=str(tmp_path / "fine.safetensors"))).answers == 5
    with pytest.raises(WeightsError, match="There is no file of weights"):
        open_network(NetworkSource(architecture=NAME, weights=str(tmp_path / "gone.pth")))
    with pytest.raises(WeightsError, match=r"network\.onnx is not a file of weights"):
        open_network(NetworkSource(architecture=NAME, weights=str(tmp_path / "network.onnx")))
