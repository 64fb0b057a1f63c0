"""The interpretable network of a run from pixels to answers and peaks, in a form that can be exported."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from icnn_engine.core.config import ClassLoss
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.models.backbones import Backbone
from icnn_engine.models.class_loss import probabilities
from icnn_engine.models.device import make_generator
from icnn_engine.models.filter_layers import FilterMemory
from icnn_engine.models.network import PartNetwork


class PortableNetwork(nn.Module):
    """Trunk, filters and classifier in evaluation mode, with the normalisation of the pixels.

    Parameters
    ----------
    backbone : Backbone
        Its trunk is not trained any more.
    head : PartNetwork
    loss : ClassLoss
        Chooses how logits become probabilities.
    geometry : MapGeometry
        Of the filters' maps.
    """

    mean: Tensor
    std: Tensor

    def __init__(self, backbone: Backbone, head: PartNetwork, loss: ClassLoss, geometry: MapGeometry) -> None:
        super().__init__()
        self.trunk, self.head = backbone.inference_trunk, FixedHead(head)
        self.loss, self.geometry = loss, geometry
        self.register_buffer("mean", torch.tensor(backbone.mean).view(1, 3, 1, 1))
        self.register_buffer("std", torch.tensor(backbone.std).view(1, 3, 1, 1))
        self.requires_grad_(False).eval()

    def forward(self, pixels: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Compute answers and peaks.

        Parameters
        ----------
        pixels : Tensor, shape (N, S, S, 3), uint8
            RGB at the input size of the network.

        Returns
        -------
        tuple of Tensor
            (N, K) probabilities; (N, F, 2) x and y of the middle of each filter's peak, in pixels of the input from
            its top left corner; (N, F) values of the peaks. All float32.
        """
        output = self.head(self.trunk((pixels.permute(0, 3, 1, 2) / 255 - self.mean) / self.std))
        maps, cells = output.maps.flatten(2), self.geometry.cells
        peaks = maps.argmax(2)
        column_and_row = torch.stack([peaks % cells, peaks // cells], 2).float()
        middle = self.geometry.centre(column_and_row) + 0.5  # of pixel p is p + 0.5
        return probabilities(output.logits, self.loss), middle, maps.amax(2)


class FixedHead(PartNetwork):
    """A trained head whose way to answer does not depend on tensors, which cannot be exported."""

    def __init__(self, head: PartNetwork) -> None:
        super().__init__(head.shape, head.variant, make_generator(0))
        self.load_state_dict(head.state_dict())
        self.memory = FixedMemory(head.memory)
        self._weighed = head.is_weighed

    @property
    def is_weighed(self) -> bool:
        return self._weighed


class FixedMemory(FilterMemory):
    """The memory of trained filters, with the usual peaks computed once."""

    _peak: Tensor

    def __init__(self, memory: FilterMemory) -> None:
        super().__init__(*reversed(memory.by_category.shape))
        self.load_state_dict(memory.state_dict())
        self.register_buffer("_peak", memory.peak)

    @property
    def peak(self) -> Tensor:
        return self._peak
