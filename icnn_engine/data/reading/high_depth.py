"""A decoded picture of more than 8 bits, of signed numbers or of floats, and its conversion to 8 bits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from icnn_engine.core.annotations import Brightness
from icnn_engine.data.reading.brightness import (
    brightness_of,
    kind_of,
    known_values,
    levels_of,
    own_brightness,
    to_eight_bits,
)

if TYPE_CHECKING:
    from PIL import Image

LEVELS = "partscope levels"  # key of Image.info that holds the levels of a picture of more than 8 bits


@dataclass(frozen=True, eq=False)
class HighDepthPicture:
    """A decoded picture.

    `values` are (H, W) grey or (H, W, 3) RGB of any kind of number; `alpha` is (H, W) uint8, 255 for opaque, or None,
    and `premultiplied` says whether the colours are multiplied by it. `claimed` is the (minimum, maximum) that the
    file's tags name, or None; `inverted` says whether its minimum is white; `no_value` marks pixels without a value.
    """

    values: np.ndarray
    alpha: np.ndarray | None = None
    premultiplied: bool = False
    claimed: tuple[float, float] | None = None
    inverted: bool = False
    no_value: float | None = None

    def image(self, brightness: tuple[Brightness, ...] | None) -> Image.Image:
        """Return the picture in 8 bits.

        It is scaled by the folder's range for its kind of number. If there is none, by its own levels, which `info` of
        the image then holds. None: as earlier versions read it, see `own_brightness`.
        """
        known = known_values(self.values, self.no_value)
        rules = {rule.kind: rule for rule in brightness or ()}
        info: dict[str, Brightness] = {}
        if brightness is None:
            rule = own_brightness(self.values)
        elif (kind := kind_of(self.values)) in rules:
            rule = rules[kind]
        else:
            info[LEVELS] = self._levels(known)
            rule = brightness_of(info.values())[0]
        eight = to_eight_bits(self.values, rule)
        if self.inverted:
            eight = 255 - eight
        if not known.all():
            eight[~known & ~np.isinf(self.values)] = 0
        image = self._with_alpha(eight)
        image.info.update(info)
        return image

    def _levels(self, known: np.ndarray) -> Brightness:
        """Return the range that the tags claim if the values lie in it, else that of the values."""
        if self.alpha is not None:
            known = known & (self.alpha > 0).reshape(self.alpha.shape + (1,) * (known.ndim - 2))
        actual = levels_of(self.values, known)
        if self.claimed is None:
            return actual
        low, high = self.claimed
        whole = self.values.dtype.kind in "iu" and high >= np.iinfo(self.values.dtype).max  # many write this anyway
        fits = -np.inf < low <= actual.black and actual.white <= high < np.inf and low < high
        return Brightness(actual.kind, low, high) if fits and not whole else actual

    def _with_alpha(self, eight: np.ndarray) -> Image.Image:
        from PIL import Image

        if self.alpha is None:
            return Image.fromarray(eight)
        colours = eight if eight.ndim == 3 else np.stack([eight] * 3, -1)
        pixels = np.concatenate([colours, self.alpha[..., None]], -1)
        mode = "RGBa" if self.premultiplied else "RGBA"
        return Image.frombytes(mode, (pixels.shape[1], pixels.shape[0]), pixels.tobytes())
