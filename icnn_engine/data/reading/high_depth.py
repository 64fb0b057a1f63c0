"""A picture of more than 8 bits, or of signed numbers or floats, with all of its values, and how it becomes 8 bits."""

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

LEVELS = "partscope levels"  # where the image of a deep picture keeps its levels among its remarks


@dataclass(frozen=True, eq=False)
class HighDepthPicture:
    """A decoded picture. `values`: (H, W) grey or (H, W, 3) RGB of any kind of number. `alpha`: (H, W) uint8, 255 where
    it is opaque, or None; `premultiplied`: the colours are multiplied by it. `claimed`: the least and the greatest
    value that the file's tags name, or None. `inverted`: its least value is white. `no_value`: the mark of pixels that
    hold no value, or None."""

    values: np.ndarray
    alpha: np.ndarray | None = None
    premultiplied: bool = False
    claimed: tuple[float, float] | None = None
    inverted: bool = False
    no_value: float | None = None

    def image(self, brightness: tuple[Brightness, ...] | None) -> Image.Image:
        """The picture in 8 bits as a folder's rule has it, or by its own levels where that says nothing of its kind:
        those are then among its remarks. None: as it was read before there was such a rule."""
        known = known_values(self.values, self.no_value)
        levels, kind = None, kind_of(self.values)
        rule = own_brightness(self.values) if brightness is None else None
        rule = next((one for one in brightness or () if one.kind == kind), rule)
        if rule is None:
            levels = self._levels(known)
            rule = brightness_of([levels])[0]
        eight = to_eight_bits(self.values, rule)
        if self.inverted:
            eight = 255 - eight
        if not known.all():
            eight[~known & ~np.isinf(self.values)] = 0
        image = self._laid(eight)
        if levels:
            image.info[LEVELS] = levels
        return image

    def _levels(self, known: np.ndarray) -> Brightness:
        """The least and the greatest value: what the tags claim where the values bear it out, else those found."""
        if self.alpha is not None:
            known = known & (self.alpha > 0).reshape(self.alpha.shape + (1,) * (known.ndim - 2))
        found = levels_of(self.values, known)
        if self.claimed is None:
            return found
        low, high = self.claimed
        whole = self.values.dtype.kind in "iu" and high >= np.iinfo(self.values.dtype).max  # what many write anyway
        fits = -np.inf < low <= found.black and found.white <= high < np.inf and low < high
        return Brightness(found.kind, low, high) if fits and not whole else found

    def _laid(self, eight: np.ndarray) -> Image.Image:
        """An image of values in 8 bits, with its transparency."""
        from PIL import Image

        if self.alpha is None:
            return Image.fromarray(eight)
        colours = eight if eight.ndim == 3 else np.stack([eight] * 3, -1)
        laid = np.concatenate([colours, self.alpha[..., None]], -1)
        mode = "RGBa" if self.premultiplied else "RGBA"
        return Image.frombytes(mode, (laid.shape[1], laid.shape[0]), laid.tobytes())
