"""A network of the user's own, asked about categories: its answers, what each channel adds to them, and Grad-CAM."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from icnn_engine.core.errors import WeightsError
from icnn_engine.core.language import translate
from icnn_engine.models.backbones import Colour
from icnn_engine.models.device import device_of
from icnn_engine.models.own.layers import Layer, answers_of, changed_output
from icnn_engine.models.own.network import OwnNetwork

BATCH = 8  # pictures in a pass with gradients


@dataclass(frozen=True, eq=False)
class Seen:
    """What a network sees in P pictures, asked about one category each.

    `answers`: (P, K) probabilities; `maps`: (P, C, n, n) of the layer; `adds`: (P, C), the gradient of the category's
    logit times the map, summed over cells; `weights`: (P, C) the gradient's mean over cells.
    """

    answers: np.ndarray
    maps: np.ndarray
    adds: np.ndarray
    weights: np.ndarray

    @property
    def cam(self) -> np.ndarray:
        """(P, n, n) Grad-CAM of either sign (Selvaraju et al. 2017, eq. 2, without the ReLU). Where one linear layer
        follows the mean of the maps it is proportional to CAM."""
        heat: np.ndarray = np.einsum("pcij,pc->pij", self.maps, self.weights)
        return heat


class AskedNetwork:
    """A network whose answers are gathered into categories.

    Parameters
    ----------
    network
        Its chosen layer is looked at.
    layer
    sets
        For each of K categories the numbers of the answers that stand for it; its probability is their sum.
    """

    def __init__(self, network: OwnNetwork, layer: Layer, sets: Sequence[Sequence[int]]) -> None:
        self._module: nn.Module = network.module
        self._layer = layer
        self._mean, self._std = network.preprocessing.mean, network.preprocessing.std
        self._single = network.answers == 1
        self._member = torch.zeros(len(sets), network.answers, dtype=torch.bool)
        for row, chosen in enumerate(sets):
            self._member[row, list(chosen)] = True

    @torch.inference_mode()
    def logits(self, squares: np.ndarray, off: Collection[int] = ()) -> np.ndarray:
        """Return the network's own logits (P, A) for (P, S, S, 3) uint8, with some channels of the layer set to 0."""
        return np.concatenate([self._logits(part, off).numpy() for part in _parts(squares)])

    def answers(self, squares: np.ndarray, off: Collection[int] = ()) -> np.ndarray:
        """Return the probabilities (P, K) of the categories for (P, S, S, 3) uint8, with some channels set to 0."""
        return np.asarray(self._probabilities(torch.from_numpy(self.logits(squares, off))))

    def log_odds(self, squares: np.ndarray, off: Collection[int] = ()) -> np.ndarray:
        """Return log(p / (1 - p)) of `answers`, (P, K), exact where p rounds to 0 or 1."""
        return np.asarray(self._log_odds(torch.from_numpy(self.logits(squares, off))))

    def look(self, squares: np.ndarray, asked: np.ndarray | None = None) -> Seen:
        """Return what the network sees in (P, S, S, 3) uint8. asked: (P,) category of each picture; None, or
        below 0: its most probable one."""
        rows = np.array_split(np.arange(len(squares)), -(-len(squares) // BATCH))
        about = [None if asked is None else torch.from_numpy(asked[part]) for part in rows]
        found = [self._look(squares[part], own) for part, own in zip(rows, about, strict=True)]
        return Seen(*(np.concatenate(parts) for parts in zip(*found, strict=True)))

    def _look(self, squares: np.ndarray, asked: Tensor | None) -> tuple[np.ndarray, ...]:
        kept: list[Tensor] = []

        def keep(output: Tensor) -> Tensor:
            kept.append(output.detach().requires_grad_())
            return kept[0].clone()  # what follows may change it in place

        with torch.inference_mode(False), torch.enable_grad():
            with changed_output(self._module, self._layer.name, keep):
                logits = answers_of(self._module(self._input(squares)))
            scores = self._scores(logits)
            likely = scores.argmax(1)
            chosen = likely if asked is None else torch.where(asked.to(likely) < 0, likely, asked.to(likely))
            gradient = self._gradient(scores[torch.arange(len(scores)), chosen].sum(), kept[0])
        maps, slope = self._layer.maps(kept[0].detach()), self._layer.maps(gradient)
        adds, weights = (maps * slope).sum((2, 3)), slope.mean((2, 3))
        answers = self._probabilities(logits.detach().cpu())
        return tuple(np.asarray(values.cpu()) for values in (answers, maps, adds, weights))

    def _gradient(self, score: Tensor, output: Tensor) -> Tensor:
        """Return the gradient of a score by the layer's output. Raises WeightsError where the code lets none pass."""
        found = torch.autograd.grad(score, output, allow_unused=True)[0] if score.requires_grad else None
        if found is None:
            words = translate(
                "Errors",
                "No gradient passes from the answers to the layer {name}: the network's code stops it (no_grad, "
                "detach) or the answers do not depend on the layer. Take that out, or choose another layer.",
            )
            raise WeightsError(words.format(name=self._layer.name))
        return found

    def _logits(self, squares: np.ndarray, off: Collection[int]) -> Tensor:
        pixels = self._input(squares)
        if not off:
            return answers_of(self._module(pixels)).cpu()
        on = torch.ones(self._layer.channels, device=pixels.device)
        on[sorted(off)] = 0
        with changed_output(self._module, self._layer.name, lambda output: output * self._layer.by_channel(on)):
            return answers_of(self._module(pixels)).cpu()

    def _input(self, squares: np.ndarray) -> Tensor:
        return network_input(squares, self._mean, self._std).to(device_of(self._module))

    def _scores(self, logits: Tensor) -> Tensor:
        """Return (P, K): the logit of a category, of several answers the logarithm of the sum of their exponentials."""
        member = self._member.to(logits.device)
        return logits[:, None].masked_fill(~member, -torch.inf).logsumexp(2)

    def _probabilities(self, logits: Tensor) -> Tensor:
        shares = logits.sigmoid() if self._single else logits.softmax(1)
        return (shares @ self._member.to(shares).T).clamp(0, 1)

    def _log_odds(self, logits: Tensor) -> Tensor:
        if self._single:
            return logits
        rest = logits[:, None].masked_fill(self._member, -torch.inf).logsumexp(2)
        return self._scores(logits) - rest


def network_input(squares: np.ndarray, mean: Colour, std: Colour) -> Tensor:
    """Return (P, 3, S, S) float32, (x / 255 - mean) / std, of (P, S, S, 3) uint8."""
    pixels = torch.from_numpy(np.ascontiguousarray(squares)).permute(0, 3, 1, 2).float() / 255
    return (pixels - torch.tensor(mean).view(1, 3, 1, 1)) / torch.tensor(std).view(1, 3, 1, 1)


def _parts(squares: np.ndarray) -> list[np.ndarray]:
    return np.array_split(squares, max(1, -(-len(squares) // BATCH)))


class ChosenChannels(nn.Module):
    """Some channels of a layer as filters: (N, C, n, n) -> (N, F, n, n). What is below zero counts as silence."""

    chosen: Tensor

    def __init__(self, channels: Sequence[int]) -> None:
        super().__init__()
        self.register_buffer("chosen", torch.tensor(list(channels), dtype=torch.long))

    def forward(self, maps: Tensor) -> Tensor:
        return maps[:, self.chosen].relu()
