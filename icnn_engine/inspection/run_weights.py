"""The weight files of a run, read back into its networks."""

from __future__ import annotations

from dataclasses import replace

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file
from torch import Tensor, nn

from icnn_engine.core.errors import RunError
from icnn_engine.core.events import NetworkName
from icnn_engine.models.backbones import Backbone, make_backbone
from icnn_engine.runs.run_folder import WEIGHT_FILES, Run

TRUNK = "trunk."  # before the keys of a trunk


def backbone_of(run: Run, state: dict[str, Tensor]) -> Backbone:
    """Return the run's backbone with the trunk of a weight file and the normalisation of its pretrained weights."""
    norm = run.info["preprocessing"]
    backbone = replace(make_backbone(run.settings.backbone), mean=tuple(norm["mean"]), std=tuple(norm["std"]))
    trunk = {key.removeprefix(TRUNK): value for key, value in state.items() if key.startswith(TRUNK)}
    load_state(backbone.trunk.requires_grad_(False), trunk, run)
    backbone.trunk.to(memory_format=torch.channels_last)
    return backbone


def load_weights(run: Run, network: NetworkName) -> dict[str, Tensor]:
    """Return the tensors of a network of a run by key. Raises RunError."""
    path = run.path / WEIGHT_FILES[network]
    try:
        state: dict[str, Tensor] = load_file(path)
    except (OSError, SafetensorError) as error:
        raise RunError(f"The weights {path} cannot be read ({error}). Restore a copy or train again.") from None
    return state


def load_state(module: nn.Module, state: dict[str, Tensor], run: Run) -> None:
    """Put weights into a module and set it to evaluation mode. Raises RunError where they do not fit."""
    try:
        module.load_state_dict(state)
    except RuntimeError as error:
        first = str(error).splitlines()[-1].strip()
        raise RunError(f"The weights of {run.name} do not fit its settings: {first}. Train again.") from None
    module.eval()
