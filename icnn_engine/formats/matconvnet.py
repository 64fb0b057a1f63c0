"""MatConvNet's networks (imagenet-caffe-alex, imagenet-vgg-m, -vgg-s, -vgg-verydeep-16): convolutions and mean colour.

A file is a list of layers in order. Several networks have convolutions of the same shapes (VGG-M and VGG-S, Caffe's
two AlexNets, VGG-16 and the beginning of VGG-19), so the whole order up to the top convolution is compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from icnn_engine.core.errors import WeightsError
from icnn_engine.core.language import translate
from icnn_engine.formats.matlab import MatError, read_mat

KINDS = {"conv": "a convolution", "relu": "a ReLU", "pool": "a pooling", "normalize": "a response normalisation"}
# The variables and their fields that are read: of new files, then of older ones.
FIELDS = (
    *("layers", "type", "name", "weights", "stride", "param", "meta", "normalization", "averageImage"),
    *("filters", "biases"),
)
SAME = {"lrn": "normalize"}  # an older word


@dataclass(frozen=True, slots=True)
class Expected:
    """A layer as the file must have it: its `kind` in MatConvNet's words (`KINDS`); a convolution's `name`, shape of
    filters (height, width, in, out) and stride; a normalisation's [n, kappa, alpha, beta]."""

    kind: str
    name: str = ""
    shape: tuple[int, ...] = ()
    stride: int = 1
    param: tuple[float, ...] = ()


@dataclass(frozen=True, eq=False)
class Convolution:
    """`filters` (out, in, height, width) and `biases` (out,), float32."""

    filters: np.ndarray
    biases: np.ndarray


def read_matconvnet(
    path: Path, layers: Sequence[Expected], network: str
) -> tuple[dict[str, Convolution], tuple[float, float, float]]:
    """The file's convolutions by name, and the mean colour (red, green, blue, of 0..255) that it subtracts.

    An average image is collapsed to its mean colour: windows are cut from moved pictures, and an image would stay where
    it is. Raises WeightsError that names the layer and the shape expected.
    """
    try:
        content = read_mat(path, FIELDS)
        given = content.get("layers")
        if not isinstance(given, list):
            raise MatError(translate("Errors", "holds no `layers`, as MatConvNet's simple networks do"))
        found = dict(_matched(given, layers))
        colour = _colour(content)
    except MatError as error:
        raise WeightsError(
            translate(
                "Errors", "{path} cannot be used for {network}: the file {error}. Choose another file or backbone."
            ).format(path=path.name, network=network, error=error)
        ) from error
    return found, colour


def _matched(given: list[Any], layers: Sequence[Expected]) -> Iterator[tuple[str, Convolution]]:
    """Each convolution by its name. Raises MatError at the first layer that differs."""
    for place, layer in enumerate(layers):
        if place >= len(given):
            raise MatError(translate("Errors", "ends before {layer}"), layer=_words(layer))
        own = given[place] if isinstance(given[place], dict) else {}
        kind = SAME.get(_text(own, "type"), _text(own, "type"))
        if kind != layer.kind or (layer.name and _text(own, "name") != layer.name):
            found = f"{KINDS.get(kind, kind or 'something unknown')} called '{_text(own, 'name')}'"
            raise MatError(
                translate("Errors", "has {found} as layer {place} where {layer} is expected"),
                found=found,
                place=place + 1,
                layer=_words(layer),
            )
        if layer.kind == "conv":
            yield layer.name, _convolution(own, layer)
        elif layer.kind == "normalize":
            _check_normalisation(own, layer)


def _words(layer: Expected) -> str:
    """A layer for people: 'a convolution called conv2 of shape 5 x 5 x 48 x 256'."""
    named = f"{KINDS[layer.kind]} called {layer.name}" if layer.name else KINDS[layer.kind]
    return f"{named} of shape {_times(layer.shape)}" if layer.shape else named


def _times(shape: Sequence[int]) -> str:
    return " x ".join(map(str, shape))


def _text(layer: dict[str, Any], field: str) -> str:
    value = layer.get(field)
    return value if isinstance(value, str) else ""


def _convolution(own: dict[str, Any], layer: Expected) -> Convolution:
    """MatConvNet correlates as torch does, and its groups lie in the same order: only axes differ."""
    weights = own.get("weights")
    pair = weights if isinstance(weights, list) else [own.get("filters"), own.get("biases")]  # older files
    filters, biases = (*pair, None, None)[:2]
    kernel = _numbers(filters, layer.shape, f"{layer.name} with filters")
    stride = own.get("stride", layer.stride)
    if not isinstance(stride, np.ndarray | int) or set(np.ravel(stride).tolist()) != {layer.stride}:
        raise MatError(
            translate("Errors", "holds {layer} with another stride than {stride}: it is another network's"),
            layer=layer.name,
            stride=layer.stride,
        )
    return Convolution(kernel.transpose(3, 2, 0, 1), _numbers(biases, layer.shape[3:], f"{layer.name} with biases"))


def _numbers(value: object, shape: tuple[int, ...], what: str) -> np.ndarray:
    """float32 of `shape`; axes of length one, which MATLAB drops or adds as it likes, are not compared."""
    wanted = f"{_times(shape)} is expected"
    if not isinstance(value, np.ndarray):
        raise MatError(
            translate("Errors", "holds {what} that are missing or too large to be read, where {wanted}"),
            what=what,
            wanted=wanted,
        )
    if [n for n in value.shape if n != 1] != [n for n in shape if n != 1]:
        raise MatError(
            translate("Errors", "holds {what} of shape {shape} where {wanted}"),
            what=what,
            shape=_times(value.shape),
            wanted=wanted,
        )
    numbers = value.astype(np.float32).reshape(shape)
    if not np.isfinite(numbers).all():
        raise MatError(
            translate("Errors", "holds {what} that are not finite numbers ({wanted})"), what=what, wanted=wanted
        )
    return numbers


def _check_normalisation(own: dict[str, Any], layer: Expected) -> None:
    param = own.get("param")
    given = np.ravel(param).astype(float) if isinstance(param, np.ndarray) else np.empty(0)
    if given.shape != (4,) or not np.allclose(given, layer.param, rtol=1e-3):
        said = "[" + " ".join(f"{number:g}" for number in layer.param) + "]"
        raise MatError(
            translate("Errors", "normalises with {tolist} in '{own}' where {said} is expected"),
            tolist=given.tolist(),
            own=_text(own, "name"),
            said=said,
        )


def _colour(content: dict[str, Any]) -> tuple[float, float, float]:
    """Mean colour of meta.normalization.averageImage (older files: of normalization), H x W x 3, 1 x 1 x 3 or 3."""
    meta = content.get("meta")
    normalisation = meta.get("normalization") if isinstance(meta, dict) else content.get("normalization")
    average = normalisation.get("averageImage") if isinstance(normalisation, dict) else None
    if not isinstance(average, np.ndarray) or not average.size or 3 not in (average.size, average.shape[-1]):
        raise MatError(translate("Errors", "has no meta.normalization.averageImage of height x width x 3 or 3 numbers"))
    red, green, blue = average.reshape(-1, 3).astype(float).mean(0).tolist()
    if not all(0 <= value <= 255 for value in (red, green, blue)):  # also refuses what is not a number
        raise MatError(translate("Errors", "has a meta.normalization.averageImage that is no colour of 0..255"))
    return red, green, blue
