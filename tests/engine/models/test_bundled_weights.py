"""The weights in `resources`, and the script that made them."""

from __future__ import annotations

import importlib.util
import io
import pickle
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
import skimage.data
import torch
from PIL import Image
from safetensors.torch import load
from torch.nn.functional import conv2d
from torchvision.models import squeezenet1_1

from icnn_engine.models.backbones import IMAGENET_MEAN, IMAGENET_STD

CATS = {281, 282, 283, 284, 285}  # ImageNet: tabby, tiger, Persian, Siamese and Egyptian cat
SCRIPT = Path(__file__).parents[3] / "scripts" / "bundle_weights.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("bundle_weights", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_bundled_squeezenet_sees_a_cat_in_the_picture_of_a_cat() -> None:
    network = squeezenet1_1(weights=None).eval()
    network.load_state_dict(load(files("resources").joinpath("weights/squeezenet1_1.safetensors").read_bytes()))
    picture = Image.fromarray(skimage.data.chelsea()).resize((224, 224), Image.Resampling.BICUBIC)
    pixels = (np.asarray(picture) / 255 - IMAGENET_MEAN) / IMAGENET_STD

    with torch.no_grad():
        answers = network(torch.from_numpy(pixels.transpose(2, 0, 1)[None]).float()).softmax(1)[0]

    assert int(answers.argmax()) in CATS
    assert float(answers[sorted(CATS)].sum()) > 0.9


def test_folding_the_input_into_the_first_convolution_changes_no_answer(script: ModuleType) -> None:
    random = np.random.default_rng(0)
    kernel, bias = random.normal(size=(5, 3, 3, 3)), random.normal(size=5)
    pixels = random.uniform(0, 255, size=(1, 3, 9, 9))  # red, green, blue
    caffe = pixels[:, ::-1] - np.array([103.939, 116.779, 123.68])[None, :, None, None]
    usual = (pixels / 255 - np.reshape(IMAGENET_MEAN, (1, 3, 1, 1))) / np.reshape(IMAGENET_STD, (1, 3, 1, 1))
    folded, shifted = script.fold_input(kernel, bias)

    before = conv2d(torch.from_numpy(caffe.copy()), torch.from_numpy(kernel), torch.from_numpy(bias))
    after = conv2d(torch.from_numpy(usual), torch.from_numpy(folded), torch.from_numpy(shifted))

    torch.testing.assert_close(after, before, rtol=1e-12, atol=1e-10)


def test_the_script_reads_no_pickle_that_names_more_than_arrays(script: ModuleType) -> None:
    with pytest.raises(pickle.UnpicklingError, match="only arrays"):
        script.read_arrays(io.BytesIO(pickle.dumps({"conv1": Path("/")})))


@pytest.mark.parametrize(
    ("caffe", "torchvision"),
    [
        ("conv1", "features.0"),
        ("fire2/squeeze1x1", "features.3.squeeze"),
        ("fire9/expand3x3", "features.12.expand3x3"),
        ("conv10", "classifier.1"),
    ],
)
def test_each_layer_gets_torchvisions_name(script: ModuleType, caffe: str, torchvision: str) -> None:
    assert script.torchvision_name(caffe) == torchvision
