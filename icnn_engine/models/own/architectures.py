"""Networks by the name of their architecture: torchvision's classifiers, and timm's where timm is installed."""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any, cast

from torch import nn

from icnn_engine.core.errors import WeightsError
from icnn_engine.core.fitting import INTERPOLATIONS, Fit, Interpolation
from icnn_engine.core.language import translate
from icnn_engine.models.backbones import IMAGENET_MEAN, IMAGENET_STD, Colour
from icnn_engine.models.backbones.densenet import rename as rename_densenet
from icnn_engine.models.backbones.torchvision_models import models

TIMM = "timm/"  # prefix of timm's names
IMAGENET_ANSWERS = 1000


@dataclass(frozen=True, slots=True)
class Preprocessing:
    """How a network's input is made of a picture: fitted to a square, then (x / 255 - mean) / std of RGB."""

    fit: Fit
    mean: Colour = IMAGENET_MEAN
    std: Colour = IMAGENET_STD


USUAL = Preprocessing(Fit(224, 256))


@dataclass(frozen=True)
class Architecture:
    """A network without weights.

    `make(answers)` makes it with random weights; `preprocessing`: of the weights that its authors published; `names`:
    of its 1000 answers, empty where they are not known; `rename`: today's key for a key of an older file.
    """

    name: str
    make: Callable[[int], nn.Module]
    preprocessing: Preprocessing
    names: tuple[str, ...] = ()
    rename: Callable[[str], str] = str


@cache
def torchvision_names() -> tuple[str, ...]:
    """Return the names of torchvision's classifiers of pictures."""
    return tuple(models.list_models(module=models))


def architecture(name: str) -> Architecture:
    """Return an architecture by its name: 'resnet50' of torchvision, 'timm/resnet50' or any other name of timm.

    Raises WeightsError where there is none, with the names most like it.
    """
    if name in torchvision_names():
        return _of_torchvision(name)
    bare = name.removeprefix(TIMM)
    timm = _timm(required=name.startswith(TIMM))
    if timm is not None and timm.is_model(bare):
        return _of_timm(timm, bare)
    known = [*torchvision_names(), *(timm.list_models() if timm else ())]
    alike = ", ".join(get_close_matches(bare, known, 4, 0.5) or torchvision_names()[:4])
    words = translate("Errors", "There is no architecture called '{name}'. The names most like it are {alike}. {more}")
    more = "" if timm else translate("Errors", "The names of timm are known where timm is installed: {command}.")
    raise WeightsError(words.format(name=name, alike=alike, more=more.format(command=INSTALL)).rstrip())


INSTALL = "python -m pip install timm"


def _timm(required: bool) -> ModuleType | None:
    """Return timm, None where it is not installed. Raises WeightsError if it is required."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # deprecations inside timm
            return import_module("timm")
    except ImportError:
        if not required:
            return None
        words = translate("Errors", "timm is not installed. Install it first: {command}.")
        raise WeightsError(words.format(command=INSTALL)) from None


def _of_torchvision(name: str) -> Architecture:
    weights = models.get_model_weights(name).DEFAULT
    found = weights.transforms()
    fit = Fit(found.crop_size[0], found.resize_size[0], cast(Interpolation, found.interpolation.value))
    preprocessing = Preprocessing(fit, _colour(found.mean), _colour(found.std))
    old = name.startswith("densenet")
    names = tuple(weights.meta["categories"])
    return Architecture(name, lambda answers: _made(name, answers), preprocessing, names, _densenet if old else str)


# Of googlenet and inception_v3. Their published weights, and what is trained on from them, normalise the input again
# (`transform_input`). Their first weights are drawn by SciPy otherwise, which takes half a minute.
INCEPTION = {"transform_input": True, "init_weights": False}


def _made(name: str, answers: int) -> nn.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        own = INCEPTION if name in ("googlenet", "inception_v3") else {}
        made: nn.Module = models.get_model(name, weights=None, num_classes=answers, **own)
    return made


def _densenet(key: str) -> str:
    """Return today's key: torchvision's files of DenseNet have older ones."""
    return rename_densenet(re.sub(r"^module\.", "", key))


def _of_timm(timm: Any, name: str) -> Architecture:
    def make(answers: int) -> nn.Module:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            made: nn.Module = timm.create_model(name, pretrained=False, num_classes=answers)
        return made

    settings = timm.get_pretrained_cfg(name, allow_unregistered=True)
    return Architecture(f"{TIMM}{name}", make, _timm_preprocessing(settings.to_dict() if settings else {}))


def _timm_preprocessing(settings: dict[str, Any]) -> Preprocessing:
    """Return timm's preprocessing for testing: the shorter side resized to floor(size / crop_pct), then a crop."""
    size = int(settings.get("input_size", (3, 224, 224))[-1])
    share = float(settings.get("crop_pct") or 0.875)
    method = str(settings.get("interpolation") or "bicubic")
    interpolation: Interpolation = next((one for one in INTERPOLATIONS if one == method), "bicubic")
    is_squashed = settings.get("crop_mode") == "squash"
    resize = 0 if is_squashed and share == 1 else int(size / share)
    mean, std = settings.get("mean", IMAGENET_MEAN), settings.get("std", IMAGENET_STD)
    return Preprocessing(Fit(size, resize, interpolation, not is_squashed), _colour(mean), _colour(std))


def _colour(values: Any) -> Colour:
    red, green, blue = (float(value) for value in values)
    return red, green, blue
