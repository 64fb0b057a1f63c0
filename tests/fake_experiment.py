"""A whole experiment without any training: cells whose records are drawn at random, the interpretable ones better."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from icnn_engine.core.experiment_settings import ExperimentSettings, make_experiment_settings
from icnn_engine.core.receptive_field import MapGeometry
from icnn_engine.experiment.experiment_folder import (
    Cell,
    CellName,
    CellRecords,
    Experiment,
    Records,
    Task,
    begin_experiment,
    open_experiment,
    write_cell,
)

GEOMETRY = MapGeometry(input_size=224, cells=13, stride=16, start=15.0, field=239)
SAMPLES, FILTERS = 24, 4
GOODNESS = {"ordinary": 0.7, "paper": 0.75, "partscope": 0.95}


def fake_settings(categories: Sequence[str] = ("fox", "cat"), seeds: Sequence[int] = (0, 1)) -> ExperimentSettings:
    """The settings of such an experiment."""
    return make_experiment_settings(
        {"categories": tuple(categories), "seeds": tuple(seeds), "variants": tuple(GOODNESS)}
    )


def make_fake_study(path: Path, settings: ExperimentSettings | None = None, cells: int | None = None) -> Experiment:
    """An experiment in `path` of which the first `cells` cells are finished (None: all)."""
    wanted = settings or fake_settings()
    begin_experiment(path, wanted, {"data": {"folder": "/pictures/zoo", "fingerprint": "0"}, "versions": {}})
    names = [CellName(Task((c,)), "squeezenet1_1", seed) for c in wanted.categories for seed in wanted.seeds]
    for name in names[:cells]:
        add_cell(path, name)
    return open_experiment(path)


def add_cell(path: Path, name: CellName) -> None:
    """One more finished cell."""
    random = np.random.default_rng(name.seed)
    labels = np.where(np.arange(SAMPLES) < SAMPLES // 2, 0, -1)
    points = np.full((SAMPLES, 1, 2), np.nan)
    points[labels == 0] = random.uniform(60, 160, (SAMPLES // 2, 1, 2))
    networks = {variant: _records(labels, points, good, random) for variant, good in GOODNESS.items()}
    tables = {variant: _table(good, random) for variant, good in GOODNESS.items()}
    tables |= {"cam": {"balanced_accuracy": 0.93}, "floors": {"equivariance": 0.57, "mirror": 0.1, "holding": 0.0}}
    tables |= {"kmeans": _table(0.6, random) | {"balanced_accuracy": None, "instability": None}}
    write_cell(path, Cell(name, tables, {"pretrained": True}), CellRecords(labels, points, GEOMETRY, networks))


def _records(labels: np.ndarray, points: np.ndarray, good: float, random: np.random.Generator) -> Records:
    shape = (SAMPLES, FILTERS)
    right = random.random(SAMPLES) < 1.1 * good
    answers = np.where((labels == 0) == right, 0.9, 0.1)[:, None].astype(np.float32)
    spread = np.rint(random.normal(0, 6 * (1 - good), (*shape, 2)))
    places = np.nan_to_num(np.rint((points - 15) / 16), nan=6.0) + spread
    counted = np.where(labels == 0, 8, 0)[:, None] * np.ones(shape, np.int16)
    hits = np.minimum(random.binomial(8, good, shape), counted)
    return Records(
        answers,
        np.clip(places, 0, 12).astype(np.int16),
        random.uniform(1, 2, shape).astype(np.float32),
        np.zeros(FILTERS, int),
        hits.astype(np.int16),
        counted.astype(np.int16),
        np.zeros(FILTERS, bool),
        np.zeros(FILTERS, int),
    )


def _table(good: float, random: np.random.Generator) -> dict[str, float | None]:
    return {
        "balanced_accuracy": good,
        "instability": 0.2 - 0.15 * good,
        "equivariance": good,
        "mirror": good - 0.1,
        "holding": good / 2,
        "independent_parts": 10 * good,
        "background_auc": good + float(random.uniform(0, 0.01)),
    }
