"""What a conversion learns from: views of pictures, through the frozen part of a network once, with its answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from icnn_engine.core.annotations import Where
from icnn_engine.core.atomic_files import blank_array
from icnn_engine.core.events import Operation, Progress
from icnn_engine.features.trunk_maps import batches_of, read_squares
from icnn_engine.models.device import device_of
from icnn_engine.models.own.asked import network_input
from icnn_engine.models.own.network import OwnNetwork
from icnn_engine.models.own.upper import UpperPart

VIEWS = 4  # of each picture: as it is, and mirrored or not, moved by up to `MARGIN` pixels
MARGIN = 24
MOST_BYTES = 4e9  # of the outputs of the frozen part; beyond, fewer views
HIGHEST = 6e4  # a float16 holds a little more


@dataclass(frozen=True, eq=False)
class Lessons:
    """What is learned from: V views of N pictures.

    `given`: (V, N, ...), the input of the upper part, or the pictures (S, S, 3) uint8 where that is not enough;
    `answers`: (V, N, A) logits of the original network; `labels`: (N,).
    """

    given: np.ndarray
    answers: Tensor
    labels: np.ndarray


def make_lessons(
    network: OwnNetwork,
    part: UpperPart,
    whole: bool,
    paths: Sequence[Where],
    labels: np.ndarray,
    seed: int,
    scratch: Path,
) -> Operation[Lessons]:
    """Show the original network some views of each picture; keep its answers, and what the upper part reads."""
    size, count = network.preprocessing.fit.size, len(paths)
    read = part.input_of(network.module, input_of(network, np.zeros((2, size, size, 3), np.uint8)))[0]
    shape, kind = ((size, size, 3), np.uint8) if whole else (tuple(read.shape[1:]), np.float16)
    room = int(MOST_BYTES / (count * np.prod(shape) * np.dtype(kind).itemsize))
    moves = _moves(min(max(room, 1), VIEWS), seed)
    given = blank_array(scratch / "lessons.npy", (len(moves), count, *shape), kind)
    answers = torch.zeros(len(moves), count, network.answers)
    yield Progress("Asking the network", 0, count)
    done = 0
    for squares in batches_of(read_squares(paths, size)):
        rows = slice(done, done + len(squares))
        for number, move in enumerate(moves):
            view = _view(squares, move, mirrored=number % 2 == 1)
            read, logits = part.input_of(network.module, input_of(network, view))
            given[number, rows] = view if whole else read.clamp(-HIGHEST, HIGHEST).cpu().numpy()
            answers[number, rows] = logits.cpu()
        done += len(squares)
        yield Progress("Asking the network", done, count)
    return Lessons(given, answers, labels)


def _moves(views: int, seed: int) -> list[list[int]]:
    """Return by how many pixels each view is moved; the first is the picture as it is."""
    moves: list[list[int]] = np.random.default_rng(seed).integers(-MARGIN, MARGIN + 1, (views, 2)).tolist()
    return [[0, 0], *moves[1:]]


def _view(squares: np.ndarray, move: Sequence[int], mirrored: bool) -> np.ndarray:
    """Return (P, S, S, 3) moved by some pixels, with reflection at the margin, and mirrored."""
    size, (down, right) = squares.shape[1], move
    padded = np.pad(squares, [(0, 0), (MARGIN, MARGIN), (MARGIN, MARGIN), (0, 0)], mode="reflect")
    view = padded[:, MARGIN + down : MARGIN + down + size, MARGIN + right : MARGIN + right + size]
    return view[:, :, ::-1] if mirrored else view


def input_of(network: OwnNetwork, squares: np.ndarray) -> Tensor:
    norm = network.preprocessing
    return network_input(squares, norm.mean, norm.std).to(device_of(network.module))
