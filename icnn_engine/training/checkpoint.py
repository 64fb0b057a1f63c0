"""The state of a training, saved in its run folder after every epoch and at least every minute.

It is one safetensors file, never a pickle: tensors by name, and other values as JSON in its metadata. A resumed
training equals an uninterrupted one, bit for bit on the CPU.
"""

from __future__ import annotations

import errno
import json
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor, nn

from icnn_engine.core.atomic_files import atomic_path
from icnn_engine.core.errors import RunError, StorageError
from icnn_engine.core.language import translate
from icnn_engine.runs.interrupted_training import STATE

FORMAT = "1"
EVERY = 60.0  # seconds
COST = 20.0  # and no sooner than so many times what writing took: at most a twentieth of the time goes into it


@dataclass(frozen=True, eq=False)
class TrainingState:
    """Everything of one network that changes during training: tensors by name, and plain values (JSON)."""

    tensors: Mapping[str, Tensor]
    plain: Mapping[str, Any]


@dataclass(frozen=True, eq=False)
class TrainingPosition:
    """The progress of a training: `epoch` whole epochs and `step` steps of the next; `ended`: training is complete."""

    epoch: int
    step: int
    ended: bool
    networks: Mapping[str, TrainingState]


class Checkpoint:
    """Saves and reads the state of the training of one run folder."""

    def __init__(self, run: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._path, self._clock = run / STATE, clock
        self._next = clock() + EVERY

    @property
    def due(self) -> bool:
        """Whether it is time to save the state."""
        return self._clock() >= self._next

    def keep(self, position: TrainingPosition) -> str:
        """Save a state in place of the last one. Return the reason if it cannot be written, else an empty
        text: a full disk need not end a training, and the last state is still there."""
        began = self._clock()
        try:
            self._write(position)
        except StorageError as error:
            return str(error)
        finally:
            self._next = self._clock() + max(EVERY, COST * (self._clock() - began))
        return ""

    def _write(self, position: TrainingPosition) -> None:
        tensors = {f"{name}/{key}": v for name, held in position.networks.items() for key, v in held.tensors.items()}
        plain = {name: held.plain for name, held in position.networks.items()}
        told = {
            "format": FORMAT,
            "epoch": position.epoch,
            "step": position.step,
            "ended": position.ended,
            "networks": plain,
        }
        write_tensors(self._path, tensors, {"stand": json.dumps(told)})

    def read(self) -> TrainingPosition | None:
        """Return the last saved state, or None. Raises RunError if it cannot be read."""
        if not self._path.is_file():
            return None
        try:
            with safe_open(self._path, "pt") as file:
                told = json.loads(file.metadata()["stand"])
                tensors = {key: file.get_tensor(key) for key in file.keys()}  # noqa: SIM118
            if told["format"] != FORMAT:
                raise ValueError(f"format {told['format']}")
            networks = {
                name: TrainingState(
                    {k.removeprefix(f"{name}/"): v for k, v in tensors.items() if k.startswith(f"{name}/")}, plain
                )
                for name, plain in told["networks"].items()
            }
            return TrainingPosition(int(told["epoch"]), int(told["step"]), bool(told["ended"]), networks)
        except (OSError, SafetensorError, KeyError, TypeError, ValueError) as error:
            words = translate("Errors", "What was learned in {path} cannot be read ({error}). Start the training anew.")
            raise RunError(words.format(path=self._path, error=error)) from None


def write_tensors(path: Path, tensors: Mapping[str, Tensor], metadata: Mapping[str, str]) -> None:
    """Write a safetensors file at once or not at all. Raises StorageError."""
    with atomic_path(path) as part:
        try:
            save_file({k: v.detach().cpu().contiguous() for k, v in tensors.items()}, part, dict(metadata))
        except SafetensorError as error:
            full = "os error 28" in str(error) or "No space" in str(error)
            raise OSError(errno.ENOSPC if full else errno.EIO, str(error)) from None


def capture_state(
    network: nn.Module,
    optimiser: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LRScheduler,
    generator: torch.Generator,
    losses: np.ndarray,
) -> TrainingState:
    """Return the state of a network, its optimiser, schedule and generator. losses: (S, 2) float64 of the epoch."""
    state = optimiser.state_dict()
    tensors = {f"network/{key}": value for key, value in network.state_dict().items()}
    for number, own in state["state"].items():
        tensors |= {f"optimiser/{number}/{key}": value for key, value in own.items() if isinstance(value, Tensor)}
    tensors["random"], tensors["losses"] = generator.get_state(), torch.from_numpy(losses)
    known = {k: v for k, v in schedule.state_dict().items() if k != "lr_lambdas"}
    return TrainingState(tensors, {"groups": state["param_groups"], "schedule": known})


def restore_state(
    held: TrainingState,
    network: nn.Module,
    optimiser: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LRScheduler,
    generator: torch.Generator,
) -> np.ndarray:
    """Restore a captured state; return the losses (S, 2). Raises RunError if it does not fit."""
    state: dict[int, dict[str, Tensor]] = {}
    for key, value in held.tensors.items():
        if key.startswith("optimiser/"):
            _, number, name = key.split("/")
            state.setdefault(int(number), {})[name] = value
    try:
        network.load_state_dict({k.removeprefix("network/"): v for k, v in held.tensors.items() if k[:8] == "network/"})
        optimiser.load_state_dict({"state": state, "param_groups": held.plain["groups"]})
        schedule.load_state_dict(dict(held.plain["schedule"]) | _lambdas(schedule))
        generator.set_state(held.tensors["random"])
        losses: np.ndarray = held.tensors["losses"].numpy()
    except (KeyError, RuntimeError, TypeError, ValueError) as error:
        words = translate("Errors", "What was learned does not fit this training ({error}). Start the training anew.")
        raise RunError(words.format(error=error)) from None
    return losses


def _lambdas(schedule: torch.optim.lr_scheduler.LRScheduler) -> dict[str, Any]:
    """The functions of a schedule, which are not saved."""
    return {k: v for k, v in schedule.state_dict().items() if k == "lr_lambdas"}
