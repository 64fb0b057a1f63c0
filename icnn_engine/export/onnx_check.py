"""Compares an exported network under onnxruntime with PyTorch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch

from icnn_engine.core.errors import ExportError
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate
from icnn_engine.features.trunk_maps import trunk_maps
from icnn_engine.inspection.explainer import Explainer

TOLERANCE = 1e-4  # of probabilities, and of peaks by the highest peak of all
MOST_OFF = 0.1  # share of pictures: where a centroid is rounded (the release's masks), a mask can move by a cell
NOISE = 6  # pictures of noise that are compared beside those of the run
INTERPRETABLE = NetworkName.INTERPRETABLE


@dataclass(frozen=True, slots=True)
class OnnxCheck:
    """Greatest differences between onnxruntime and PyTorch, over `pictures` of the run and `noise` pictures.

    `answers`: of probabilities. `peaks`: of the values of peaks, and of how much lower PyTorch's map is in the cell
    where onnxruntime finds the peak, as shares of the highest peak. `off`: pictures in which one of them exceeds
    `TOLERANCE`.
    """

    pictures: int
    noise: int
    answers: float
    peaks: float
    off: int


def check_onnx(model: bytes, explainer: Explainer, squares: np.ndarray) -> OnnxCheck:
    """Compare an exported network with the trained one.

    Parameters
    ----------
    model : bytes
        As `onnx_bytes` returns it.
    explainer : Explainer
        The trained networks.
    squares : ndarray, shape (P, S, S, 3), uint8
        Pictures of the run at the input size; there may be none.

    Returns
    -------
    OnnxCheck

    Raises
    ------
    ExportError
        More than `MOST_OFF` of the pictures differ by more than `TOLERANCE`.
    """
    side = explainer.run.geometry.input_size
    noise = np.random.default_rng(0).integers(0, 256, (NOISE, side, side, 3), np.uint8)
    pixels = np.concatenate([squares, noise])
    answers, peaks = differences(run_onnx(model, pixels), explainer, pixels)
    off = int(((answers > TOLERANCE) | (peaks > TOLERANCE)).sum())
    if off > MOST_OFF * len(pixels):
        words = translate(
            "Errors",
            "Under onnxruntime the exported network differs from PyTorch in {off} of {count} pictures, by up to "
            "{answers:.1g} of a probability and {peaks:.1g} of the highest peak. Nothing was written. Update "
            "onnxruntime, onnxscript and torch: pip install -U 'partscope[export]'",
        )
        values = {"off": off, "count": len(pixels), "answers": answers.max(), "peaks": peaks.max()}
        raise ExportError(words.format(**values))
    return OnnxCheck(len(squares), NOISE, float(answers.max()), float(peaks.max()), off)


def run_onnx(model: bytes, pixels: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return answers (N, K), peaks (N, F, 2) and strengths (N, F) of (N, S, S, 3) uint8 under onnxruntime."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = torch.get_num_threads()
    session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    answers, peaks, strengths = session.run(["answers", "peaks", "strengths"], {"pixels": pixels})
    return answers, peaks, strengths


@torch.inference_mode()
def differences(
    outputs: tuple[np.ndarray, np.ndarray, np.ndarray], explainer: Explainer, pixels: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return the greatest difference of answers and of peaks in each picture, (N,) each, as `OnnxCheck` has them."""
    answers, peaks, strengths = outputs
    geometry = explainer.run.geometry
    maps = explainer.network(trunk_maps(pixels, explainer.backbones[INTERPRETABLE])).maps.numpy()
    highest = maps.max((2, 3))
    column, row = np.moveaxis(np.rint(geometry.cell_at(peaks - 0.5)).astype(int), 2, 0)
    picture, filter = np.indices(column.shape, sparse=True)
    lower = highest - maps[picture, filter, row, column]
    apart = np.maximum(lower, np.abs(strengths - highest)).max(1) / max(float(highest.max()), 1e-12)
    return np.abs(answers - explainer.answers(INTERPRETABLE, pixels)).max(1), apart
