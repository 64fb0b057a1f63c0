"""Weights into a backbone's trunk: bundled, torchvision's, a file's, or random. Never a pickle that can run code."""

from __future__ import annotations

import hashlib
import pickle
import struct
import warnings
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args
from urllib.error import URLError

import torch
from safetensors import SafetensorError
from safetensors.torch import load as load_safetensors
from torch import Tensor, nn

from icnn_engine.backbones import Backbone, make_backbone
from icnn_engine.backbones.zoo import models
from icnn_engine.config import BackboneName
from icnn_engine.errors import WeightsError

BUNDLED: dict[BackboneName, str] = {"squeezenet1_1": "weights/squeezenet1_1.safetensors"}
PREFIX = "features."  # torchvision's keys of a trunk; those of its classifier are not needed
CHOICES = "'bundled' (SqueezeNet 1.1 only), 'torchvision' (downloads), 'scratch', or a .safetensors or .pth file"
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


def load_backbone(name: BackboneName, weights: str, seed: int) -> tuple[Backbone, str]:
    """The backbone with its weights, and their digest (hex), the same whatever file they came from.

    `weights`: 'bundled', 'torchvision', 'scratch' (random, by `seed`) or the path of a .safetensors or .pth file with
    torchvision's keys. The trunk is in eval mode, takes no gradient for its weights, and is laid out channels-last.
    Raises WeightsError.
    """
    if name not in get_args(BackboneName):
        raise WeightsError(f"There is no backbone called '{name}'. Choose one of {', '.join(get_args(BackboneName))}.")
    backbone = make_backbone(name, seed)
    if weights != "scratch":
        _fill(backbone, _read_state(name, weights))
    trunk = backbone.trunk.eval().requires_grad_(False)
    trunk.to(memory_format=torch.channels_last)  # SqueezeNet on two cores: 142 pictures a second against 59
    return backbone, _digest(trunk)


def _read_state(name: BackboneName, weights: str) -> Mapping[str, Any]:
    match weights:
        case "bundled":
            return _read_bundled(name)
        case "torchvision":
            return _download(name)
    return read_file(Path(weights).expanduser())


def _read_bundled(name: BackboneName) -> Mapping[str, Tensor]:
    if name not in BUNDLED:
        raise WeightsError(
            f"No weights of {name} are bundled, only SqueezeNet 1.1's. Choose 'torchvision' (downloads them), a "
            "file (.safetensors or .pth), 'scratch', or the backbone squeezenet1_1."
        )
    return load_safetensors(files("resources").joinpath(BUNDLED[name]).read_bytes())


def _download(name: BackboneName) -> Mapping[str, Tensor]:
    """torchvision's own weights, from its cache on this machine or over the network."""
    choice = models.get_model_weights(name).DEFAULT
    try:
        state: Mapping[str, Tensor] = choice.get_state_dict(
            progress=False, check_hash=True, map_location="cpu", weights_only=True
        )
    except (URLError, OSError, RuntimeError) as error:
        raise WeightsError(
            f"torchvision's weights of {name} could not be downloaded ({error}). Check the connection, or download "
            f"{choice.url} on another machine and give the file's path as weights"
            + (", or choose 'bundled', which needs no network." if name in BUNDLED else ".")
        ) from error
    return state


def read_file(path: Path) -> Mapping[str, Any]:
    """What a file of weights holds, by key. Only numbers are read: a pickle that names anything else is refused."""
    if not path.is_file():
        raise WeightsError(f"There is no file of weights at {path}. Weights are {CHOICES}.")
    match path.suffix.lower():
        case ".safetensors":
            return _read_safetensors(path)
        case ".pth" | ".pt":
            return _read_pth(path)
    raise WeightsError(f"{path.name} is not a file of weights that can be read. Weights are {CHOICES}.")


def _read_safetensors(path: Path) -> Mapping[str, Tensor]:
    try:
        return load_safetensors(path.read_bytes())
    except (SafetensorError, OSError) as error:
        raise WeightsError(f"{path.name} is not a valid safetensors file ({error}). Get it again.") from error


def _read_pth(path: Path) -> Mapping[str, Any]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what torch warns of here either does no harm or ends in an error below
            state = torch.load(path, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        raise WeightsError(
            f"{path.name} holds more than numbers, or is damaged; it is not opened, for it could run code. Save the "
            "network's state_dict() with torch.save, or as safetensors, and give that file."
        ) from error
    except DAMAGED as error:
        raise WeightsError(f"{path.name} is not a file that torch.save wrote, or it is damaged ({error}).") from error
    if isinstance(state, Mapping) and isinstance(state.get("state_dict"), Mapping):
        state = state["state_dict"]  # as training scripts save it
    if not isinstance(state, Mapping):
        raise WeightsError(f"{path.name} holds no state_dict. Save the network's state_dict() and give that file.")
    return state


def _fill(backbone: Backbone, state: Mapping[str, Any]) -> None:
    """Puts `state` into the trunk, every key and shape checked first."""
    wanted = backbone.trunk.state_dict()
    for key, own in wanted.items():
        _check(f"{PREFIX}{key}", state.get(f"{PREFIX}{key}"), own, backbone.name)
    known = {f"{PREFIX}{key}" for key in wanted}
    if surplus := sorted(key for key in state if str(key).startswith(PREFIX) and key not in known):
        raise WeightsError(
            f"These weights have a layer {surplus[0]} that {backbone.name} has not: they are another network's. "
            "Choose that network as backbone, or another file."
        )
    backbone.trunk.load_state_dict({key: state[f"{PREFIX}{key}"] for key in wanted})


def _check(key: str, given: object, own: Tensor, name: str) -> None:
    """Raises WeightsError unless `given` can stand where `own` stands."""
    shape = tuple(own.shape)
    if not isinstance(given, Tensor):
        wrong = f"has no {key}, which should hold numbers of shape {shape}"
    elif given.shape != own.shape:
        wrong = f"holds {key} of shape {tuple(given.shape)} where {shape} is expected"
    elif not given.is_floating_point() or not bool(torch.isfinite(given).all()):
        wrong = f"holds {key} with values that are not finite numbers (shape {shape} expected)"
    else:
        return
    raise WeightsError(f"These are not weights of {name}: the file {wrong}. Choose another file or backbone.")


def _digest(trunk: nn.Module) -> str:
    """sha256 over each tensor's name, shape and float32 bytes, in the order of the names."""
    total = hashlib.sha256()
    for key, tensor in sorted(trunk.state_dict().items()):
        total.update(f"{key} {tuple(tensor.shape)} ".encode())
        total.update(tensor.contiguous().numpy().tobytes())
    return total.hexdigest()
