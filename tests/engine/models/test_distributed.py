"""Two processes that train together give the numbers of one."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
import torch

from icnn_engine.core.config import Variant
from icnn_engine.core.events import EpochDone, FinishFlag, drain
from icnn_engine.models.device import make_generator
from icnn_engine.models.distributed import ProcessGroup
from icnn_engine.models.network import CamNetwork, HeadShape, PartNetwork
from icnn_engine.training.training_loop import train_networks
from tests.toy_batches import CELLS, CHANNELS, pixel_lesson, settings, whole

CASES: dict[Variant, int] = {"partscope": 1, "paper": 2, "released": 1}  # pieces of each process's share
ROOT = Path(__file__).resolve().parents[3]
PROGRAM = """
import sys
import torch
from icnn_engine.models.distributed import join_processes
from tests.engine.models.test_distributed import CASES, trained
torch.set_num_threads(1)
with join_processes() as ranks:
    found = {variant: trained(variant, pieces) for variant, pieces in CASES.items()}
    torch.save({"found": found, "count": ranks.count}, f"{sys.argv[1]}/{ranks.rank}.pt")
"""


@contextmanager
def double_precision() -> Iterator[None]:
    """Numbers are float64: two orders of the same sums, of other processors or threads, lead to the same weights."""
    usual = torch.get_default_dtype()
    torch.set_default_dtype(torch.float64)
    try:
        yield
    finally:
        torch.set_default_dtype(usual)


@double_precision()
def trained(variant: Variant, pieces: int) -> tuple[dict[str, torch.Tensor], list[tuple[float, ...]]]:
    """The weights of the interpretable and the CAM network after two epochs of full training, and what was told."""
    own = settings(variant=variant, training="full", pieces=pieces)
    shape = HeadShape(CHANNELS, CELLS, own.filters, hidden=(8,))
    networks = {
        "interpretable": whole(PartNetwork(shape, variant, make_generator(0))),
        "cam": whole(CamNetwork(shape, make_generator(0))),
    }
    told: list[tuple[float, ...]] = []

    def listen(event: object) -> None:
        if isinstance(event, EpochDone):
            told.append((event.class_loss, event.filter_loss, event.balanced_accuracy))

    drain(train_networks(networks, pixel_lesson(), own, {"interpretable": 1e-2}, FinishFlag(), "none"), listen)
    state = {f"{name}.{key}": value for name, each in networks.items() for key, value in each.state_dict().items()}
    return state, told


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(scope="module")
def together(tmp_path_factory: pytest.TempPathFactory) -> list[dict]:
    """What each of two processes that train together ends with; they are told who they are as torchrun would."""
    tmp_path, count = tmp_path_factory.mktemp("ranks"), 2
    usual = os.environ | {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(free_port()), "WORLD_SIZE": str(count)}
    usual |= {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", "CUDA_VISIBLE_DEVICES": ""}
    words = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    processes = [
        subprocess.Popen(words, env=usual | {"RANK": str(rank), "LOCAL_RANK": str(rank)}, stderr=subprocess.PIPE)
        for rank in range(count)
    ]
    for process in processes:
        _, said = process.communicate(timeout=120)
        assert process.returncode == 0, said.decode()
    return [torch.load(tmp_path / f"{rank}.pt", weights_only=True) for rank in range(count)]


@pytest.mark.parametrize("variant", CASES)
def test_two_processes_end_with_the_weights_of_one(together: list[dict], variant: Variant) -> None:
    one, told = trained(variant, 1)
    (state, own), (its, _) = (each["found"][variant] for each in together)

    assert [each["count"] for each in together] == [2, 2]
    for key, value in one.items():
        torch.testing.assert_close(state[key], value, rtol=1e-4, atol=1e-6)
        assert torch.equal(state[key], its[key]), key
    np.testing.assert_allclose(own, told, rtol=1e-4, atol=1e-6)


@pytest.mark.parametrize(("pieces", "count"), [(2, 2), (4, 2), (3, 2), (1, 4), (7, 3)])
def test_every_piece_has_one_owner_and_shares_are_even(pieces: int, count: int) -> None:
    batch = [torch.zeros(1)] * pieces
    owned = [ProcessGroup(rank, count).owned(batch) for rank in range(count)]

    assert sorted(number for own in owned for number in own) == list(range(pieces))
    assert max(map(len, owned)) - min(map(len, owned)) <= 1
