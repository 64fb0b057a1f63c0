"""The parts of the networks of an experiment: judged, scored, beside filters that k-means and NMF make of the trunk."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import torch

from icnn_engine import metrics
from icnn_engine.core.events import Operation, Progress
from icnn_engine.data import landmarks_of
from icnn_engine.evaluation.inference import (
    Filters,
    NetworkOutput,
    described_filters,
    parts_table,
    subjects_of,
    without_training,
)
from icnn_engine.evaluation.measure import boxes_of
from icnn_engine.evaluation.part_scores import NetworkParts, Truth, network_scores, shared_floors, truth_of
from icnn_engine.features.dictionaries import DICTIONARIES, dictionary
from icnn_engine.features.equivariance import filter_maps
from icnn_engine.features.untrained_parts import LEARNED
from icnn_engine.metrics import evenly
from icnn_engine.runs.run_folder import Table
from icnn_engine.training.batches import Network
from icnn_engine.training.preparation import Prepared


def filters_and_dictionaries(
    prepared: Prepared, networks: Mapping[str, Network], portraits: Mapping[str, NetworkOutput]
) -> Operation[dict[str, Filters]]:
    """The filters of each network, untrained ones, and as many that k-means and NMF make of the trunk's maps."""
    selection = prepared.selection
    subjects = subjects_of(prepared, networks, {name: one.category for name, one in portraits.items()})
    train = np.flatnonzero((selection.labels >= 0) & (selection.side == "train"))
    learned = torch.from_numpy(prepared.source.maps.of(train[evenly(len(train), LEARNED)]))
    for kind in DICTIONARIES:
        yield Progress("Comparing with no training", 0, 1)
        subjects[kind] = without_training(prepared, dictionary(kind, learned, prepared.settings.filters))
    return (yield from described_filters(prepared, subjects, {}, fields=False))


def part_tables(
    prepared: Prepared, portraits: Mapping[str, NetworkOutput], filters: Mapping[str, Filters]
) -> dict[str, Table]:
    """What the filters of each network reach in the tests, and their parts against landmarks and boxes where there are
    some. Untrained filters stand under `floors`, beside what a fixed grid and the centre score."""
    selection = prepared.selection
    names = [p.name for p in selection.pictures]
    truths = landmarks_of(selection.root, names), boxes_of(selection.root, names)
    truth = truth_of(selection.pictures, selection.positive, selection.side, truths, prepared.geometry)
    tables: dict[str, Table] = {}
    for name, one in filters.items():
        table = parts_table(one)
        if truth.marked.any():
            table |= network_scores(_parts(prepared, one, portraits.get(name), truth), truth.only(truth.marked))
        tables["floors" if name == "untrained" else name] = table
    tables["floors"] |= shared_floors(truth)
    return tables


def _parts(prepared: Prepared, filters: Filters, portrait: NetworkOutput | None, truth: Truth) -> NetworkParts:
    """The filters of a network on the pictures that are marked."""
    rows, held = np.flatnonzero(truth.marked), prepared.held.rows
    if portrait is None:
        maps = filter_maps(filters.layer, torch.from_numpy(prepared.source.maps.of(rows)))
    else:
        maps = portrait.maps[rows].astype(np.float32)
    shows = metrics.pictures_shown(prepared.selection.labels[rows], filters.category)
    strengths = np.where(shows, maps.max((2, 3)), 0).sum(0) / np.maximum(shows.sum(0), 1)
    noisy = np.full((len(truth.marked), *filters.judged.noisy.shape[1:]), -1.0)
    noisy[held] = filters.judged.noisy
    tests = filters.judged.tests
    order = np.argsort(-np.nan_to_num(tests.shift + tests.mirror + tests.transplant), kind="stable")
    judged = filters.judged
    return NetworkParts(maps, strengths, judged.groups, judged.distances, shows, noisy[rows], order)
