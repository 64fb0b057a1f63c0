"""The filter loss of each variant, as training adds it to the class loss."""

from __future__ import annotations

import torch
from torch import Tensor

from icnn_engine.models import filter_loss
from icnn_engine.models.filter_layers import FilterMemory, ReleasedFilterLayer
from icnn_engine.models.masking import centroid_masks, chosen_masks
from icnn_engine.models.network import HeadOutput, PartNetwork


def remember_batch(network: PartNetwork, seen: HeadOutput, labels: Tensor) -> None:
    """Update the moving averages of a network's filters with a batch."""
    network.memory.note(seen.maps, labels)
    if isinstance(network.filters, ReleasedFilterLayer):
        network.memory.note_spread(network.pool(seen.maps), labels)
        network.filters.trunk_memory.note(seen.trunk, labels)
        network.filters.trunk_memory.note_spread(seen.trunk, labels)


def part_loss(
    network: PartNetwork,
    seen: HeadOutput,
    labels: Tensor,
    density: Tensor,
    loss_weight: float,
    epoch: int,
) -> tuple[Tensor, float]:
    """Return the filter loss to add to the class loss, and its value to log.

    `partscope`: the release's gradient on the maps, with weight loss_weight / B. `released`: the same gradient on the
    pooled maps (and on the trunk's maps in full training), with weight loss_weight / t / B at epoch t. `paper`: exact
    equation 1 with weight loss_weight / t, on maps scaled by `paper_scale`. `ordinary`: zero.

    Parameters
    ----------
    network : PartNetwork
    seen : HeadOutput
        Of a batch of N pictures.
    labels : Tensor, shape (N,)
        Category of each picture, -1 for none.
    density : Tensor
        Share of the training pictures of each category.
    loss_weight : float
    epoch : int
        Counts from 0.

    Returns
    -------
    Tensor, scalar, and float
    """
    weights = density if len(density) > 1 else None
    match network.variant:
        case "ordinary":
            return torch.zeros((), device=labels.device), 0.0
        case "paper":
            loss = filter_loss.paper_loss(paper_scale(seen.maps, network.memory.peak)).sum() * loss_weight / (epoch + 1)
        case "released":
            loss = _released(network, seen, labels, weights) * (loss_weight / (epoch + 1) / len(labels))
        case _:
            masks = seen.masks if seen.masks is not None else chosen_masks(seen.maps)
            loss = _pulled(seen.maps, masks, network.memory, labels, weights) * (loss_weight / len(labels))
    return loss, loss.item()


def paper_scale(maps: Tensor, peak: Tensor) -> Tensor:
    """Scale maps to the templates: each filter's usual peak becomes n^2, so that traces with T (whose tau is 0.5 / n^2)
    are of order one, as with the activations of the paper's networks."""
    return maps / peak[:, None, None] * maps.shape[-1] ** 2


def _released(network: PartNetwork, seen: HeadOutput, labels: Tensor, weights: Tensor | None) -> Tensor:
    pooled = network.pool(seen.maps)
    loss = _pulled(pooled, centroid_masks(pooled, network.memory.beta), network.memory, labels, weights)
    if seen.trunk.requires_grad and isinstance(network.filters, ReleasedFilterLayer):
        memory = network.filters.trunk_memory
        loss = loss + _pulled(seen.trunk, centroid_masks(seen.trunk, memory.beta), memory, labels, weights)
    return loss


def _pulled(maps: Tensor, masks: Tensor, memory: FilterMemory, labels: Tensor, weights: Tensor | None) -> Tensor:
    """Return the release's loss of maps, in units of each filter's usual peak."""
    return filter_loss.released_loss(maps, masks, labels, memory.category, memory.peak, weights)
