"""What a training leaves in its run folder: weights, maps and answers of every picture, figures of every filter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import torch

from icnn_engine import metrics
from icnn_engine.core.events import NetworkName, Operation
from icnn_engine.core.files import write_array
from icnn_engine.data.reading.brightness import brightness_text
from icnn_engine.data.selection import Selection
from icnn_engine.evaluation.inference import Filters, NetworkOutput, asked_of, describe, parts_table, run_network
from icnn_engine.evaluation.tables import PREFIXES, PeakTable, answer_table, background_table, floors, prefixed
from icnn_engine.experiment.provenance import departures, versions
from icnn_engine.features.part_tests import JudgedFilters
from icnn_engine.features.untrained_parts import Untrained, write_floor_parts
from icnn_engine.models.network import WholeNetwork
from icnn_engine.runs import run_folder
from icnn_engine.runs.run_folder import Run, RunFilter, RunPicture
from icnn_engine.runs.run_tables import box_text
from icnn_engine.training.batches import BatchSource, Network
from icnn_engine.training.checkpoint import write_tensors
from icnn_engine.training.preparation import Prepared, samples_of

CAM, TWIN, INTERPRETABLE = NetworkName.CAM, NetworkName.TWIN, NetworkName.INTERPRETABLE


def save_weights(path: Path, prepared: Prepared, networks: Mapping[str, Network]) -> None:
    """Write a file a network. A trunk that all share is in the interpretable one's; one that has learned is in each."""
    shared = {f"trunk.{name}": value for name, value in prepared.backbone.trunk.state_dict().items()}
    for name, network in networks.items():
        if isinstance(network, WholeNetwork):
            own = {f"trunk.{key}": value for key, value in network.trunk.state_dict().items()}
            state = network.head.state_dict() | own
        else:
            state = network.state_dict() | (shared if name == INTERPRETABLE else {})
        write_tensors(path / run_folder.WEIGHT_FILES[NetworkName(name)], state, {"network": name})


def described(path: Path, prepared: Prepared, networks: Mapping[str, Network], source: BatchSource) -> Operation[Run]:
    """The run as it was found to be; its maps and answers are written."""
    selection, settings = prepared.selection, prepared.settings
    portraits = yield from run_network(prepared, networks, source, path / "maps")
    for name, portrait in portraits.items():
        write_array(path / "answers" / f"{name}.npy", portrait.answers.astype(np.float32))
    filters = yield from describe(prepared, networks, portraits)
    labels = samples_of(selection, "test").labels
    held = prepared.held
    table = floors(labels, len(selection.categories)) | prefixed(parts_table(filters["untrained"]), "untrained_")
    described: dict[str, tuple[RunFilter, ...]] = {}
    for name, prefix in PREFIXES.items():
        table |= prefixed(answer_table(portraits[name].tested, labels, settings.loss), prefix)
        if name in filters:
            peaks, test = (
                PeakTable(*metrics.peaks(portraits[name].maps), portraits[name].category),
                selection.side == "test",
            )
            described[name] = _run_filters(name, portraits[name], filters[name], peaks, selection)
            table |= prefixed(parts_table(filters[name]), prefix)
            write_parts(path, name, filters[name].judged, held.rows, len(selection.pictures))
            table |= prefixed(background_table(peaks, selection.labels, test), prefix)
    pictures = _pictures(selection, portraits)
    yield from _write_floors(path, prepared, filters["untrained"])
    return Run(path, settings, {}, prepared.geometry, pictures, described[INTERPRETABLE], described[TWIN], table)


def write_parts(path: Path, name: str, judged: JudgedFilters, rows: np.ndarray, count: int) -> None:
    """What later measurements need of the judged filters of a network; `rows` of `count` pictures were judged."""
    write_array(path / "parts" / f"{name}-distances.npy", judged.distances.astype(np.float32))
    noisy = np.full((count, *judged.noisy.shape[1:]), -1, np.float16)
    noisy[rows] = judged.noisy
    write_array(path / "parts" / f"{name}-noisy.npy", noisy)


def tested(judged: JudgedFilters, filter: int) -> dict[str, Any]:
    """What a filter reached in the tests, and the part it holds, as fields of a `RunFilter`."""
    tests = judged.tests
    return {
        "equivariance": float(tests.shift[filter]),
        "group": int(judged.groups[filter]),
        "eligible": int(tests.eligible[filter]),
        "slope": float(tests.slope[filter]),
        "mirror": float(tests.mirror[filter]),
        "transplant": float(tests.transplant[filter]),
        "scale": float(tests.scale[filter]),
        "kept": float(tests.kept[filter]),
        "remaining": float(tests.remaining[filter]),
        "random_kept": float(tests.random_kept[filter]),
        "partner": int(tests.partner[filter]),
        "holds": bool(tests.holds()[filter]),
    }


def _write_floors(path: Path, prepared: Prepared, untrained: Filters) -> Operation[None]:
    selection = prepared.selection
    shown = np.flatnonzero(selection.labels >= 0)
    train = shown[selection.side[shown] == "train"]
    layer = prepared.untrained(prepared.settings.variant)
    without = Untrained(layer, untrained.judged.distances)

    def trunk_of(rows: np.ndarray) -> torch.Tensor:
        return torch.from_numpy(prepared.source.maps.of(rows)).float()

    yield from write_floor_parts(path / "parts", trunk_of, train, shown, without)


def _run_filters(
    network: NetworkName, portrait: NetworkOutput, filters: Filters, peaks: PeakTable, selection: Selection
) -> tuple[RunFilter, ...]:
    count = len(portrait.category)
    shows = selection.labels[:, None] == portrait.category[None]
    strength = np.where(shows, peaks.strengths, 0).sum(0) / np.maximum(shows.sum(0), 1)
    usual = float(np.nanmedian(filters.fields)) if np.isfinite(filters.fields).any() else 0.0
    fields = np.where(np.isfinite(filters.fields), filters.fields, usual)
    test = selection.side == "test"
    auc = metrics.background_auc_by_category(peaks.strengths[test], selection.labels[test], peaks.category)
    return tuple(
        RunFilter(
            network=network,
            index=f,
            category=int(portrait.category[f]),
            strength=float(strength[f]),
            effective_field=float(fields[f]),
            dead=bool(strength[f] <= 0),
            background_auc=float(auc[f]),
            beta=float(portrait.beta[f]),
            **tested(filters.judged, f),
        )
        for f in range(count)
    )


def _pictures(selection: Selection, portraits: Mapping[str, NetworkOutput]) -> tuple[RunPicture, ...]:
    asked = asked_of(selection.labels, portraits[INTERPRETABLE].answers, len(selection.categories))
    rows = np.arange(len(asked))
    answer, twin, cam = (portraits[name].answers[rows, asked] for name in (INTERPRETABLE, TWIN, CAM))
    return tuple(
        RunPicture(
            name=picture.name,
            category=picture.category,
            side=selection.side[i],
            label=int(selection.labels[i]),
            asked=int(asked[i]),
            width=picture.width,
            height=picture.height,
            digest=picture.digest,
            answer=float(answer[i]),
            twin_answer=float(twin[i]),
            cam_answer=float(cam[i]),
            box=box_text(picture.path),
            brightness=brightness_text(picture),
        )
        for i, picture in enumerate(selection.pictures)
    )


def run_info(prepared: Prepared) -> dict[str, object]:
    """What run.toml tells besides the settings."""
    selection, backbone = prepared.selection, prepared.backbone
    sides = {side: int((selection.side == side).sum()) for side in ("train", "choose", "test")}
    return {
        "category": selection.name,
        "categories": list(selection.categories),
        "background": selection.background,
        "accuracy_is_recognition": not selection.shuffled,
        "departures": departures(prepared.settings),
        "made": datetime.now().isoformat(timespec="seconds"),
        "network": {"answers": prepared.shape.answers, "pool": list(prepared.shape.pool)},
        "preprocessing": {"mean": list(backbone.mean), "std": list(backbone.std)},
        "data": {"folder": str(selection.root.resolve()), "fingerprint": selection.fingerprint, **sides},
        "versions": versions(),
    }
