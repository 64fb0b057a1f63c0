"""How a picture is fitted to a network's square input: squashed, or resized and cropped in the middle. No torch."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, get_args

from icnn_engine.core.receptive_field import WHOLE, Region

if TYPE_CHECKING:
    from PIL import Image

Interpolation = Literal["nearest", "bilinear", "bicubic", "lanczos"]
INTERPOLATIONS: tuple[Interpolation, ...] = get_args(Interpolation)
MOST_PIXELS = 1 << 26  # of a resized picture


@dataclass(frozen=True, slots=True)
class Fit:
    """A network's preprocessing, up to the normalisation of colours.

    `size`: side of the input in pixels. `resize`: the shorter side of the picture is resized to this many pixels, and a
    square of `size` is cut out of the middle, as torchvision and timm do; 0: the whole picture is squashed. `keeps`:
    the picture keeps its shape; else it is squashed to a square of `resize` pixels before the middle is cut out.
    """

    size: int
    resize: int = 0
    interpolation: Interpolation = "bilinear"
    keeps: bool = True

    def scaled(self, size: int) -> Fit:
        """Return the same part of the picture at another size of the input."""
        return replace(self, size=size, resize=round(self.resize * size / self.size))

    def resized(self, width: int, height: int) -> tuple[int, int]:
        """Return width and height to which a picture is resized; the longer side is rounded down, as in torchvision."""
        if not self.resize or not self.keeps:
            return self.resize or self.size, self.resize or self.size
        if width <= height:
            return self.resize, int(self.resize * height / width)
        return int(self.resize * width / height), self.resize

    def region(self, width: int, height: int) -> Region:
        """Return the part of a picture of `width` x `height` pixels that is read, in shares of its sides."""
        if not self.resize:
            return WHOLE
        across, down = self.resized(width, height)
        left, top = _middle(across, self.size), _middle(down, self.size)
        return left / across, top / down, (left + self.size) / across, (top + self.size) / down

    def applied(self, image: Image.Image) -> Image.Image:
        """Return the picture, RGB, as the network reads it: `size` x `size` pixels."""
        from PIL import Image

        across, down = self.resized(*image.size)
        method = Image.Resampling[self.interpolation.upper()]
        if across * down > MOST_PIXELS:  # of a strip only the middle is resized, for the whole would not fit in memory
            left, top, right, bottom = self.region(*image.size)
            box = left * image.width, top * image.height, right * image.width, bottom * image.height
            return image.resize((self.size, self.size), method, box)
        resized = image if image.size == (across, down) else image.resize((across, down), method)
        left, top = _middle(across, self.size), _middle(down, self.size)
        return resized.crop((left, top, left + self.size, top + self.size))


def _middle(whole: int, part: int) -> int:
    """Return where a part begins that lies in the middle, rounded as torchvision does."""
    return round((whole - part) / 2.0)
