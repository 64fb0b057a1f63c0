"""Training in several processes, on one machine or many, started by torchrun (its environment variables)

Each takes its share of every batch through the trunk that learns. The head compares the pictures of a batch, in the
filter loss and its normalisation, so each sees the maps of all of them and the numbers are those of
one process.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import torch
from torch import Tensor, distributed, nn


@dataclass(frozen=True, slots=True)
class ProcessGroup:
    """Which of how many processes this one is."""

    rank: int = 0
    count: int = 1

    def owner(self, piece: int, pieces: int) -> int:
        """Which process takes one of the pieces of a batch through its trunk."""
        return piece * self.count // pieces

    def owned(self, pieces: Sequence[Tensor]) -> list[int]:
        """Numbers of the pieces that are this process's."""
        return [number for number in range(len(pieces)) if self.owner(number, len(pieces)) == self.rank]

    def shared(self, own: Tensor | None, piece: int, pieces: int, shape: Sequence[int], device: torch.device) -> Tensor:
        """A piece's maps, (N, C, n, n), from the process that made them; `own`: where it is this one."""
        maps = torch.empty(tuple(shape), device=device) if own is None else own.contiguous()
        if self.count > 1:
            distributed.broadcast(maps, self.owner(piece, pieces))
        return maps

    def wait(self) -> None:
        """Go on when all processes are here."""
        if self.count > 1:
            distributed.barrier()

    def add_up(self, trunk: nn.Module, head: nn.Module) -> None:
        """Sum the gradients of the trunk over all processes, each of which has those of its pieces; the head's are the
        same everywhere and stay in step."""
        if self.count > 1:
            _sum_gradients(trunk.parameters(), 1)
            _sum_gradients(head.parameters(), self.count)


def _sum_gradients(parameters: Iterable[nn.Parameter], parts: int) -> None:
    for parameter in parameters:
        if parameter.requires_grad:
            if parameter.grad is None:
                parameter.grad = torch.zeros_like(parameter)
            distributed.all_reduce(parameter.grad)
            parameter.grad /= parts


def process_group() -> ProcessGroup:
    """Who this process is: alone, unless `join_processes` says otherwise."""
    if not (distributed.is_available() and distributed.is_initialized()):
        return ProcessGroup()
    return ProcessGroup(distributed.get_rank(), distributed.get_world_size())


@contextmanager
def join_processes() -> Iterator[ProcessGroup]:
    """Join the other processes that torchrun has started, each on a GPU of its own where there are some; without it
    this process is alone."""
    if int(os.environ.get("WORLD_SIZE", "1")) < 2 or "RANK" not in os.environ:
        yield ProcessGroup()
        return
    on_gpu = torch.cuda.is_available()
    if on_gpu:
        torch.cuda.set_device(int(os.environ.get("LOCAL_RANK", "0")))
    distributed.init_process_group("nccl" if on_gpu else "gloo")
    try:
        yield process_group()
    finally:
        distributed.destroy_process_group()
