"""Networks of the user's own opened from files: the same answers and maps as by plain PyTorch."""

import json

import numpy as np
import pytest
import timm
import torch
from PIL import Image, ImageOps
from torch import nn
from torchvision import models

from icnn_engine.core.annotations import fitted_to
from icnn_engine.core.errors import WeightsError
from icnn_engine.core.fitting import Fit
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.data import read_square
from icnn_engine.models.own.asked import AskedNetwork
from icnn_engine.models.own.network import LayerTrunk, names_with_folder, open_network, read_names
from icnn_engine.models.own.suggestion import suggested_layer
from tests.engine.own_networks import factory_file, state_file, tiny_source

QUICK = (
    "alexnet", "resnet18", "squeezenet1_1", "mobilenet_v2", "mobilenet_v3_small", "efficientnet_b0", "googlenet",
    "shufflenet_v2_x0_5", "regnet_x_400mf", "mnasnet0_5", "timm/resnet18", "timm/tf_efficientnet_lite0",
    "timm/vit_tiny_patch16_224", "timm/convnext_atto", "timm/mobilenetv3_small_100",
)  # fmt: skip


def plain_network(name, answers):
    """The network by its own library, its batch normalisation fitted to noise, so that answers depend on pictures."""
    torch.manual_seed(1)
    if name.startswith("timm/"):
        network = timm.create_model(name.removeprefix("timm/"), num_classes=answers)
    else:
        own = {"transform_input": True, "init_weights": False} if name == "googlenet" else {}
        network = models.get_model(name, weights=None, num_classes=answers, **own)
    network.eval()
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            module.train().momentum = 1.0
    with torch.inference_mode():
        network(torch.randn(4, 3, 224, 224))
    return network.eval()


def plain_transform(name):
    if name.startswith("timm/"):
        settings = timm.get_pretrained_cfg(name.removeprefix("timm/")).to_dict()
        return timm.data.create_transform(**timm.data.resolve_data_config(pretrained_cfg=settings))
    return models.get_model_weights(name).DEFAULT.transforms()


def turned_photograph(folder):
    """A wide picture that is stored lying on its side."""
    random = np.random.default_rng(0)
    pixels = np.kron(random.integers(0, 256, (30, 20, 3)), np.ones((12, 12, 1))) * 0.8 + random.integers(
        0, 50, (360, 240, 3)
    )
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.fromarray(pixels.astype(np.uint8)).save(folder / "turned.jpg", quality=95, exif=exif)
    return folder / "turned.jpg"


def grey_photograph(folder):
    pixels = np.random.default_rng(1).integers(0, 256, (20, 31), np.uint8)
    Image.fromarray(pixels).resize((310, 200), Image.Resampling.BICUBIC).save(folder / "grey.png")
    return folder / "grey.png"


@torch.inference_mode()
def plain_answers(network, layer, pixels):
    seen = []
    handle = network.get_submodule(layer).register_forward_hook(lambda _m, _i, output: seen.append(output.clone()))
    logits = network(pixels[None])
    handle.remove()
    return logits.numpy(), seen[0]


def ensure_same(found, expected):
    greatest = np.abs(expected).max()

    assert np.abs(found - expected).max() <= 1e-5 * max(1, greatest)


@pytest.mark.parametrize("name", QUICK)
def test_logits_and_maps_are_those_of_plain_pytorch(name, tmp_path):
    network = plain_network(name, 6)
    weights = state_file(tmp_path / "weights.pth", network.state_dict())
    opened = open_network(NetworkSource(architecture=name, weights=weights))
    fit, asked = opened.preprocessing.fit, AskedNetwork(opened, opened.layer, [[0]])
    for picture in (turned_photograph(tmp_path), grey_photograph(tmp_path)):
        with Image.open(picture) as image:
            pixels = plain_transform(name)(ImageOps.exif_transpose(image).convert("RGB"))
        logits, output = plain_answers(network, opened.layer.name, pixels)
        square = read_square(fitted_to(picture, fit), fit.size)[None]
        squashed = read_square(fitted_to(picture, Fit(fit.size, 0, fit.interpolation)), fit.size)[None]
        maps = opened.layer.maps(output).numpy()

        assert opened.answers == 6
        tolerance = 1e-3 if "mobilenet_v3" in name or "mobilenetv3" in name else 1e-5
        assert np.abs(asked.logits(square) - logits).max() <= tolerance * max(1, np.abs(logits).max())
        ensure_same(asked.look(square).maps, maps)
        assert np.abs(asked.logits(squashed) - logits).max() > 3 * tolerance * max(1, np.abs(logits).max())


def test_the_trunk_gives_the_maps_of_the_layer():
    opened = open_network(NetworkSource(architecture="squeezenet1_1", weights="scratch", layer="features.5"))
    pixels = torch.rand(2, 3, 224, 224)
    maps = LayerTrunk(opened.module, opened.layer)(pixels)

    torch.testing.assert_close(maps, opened.module.features[:6](pixels))
    assert opened.backbone().geometry().cells == maps.shape[-1] == 27


def test_weights_from_scratch_are_always_the_same_and_the_floor_has_others():
    source = NetworkSource(architecture="squeezenet1_1", weights="scratch")
    first, second = open_network(source), open_network(source)

    assert first.digest == second.digest
    assert open_network(source).names[0] == "tench"
    floors = [first.untrained(seed).module.features[0].weight for seed in (0, 0, 1)]
    assert torch.equal(floors[0], floors[1])
    assert not torch.equal(floors[0], floors[2])
    assert not torch.equal(floors[0], first.module.features[0].weight)


def test_the_floor_of_a_factory_has_other_weights_in_every_layer(tmp_path):
    opened = open_network(tiny_source(tmp_path))
    before = {key: value.clone() for key, value in opened.module.state_dict().items()}
    floor = opened.untrained(0).module.state_dict()

    assert all(not torch.equal(floor[key], before[key]) for key in before)
    assert all(torch.equal(value, before[key]) for key, value in opened.module.state_dict().items())


def test_weights_are_put_into_the_network_of_a_factory(tmp_path):
    state = {key: value + 1 for key, value in open_network(tiny_source(tmp_path)).module.state_dict().items()}
    opened = open_network(tiny_source(tmp_path, weights=state_file(tmp_path / "own.pth", state)))
    wrong = state_file(tmp_path / "wrong.pth", state | {"head.weight": torch.zeros(4, 12)})

    assert all(torch.equal(value, state[key]) for key, value in opened.module.state_dict().items())
    with pytest.raises(WeightsError, match=r"weights of own\.py:make: head\.weight is of shape \(4, 12\), \(3, 12\)"):
        open_network(tiny_source(tmp_path, weights=wrong))


def test_a_factory_in_half_precision_is_computed_in_single_precision(tmp_path):
    made = "nn.Sequential(nn.Conv2d(3, 4, 3), nn.AdaptiveAvgPool2d(1), nn.Flatten()).half()"
    code = f"from torch import nn\ndef make():\n    return {made}\n"
    opened = open_network(NetworkSource(factory=f"{factory_file(tmp_path, code)}:make", input_size=16, resize=16))

    assert next(opened.module.parameters()).dtype == torch.float32


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"input_size": 128}, "cannot read RGB pictures of 128 x 128 pixels"),
        ({"resize": 200}, "A picture resized to 200 pixels is smaller than the input, 224"),
        ({"std": (0.2, 0.0, 0.2)}, "must be above 0"),
        ({"layer": "encoder.nothing"}, "has no layer encoder.nothing"),
    ],
)
def test_settings_that_do_not_fit_the_network_are_told(values, said):
    source = {"architecture": "timm/vit_tiny_patch16_224", "weights": "scratch"} | values
    with pytest.raises(WeightsError, match=said):
        _ = open_network(NetworkSource(**source)).layer


def test_another_input_size_reads_the_same_part_of_pictures():
    opened = open_network(NetworkSource(architecture="squeezenet1_1", weights="scratch", input_size=112))

    assert opened.preprocessing.fit == Fit(112, 128, "bilinear")
    squashed = NetworkSource(architecture="squeezenet1_1", weights="scratch", resize=0, interpolation="nearest")
    assert open_network(squashed).preprocessing.fit == Fit(224, 0, "nearest")


def test_weights_of_timm_are_not_asked_of_torchvision():
    with pytest.raises(WeightsError, match="torchvision has no weights of timm's networks"):
        open_network(NetworkSource(architecture="timm/convnext_atto", weights="torchvision"))


def test_names_of_answers_are_read_from_lines_or_json(tmp_path):
    (tmp_path / "lines.txt").write_text("\ufeffred fox\n\n kit fox \n여우\n", "utf-8")
    (tmp_path / "list.json").write_text(json.dumps(["a", "b"]))
    (tmp_path / "numbers.json").write_text(json.dumps({"1": "b", "0": "a", "10": "c", "2": "d"}))

    assert read_names(tmp_path / "lines.txt") == ("red fox", "kit fox", "여우")
    assert read_names(tmp_path / "list.json") == ("a", "b")
    assert read_names(tmp_path / "numbers.json") == ("a", "b", "d", "c")


@pytest.mark.parametrize("content", [b"\xff\xfe\xff", b'{"fox": "a"}', b"3", b"[", b"null"])
def test_names_that_cannot_be_read_are_told(tmp_path, content):
    path = tmp_path / ("bad.txt" if content[0] > 127 else "bad.json")
    path.write_bytes(content)
    with pytest.raises(WeightsError, match=r"cannot be read .*give one a line"):
        read_names(path)
    with pytest.raises(WeightsError, match="cannot be read"):
        read_names(tmp_path / "gone.txt")


def test_a_file_of_names_must_name_each_answer(tmp_path):
    (tmp_path / "names.txt").write_text("a\nb\n")
    with pytest.raises(WeightsError, match=r"names\.txt names 2 answers, the network has 3"):
        open_network(tiny_source(tmp_path, names=str(tmp_path / "names.txt")))


def test_answers_without_names_have_those_of_as_many_categories_else_numbers(tmp_path):
    opened = open_network(tiny_source(tmp_path))

    assert names_with_folder(opened, ["cat", "dog", "fox"]) == ("cat", "dog", "fox")
    assert names_with_folder(opened, ["cat", "dog"]) == ("answer 0", "answer 1", "answer 2")


STEEP = """
from torch import nn

def make():
    network = nn.Sequential(
        nn.Conv2d(3, 4, 4, 4), nn.ReLU(), nn.Conv2d(4, 4, 1), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 2)
    )
    network[2].bias.data += 100
    return network
"""


def test_random_weights_are_looked_at_in_the_same_layer_though_they_suggest_another(tmp_path):
    opened = open_network(NetworkSource(factory=f"{factory_file(tmp_path, STEEP)}:make", input_size=64, resize=64))
    untrained = opened.untrained(0)

    assert opened.layer.name == "2"
    assert suggested_layer(untrained.module, opened.layers, 64).name == "1"
    assert untrained.layer.name == "2"
