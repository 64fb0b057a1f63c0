"""One cell of an experiment: all networks of a task, backbone and seed, trained side by side and measured."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from icnn_engine import metrics
from icnn_engine.core.config import NetworkVariant
from icnn_engine.core.events import FinishFlag, NetworkName, Operation, Progress
from icnn_engine.data.selection import Selection
from icnn_engine.evaluation.faithfulness import (
    ExplainedNetwork,
    TrunkCache,
    background_share,
    deletion_table,
    localisation_table,
)
from icnn_engine.evaluation.inference import Filters, NetworkOutput, head_and_backbone, run_network
from icnn_engine.evaluation.tables import (
    PeakTable,
    answer_table,
    background_table,
    floors,
    interpretability_table,
    known,
    landmark_table,
    measured_landmarks,
    points_of,
)
from icnn_engine.experiment.experiment_folder import Cell, CellName, CellRecords, Records
from icnn_engine.experiment.experiment_parts import filters_and_dictionaries, part_tables
from icnn_engine.experiment.provenance import versions
from icnn_engine.experiment.training_run import networks_and_batches
from icnn_engine.models.network import Head, PartNetwork
from icnn_engine.models.weights import is_pretrained
from icnn_engine.runs.run_folder import Table
from icnn_engine.training.batches import Network
from icnn_engine.training.loss_weight import choose_loss_weight
from icnn_engine.training.preparation import Prepared, samples_of
from icnn_engine.training.refit_head import refit_heads
from icnn_engine.training.training_loop import train_networks

CAM = str(NetworkName.CAM)
USUAL_FIELD = 64.0  # pixels: diameter of the round fields of part interpretability, a usual effective field


def train_cell(
    name: CellName, prepared: Prepared, variants: tuple[NetworkVariant, ...], scratch: Path
) -> Operation[tuple[Cell, CellRecords]]:
    """Train and measure all networks of one cell.

    A wish to finish shortens nothing here, or the same experiment would have other results.
    """
    settings, loss_weights = prepared.settings, dict[str, float]()
    for variant in variants:
        if variant != "ordinary":
            chosen = settings.strength or (yield from choose_loss_weight(prepared, variant, FinishFlag())).strength
            loss_weights[variant] = chosen
    heads: dict[str, Head] = {variant: prepared.new_network(variant) for variant in variants}
    heads[CAM] = prepared.new_cam_network()
    networks, source = yield from networks_and_batches(prepared, heads, scratch)
    shown = settings.variant if settings.variant in variants else "ordinary"
    yield from train_networks(networks, source, settings, loss_weights, FinishFlag(), shown)
    yield from refit_heads(networks, source, settings)
    outputs = yield from run_network(prepared, networks, source)
    filters = yield from filters_and_dictionaries(prepared, networks, outputs)
    yield Progress("Measuring", 0, 1)
    points = _points(prepared.selection, prepared.backbone.input_size)
    tables = {network: _table(prepared, outputs[network], network in filters, points) for network in networks}
    faithfulness = yield from _faithfulness(prepared, networks, outputs, points)
    for network, table in [*part_tables(prepared, outputs, filters).items(), *faithfulness.items()]:
        tables.setdefault(network, {}).update({key: value for key, value in table.items() if value is not None})
    tables["floors"] |= floors(samples_of(prepared.selection, "test").labels, len(name.task.categories))
    pretrained = is_pretrained(settings.weights)
    info: dict[str, object] = {"strengths": loss_weights, "pretrained": pretrained, "versions": versions()}
    return Cell(name, tables, info), _records(prepared, outputs, filters, points)


def _points(selection: Selection, input_size: int) -> np.ndarray:
    """Return (N, K, 2) landmarks of the folder for the pictures that show a category; K = 0 where there are none."""
    names = [p.name for p in selection.pictures]
    sizes = [(p.width, p.height) for p in selection.pictures]
    shown = [name if positive else "" for name, positive in zip(names, selection.positive, strict=True)]
    return points_of(shown, sizes, measured_landmarks(selection.root, names), input_size)


def _table(prepared: Prepared, output: NetworkOutput, has_filters: bool, points: np.ndarray) -> Table:
    selection, held = prepared.selection, prepared.held.rows
    labels, test = selection.labels, selection.side == "test"
    table = answer_table(output.tested, samples_of(selection, "test").labels, prepared.settings.loss)
    if not has_filters:
        return table
    peaks = PeakTable(*metrics.peaks(output.maps), output.category)
    table |= background_table(peaks, labels, test)
    if points.shape[1]:
        table |= landmark_table(peaks, labels, test, points, prepared.geometry)
        names, sides = [selection.pictures[i].name for i in held], np.full(len(output.category), USUAL_FIELD)
        table |= interpretability_table(selection.root, names, output.maps[held], sides, prepared.geometry)
    return {key: value for key, value in table.items() if value is not None}


def _faithfulness(
    prepared: Prepared, networks: dict[str, Network], outputs: dict[str, NetworkOutput], points: np.ndarray
) -> Operation[dict[str, Table]]:
    """Return the tables of `faithfulness` of each network, on the held-out pictures."""
    held, geometry = prepared.held.rows, prepared.geometry
    labels, paths = prepared.selection.labels[held], [prepared.selection.paths[i] for i in held]
    shared = TrunkCache(prepared.backbone)
    peaks, tables = dict[str, PeakTable](), dict[str, Table]()
    for name, network in networks.items():
        head, backbone = head_and_backbone(network, prepared.backbone)
        trunk = shared if backbone is prepared.backbone else TrunkCache(backbone)
        maps, is_cam = outputs[name].maps[held], not isinstance(head, PartNetwork)
        peaks[name] = PeakTable(*metrics.peaks(maps[:, None] if is_cam else maps), outputs[name].category)
        explained = ExplainedNetwork(head, trunk, prepared.settings.loss)
        tables[name] = yield from deletion_table(explained, paths, labels, geometry)
        if isinstance(head, PartNetwork) and trunk is shared:
            tables[name] |= _weak_share(prepared, head, outputs[name])
    if points.shape[1]:
        for name, table in localisation_table(peaks, points[held], geometry).items():
            tables.setdefault(name, {}).update(table)
    return {"floors": {}} | tables


def _weak_share(prepared: Prepared, head: PartNetwork, output: NetworkOutput) -> Table:
    selection, held = prepared.selection, prepared.held.rows
    test = selection.side == "test"
    strengths = metrics.peaks(output.maps[test])[1]
    auc = metrics.background_auc_by_category(strengths, selection.labels[test], output.category)
    trunk = torch.from_numpy(prepared.source.maps.of(held))
    return known({"background_share": background_share(head, trunk, selection.labels[held], auc)})


def _records(
    prepared: Prepared, outputs: dict[str, NetworkOutput], filters: dict[str, Filters], points: np.ndarray
) -> CellRecords:
    samples = samples_of(prepared.selection, "test")
    rows = samples.pictures
    moved = np.flatnonzero(np.isin(rows, prepared.held.rows) & ~samples.shuffled)
    records = {}
    for name, output in outputs.items():
        answers = output.tested.astype(np.float32)
        if name not in filters:
            none = np.zeros((0, 0))
            records[name] = Records(answers, none, none, np.zeros(0), none, none, np.zeros(0, bool), np.zeros(0))
            continue
        cells, strengths = metrics.peaks(output.maps[rows])
        followed = filters[name].judged.followed
        hits, counted = (np.zeros((len(rows), len(output.category)), np.int16) for _ in range(2))
        hits[moved], counted[moved] = followed.hits, followed.counted
        records[name] = Records(
            answers,
            cells.astype(np.int16),
            strengths.astype(np.float32),
            output.category,
            hits,
            counted,
            followed.silent,
            filters[name].judged.groups,
        )
    return CellRecords(np.where(samples.shuffled, -1, samples.labels), points[rows], prepared.geometry, records)
