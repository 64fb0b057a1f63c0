"""Asking a run about any picture, and what changes when its filters or masks are switched off."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

import numpy as np
import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from icnn_engine.core.errors import RunError
from icnn_engine.core.events import NetworkName
from icnn_engine.data import to_square
from icnn_engine.features.trunk_maps import trunk_maps
from icnn_engine.inspection.look import Effects, GroupEffect, Look
from icnn_engine.inspection.stages import CamStages, cam_stages
from icnn_engine.models.backbones import Backbone, make_backbone
from icnn_engine.models.class_loss import probabilities
from icnn_engine.models.device import generator
from icnn_engine.models.network import CamNetwork, Head, HeadShape, PartNetwork
from icnn_engine.runs.run_folder import WEIGHT_FILES, Run

INTERPRETABLE, TWIN, CAM = NetworkName.INTERPRETABLE, NetworkName.TWIN, NetworkName.CAM
TRUNK = "trunk."


@dataclass(frozen=True, eq=False)
class AnswerSum:
    """The logit of an answer; where it is a weighted sum over filters it is `bias` + the sum of `adds` (F,)."""

    logit: float
    bias: float | None
    adds: np.ndarray | None


class Explainer:
    """The trained networks of a run, loaded once. Raises RunError where a weight file is missing or damaged.

    `backbones`: what each network reads with: one for all after quick training, each its own after full training.
    """

    def __init__(self, run: Run) -> None:
        self.run = run
        states = {name: _load(run, name) for name in NetworkName}
        shared = _backbone(run, states[INTERPRETABLE])
        shape, random = _shape_of(run, shared.channels), generator(0)
        self.network = PartNetwork(shape, run.settings.variant, random)
        self.twin = PartNetwork(shape, "ordinary", random)
        self.cam = CamNetwork(shape, random)
        self.heads: dict[NetworkName, Head] = {INTERPRETABLE: self.network, TWIN: self.twin, CAM: self.cam}
        self.backbones: dict[NetworkName, Backbone] = {}
        for name, head in self.heads.items():
            own_trunk = name is not INTERPRETABLE and any(key.startswith(TRUNK) for key in states[name])
            self.backbones[name] = _backbone(run, states[name]) if own_trunk else shared
            _fill(head, {key: value for key, value in states[name].items() if not key.startswith(TRUNK)}, run)

    @torch.inference_mode()
    def explain(self, pixels: np.ndarray, title: str) -> Look:
        """What the three networks see in a picture, (H, W, 3) uint8 upright RGB."""
        square = to_square(pixels, self.run.geometry.input_size)[None]
        trunks = {id(b): trunk_maps(square, b) for b in self.backbones.values()}
        seen = {name: head(trunks[id(self.backbones[name])]) for name, head in self.heads.items()}
        answers = {name: self._probable(one.logits)[0] for name, one in seen.items()}
        asked = int(answers[INTERPRETABLE][: len(self.run.categories)].argmax())
        return Look(
            title=title,
            pixels=pixels,
            picture=None,
            answer=float(answers[INTERPRETABLE][asked]),
            twin_answer=float(answers[TWIN][asked]),
            cam_answer=float(answers[CAM][asked]),
            maps=seen[INTERPRETABLE].maps[0].numpy(),
            twin_maps=seen[TWIN].maps[0].numpy(),
            cam=self.cam.cam(seen[CAM].maps, asked)[0].numpy(),
            asked=self.run.categories[asked],
            answers=answers[INTERPRETABLE],
        )

    @torch.inference_mode()
    def answers(self, name: NetworkName, squares: np.ndarray) -> np.ndarray:
        """(P, K) probabilities of a network for squashed pictures, (P, S, S, 3) uint8."""
        return self._probable(self.heads[name](trunk_maps(squares, self.backbones[name])).logits)

    @torch.inference_mode()
    def effects(self, look: Look) -> Effects:
        """What the answer asked for loses when what it reads of each group of filters is set to zero.

        Filters of no group count as one more group, numbered -1. The losses do not add up; the rest is told.
        """
        kept = self.network.mask(torch.from_numpy(np.array(look.maps, dtype=np.float32))[None])
        groups = dict(enumerate(self.run.groups()))
        loose = tuple(f.index for f in self.run.filters if f.group < 0)
        if loose:
            groups[-1] = loose
        on = torch.ones(len(groups) + 2, self.run.settings.filters)  # last but one: all on; last: all off
        for row, filters in enumerate(groups.values()):
            on[row, list(filters)] = 0
        on[-1] = 0
        asked = self.run.categories.index(look.asked)
        given = self._probable(self.network.classify(kept * on[:, :, None, None]))[:, asked]
        *without, whole, nothing = given.tolist()
        losses = [whole - answer for answer in without]
        effects = [GroupEffect(g, f, loss) for (g, f), loss in zip(groups.items(), losses, strict=True)]
        effects.sort(key=lambda effect: -effect.loss)
        return Effects(whole, tuple(effects), (whole - nothing) - sum(losses))

    @torch.inference_mode()
    def sum_of(self, look: Look) -> AnswerSum:
        """The logit of the answer asked for and, where it is a sum over filters, what each adds."""
        network, asked = self.network, self.run.categories.index(look.asked)
        kept = network.mask(torch.from_numpy(np.array(look.maps, dtype=np.float32))[None])
        logit = float(network.classify(kept)[0, asked])
        if not network.voting:
            return AnswerSum(logit, None, None)
        adds = network.votes(kept)[0] * network.answer.weight[asked]
        return AnswerSum(logit, float(network.answer.bias[asked]), adds.numpy())

    @torch.inference_mode()
    def cam_stages(self, look: Look) -> CamStages:
        """What the CAM network's heatmap of the category asked about is the sum of."""
        square = to_square(look.pixels, self.run.geometry.input_size)[None]
        maps = self.cam(trunk_maps(square, self.backbones[CAM])).maps[0].numpy()
        asked = self.run.categories.index(look.asked)
        return cam_stages(maps, self.cam.answer.weight[asked].numpy())

    def switched(self, pictures: np.ndarray, off: Collection[int] = (), masks: bool = True) -> np.ndarray:
        """(P, K) probabilities of the interpretable network for pictures of the run, by index, with the filters `off`
        silent, and with the filters' maps unmasked if asked so (it was not trained for that; nothing changes where the
        answer is weighed from whole maps)."""
        parts = np.array_split(pictures, max(1, len(pictures) // 64))
        return np.concatenate([self.answered(self.run.maps()[part], off, masks) for part in parts])

    @torch.inference_mode()
    def answered(self, maps: np.ndarray, off: Collection[int] = (), masks: bool = True) -> np.ndarray:
        """(P, K) probabilities of the interpretable network from its filters' maps, (P, F, n, n), as `switched`."""
        seen = torch.from_numpy(np.array(maps, dtype=np.float32))
        kept = self.network.mask(seen) if masks else self._unmasked(seen)
        kept[:, sorted(off)] = 0
        return self._probable(self.network.classify(kept))

    def _unmasked(self, maps: Tensor) -> Tensor:
        return self.network.pool(maps) if self.network.variant == "released" else maps.clone()

    def _probable(self, logits: Tensor) -> np.ndarray:
        found: np.ndarray = probabilities(logits, self.run.settings.loss).numpy()
        return found


def _shape_of(run: Run, channels: int) -> HeadShape:
    answers = int(run.info["network"]["answers"])
    return HeadShape.of(run.settings, (channels, run.geometry.cells), len(run.categories), answers, run.pool)


def _backbone(run: Run, state: dict[str, Tensor]) -> Backbone:
    """The run's backbone with the trunk of a weight file, its pictures prepared as its first weights asked for."""
    given = run.info["preprocessing"]
    backbone = replace(make_backbone(run.settings.backbone), mean=tuple(given["mean"]), std=tuple(given["std"]))
    trunk = {key.removeprefix(TRUNK): value for key, value in state.items() if key.startswith(TRUNK)}
    _fill(backbone.trunk.eval().requires_grad_(False), trunk, run)
    backbone.trunk.to(memory_format=torch.channels_last)
    return backbone


def _load(run: Run, network: NetworkName) -> dict[str, Tensor]:
    path = run.path / WEIGHT_FILES[network]
    try:
        state: dict[str, Tensor] = load_file(path)
    except (OSError, SafetensorError) as error:
        raise RunError(f"The weights {path} cannot be read ({error}). Restore a copy or train again.") from None
    return state


def _fill(module: nn.Module, state: dict[str, Tensor], run: Run) -> None:
    try:
        module.load_state_dict(state)
    except RuntimeError as error:
        first = str(error).splitlines()[-1].strip()
        raise RunError(f"The weights of {run.name} do not fit its settings: {first}. Train again.") from None
    module.eval()
