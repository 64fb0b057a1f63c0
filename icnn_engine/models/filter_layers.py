"""The layers that make filters of a trunk's maps, and what they remember of their maps while they are trained."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional

from icnn_engine.core.config import BLURRED_KERNEL, PAPER_KERNEL, SMOOTH_KERNEL, Kernel
from icnn_engine.core.receptive_field import LayerGeometry
from icnn_engine.models.masking import FIRST_BETA, beta_target, centroid_masks, masked

MEMORY = 0.9  # moving averages: mean peak by category, the release's beta


def filter_geometry(kernel: Kernel) -> list[LayerGeometry]:
    """Return the geometry of the conv above the trunk and, after kernels of one cell and smooth ones, of the blur."""
    if kernel == BLURRED_KERNEL:
        return [LayerGeometry(1, 1, 0), LayerGeometry(3, 1, 1)]
    if kernel == SMOOTH_KERNEL:
        return [LayerGeometry(3, 1, 2, dilation=2), LayerGeometry(3, 1, 1)]
    return [LayerGeometry(kernel, 1, kernel // 2)]


class FilterMemory(nn.Module):
    """Moving averages of F filters during training: the mean peak by category, and the release's beta."""

    by_category: Tensor
    beta: Tensor

    def __init__(self, filters: int, categories: int) -> None:
        super().__init__()
        self.register_buffer("by_category", torch.zeros(categories, filters))
        self.register_buffer("beta", torch.full((filters,), FIRST_BETA))

    @property
    def category(self) -> Tensor:
        """(F,) the category of each filter: that of its highest mean peak (the release)."""
        return self.by_category.argmax(0)

    @property
    def peak(self) -> Tensor:
        """(F,) usual peak on pictures of its category, at least a twentieth of the median filter's."""
        peak = self.by_category.amax(0)
        return torch.maximum(peak, 0.05 * peak.median().clamp_min(1e-6))

    @torch.no_grad()
    def note(self, maps: Tensor, labels: Tensor) -> None:
        """Update the mean peaks with `maps` (N, F, n, n) of pictures of the categories `labels` (-1: none)."""
        highest = maps.flatten(2).amax(2)
        for one in labels[labels >= 0].unique().tolist():
            now, old = highest[labels == one].mean(0), self.by_category[one]
            self.by_category[one] = MEMORY * old + (1 - MEMORY) * now if old.any() else now

    @torch.no_grad()
    def note_spread(self, maps: Tensor, labels: Tensor) -> None:
        """Update the release's beta of each filter with the spread of its maps on pictures of its category."""
        for one in labels[labels >= 0].unique().tolist():
            own = (self.category == one).nonzero().squeeze(1)
            target, now = beta_target(maps[labels == one][:, own]), self.beta[own]
            self.beta[own] = torch.where(target.isnan(), now, MEMORY * now + (1 - MEMORY) * target)


class FilterLayer(nn.Module):
    """Trunk maps -> normalised -> conv -> ReLU: the filters themselves. (N, C, n, n) -> (N, F, n, n).

    A kernel of one cell reads what the trunk sees there; its answers are blurred by (1 2 1)/4 along either side, so
    that a peak lies in the middle of what answers, and no filter can learn an offset. The smooth kernel is 7x7 with the
    weights of a 3x3: these lie two cells apart, smoothed the same way. Both steps are linear, so the answers are
    blurred instead of the kernels (of 512 channels): the same, but at the map's edges, and cheaper.
    """

    def __init__(self, channels: int, filters: int, generator: torch.Generator, kernel: Kernel = PAPER_KERNEL) -> None:
        super().__init__()
        self.norm = nn.BatchNorm2d(channels, affine=False)
        self.blurred = kernel in (BLURRED_KERNEL, SMOOTH_KERNEL)
        first = filter_geometry(kernel)[0]
        self.conv = nn.Conv2d(channels, filters, first.kernel, padding=first.padding, dilation=first.dilation)
        initialise(self.conv, generator)

    def forward(self, trunk: Tensor) -> Tensor:
        maps = self.conv(self.norm(trunk))
        return functional.relu(blurred(maps) if self.blurred else maps)


def blurred(maps: Tensor) -> Tensor:
    """Blur (N, F, n, n) by (1 2 1)/4 along both sides, with zeros around: the mean of 2x2 cells, twice."""
    return functional.avg_pool2d(functional.avg_pool2d(maps, 2, 1, padding=1), 2, 1)


class ReleasedFilterLayer(FilterLayer):
    """The release's filters: the trunk's own top maps are masked too, at the input of the new conv."""

    def __init__(self, channels: int, filters: int, categories: int, generator: torch.Generator) -> None:
        super().__init__(channels, filters, generator)
        self.trunk_memory = FilterMemory(channels, categories)

    def forward(self, trunk: Tensor) -> Tensor:
        return super().forward(masked(trunk, centroid_masks(trunk, self.trunk_memory.beta)))


def initialise(layer: nn.Module, generator: torch.Generator) -> None:
    """Draw PyTorch's default initial weights (uniform, 1/sqrt(fan in)) from a given generator."""
    assert isinstance(layer, nn.Conv2d | nn.Linear)
    bound = layer.weight[0].numel() ** -0.5
    nn.init.uniform_(layer.weight, -bound, bound, generator=generator)
    if layer.bias is not None:
        nn.init.uniform_(layer.bias, -bound, bound, generator=generator)
