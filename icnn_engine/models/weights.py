"""Loads weights into a backbone: bundled, torchvision's, from a file, or random. Never runs code from a file."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any, cast, get_args
from urllib.error import URLError

import torch
from safetensors.torch import load as load_safetensors
from torch import Tensor, nn

from icnn_engine.core.config import OFFERED_WEIGHTS, BackboneName
from icnn_engine.core.errors import WeightsError
from icnn_engine.core.language import translate
from icnn_engine.formats.matconvnet import Expected, read_matconvnet
from icnn_engine.models.backbones import CAFFE_STD, DESIGNS, Backbone, Design, make_backbone
from icnn_engine.models.backbones.torchvision_models import models
from icnn_engine.models.weight_files import existing, read_file

BUNDLED: dict[BackboneName, str] = {
    "efficientnet_lite0": "weights/efficientnet_lite0.safetensors",
    "squeezenet1_1": "weights/squeezenet1_1.safetensors",
}
UNUSED_COUNT = "num_batches_tracked"  # of batch normalisation in training; older files have none


def is_pretrained(weights: str) -> bool:
    """Whether `weights`, as `load_backbone` takes it, have learned anything: only random ones have not."""
    return weights != "scratch"


def load_backbone(name: BackboneName, weights: str, seed: int) -> tuple[Backbone, str]:
    """Load a backbone.

    Parameters
    ----------
    name : BackboneName
    weights : str
        'bundled', 'torchvision', 'scratch' (random, by `seed`), or the path of a file: .safetensors or .pth with
        torchvision's keys (for EfficientNet-Lite0 the package's; for Caffe's networks `features.conv1.weight` and so
        on), or MatConvNet's .mat, whose mean colour becomes the backbone's `mean`.
    seed : int
        Seed of random weights.

    Returns
    -------
    Backbone
        In eval mode, without gradients for its weights, channels-last.
    str
        Digest (hex) of the weights, independent of the file they came from.

    Raises
    ------
    WeightsError
        The file is missing, damaged or of another network.
    """
    if name not in get_args(BackboneName):
        raise WeightsError(
            translate("Errors", "There is no backbone called '{name}'. Choose one of {backbonename}.").format(
                name=name, backbonename=", ".join(get_args(BackboneName))
            )
        )
    backbone = make_backbone(name, seed)
    if Path(weights).suffix.lower() == ".mat":
        backbone = _with_matconvnet(backbone, existing(Path(weights).expanduser()))
    elif is_pretrained(weights):
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
    return read_file(existing(Path(weights).expanduser()))


def _read_bundled(name: BackboneName) -> Mapping[str, Tensor]:
    _offered(name, "bundled")
    return load_safetensors(files("resources").joinpath(BUNDLED[name]).read_bytes())


def _download(name: BackboneName) -> Mapping[str, Tensor]:
    """torchvision's own weights, from its cache on this machine or over the network.

    The first of ResNet-50's two sets: the one that published comparisons use.
    """
    _offered(name, "torchvision")
    choice = models.get_model_weights(name).IMAGENET1K_V1
    try:
        state: Mapping[str, Tensor] = choice.get_state_dict(
            progress=False, check_hash=True, map_location="cpu", weights_only=True
        )
    except (URLError, OSError, RuntimeError) as error:
        raise WeightsError(
            translate(
                "Errors",
                "torchvision's weights of {name} could not be downloaded ({error}). Check the connection, or download "
                "{url} on another machine and give the file's path as weights. The bundled weights of {bundled} need "
                "no network.",
            ).format(name=name, error=error, url=choice.url, bundled=", ".join(BUNDLED))
        ) from error
    return state


def _offered(name: BackboneName, weights: str) -> None:
    """Raises WeightsError, saying what there is, unless the backbone has such weights."""
    if weights in OFFERED_WEIGHTS[name]:
        return
    owners = ", ".join(owner for owner, offered in OFFERED_WEIGHTS.items() if weights in offered)
    own = "".join(f"'{choice}', " for choice in OFFERED_WEIGHTS[name])
    file = ".safetensors, .pth or MatConvNet's .mat" if DESIGNS[name].matconvnet else ".safetensors or .pth"
    raise WeightsError(
        translate(
            "Errors",
            "There are no weights '{weights}' of {name}, only of {owners}. Choose {own}a file "
            "({file}) or 'scratch', or another backbone.",
        ).format(weights=weights, name=name, owners=owners, own=own, file=file)
    )


def _design(backbone: Backbone) -> Design:
    return DESIGNS[cast(BackboneName, backbone.name)]


def _fill(backbone: Backbone, state: Mapping[str, Any]) -> None:
    """Puts `state` into the trunk, every key and shape checked first."""
    design = _design(backbone)
    given = {design.rename(str(key)): value for key, value in state.items()}
    wanted = {key: own for key, own in backbone.trunk.state_dict().items() if not key.endswith(UNUSED_COUNT)}
    for key, own in wanted.items():
        _check(f"{design.prefix}{key}", given.get(f"{design.prefix}{key}"), own, backbone.name)
    _refuse_others(backbone, given, {f"{design.prefix}{key}" for key in wanted})
    backbone.trunk.load_state_dict({key: given[f"{design.prefix}{key}"] for key in wanted}, strict=False)


def _refuse_others(backbone: Backbone, given: Mapping[str, Any], known: set[str]) -> None:
    """Raises WeightsError where the file has layers beside those of the trunk that are not above it either."""
    design = _design(backbone)
    own = (key for key in given.keys() - known if key.startswith(design.prefix))
    if surplus := sorted(key for key in own if not key.startswith(design.unused) and not key.endswith(UNUSED_COUNT)):
        raise WeightsError(
            translate(
                "Errors",
                "These weights have a layer {surplus} that {backbone} has not: they are another "
                "network's. Choose that network as backbone, or another file.",
            ).format(surplus=surplus[0], backbone=backbone.name)
        )


def _with_matconvnet(backbone: Backbone, path: Path) -> Backbone:
    """The backbone with the convolutions and the mean colour of MatConvNet's file."""
    names = _design(backbone).matconvnet
    if not names:
        owners = ", ".join(name for name, design in DESIGNS.items() if design.matconvnet)
        raise WeightsError(
            translate(
                "Errors",
                "{path} cannot be used for {backbone}: MatConvNet's files are read for {owners}. "
                "Choose one of these as backbone, or other weights.",
            ).format(path=path.name, backbone=backbone.name, owners=owners)
        )
    found, colour = read_matconvnet(path, _expected(backbone.trunk, names), backbone.name)
    convolutions = [module for module in backbone.trunk.modules() if isinstance(module, nn.Conv2d)]
    with torch.no_grad():
        for name, module in zip(names, convolutions, strict=True):
            module.weight.copy_(torch.from_numpy(found[name].filters.copy()))
            assert module.bias is not None, "MatConvNet's networks have biases"
            module.bias.copy_(torch.from_numpy(found[name].biases.copy()))
    red, green, blue = (value / 255 for value in colour)  # x - colour = (x / 255 - colour / 255) / (1 / 255)
    return replace(backbone, mean=(red, green, blue), std=CAFFE_STD)


def _expected(trunk: nn.Module, names: Sequence[str]) -> list[Expected]:
    """The layers of a trunk as MatConvNet's file must have them."""
    layers, left = [], iter(names)
    for module in trunk.children():
        match module:
            case nn.Conv2d():
                out, channels, height, width = module.weight.shape
                layers.append(Expected("conv", next(left), (height, width, channels, out), module.stride[0]))
            case nn.LocalResponseNorm():  # torch's alpha is divided by the number of neighbours, MatConvNet's is not
                param = (module.size, module.k, module.alpha / module.size, module.beta)
                layers.append(Expected("normalize", param=param))
            case nn.MaxPool2d():
                layers.append(Expected("pool"))
            case nn.ReLU():
                layers.append(Expected("relu"))
    return layers


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
    raise WeightsError(
        translate(
            "Errors", "These are not weights of {name}: the file {wrong}. Choose another file or backbone."
        ).format(name=name, wrong=wrong)
    )


def _digest(trunk: nn.Module) -> str:
    """sha256 over each tensor's name, shape and float32 bytes, in the order of the names."""
    total = hashlib.sha256()
    for key, tensor in sorted(trunk.state_dict().items()):
        total.update(f"{key} {tuple(tensor.shape)} ".encode())
        total.update(tensor.contiguous().numpy().tobytes())
    return total.hexdigest()
