"""Asking a run about any picture, with its networks at work."""

from __future__ import annotations

import numpy as np
import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from icnn_engine.backbones import Backbone, make_backbone
from icnn_engine.datasets import to_square
from icnn_engine.device import generator
from icnn_engine.errors import RunError
from icnn_engine.events import NetworkName
from icnn_engine.feature_store import trunk_maps
from icnn_engine.inspection import Effects, GroupEffect, Look
from icnn_engine.model_file import WEIGHT_FILES, Run
from icnn_engine.moves import sigmoid
from icnn_engine.network import CamNetwork, PartNetwork, chosen_masks

INTERPRETABLE, TWIN, CAM = NetworkName.INTERPRETABLE, NetworkName.TWIN, NetworkName.CAM


class Explainer:
    """The trained networks of a run, loaded once. Raises RunError where a weight file is missing or damaged."""

    def __init__(self, run: Run) -> None:
        state = _load(run, INTERPRETABLE)
        trunk = {name.removeprefix("trunk."): value for name, value in state.items() if name.startswith("trunk.")}
        self.run = run
        self.backbone: Backbone = make_backbone(run.settings.backbone)
        _fill(self.backbone.trunk.eval().requires_grad_(False), trunk, run)
        self.backbone.trunk.to(memory_format=torch.channels_last)
        random, channels, count = generator(0), self.backbone.channels, run.settings.filters
        self.network = PartNetwork(channels, count, run.geometry.cells, True, random)
        self.twin = PartNetwork(channels, count, run.geometry.cells, False, random)
        self.cam = CamNetwork(channels, count, random)
        _fill(self.network, {name: value for name, value in state.items() if not name.startswith("trunk.")}, run)
        _fill(self.twin, _load(run, TWIN), run)
        _fill(self.cam, _load(run, CAM), run)

    @torch.inference_mode()
    def explain(self, pixels: np.ndarray, title: str) -> Look:
        """What the three networks see in a picture, (H, W, 3) uint8 upright RGB."""
        trunk = trunk_maps(to_square(pixels, self.run.geometry.input_size)[None], self.backbone)
        own, twin, cam = self.network(trunk), self.twin(trunk), self.cam(trunk)
        answers = sigmoid(torch.cat([own.logits, twin.logits, cam.logits]).numpy())
        return Look(
            title=title,
            pixels=pixels,
            picture=None,
            answer=float(answers[0]),
            twin_answer=float(answers[1]),
            cam_answer=float(answers[2]),
            maps=own.maps[0].numpy(),
            twin_maps=twin.maps[0].numpy(),
            cam=self.cam.cam(cam.maps)[0].numpy(),
        )

    @torch.inference_mode()
    def effects(self, look: Look) -> Effects:
        """What the answer loses when the masked maps of each group of filters are set to zero.

        Filters of no group count as one more group, numbered -1. The losses do not add up; the rest is told.
        """
        maps = torch.from_numpy(np.array(look.maps, dtype=np.float32))[None]
        masked = torch.relu(maps * chosen_masks(maps))
        groups = dict(enumerate(self.run.groups()))
        loose = tuple(f.index for f in self.run.filters if f.group < 0)
        if loose:
            groups[-1] = loose
        kept = torch.ones(len(groups) + 2, self.run.settings.filters)  # last but one: all on; last: all off
        for row, filters in enumerate(groups.values()):
            kept[row, list(filters)] = 0
        kept[-1] = 0
        *without, whole, nothing = sigmoid(self._answers(masked, kept)).tolist()
        losses = [whole - answer for answer in without]
        effects = [GroupEffect(g, f, loss) for (g, f), loss in zip(groups.items(), losses, strict=True)]
        effects.sort(key=lambda effect: -effect.loss)
        return Effects(whole, tuple(effects), (whole - nothing) - sum(losses))

    def _answers(self, masked: Tensor, kept: Tensor) -> np.ndarray:
        logits: np.ndarray = self.network.eval().classify(masked * kept[:, :, None, None]).numpy()
        return logits


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
