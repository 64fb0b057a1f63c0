"""Makes the bundled SqueezeNet 1.1 weights from those that the package ndf 0.1.4 carries.

    python scripts/bundle_weights.py .../ndf/example_models/weights/squeezenet_weights.pkl

The source holds, for each convolution, a kernel (height, width, in, out) and a bias, both float32, for an input as
Caffe takes it: BGR, 0..255, minus the means below. The result has torchvision's key names and takes torchvision's
usual input, RGB as (x / 255 - mean) / std. That is exact: the first convolution has no padding, so that a shift and
a scale of its input can be folded into it.
"""

from __future__ import annotations

import argparse
import pickle
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from safetensors.numpy import save_file

CAFFE_MEANS = np.array([123.68, 116.779, 103.939])  # red, green, blue, of 0..255 (Caffe's ILSVRC 2012 mean)
IMAGENET_MEAN = np.array([0.485, 0.456, 0.406])  # torchvision's, of 0..1
IMAGENET_STD = np.array([0.229, 0.224, 0.225])

FIRES = {2: 3, 3: 4, 4: 6, 5: 7, 6: 9, 7: 10, 8: 11, 9: 12}  # fire module: its index in torchvision's `features`
TARGET = Path(__file__).parents[1] / "resources" / "weights" / "squeezenet1_1.safetensors"
SOURCE = "ndf 0.1.4 (MIT), after SqueezeNet 1.1 by DeepScale (BSD 2-clause)"


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pickle", type=Path, help="squeezenet_weights.pkl of ndf 0.1.4")
    parser.add_argument("--output", type=Path, default=TARGET)
    arguments = parser.parse_args()
    with arguments.pickle.open("rb") as file:
        state = convert(read_arrays(file))
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    save_file(state, arguments.output, metadata={"source": SOURCE})
    arguments.output.chmod(0o644)  # safetensors makes files that only their owner reads
    print(f"{arguments.output}: {len(state)} arrays, {sum(a.size for a in state.values()):,} numbers")


if __name__ == "__main__":
    main()
