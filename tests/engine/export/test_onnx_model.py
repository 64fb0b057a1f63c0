"""Every kind of network as ONNX: the same answers, peaks and strengths under onnxruntime as under PyTorch."""

from pathlib import Path

import numpy as np
import pytest
import torch

from icnn_engine.core.errors import ExportError
from icnn_engine.export import onnx_model
from icnn_engine.export.onnx_check import run_onnx
from icnn_engine.export.onnx_model import onnx_bytes
from icnn_engine.export.portable_network import PortableNetwork
from icnn_engine.features.trunk_maps import trunk_maps
from icnn_engine.models.backbones import Backbone, make_backbone
from icnn_engine.models.class_loss import probabilities
from icnn_engine.models.device import make_generator
from icnn_engine.models.filter_layers import filter_geometry
from icnn_engine.models.network import HeadShape, PartNetwork

onnx = pytest.importorskip("onnx", reason="needs the extra 'export'")
pytest.importorskip("onnxscript", reason="needs the extra 'export'")
pytest.importorskip("onnxruntime", reason="needs the extra 'export'")

FILTERS, CATEGORIES = 5, 2
# Beside those of the other tests: residual blocks; local response normalisation and pooling windows rounded up, by 2
# and by 3. Each takes seconds, so they are not all ten.
BACKBONES = ("resnet18", "caffe_alexnet", "vgg_s")
KINDS = [
    ("partscope", "weighed", "logistic", 1),
    ("partscope", "votes", "logistic", 7),
    ("partscope", "layers", "softmax", 5),
    ("paper", "layers", "softmax", 3),
    ("released", "layers", "logistic", 3),
]


def make_head(backbone: Backbone, variant: str, answer: str, kernel: int) -> PartNetwork:
    """A head as training might leave it."""
    shape = HeadShape(
        backbone.channels, backbone.cells, FILTERS, CATEGORIES, CATEGORIES, (8,), backbone.pool, answer, kernel
    )
    head = PartNetwork(shape, variant, make_generator(1)).eval()
    random = torch.Generator().manual_seed(2)
    head.memory.by_category.uniform_(0.5, 2, generator=random)
    head.memory.beta.uniform_(1.5, 3, generator=random)
    if head.weighed is not None:
        head.weighed.fill_(True)
    return head


def assert_same(backbone: Backbone, head: PartNetwork, loss: str) -> None:
    kernel = head.shape.kernel if head.variant == "partscope" else 3
    network = PortableNetwork(backbone, head, loss, backbone.geometry(filter_geometry(kernel)))
    side = backbone.input_size
    pixels = np.random.default_rng(0).integers(0, 256, (3, side, side, 3), np.uint8)
    pixels[0, side // 3 :, side // 2 :] //= 4
    answers, peaks, strengths = run_onnx(onnx_bytes(network, {}), pixels)
    with torch.inference_mode():
        output = head(trunk_maps(pixels, backbone))
        wanted = probabilities(output.logits, loss).numpy()
        highest = output.maps.amax((2, 3)).numpy()
    geometry = network.geometry
    rows, columns = np.divmod(output.maps.flatten(2).argmax(2).numpy(), geometry.cells)
    middles = np.stack([geometry.centre(columns), geometry.centre(rows)], 2) + 0.5

    assert np.ptp(highest) > 0  # something is seen
    np.testing.assert_allclose(answers, wanted, atol=1e-4)
    np.testing.assert_allclose(strengths, highest, atol=1e-4 * highest.max())
    np.testing.assert_array_equal(peaks, middles)


@pytest.mark.parametrize(("variant", "answer", "loss", "kernel"), KINDS)
def test_every_kind_of_network_answers_alike_under_onnxruntime(
    variant: str, answer: str, loss: str, kernel: int
) -> None:
    backbone = make_backbone("squeezenet1_1")

    assert_same(backbone, make_head(backbone, variant, answer, kernel), loss)


@pytest.mark.parametrize("name", BACKBONES)
def test_every_kind_of_backbone_answers_alike_under_onnxruntime(name: str) -> None:
    backbone = make_backbone(name)

    assert_same(backbone, make_head(backbone, "partscope", "weighed", 1), "logistic")


def test_a_trunk_whose_weights_were_trained_is_exported_as_it_is() -> None:
    backbone = make_backbone("squeezenet1_1")
    backbone.trunk.requires_grad_(True)

    assert_same(backbone, make_head(backbone, "partscope", "votes", 1), "logistic")


@pytest.fixture(scope="module")
def small() -> PortableNetwork:
    backbone = make_backbone("squeezenet1_1")
    head = make_head(backbone, "partscope", "weighed", 1)
    return PortableNetwork(backbone, head, "logistic", backbone.geometry(filter_geometry(1)))


def test_the_file_is_a_sound_model_that_names_no_file_of_this_machine(small: PortableNetwork) -> None:
    made = onnx_bytes(small, {"run": "여우"})
    model = onnx.load_from_string(made)
    onnx.checker.check_model(model, full_check=True)
    shapes = {
        value.name: [d.dim_param or d.dim_value for d in value.type.tensor_type.shape.dim]
        for value in (*model.graph.input, *model.graph.output)
    }

    assert {prop.key: prop.value for prop in model.metadata_props} == {"run": "여우"}
    assert shapes == {
        "pixels": ["pictures", 224, 224, 3],
        "answers": ["pictures", CATEGORIES],
        "peaks": ["pictures", FILTERS, 2],
        "strengths": ["pictures", FILTERS],
    }
    assert str(Path(torch.__file__).parent).encode() not in made
    assert b"icnn_engine" not in made


def test_the_exported_network_leaves_the_trained_one_as_it_was() -> None:
    backbone = make_backbone("squeezenet1_1")
    head = make_head(backbone, "partscope", "weighed", 1)
    before = {key: value.clone() for key, value in head.state_dict().items()}
    PortableNetwork(backbone, head, "logistic", backbone.geometry(filter_geometry(1)))

    assert all(weight.requires_grad for weight in head.parameters())
    assert all(torch.equal(before[key], value) for key, value in head.state_dict().items())


def test_a_network_too_large_for_one_file_is_refused(small: PortableNetwork, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onnx_model, "MOST_BYTES", 1000)

    with pytest.raises(ExportError, match="Train with fewer filters"):
        onnx_bytes(small, {})


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (torch.onnx.OnnxExporterError("No such operator.\nA story"), "cannot export this network to ONNX: No such op"),
        (ModuleNotFoundError("No module named 'torch_2_11'"), "'torch_2_11'. Run: pip install -U onnxscript"),
    ],
)
def test_what_torch_cannot_export_is_said_in_words(
    small: PortableNetwork, monkeypatch: pytest.MonkeyPatch, error: Exception, words: str
) -> None:
    def fail(*_args: object, **_options: object) -> None:
        raise error

    monkeypatch.setattr(torch.onnx, "export", fail)

    with pytest.raises(ExportError) as raised:
        onnx_bytes(small, {})
    assert words in str(raised.value)
    assert "story" not in str(raised.value)
