"""Reads convolutions and mean colour of MatConvNet's networks: imagenet-caffe-alex, -vgg-m, -vgg-s, -vgg-verydeep-16.

A file holds a list of layers. Several networks have convolutions of the same shapes (VGG-M and VGG-S, Caffe's two
AlexNets, VGG-16 and the beginning of VGG-19), so all layers up to the last convolution are compared.
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
# The variables and fields to read: of new files, then of older ones.
FIELDS = (
    *("layers", "type", "name", "weights", "stride", "param", "meta", "normalization", "averageImage"),
    *("filters", "biases"),
)
SAME = {"lrn": "normalize"}  # older name


@dataclass(frozen=True, slots=True)
class Expected:
    """A layer that the file must have.

    `kind` is MatConvNet's type (see `KINDS`). A convolution has a `name`, the shape of its filters (height, width, in,
    out) and a stride, a normalisation the `param` [n, kappa, alpha, beta].
    """

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
    """Return the convolutions of a file by name, and the mean colour (red, green, blue, 0..255) to subtract.

    An average image is reduced to its mean colour, as an image would not move with crops of the pictures. Raises
    WeightsError that names the layer and the expected shape.
    """
    try:
        content = read_mat(path, FIELDS)
        stored = content.get("layers")
        if not isinstance(stored, list):
            raise MatError(translate("Errors", "holds no `layers`, as MatConvNet's simple networks do"))
        return dict(_matched(stored, layers)), _colour(content)
    except MatError as error:
        raise WeightsError(
            translate(
                "Errors", "{path} cannot be used for {network}: the file {error}. Choose another file or backbone."
            ).format(path=path.name, network=network, error=error)
        ) from error


def _matched(stored: list[Any], layers: Sequence[Expected]) -> Iterator[tuple[str, Convolution]]:
    """Yield name and weights of each convolution. Raises MatError at the first layer that differs."""
    for i, layer in enumerate(layers):
        if i >= len(stored):
            raise MatError(translate("Errors", "ends before {layer}"), layer=_words(layer))
        own = stored[i] if isinstance(stored[i], dict) else {}
        kind = SAME.get(_text(own, "type"), _text(own, "type"))
        if kind != layer.kind or (layer.name and _text(own, "name") != layer.name):
            actual = f"{KINDS.get(kind, kind or 'something unknown')} called '{_text(own, 'name')}'"
            raise MatError(
                translate("Errors", "has {found} as layer {place} where {layer} is expected"),
                found=actual,
                place=i + 1,
                layer=_words(layer),
            )
        if layer.kind == "conv":
            yield layer.name, _convolution(own, layer)
        elif layer.kind == "normalize":
            _check_normalisation(own, layer)


def _words(layer: Expected) -> str:
    """Describe a layer: 'a convolution called conv2 of shape 5 x 5 x 48 x 256'."""
    named = f"{KINDS[layer.kind]} called {layer.name}" if layer.name else KINDS[layer.kind]
    return f"{named} of shape {_times(layer.shape)}" if layer.shape else named


def _times(shape: Sequence[int]) -> str:
    return " x ".join(map(str, shape))


def _text(layer: dict[str, Any], field: str) -> str:
    value = layer.get(field)
    return value if isinstance(value, str) else ""


def _convolution(own: dict[str, Any], layer: Expected) -> Convolution:
    """Return a convolution. MatConvNet and torch differ only in the order of axes, not in correlation or groups."""
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
    """Return float32 of `shape`; axes of length one, which MATLAB drops or adds, are not compared."""
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
        raise MatError(
            translate("Errors", "normalises with {tolist} in '{own}' where {said} is expected"),
            tolist=given.tolist(),
            own=_text(own, "name"),
            said=f"[{' '.join(f'{number:g}' for number in layer.param)}]",
        )


def _colour(content: dict[str, Any]) -> tuple[float, float, float]:
    """Return the mean of meta.normalization.averageImage (older files: normalization): H x W x 3, 1 x 1 x 3 or 3."""
    meta = content.get("meta")
    normalisation = meta.get("normalization") if isinstance(meta, dict) else content.get("normalization")
    average = normalisation.get("averageImage") if isinstance(normalisation, dict) else None
    if not isinstance(average, np.ndarray) or not average.size or 3 not in (average.size, average.shape[-1]):
        raise MatError(translate("Errors", "has no meta.normalization.averageImage of height x width x 3 or 3 numbers"))
    red, green, blue = average.reshape(-1, 3).astype(float).mean(0).tolist()
    if not all(0 <= value <= 255 for value in (red, green, blue)):  # also refuses what is not a number
        raise MatError(translate("Errors", "has a meta.normalization.averageImage that is no colour of 0..255"))
    return red, green, blue
