"""The device that computes, mixed precision, batches sent ahead, and independent random generators."""

from __future__ import annotations

import ctypes
import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

import torch
from torch import Tensor, nn

from icnn_engine.core.config import Precision
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.language import translate

T = TypeVar("T")

MMAP_THRESHOLD, TRIM_THRESHOLD = -3, -1  # malloc.h: M_MMAP_THRESHOLD, M_TRIM_THRESHOLD
MOST_KEPT, USUAL_THRESHOLD = 2**30, 2**17  # bytes; the second is glibc's own
BFLOAT16_SINCE = (8, 0)  # compute capability of the first GPUs that have arithmetic for it


@dataclass(frozen=True, slots=True)
class Computer:
    """A device that can compute: its name as settings have it, what it is called, its memory in bytes."""

    name: str
    title: str
    memory: int

    def __str__(self) -> str:
        return f"{self.title}, {self.memory / 2**30:.0f} GB" if self.memory else self.title


def computers() -> list[Computer]:
    """What can compute here, the fastest first."""
    found = [torch.cuda.get_device_properties(number) for number in range(torch.cuda.device_count())]
    cards = [Computer(f"cuda:{number}", card.name, card.total_memory) for number, card in enumerate(found)]
    processor = translate("Errors", "processor, {threads} threads").format(threads=torch.get_num_threads())
    return [*cards, Computer("cpu", processor, memory_of_machine())]


def memory_of_machine() -> int:
    """Bytes; 0 where the system does not say."""
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):  # Windows
        return 0


def is_here(name: str) -> bool:
    """Whether this machine has the device that settings name."""
    return name in {one.name for one in computers()}


def chosen_device(name: str) -> torch.device:
    """The device that settings name; where they name none, the GPU if there is one. Raises SettingsError, which says
    what there is, where it is not here."""
    if not name:
        return torch.device("cuda" if torch.cuda.is_available() else "cpu")
    if not is_here(name):
        words = translate("Errors", "There is no {name} here. Choose one of: {here}; or none, for the fastest.")
        told = ", ".join(f"{one.name} ({one})" for one in computers())
        raise SettingsError(words.format(name=name, here=told))
    return torch.device(name)


def is_mixed(precision: Precision | None, device: torch.device) -> bool:
    """Whether a trunk computes with bfloat16 where that does no harm: as the settings say, and where they leave it open
    on GPUs that have arithmetic for it."""
    if precision is None:
        return device.type == "cuda" and torch.cuda.get_device_capability(device) >= BFLOAT16_SINCE
    return precision == "mixed"


def mixed_precision(device: torch.device, mixed: bool) -> AbstractContextManager[object]:
    """While the block runs, convolutions and products on the device are computed with bfloat16, whose range is
    float32's: gradients need no scaling."""
    return torch.autocast(device.type, torch.bfloat16, enabled=mixed)


def read_ahead(items: Iterator[T], change: Callable[[T], T]) -> Iterator[T]:
    """The same items, each read and changed in a thread while the one before it is worked on."""
    with ThreadPoolExecutor(1) as thread:

        def following() -> tuple[T, ...]:
            return tuple(change(item) for item in islice(items, 1))

        waiting = thread.submit(following)
        while found := waiting.result():
            waiting = thread.submit(following)
            yield found[0]


def batches_on_device(
    batches: Iterator[tuple[Tensor, Tensor]], device: torch.device
) -> Iterator[tuple[Tensor, Tensor]]:
    """Batches for a device. To a GPU the next one is sent, from memory it can read by itself, while it learns from the
    one before; on the CPU, which has no hand free, each is read when it is wanted."""
    if device.type == "cpu":
        return batches

    def sent(batch: tuple[Tensor, Tensor]) -> tuple[Tensor, Tensor]:
        inputs, labels = (part.pin_memory().to(device, non_blocking=True) for part in batch)
        return inputs, labels

    return read_ahead(batches, sent)


def device_of(module: nn.Module) -> torch.device:
    """Where a module computes; the CPU if it has nothing to compute with."""
    return next((p.device for p in module.parameters()), torch.device("cpu"))


@contextmanager
def large_blocks_kept() -> Iterator[None]:
    """While the block runs, memory of large arrays is used again instead of being given back to the system and asked
    for anew at every step, which zeroes it each time: 4 to 10 % of a step of quick training on two cores. Afterwards
    all that is free is given back. Does nothing where the C library is not glibc."""
    try:
        tune, trim = (getattr(ctypes.CDLL(None), name) for name in ("mallopt", "malloc_trim"))
    except (AttributeError, OSError, TypeError):
        yield
        return
    tune(MMAP_THRESHOLD, MOST_KEPT)
    tune(TRIM_THRESHOLD, MOST_KEPT)
    try:
        yield
    finally:
        tune(MMAP_THRESHOLD, USUAL_THRESHOLD)
        tune(TRIM_THRESHOLD, USUAL_THRESHOLD)
        trim(0)


def make_generator(seed: int, *purpose: object) -> torch.Generator:
    """A CPU generator for one purpose: equal seeds and purposes give equal numbers, whatever else runs."""
    mixed = seed
    for character in "/".join(map(str, purpose)):
        mixed = (mixed * 1_000_003 + ord(character)) % (2**63 - 1)
    return torch.Generator().manual_seed(mixed)
