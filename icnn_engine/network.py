"""The networks of a run, as heads over a trunk's maps: the interpretable network, its ordinary twin, the CAM network.

`PartNetwork` is the released structure with one mask position: 3x3 conv -> ReLU -> mask -> pool -> two layers. The
twin is the same without the mask. `CamNetwork` ends in global average pooling and one linear layer (Zhou et al. 2016).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from icnn_engine import templates
from icnn_engine.receptive_field import Layer

FILTER_LAYER = Layer(3, 1, 1)  # the new conv above the trunk, for its receptive field
HIDDEN = 256
DROPOUT = 0.5  # paper, 'training'
PEAK_MEMORY = 0.9  # moving average of each filter's mean peak


@dataclass(frozen=True, slots=True)
class Seen:
    """What a head makes of trunk maps: filters' maps before and after masking, (N, F, n, n), and logits (N,)."""

    maps: Tensor
    masked: Tensor
    logits: Tensor


def chosen_masks(maps: Tensor) -> Tensor:
    """(N, F, n, n) masks (peak 1) centred on each map's peak; no gradient passes through the choice."""
    n = maps.shape[-1]
    table = torch.as_tensor(templates.masks(n).copy(), dtype=maps.dtype, device=maps.device)
    return table[maps.detach().flatten(2).argmax(2)]


class FilterLayer(nn.Module):
    """Trunk maps -> normalised -> 3x3 conv -> ReLU: the filters themselves. (N, C, n, n) -> (N, F, n, n)."""

    def __init__(self, channels: int, filters: int, random: torch.Generator) -> None:
        super().__init__()
        self.norm = nn.BatchNorm2d(channels, affine=False)
        self.conv = nn.Conv2d(channels, filters, 3, padding=1)
        initialise(self.conv, random)

    def forward(self, trunk: Tensor) -> Tensor:
        return functional.relu(self.conv(self.norm(trunk)))


class PartNetwork(nn.Module):
    """The interpretable network (`masked=True`) or its ordinary twin, over trunk maps of `cells` x `cells`."""

    peak: Tensor

    def __init__(self, channels: int, filters: int, cells: int, masked: bool, random: torch.Generator) -> None:
        super().__init__()
        self.is_masked = masked
        self.filters = FilterLayer(channels, filters, random)
        self.hidden = nn.Linear(filters * (cells // 2) ** 2, HIDDEN)
        self.answer = nn.Linear(HIDDEN, 1)
        self.register_buffer("peak", torch.zeros(filters))
        initialise(self.hidden, random)
        initialise(self.answer, random)

    def forward(self, trunk: Tensor, random: torch.Generator | None = None) -> Seen:
        """What it sees; `random` gives the dropout while training."""
        maps = self.filters(trunk)
        masked = functional.relu(maps * chosen_masks(maps)) if self.is_masked else maps
        return Seen(maps, masked, self.classify(masked, random))

    def classify(self, masked: Tensor, random: torch.Generator | None = None) -> Tensor:
        """(N,) logits from masked maps (some of which the caller may have set to zero)."""
        hidden = functional.relu(self.hidden(functional.max_pool2d(masked, 2).flatten(1)))
        if random is not None:
            kept = torch.rand(hidden.shape, generator=random) >= DROPOUT
            hidden = hidden * kept.to(hidden) / (1 - DROPOUT)
        logits: Tensor = self.answer(hidden).squeeze(1)
        return logits

    @torch.no_grad()
    def note_peaks(self, maps: Tensor) -> None:
        """Move the filters' usual peak towards that of `maps`, pictures of the category."""
        now = maps.flatten(2).amax(2).mean(0)
        self.peak.copy_(now if not self.peak.any() else PEAK_MEMORY * self.peak + (1 - PEAK_MEMORY) * now)


class CamNetwork(nn.Module):
    """The CAM network over the same trunk maps; its heatmap is sum_f w_f x_f(i, j), which sums up the answer."""

    def __init__(self, channels: int, filters: int, random: torch.Generator) -> None:
        super().__init__()
        self.filters = FilterLayer(channels, filters, random)
        self.answer = nn.Linear(filters, 1)
        initialise(self.answer, random)

    def forward(self, trunk: Tensor, _random: torch.Generator | None = None) -> Seen:
        maps = self.filters(trunk)
        return Seen(maps, maps, self.answer(maps.mean((2, 3))).squeeze(1))

    def cam(self, maps: Tensor) -> Tensor:
        """(N, n, n) class activation map of the filters' maps."""
        return torch.einsum("nfij,f->nij", maps, self.answer.weight[0])


def initialise(layer: nn.Conv2d | nn.Linear, random: torch.Generator) -> None:
    """Torch's usual initial weights (uniform, 1/sqrt(fan in)), drawn from a generator of our own."""
    bound = layer.weight[0].numel() ** -0.5
    nn.init.uniform_(layer.weight, -bound, bound, generator=random)
    if layer.bias is not None:
        nn.init.uniform_(layer.bias, -bound, bound, generator=random)
