"""Reads files of weights: safetensors, and .pth without running code."""

from __future__ import annotations

import pickle
import struct
import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load as load_safetensors
from torch import Tensor

from icnn_engine.core.errors import WeightsError
from icnn_engine.core.language import translate

CHOICES = (
    "'bundled' (EfficientNet-Lite0, SqueezeNet 1.1), 'torchvision' (downloads), 'scratch', or a .safetensors, .pth or "
    "MatConvNet .mat file"
)

NESTED = ("state_dict", "model_state_dict", "model", "module")  # keys of a checkpoint under which the weights are

# What torch's reader was seen to raise on files with random bytes changed.
DAMAGED = (
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    struct.error,
)


def existing(path: Path) -> Path:
    """Return the path of an existing file. Raises WeightsError."""
    if not path.is_file():
        raise WeightsError(
            translate("Errors", "There is no file of weights at {path}. Weights are {choices}.").format(
                path=path, choices=CHOICES
            )
        )
    return path


def read_file(path: Path) -> Mapping[str, Any]:
    """Return the tensors of a file of weights by key. A pickle that contains anything but numbers is refused."""
    match path.suffix.lower():
        case ".safetensors":
            return _read_safetensors(path)
        case ".pth" | ".pt" | ".ckpt" | ".bin" | ".tar":  # of PyTorch's examples (.pth.tar), Lightning, Hugging Face
            return _read_pth(path)
    raise WeightsError(
        translate("Errors", "{path} is not a file of weights that can be read. Weights are {choices}.").format(
            path=path.name, choices=CHOICES
        )
    )


def _read_safetensors(path: Path) -> Mapping[str, Tensor]:
    try:
        return load_safetensors(path.read_bytes())
    except (SafetensorError, OSError) as error:
        raise WeightsError(
            translate("Errors", "{path} is not a valid safetensors file ({error}). Get it again.").format(
                path=path.name, error=error
            )
        ) from error


def _read_pth(path: Path) -> Mapping[str, Any]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what torch warns of here either does no harm or ends in an error below
            state = torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        raise WeightsError(
            translate(
                "Errors",
                "{path} holds more than numbers, or is damaged; it is not opened, for it could run "
                "code. Save the network's state_dict() with torch.save, or as safetensors, and give "
                "that file.",
            ).format(path=path.name)
        ) from error
    except DAMAGED as error:
        raise WeightsError(
            translate("Errors", "{path} is not a file that torch.save wrote, or it is damaged ({error}).").format(
                path=path.name, error=error
            )
        ) from error
    if isinstance(state, Mapping):  # as training scripts save it
        state = next((state[key] for key in NESTED if isinstance(state.get(key), Mapping)), state)
    if not isinstance(state, Mapping):
        raise WeightsError(
            translate(
                "Errors", "{path} holds no state_dict. Save the network's state_dict() and give that file."
            ).format(path=path.name)
        )
    return state
