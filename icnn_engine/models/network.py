"""The networks of a run, as heads over a trunk's maps: the interpretable network, its ordinary twin, the CAM network.

`PartNetwork` is 3x3 conv -> ReLU -> mask -> pool -> hidden layers -> answers; its variant chooses the masks. The twin
is the variant `ordinary`, without masks. The variant `partscope` extends the paper: other kernels, and votes instead
of hidden layers. A filter's vote is the sum of its masked map, wherever the peak is, and one linear layer weighs the
votes; after training, `refit_head` may refit that layer on whole maps. `CamNetwork` ends in global average pooling and
one linear layer (Zhou et al. 2016). `WholeNetwork` puts a trunk of its own below either, for full training.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional

from icnn_engine.core.config import (
    PAPER_KERNEL,
    Answer,
    Kernel,
    NetworkVariant,
    TrainSettings,
    answer_of,
    kernel_of,
)
from icnn_engine.core.templates import mask_sum
from icnn_engine.models.device import mixed_precision
from icnn_engine.models.filter_layers import FilterLayer, FilterMemory, ReleasedFilterLayer, initialise
from icnn_engine.models.masking import centroid_masks, chosen_masks, masked

DROPOUT = 0.5  # paper, 'training'
SILENT = 1e-6  # below any vote: the root of a silent map has a gradient


@dataclass(frozen=True, slots=True)
class HeadShape:
    """The sizes of a head.

    Input maps have `channels` x `cells` x `cells`. `answers` is the number of categories, plus one if the background is
    an answer of its own. `hidden`: widths of the hidden layers; `pool`: kernel and stride of the pooling above the
    filters. For the variant `partscope` alone: `answer`, and the kernel size of its filters.
    """

    channels: int
    cells: int
    filters: int
    categories: int = 1
    answers: int = 1
    hidden: tuple[int, ...] = (256,)
    pool: tuple[int, int] = (2, 2)
    answer: Answer = "layers"
    kernel: Kernel = PAPER_KERNEL

    @classmethod
    def of(
        cls, settings: TrainSettings, maps: tuple[int, int], categories: int, answers: int, pool: tuple[int, int]
    ) -> HeadShape:
        """Return the sizes of a run's networks. maps: channels of the trunk's maps, and cells per side."""
        sizes = (*maps, settings.filters, categories, answers, settings.hidden, pool)
        return cls(*sizes, answer=settings.answer, kernel=settings.kernel)

    @property
    def pooled(self) -> int:
        """Cells per side of a pooled map."""
        return (self.cells - self.pool[0]) // self.pool[1] + 1


@dataclass(frozen=True, slots=True)
class HeadOutput:
    """The output of a head.

    `maps`: feature maps before masking, (N, F, n, n); `kept`: the input of the classifier (masked maps, pooled if the
    variant masks after pooling); `logits`: (N, K); `trunk`: the trunk's maps, (N, C, n, n); `masks`: the masks of the
    maps, if the variant masks before pooling.
    """

    maps: Tensor
    kept: Tensor
    logits: Tensor
    trunk: Tensor
    masks: Tensor | None = None


class PartNetwork(nn.Module):
    """The interpretable network of a variant, or its ordinary twin, over trunk maps.

    Parameters
    ----------
    shape : HeadShape
    variant : NetworkVariant
        'partscope', 'paper', 'released', or 'ordinary' for the twin.
    generator : torch.Generator
        Draws the initial weights.
    """

    weighed: Tensor | None

    def __init__(self, shape: HeadShape, variant: NetworkVariant, generator: torch.Generator) -> None:
        super().__init__()
        self.shape, self.variant = shape, variant
        self.filters: FilterLayer
        if variant == "released":
            self.filters = ReleasedFilterLayer(shape.channels, shape.filters, shape.categories, generator)
        else:
            self.filters = FilterLayer(shape.channels, shape.filters, generator, kernel_of(variant, shape.kernel))
        own = answer_of(variant, shape.answer)
        self.voting = own != "layers"
        widths = (shape.filters,) if self.voting else (shape.filters * shape.pooled**2, *shape.hidden)
        self.hidden = nn.ModuleList(nn.Linear(a, b) for a, b in pairwise(widths))
        self.answer = nn.Linear(widths[-1], shape.answers)
        self.memory = FilterMemory(shape.filters, shape.categories)
        self.register_buffer("weighed", torch.tensor(False) if own == "weighed" else None)
        for part in (*self.hidden, self.answer):
            initialise(part, generator)

    def forward(self, trunk: Tensor, generator: torch.Generator | None = None) -> HeadOutput:
        """What it sees; `generator` gives the dropout while training."""
        maps = self.filters(trunk)
        masks = chosen_masks(maps) if self.variant in ("paper", "partscope") else None
        kept = self.mask(maps, masks)
        return HeadOutput(maps, kept, self.classify(kept, generator), trunk, masks)

    @property
    def is_weighed(self) -> bool:
        """Whether the answer was fitted anew to whole maps: the masks have done their work then. Never while it
        learns."""
        return self.weighed is not None and not self.training and bool(self.weighed)

    def mask(self, maps: Tensor, masks: Tensor | None = None) -> Tensor:
        """What of the filters' maps goes into the answer: (N, F, n, n), or (N, F, p, p) where masks come after the
        pooling (the release). `masks`: those of the peaks, where they are known already."""
        if self.is_weighed:
            return maps
        match self.variant:
            case "ordinary":
                return maps
            case "released":
                pooled = self.pool(maps)
                return masked(pooled, centroid_masks(pooled, self.memory.beta))
        return masked(maps, chosen_masks(maps) if masks is None else masks)

    def pool(self, maps: Tensor) -> Tensor:
        """(N, F, n, n) -> (N, F, p, p)."""
        return functional.max_pool2d(maps, *self.shape.pool)

    def classify(self, kept: Tensor, generator: torch.Generator | None = None) -> Tensor:
        """(N, K) logits from what `mask` returned (some of which the caller may have set to zero)."""
        if self.voting:
            values = self.votes(kept)
        else:
            values = (kept if self.variant == "released" else self.pool(kept)).flatten(1)
        for layer in self.hidden:
            values = dropout(functional.relu(layer(values)), generator)
        logits: Tensor = self.answer(values)
        return logits

    def votes(self, kept: Tensor) -> Tensor:
        """(N, F) what each filter has to say for an answer without hidden layers, which is their weighted sum."""
        return self.whole_votes(kept) if self.is_weighed else kept.sum((2, 3)) / mask_sum(self.shape.cells)

    def whole_votes(self, maps: Tensor) -> Tensor:
        """(N, F) what each filter sees anywhere in the picture: the root of its map's mean, (N, F, n, n), in units of
        its usual peak. The root lets a faint part count beside a plain one."""
        return (maps.mean((2, 3)).clamp_min(0) / self.memory.peak + SILENT).sqrt()


class CamNetwork(nn.Module):
    """The CAM network over the same trunk maps (Zhou et al. 2016); its heatmap is sum_f w_f x_f(i, j).

    Parameters
    ----------
    shape : HeadShape
    generator : torch.Generator
        Draws the initial weights.
    """

    def __init__(self, shape: HeadShape, generator: torch.Generator) -> None:
        super().__init__()
        self.shape = shape
        self.filters = FilterLayer(shape.channels, shape.filters, generator)
        self.answer = nn.Linear(shape.filters, shape.answers)
        initialise(self.answer, generator)

    def forward(self, trunk: Tensor, _random: torch.Generator | None = None) -> HeadOutput:
        maps = self.filters(trunk)
        return HeadOutput(maps, maps, self.answer(maps.mean((2, 3))), trunk)

    def cam(self, maps: Tensor, answer: Tensor | int = 0) -> Tensor:
        """(N, n, n) class activation map of the filters' maps, for one answer or one a picture, (N,)."""
        chosen = torch.as_tensor(answer).expand(len(maps))
        return torch.einsum("nfij,nf->nij", maps, self.answer.weight[chosen])


Head = PartNetwork | CamNetwork


class WholeNetwork(nn.Module):
    """A head over a trunk of its own: (N, S, S, 3) pixels of 0..255 -> what the head sees. The trunk's BatchNorms keep
    their pretrained statistics, which small batches would spoil."""

    mean: Tensor
    std: Tensor

    def __init__(
        self,
        trunk: nn.Module,
        head: Head,
        mean: tuple[float, ...],
        std: tuple[float, ...],
        mixed: bool = False,
    ) -> None:
        """mixed: the trunk computes with mixed precision; masks, losses and the rest of the head never do."""
        super().__init__()
        self.trunk, self.head, self.mixed = trunk, head, mixed
        self.register_buffer("mean", torch.tensor(mean).view(1, 3, 1, 1), persistent=False)
        self.register_buffer("std", torch.tensor(std).view(1, 3, 1, 1), persistent=False)

    def train(self, mode: bool = True) -> WholeNetwork:
        super().train(mode)
        self.trunk.eval()
        return self

    def forward(self, pixels: Tensor, generator: torch.Generator | None = None) -> HeadOutput:
        seen: HeadOutput = self.head(self.trunk_maps(pixels), generator)
        return seen

    def trunk_maps(self, pixels: Tensor) -> Tensor:
        """(N, C, n, n). No picture's maps depend on the others of its batch."""
        values = (pixels.permute(0, 3, 1, 2) / 255 - self.mean) / self.std
        with mixed_precision(values.device, self.mixed):
            maps: Tensor = self.trunk(values.contiguous(memory_format=torch.channels_last))
        return maps.float() if self.mixed else maps


def dropout(values: Tensor, generator: torch.Generator | None) -> Tensor:
    """Apply dropout, drawn on the CPU so that every device drops the same; without `generator` change nothing."""
    if generator is None:
        return values
    kept = torch.rand(values.shape, generator=generator) >= DROPOUT
    return values * kept.to(values) / (1 - DROPOUT)
