"""An experiment: networks of several variants trained side by side, for tasks, backbones and seeds; it resumes."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch

from icnn_engine import metrics
from icnn_engine.core.annotations import CheckUp
from icnn_engine.core.config import AUTO_BACKGROUND, NONE, ExperimentSettings, NetworkVariant, TrainSettings
from icnn_engine.core.events import ExperimentGrew, FinishFlag, NetworkName, Operation, Progress
from icnn_engine.data.selection import Selection, checked, select
from icnn_engine.evaluation.faithfulness import (
    Eyes,
    Witness,
    background_share,
    deletion_table,
    localisation_table,
)
from icnn_engine.evaluation.inference import Filters, NetworkOutput, run_network
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
from icnn_engine.experiment.experiment_parts import filters_and_dictionaries, part_tables
from icnn_engine.experiment.provenance import departures, versions
from icnn_engine.experiment.table_text import write_tables
from icnn_engine.experiment.training_run import taught
from icnn_engine.features.trunk_maps import TrunkMaps, layout_of, opened_maps
from icnn_engine.models.backbones import Backbone
from icnn_engine.models.network import Head, PartNetwork, WholeNetwork
from icnn_engine.models.weights import is_pretrained
from icnn_engine.runs.run_folder import Table
from icnn_engine.training.batches import Network
from icnn_engine.training.loss_weight import choose_loss_weight
from icnn_engine.training.preparation import Prepared, load_trunk, prepare, samples_of
from icnn_engine.training.refit_head import refit_heads
from icnn_engine.training.training_loop import train_networks

CAM = str(NetworkName.CAM)
USUAL_FIELD = 64.0  # pixels: diameter of the round fields of part interpretability, a usual effective field


def run_experiment(folder: Path, settings: ExperimentSettings, path: Path) -> Operation[Experiment]:
    """Fill the table of an experiment in `path`, cell by cell; finished cells are not done again.

    Answering FinishNow ends it after the cell under way; closing it loses that cell only. Raises FolderError,
    SettingsError, WeightsError, TrainingError, StudyError.
    """
    finish_flag = FinishFlag()
    study: Experiment = yield from finish_flag.heard(_study(folder, settings, path.resolve(), finish_flag))
    return study


def _study(folder: Path, settings: ExperimentSettings, path: Path, finish_flag: FinishFlag) -> Operation[Experiment]:
    checkup = yield from checked(folder, *settings.categories)
    study = begin_experiment(path, settings, _info(checkup, settings))
    done = {cell.name for cell in study.cells}
    wanted = list(cells_of(checkup, study.settings))
    yield ExperimentGrew(path, len(done), len(wanted))
    scratch = path / "scratch"
    for task, backbone in dict.fromkeys((name.task, name.backbone) for name in wanted):
        names = [n for n in wanted if (n.task, n.backbone) == (task, backbone) and n not in done]
        try:
            yield from _seeds(checkup, study, names, scratch, finish_flag)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
        if finish_flag.finish:
            break
    return open_experiment(path)


def cells_of(checkup: CheckUp, settings: ExperimentSettings) -> Iterator[CellName]:
    """The cells that settings ask for, in the order in which they are done."""
    background = (AUTO_BACKGROUND, settings.training.background)
    categories = settings.categories or tuple(c for c in checkup.categories if c not in background)
    tasks = [Task((one,)) for one in categories] if settings.alone else []
    tasks += [Task(categories, loss) for loss in settings.together if len(categories) > 1]
    for task in tasks:
        for backbone in settings.backbones:
            for seed in settings.seeds:
                yield CellName(task, backbone, seed)


def _info(checkup: CheckUp, settings: ExperimentSettings) -> dict[str, object]:
    told = {
        variant: departures(settings.training.model_copy(update={"variant": variant}))
        for variant in settings.variants
        if variant != "ordinary"
    }
    data = {"folder": str(checkup.root.resolve()), "fingerprint": checkup.fingerprint}
    return {"data": data, "versions": versions(), "departures": told}


def settings_of(name: CellName, settings: ExperimentSettings) -> TrainSettings:
    """The settings of one cell. Several categories are told from each other, as published, unless a background is
    asked for. Its variant is the last one of the experiment: so untrained filters have the kernels of that one."""
    training = settings.training
    backbone, _, weights = name.backbone.partition("=")
    several = len(name.task.categories) > 1
    return TrainSettings.model_validate(
        training.model_dump()
        | {
            "category": "" if several else name.task.categories[0],
            "categories": name.task.categories if several else (),
            "loss": name.task.loss,
            "background": training.background or (NONE if several else ""),
            "backbone": backbone,
            "weights": weights or training.weights,
            "seed": name.seed,
            "variant": next((v for v in reversed(settings.variants) if v != "ordinary"), "paper"),
        }
    )


def _seeds(
    checkup: CheckUp, study: Experiment, names: list[CellName], scratch: Path, finish_flag: FinishFlag
) -> Operation[None]:
    """All seeds of one task and backbone: they share the trunk's maps, for only the split differs."""
    if not names:
        return
    backbone, digest = load_trunk(settings_of(names[0], study.settings))
    first = yield from select(checkup, settings_of(names[0], study.settings))
    everything, own = np.ones(len(first.pictures), bool), scratch / "maps"
    with opened_maps(backbone, digest, layout_of(backbone), first, everything, "windows", own) as maps_to_be:
        shared = _Shared(backbone, digest, (yield from maps_to_be))
        yield from _cells(checkup, study, names, shared, scratch, finish_flag)


def _cells(
    checkup: CheckUp, study: Experiment, names: list[CellName], shared: _Shared, scratch: Path, finish_flag: FinishFlag
) -> Operation[None]:
    for name in names:
        settings = settings_of(name, study.settings)
        selection = yield from select(checkup, settings)
        start = time.monotonic()
        prepared = yield from prepare(shared.backbone, shared.digest, selection, settings, shared.maps)
        cell, records = yield from _cell(name, prepared, study.settings.variants, scratch)
        cell.info["seconds"] = round(time.monotonic() - start, 1)
        write_cell(study.path, cell, records)
        grown = open_experiment(study.path)
        write_tables(grown)
        total = sum(1 for _ in cells_of(checkup, study.settings))
        yield ExperimentGrew(study.path, len(grown.cells), total)
        if finish_flag.finish:
            return


@dataclass(frozen=True, eq=False)
class _Shared:
    backbone: Backbone
    digest: str
    maps: TrunkMaps


def _cell(
    name: CellName, prepared: Prepared, variants: tuple[NetworkVariant, ...], scratch: Path
) -> Operation[tuple[Cell, CellRecords]]:
    """All of one cell: a wish to finish shortens nothing in it, or the same experiment would give other figures."""
    settings = prepared.settings
    strengths: dict[str, float] = {}
    for variant in variants:
        if variant != "ordinary":
            chosen = settings.strength
            if chosen is None:
                chosen = (yield from choose_loss_weight(prepared, variant, FinishFlag())).strength
            strengths[variant] = chosen
    heads: dict[str, Head] = {variant: prepared.new_network(variant) for variant in variants}
    heads[CAM] = prepared.new_cam_network()
    networks, source = yield from taught(prepared, heads, scratch)
    shown = settings.variant if settings.variant in variants else "ordinary"
    yield from train_networks(networks, source, settings, strengths, FinishFlag(), shown)
    yield from refit_heads(networks, source, settings)
    portraits = yield from run_network(prepared, networks, source)
    filters = yield from filters_and_dictionaries(prepared, networks, portraits)
    yield Progress("Measuring", 0, 1)
    found = _points(prepared.selection, prepared.backbone.input_size)
    tables = {each: _table(prepared, portraits[each], filters.get(each), found) for each in networks}
    asked = yield from _asked(prepared, networks, portraits, filters, found)
    for each, more in [*part_tables(prepared, portraits, filters).items(), *asked.items()]:
        tables.setdefault(each, {}).update({key: value for key, value in more.items() if value is not None})
    labels = samples_of(prepared.selection, "test").labels
    tables["floors"] |= floors(labels, len(name.task.categories))
    pretrained = is_pretrained(settings.weights)
    info: dict[str, object] = {"strengths": strengths, "pretrained": pretrained, "versions": versions()}
    return Cell(name, tables, info), _records(prepared, portraits, filters, found)


def _asked(
    prepared: Prepared,
    networks: dict[str, Network],
    portraits: dict[str, NetworkOutput],
    filters: dict[str, Filters],
    points: np.ndarray,
) -> Operation[dict[str, Table]]:
    """The sceptic's questions to each network, on the held-out pictures."""
    held, geometry = prepared.held.rows, prepared.geometry
    labels, paths = prepared.selection.labels[held], [prepared.selection.paths[i] for i in held]
    eyes = Eyes(prepared.backbone)
    seen, tables = dict[str, PeakTable](), dict[str, Table]()
    for each, network in networks.items():
        witness = _witness(prepared, network, eyes)
        portrait = portraits[each]
        maps = portrait.maps[held] if each in filters else portrait.maps[held][:, None]
        seen[each] = PeakTable(*metrics.peaks(maps), portrait.category)
        tables[each] = yield from deletion_table(witness, paths, labels, geometry)
        if each in filters:
            tables[each] |= _weak_share(prepared, witness, portrait)
    if points.shape[1]:
        for each, more in localisation_table(seen, points[held], geometry).items():
            tables.setdefault(each, {}).update(more)
    return {"floors": {}} | tables


def _witness(prepared: Prepared, network: Network, eyes: Eyes) -> Witness:
    """`eyes`: the trunk that networks share; one with a trunk of its own sees with that."""
    if isinstance(network, WholeNetwork):
        own = Eyes(replace(prepared.backbone, trunk=network.trunk))
        return Witness(network.head, own, prepared.settings.loss)
    return Witness(network, eyes, prepared.settings.loss)


def _weak_share(prepared: Prepared, witness: Witness, portrait: NetworkOutput) -> Table:
    selection = prepared.selection
    test, held = selection.side == "test", prepared.held.rows
    strengths = metrics.peaks(portrait.maps[test])[1]
    auc = metrics.background_auc_by_category(strengths, selection.labels[test], portrait.category)
    assert isinstance(witness.head, PartNetwork)
    trunk = torch.from_numpy(prepared.source.maps.of(held))
    if witness.eyes.backbone.trunk is not prepared.backbone.trunk:
        return {}
    return known({"background_share": background_share(witness.head, trunk, selection.labels[held], auc)})


def _points(selection: Selection, input_size: int) -> np.ndarray:
    """(N, K, 2) landmarks of the folder for the pictures that show a category; K = 0 where there are none."""
    names = [p.name for p in selection.pictures]
    marks = measured_landmarks(selection.root, names)
    sizes = [(p.width, p.height) for p in selection.pictures]
    shown = [name if positive else "" for name, positive in zip(names, selection.positive, strict=True)]
    return points_of(shown, sizes, marks, input_size)


def _table(
    prepared: Prepared, portrait: NetworkOutput, filters: Filters | None, points: np.ndarray
) -> dict[str, float | None]:
    selection = prepared.selection
    labels, test = selection.labels, selection.side == "test"
    table = answer_table(portrait.tested, samples_of(selection, "test").labels, prepared.settings.loss)
    if filters is None:
        return table
    peaks = PeakTable(*metrics.peaks(portrait.maps), portrait.category)
    table |= background_table(peaks, labels, test)
    if points.shape[1]:
        table |= landmark_table(peaks, labels, test, points, prepared.geometry)
        held = prepared.held.rows
        names, sides = [selection.pictures[i].name for i in held], np.full(len(portrait.category), USUAL_FIELD)
        table |= interpretability_table(selection.root, names, portrait.maps[held], sides, prepared.geometry)
    return {key: value for key, value in table.items() if value is not None}


def _records(
    prepared: Prepared, portraits: dict[str, NetworkOutput], filters: dict[str, Filters], points: np.ndarray
) -> CellRecords:
    selection = prepared.selection
    samples = samples_of(selection, "test")
    rows = samples.pictures
    labels = np.where(samples.shuffled, -1, samples.labels)
    moved = np.flatnonzero(np.isin(rows, prepared.held.rows) & ~samples.shuffled)
    networks = {}
    for name, portrait in portraits.items():
        answers = portrait.tested.astype(np.float32)
        if name not in filters:
            none = np.zeros((0, 0))
            networks[name] = Records(answers, none, none, np.zeros(0), none, none, np.zeros(0, bool), np.zeros(0))
            continue
        cells, strengths = metrics.peaks(portrait.maps[rows])
        followed = filters[name].judged.followed
        hits, counted = (np.zeros((len(rows), len(portrait.category)), np.int16) for _ in range(2))
        hits[moved], counted[moved] = followed.hits, followed.counted
        networks[name] = Records(
            answers,
            cells.astype(np.int16),
            strengths.astype(np.float32),
            portrait.category,
            hits,
            counted,
            followed.silent,
            filters[name].judged.groups,
        )
    return CellRecords(labels, points[rows], prepared.geometry, networks)
