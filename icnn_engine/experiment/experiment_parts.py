"""Filters of the networks of an experiment, tested and scored, beside filters by k-means and NMF of the trunk."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch

from icnn_engine import metrics
from icnn_engine.core.events import Operation, Progress
from icnn_engine.data import boxes_of, landmarks_of
from icnn_engine.evaluation.inference import (
    Filters,
    NetworkOutput,
    describe,
    parts_table,
    subjects_of,
    without_training,
)
from icnn_engine.evaluation.part_scores import NetworkParts, Truth, network_scores, shared_floors, truth_of
from icnn_engine.features.dictionaries import DICTIONARIES, dictionary
from icnn_engine.features.equivariance import filter_maps
from icnn_engine.features.untrained_parts import LEARNED
from icnn_engine.metrics import evenly
from icnn_engine.runs.run_folder import Table
from icnn_engine.training.batches import Network
from icnn_engine.training.preparation import Prepared


def filters_and_dictionaries(
    prepared: Prepared, networks: Mapping[str, Network], outputs: Mapping[str, NetworkOutput]
) -> Operation[dict[str, Filters]]:
    """Test the filters of each network, untrained ones, and as many that k-means and NMF make of the trunk's maps."""
    selection = prepared.selection
    subjects = subjects_of(prepared, networks, outputs)
    train = np.flatnonzero((selection.labels >= 0) & (selection.side == "train"))
    trunk = torch.from_numpy(prepared.source.maps.of(train[evenly(len(train), LEARNED)]))
    for kind in DICTIONARIES:
        yield Progress("Comparing with no training", 0, 1)
        subjects[kind] = without_training(prepared, dictionary(kind, trunk, prepared.settings.filters))
    return (yield from describe(prepared, subjects))


def part_tables(
    prepared: Prepared, outputs: Mapping[str, NetworkOutput], filters: Mapping[str, Filters]
) -> dict[str, Table]:
    """Return the results of the filters of each network in the tests and, where there are landmarks or boxes, the
    scores of their parts. Untrained filters stand under `floors`, with the scores of a fixed grid and the centre."""
    selection = prepared.selection
    names = [p.name for p in selection.pictures]
    truths = landmarks_of(selection.root, names), boxes_of(selection.root, selection.pictures) or {}
    truth = truth_of(selection.pictures, selection.positive, selection.side, truths, prepared.geometry)
    tables: dict[str, Table] = {}
    for name, tested in filters.items():
        table = parts_table(tested)
        if truth.marked.any():
            table |= network_scores(_parts(prepared, tested, outputs.get(name), truth), truth.only(truth.marked))
        tables["floors" if name == "untrained" else name] = table
    tables["floors"] |= shared_floors(truth)
    return tables


def _parts(prepared: Prepared, filters: Filters, output: NetworkOutput | None, truth: Truth) -> NetworkParts:
    """Return the filters of a network on the marked pictures."""
    rows, judged = np.flatnonzero(truth.marked), filters.judged
    if output is None:
        maps = filter_maps(filters.network.layer, torch.from_numpy(prepared.source.maps.of(rows)))
    else:
        maps = output.maps[rows].astype(np.float32)
    shows = metrics.pictures_shown(prepared.selection.labels[rows], filters.network.category)
    strengths = np.where(shows, maps.max((2, 3)), 0).sum(0) / np.maximum(shows.sum(0), 1)
    noisy = np.full((len(truth.marked), *judged.noisy.shape[1:]), -1.0)
    noisy[prepared.held.rows] = judged.noisy
    passed = np.nan_to_num(judged.tests.shift + judged.tests.mirror + judged.tests.transplant)
    order = np.argsort(-passed, kind="stable")
    return NetworkParts(maps, strengths, judged.groups, judged.distances, shows, noisy[rows], order)
