"""Opens a network of the user's own, and makes the backbone that ends at one of its layers."""

from __future__ import annotations

import copy
import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from icnn_engine.core.errors import WeightsError
from icnn_engine.core.language import translate
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.models.backbones import Backbone
from icnn_engine.models.backbones.torchvision_models import models
from icnn_engine.models.own.architectures import USUAL, Architecture, Preprocessing, architecture
from icnn_engine.models.own.factory import made_by
from icnn_engine.models.own.layer_field import receptive_field
from icnn_engine.models.own.layers import Layer, answers_of, chosen_layer, layers_of_network, output_of
from icnn_engine.models.own.recognition import recognised_words
from icnn_engine.models.own.states import fill, loaded
from icnn_engine.models.own.suggestion import suggested_layer
from icnn_engine.models.weight_files import existing, read_file


@dataclass(frozen=True, eq=False)
class OwnNetwork:
    """A network of the user's own, in eval mode, on the CPU.

    `layers`: those whose output has places, in the order of computing; `names`: of its answers, as far as they are
    known without a folder; `answers`: their number; `digest` (hex): of its weights; `notes`: for the user.
    """

    source: NetworkSource
    module: nn.Module
    preprocessing: Preprocessing
    layers: tuple[Layer, ...]
    answers: int
    names: tuple[str, ...]
    digest: str
    notes: tuple[str, ...] = ()

    @cached_property
    def layer(self) -> Layer:
        """The chosen layer, the suggested one if none is named. Raises WeightsError."""
        if not self.source.layer:
            return suggested_layer(self.module, self.layers, self.preprocessing.fit.size)
        return chosen_layer(self.module, self.layers, self.source.layer)

    def backbone(self) -> Backbone:
        """Return the network up to the chosen layer."""
        layer, fit = self.layer, self.preprocessing.fit
        return Backbone(
            name=f"own-{self.source.title.replace('/', '-')}",
            trunk=LayerTrunk(self.module, layer),
            channels=layer.channels,
            input_size=fit.size,
            cells=layer.cells,
            field=receptive_field(self.module, layer, fit.size),
            mean=self.preprocessing.mean,
            std=self.preprocessing.std,
            top=layer.name,
            pool=(2, 2),
            rate=1,
            full_batch=32,
            is_folded=False,
        )

    def untrained(self, seed: int) -> OwnNetwork:
        """Return the same network with random weights: those its architecture begins with, of a factory's network
        torch's own first weights of each layer."""
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed + 1)  # others than those of 'scratch'
            if self.source.architecture:
                module = architecture(self.source.architecture).make(self.answers)
            else:
                module = copy.deepcopy(self.module)
                for part in module.modules():
                    reset = getattr(part, "reset_parameters", None) or getattr(part, "_reset_parameters", None)
                    if callable(reset):
                        reset()
        return replace(self, module=module.eval().requires_grad_(False))


class LayerTrunk(nn.Module):
    """A network up to one of its layers: (N, 3, S, S) -> (N, C, n, n)."""

    def __init__(self, network: nn.Module, layer: Layer) -> None:
        super().__init__()
        self.network, self.layer = network, layer

    def forward(self, pixels: Tensor) -> Tensor:
        return self.layer.maps(output_of(self.network, self.layer.name, pixels))


def open_network(source: NetworkSource) -> OwnNetwork:
    """Open a network of the user's own.

    Parameters
    ----------
    source
        Its architecture and weights, or its factory.

    Returns
    -------
    OwnNetwork
        Ready to be looked at.

    Raises
    ------
    WeightsError
        There is no such architecture or file, the weights are of another network, the factory fails, or the network
        does not classify pictures of this size.
    UntrustedCodeError
        The user has not confirmed the factory's file.
    """
    module, usual, names, notes = _by_factory(source) if source.factory else _by_architecture(source)
    preprocessing = _preprocessing(source, usual)
    _ensure_plain(module, source.title)
    module.to("cpu").float().eval().requires_grad_(False)
    layers = layers_of_network(module, preprocessing.fit.size)
    answers = _answers(module, preprocessing.fit.size)
    given = read_names(Path(source.names)) if source.names else ()
    if given and len(given) != answers:
        words = translate("Errors", "{path} names {count} answers, the network has {answers}.")
        raise WeightsError(words.format(path=source.names, count=len(given), answers=answers))
    known = given or (names if len(names) == answers else ())
    return OwnNetwork(source, module, preprocessing, layers, answers, known, state_digest(module), notes)


def _ensure_plain(module: nn.Module, title: str) -> None:
    """Raise WeightsError unless a network's weights are plain tensors, as a quantised one's are not."""
    odd = [key for key, value in module.state_dict().items() if not isinstance(value, Tensor) or value.is_quantized]
    if odd:
        words = translate("Errors", "{key} of {title} is no plain tensor: give the network before it is quantised.")
        raise WeightsError(words.format(key=odd[0], title=title))


def _by_architecture(source: NetworkSource) -> tuple[nn.Module, Preprocessing, tuple[str, ...], tuple[str, ...]]:
    known = architecture(source.architecture)
    module, notes = _weighted(source, known)
    return module, known.preprocessing, known.names, notes


def _weighted(source: NetworkSource, known: Architecture) -> tuple[nn.Module, tuple[str, ...]]:
    match source.weights:
        case "scratch":
            with torch.random.fork_rng(devices=[]):
                torch.manual_seed(0)
                return known.make(len(known.names) or 1000), ()
        case "torchvision":
            return loaded(known, _downloaded(source.architecture))
    state = read_file(existing(Path(source.weights).expanduser()))
    try:
        return loaded(known, state)
    except WeightsError as error:
        if hint := recognised_words(state, known.name):
            raise WeightsError(f"{error} {hint}") from None
        raise


def _downloaded(name: str) -> Any:
    from urllib.error import URLError

    if name.startswith("timm/"):
        raise WeightsError(translate("Errors", "torchvision has no weights of timm's networks: give a file."))
    weights = models.get_model_weights(name).DEFAULT
    try:
        return weights.get_state_dict(progress=False, check_hash=True, map_location="cpu", weights_only=True)
    except (URLError, OSError, RuntimeError) as error:
        words = translate(
            "Errors",
            "torchvision's weights of {name} could not be downloaded ({error}). Check the connection, or download "
            "{url} on another machine and give the file's path as weights.",
        )
        raise WeightsError(words.format(name=name, error=error, url=weights.url)) from error


def _by_factory(source: NetworkSource) -> tuple[nn.Module, Preprocessing, tuple[str, ...], tuple[str, ...]]:
    module, _ = made_by(source.factory)
    notes: tuple[str, ...] = ()
    if source.weights:
        notes = fill(module, read_file(existing(Path(source.weights).expanduser())), source.title)
    return module, USUAL, (), notes


def _preprocessing(source: NetworkSource, usual: Preprocessing) -> Preprocessing:
    """Return the usual preprocessing with what the source says otherwise."""
    fit = usual.fit.scaled(source.input_size) if source.input_size else usual.fit
    if source.resize is not None:
        fit = replace(fit, resize=source.resize, keeps=True)
    fit = replace(fit, interpolation=source.interpolation or fit.interpolation)
    if 0 < fit.resize < fit.size:
        words = translate(
            "Errors", "A picture resized to {resize} pixels is smaller than the input, {size}: give 0, or more."
        )
        raise WeightsError(words.format(resize=fit.resize, size=fit.size))
    std = source.std or usual.std
    if min(std) <= 0:
        raise WeightsError(translate("Errors", "The standard deviations of the colours must be above 0."))
    return Preprocessing(fit, source.mean or usual.mean, std)


@torch.inference_mode()
def _answers(module: nn.Module, size: int) -> int:
    return int(answers_of(module(torch.zeros(2, 3, size, size))).shape[1])


def read_names(path: Path) -> tuple[str, ...]:
    """Return the names of answers in a file: one a line, or JSON: a list, or {"0": "fox", …}. Raises WeightsError."""
    try:
        text = path.expanduser().read_text("utf-8-sig")
        if path.suffix.lower() != ".json":
            return tuple(line.strip() for line in text.splitlines() if line.strip())
        found = json.loads(text)
        values = [found[key] for key in sorted(found, key=int)] if isinstance(found, dict) else found
        return tuple(str(value) for value in values)
    except (OSError, UnicodeDecodeError, ValueError, TypeError) as error:
        words = translate("Errors", "The names of the answers in {path} cannot be read ({error}): give one a line.")
        raise WeightsError(words.format(path=path, error=error)) from None


def state_digest(module: nn.Module) -> str:
    """Return sha256 (hex) over each tensor's name, shape and bytes, in the order of the names."""
    total = hashlib.sha256()
    for key, tensor in sorted(module.state_dict().items()):
        total.update(f"{key} {tuple(tensor.shape)} {tensor.dtype} ".encode())
        total.update(tensor.contiguous().cpu().view(-1).view(torch.uint8).numpy().tobytes())
    return total.hexdigest()


def names_with_folder(network: OwnNetwork, categories: Sequence[str]) -> tuple[str, ...]:
    """Return a name for each answer: those known, else a folder's categories if there are as many, else numbers."""
    if network.names:
        return network.names
    if len(categories) == network.answers:
        return tuple(categories)
    return tuple(translate("Errors", "answer {number}").format(number=number) for number in range(network.answers))
