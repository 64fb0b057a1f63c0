"""Training in several processes, on one machine or many, started by torchrun (its environment variables).

Each process computes its micro-batches through the trunk. The head compares the pictures of a batch, in the filter loss
and its normalisation, so every process computes the head on the maps of all pictures: the numbers equal those of one
process.
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
    """The rank of this process, and the number of processes."""

    rank: int = 0
    count: int = 1

    def owner(self, micro_batch: int, micro_batches: int) -> int:
        """Return the rank of the process that computes a micro-batch."""
        return micro_batch * self.count // micro_batches

    def owned(self, micro_batches: Sequence[Tensor]) -> list[int]:
        """Return the numbers of this process's micro-batches."""
        return [number for number in range(len(micro_batches)) if self.owner(number, len(micro_batches)) == self.rank]

    def shared(
        self, own: Tensor | None, micro_batch: int, micro_batches: int, shape: Sequence[int], device: torch.device
    ) -> Tensor:
        """Broadcast the maps (N, C, n, n) of a micro-batch from the process that computed them (there `own`)."""
        maps = torch.empty(tuple(shape), device=device) if own is None else own.contiguous()
        if self.count > 1:
            distributed.broadcast(maps, self.owner(micro_batch, micro_batches))
        return maps

    def wait(self) -> None:
        """Wait until all processes arrive."""
        if self.count > 1:
            distributed.barrier()

    def add_up(self, trunk: nn.Module, head: nn.Module) -> None:
        """Sum the trunk's gradients over all processes; average the head's, which are equal everywhere."""
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
    """Return this process's place in the group; a single process outside of `join_processes`."""
    if not (distributed.is_available() and distributed.is_initialized()):
        return ProcessGroup()
    return ProcessGroup(distributed.get_rank(), distributed.get_world_size())


@contextmanager
def join_processes() -> Iterator[ProcessGroup]:
    """Join the processes that torchrun started, each on its own GPU if there are any; else a single process."""
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
