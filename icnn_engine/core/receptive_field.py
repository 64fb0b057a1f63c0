"""Receptive fields: where a cell of a feature map lies in the picture. No torch.

Positions are pixels of the network's input, 0-based: pixel p has its centre at p. Axes are alike (square maps).
Regions of a picture are (left, top, right, bottom) as shares 0..1 of its width and height.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

Pixels = Annotated[int, Field(ge=1, le=10**6)]  # a side of a picture; bounds of values read from files
Cells = Annotated[int, Field(ge=1, le=512, strict=True)]  # a side of a map
Region = tuple[float, float, float, float]

WHOLE: Region = (0.0, 0.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class LayerGeometry:
    """Kernel, stride, padding (at the left and top) and dilation of a layer, in cells of its input."""

    kernel: int
    stride: int = 1
    padding: int = 0
    dilation: int = 1


@dataclass(frozen=True, slots=True)
class ReceptiveField:
    """Theoretical receptive field of cell l: `size` pixels centred on `start + stride * l`."""

    size: int = 1
    stride: int = 1
    start: float = 0.0


def compose(layers: Iterable[LayerGeometry], field: ReceptiveField = ReceptiveField()) -> ReceptiveField:
    """Return the receptive field of a cell after some layers (Le et al. 2017, eq. 1-3).

    Parameters
    ----------
    layers : iterable of LayerGeometry
        In the order in which they are applied.
    field : ReceptiveField
        Of a cell of the first layer's input; by default a pixel.

    Returns
    -------
    ReceptiveField
        In pixels of the network's input.
    """
    for layer in layers:
        reach = layer.dilation * (layer.kernel - 1)
        field = ReceptiveField(
            size=field.size + reach * field.stride,
            stride=field.stride * layer.stride,
            start=field.start + (reach / 2 - layer.padding) * field.stride,
        )
    return field


@dataclass(frozen=True, slots=True)
class MapGeometry:
    """A square map of `cells` x `cells` over a square input of `input_size` pixels; `field` is the theoretical
    receptive field of a cell in pixels (it may exceed the input: then it is drawn as an outline only)."""

    input_size: Pixels
    cells: Cells
    stride: Pixels
    start: Annotated[float, Field(allow_inf_nan=False)]
    field: Pixels

    @classmethod
    def of(cls, input_size: int, cells: int, field: ReceptiveField) -> MapGeometry:
        return cls(input_size, cells, field.stride, field.start, field.size)

    @property
    def region(self) -> Region:
        """The region of the shown picture that the input is."""
        return WHOLE

    def within(self, region: Region) -> MapGeometry:
        """Return the geometry of a map whose input is a region of the shown picture."""
        if region == WHOLE:
            return self
        return RegionGeometry(self.input_size, self.cells, self.stride, self.start, self.field, region)

    def centre(self, cell: Any) -> Any:
        """Return the pixel of the input on which a cell (number or array, may be fractional) is centred: the paper's
        p(mu)."""
        return self.start + self.stride * cell

    def cell_at(self, pixel: Any) -> Any:
        """Return the (fractional) cell centred on a pixel of the input: the inverse of `centre`."""
        return (pixel - self.start) / self.stride

    def box(self, cell: tuple[int, int], side: float, width: int, height: int) -> tuple[float, float, float, float]:
        """Return (left, top, right, bottom), in pixels of a width x height picture, of the square of `side` input
        pixels around a (row, column) cell. It may reach beyond the picture. Edges are those of pixels, not their
        centres."""
        row, column = self.centre(cell[0]) + 0.5, self.centre(cell[1]) + 0.5
        left, top, right, bottom = self.region
        x, y = left * width, top * height
        sx, sy = (right - left) * width / self.input_size, (bottom - top) * height / self.input_size
        half = side / 2
        return x + (column - half) * sx, y + (row - half) * sy, x + (column + half) * sx, y + (row + half) * sy

    def cell_of(self, x: float, y: float) -> tuple[float, float]:
        """Return the (fractional) row and column centred on a point, given in shares of the shown picture."""
        left, top, right, bottom = self.region
        across, down = (x - left) / (right - left), (y - top) / (bottom - top)
        return self.cell_at(down * self.input_size - 0.5), self.cell_at(across * self.input_size - 0.5)


@dataclass(frozen=True, slots=True)
class RegionGeometry(MapGeometry):
    """The geometry of a map whose input is not the whole of the shown picture but a `region` of it."""

    region: Region = WHOLE
