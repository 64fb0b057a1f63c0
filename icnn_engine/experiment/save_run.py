"""Write the run folder of a training: weights, maps and answers of all pictures, results of all filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from icnn_engine import metrics
from icnn_engine.core.atomic_files import write_array
from icnn_engine.core.events import NetworkName, Operation
from icnn_engine.data.copies import contradictions, near_copies, tied_groups
from icnn_engine.data.reading.brightness import brightness_text
from icnn_engine.data.selection import Selection
from icnn_engine.evaluation.inference import (
    Filters,
    NetworkOutput,
    asked_of,
    describe,
    head_and_backbone,
    parts_table,
    run_network,
    subjects_of,
)
from icnn_engine.evaluation.tables import PREFIXES, PeakTable, answer_table, background_table, floors, prefixed
from icnn_engine.experiment.provenance import versions
from icnn_engine.features.part_tests import JudgedFilters
from icnn_engine.features.untrained_parts import Untrained, write_floor_parts
from icnn_engine.models.network import WholeNetwork
from icnn_engine.runs import run_folder
from icnn_engine.runs.departures import stored_departures
from icnn_engine.runs.run_folder import Run, RunFilter, RunPicture
from icnn_engine.runs.run_tables import box_text
from icnn_engine.training.batches import BatchSource, Network
from icnn_engine.training.checkpoint import write_tensors
from icnn_engine.training.preparation import Prepared, samples_of

CAM, TWIN, INTERPRETABLE = NetworkName.CAM, NetworkName.TWIN, NetworkName.INTERPRETABLE


def save_weights(path: Path, prepared: Prepared, networks: Mapping[str, Network]) -> None:
    """Write one file per network. A shared trunk is in the interpretable network's; a trained one is in each."""
    for name, network in networks.items():
        head, backbone = head_and_backbone(network, prepared.backbone)
        state = head.state_dict()
        if name == INTERPRETABLE or isinstance(network, WholeNetwork):
            state |= {f"trunk.{key}": value for key, value in backbone.trunk.state_dict().items()}
        write_tensors(path / run_folder.WEIGHT_FILES[NetworkName(name)], state, {"network": name})


def described(path: Path, prepared: Prepared, networks: Mapping[str, Network], source: BatchSource) -> Operation[Run]:
    """Measure trained networks on all pictures; write their maps and answers; return the run, its info still empty."""
    selection, settings, held = prepared.selection, prepared.settings, prepared.held
    outputs = yield from run_network(prepared, networks, source, path / "maps")
    for name, output in outputs.items():
        write_array(path / "answers" / f"{name}.npy", output.answers.astype(np.float32))
    filters = yield from describe(prepared, subjects_of(prepared, networks, outputs), outputs)
    labels, test = samples_of(selection, "test").labels, selection.side == "test"
    table = floors(labels, len(selection.categories))
    table |= prefixed(parts_table(filters["untrained"]), "untrained_")
    run_filters: dict[str, tuple[RunFilter, ...]] = {}
    for name, prefix in PREFIXES.items():
        table |= prefixed(answer_table(outputs[name].tested, labels, settings.loss), prefix)
        if name in filters:
            peaks = PeakTable(*metrics.peaks(outputs[name].maps), outputs[name].category)
            run_filters[name] = filter_rows(name, outputs[name], filters[name], peaks, selection)
            table |= prefixed(parts_table(filters[name]), prefix)
            write_parts(path, name, filters[name].judged, held.rows, len(selection.pictures))
            table |= prefixed(background_table(peaks, selection.labels, test), prefix)

    def trunk_of(rows: np.ndarray) -> Tensor:
        return torch.from_numpy(prepared.source.maps.of(rows)).float()

    untrained = Untrained(filters["untrained"].network.layer, filters["untrained"].judged.distances)
    yield from write_floors(path, trunk_of, selection.labels, selection.side, untrained)
    write_array(path / "parts" / run_folder.TRUNK_FILE, prepared.source.maps.means())
    return Run(
        path,
        settings,
        {},
        prepared.geometry,
        picture_rows(selection, outputs),
        run_filters[INTERPRETABLE],
        run_filters[TWIN],
        table,
    )


def write_parts(path: Path, name: str, judged: JudgedFilters, rows: np.ndarray, count: int) -> None:
    """Write what later measurements need of the tested filters of a network; `rows` of `count` pictures were tested."""
    write_array(path / "parts" / f"{name}-distances.npy", judged.distances.astype(np.float32))
    noisy = np.full((count, *judged.noisy.shape[1:]), -1, np.float16)
    noisy[rows] = judged.noisy
    write_array(path / "parts" / f"{name}-noisy.npy", noisy)


def tested(judged: JudgedFilters, filter: int) -> dict[str, Any]:
    """Return the results of a filter in the tests, and the part it holds, as fields of a `RunFilter`."""
    tests = judged.tests
    shares = ("slope", "mirror", "transplant", "scale", "kept", "remaining", "random_kept")
    return {
        "equivariance": float(tests.shift[filter]),
        "group": int(judged.groups[filter]),
        "eligible": int(tests.eligible[filter]),
        "partner": int(tests.partner[filter]),
        "holds": bool(tests.holds()[filter]),
        **{name: float(getattr(tests, name)[filter]) for name in shares},
    }


def write_floors(
    path: Path, trunk_of: Callable[[np.ndarray], Tensor], labels: np.ndarray, side: np.ndarray, untrained: Untrained
) -> Operation[None]:
    """Write the maps of parts without training, of all pictures that show a category (`write_floor_parts`)."""
    shown = np.flatnonzero(labels >= 0)
    train = shown[side[shown] == "train"]
    yield from write_floor_parts(path / "parts", trunk_of, train, shown, untrained)


def filter_rows(
    network: NetworkName, output: NetworkOutput, filters: Filters, peaks: PeakTable, selection: Selection
) -> tuple[RunFilter, ...]:
    """Return the rows of filters.csv of one network."""
    shows = selection.labels[:, None] == output.category
    strength = np.where(shows, peaks.strengths, 0).sum(0) / np.maximum(shows.sum(0), 1)
    known = np.isfinite(filters.fields)
    fields = np.where(known, filters.fields, np.median(filters.fields[known]) if known.any() else 0.0)
    test = selection.side == "test"
    auc = metrics.background_auc_by_category(peaks.strengths[test], selection.labels[test], peaks.category)
    return tuple(
        RunFilter(
            network=network,
            index=f,
            category=int(output.category[f]),
            strength=float(strength[f]),
            effective_field=float(fields[f]),
            dead=bool(strength[f] <= 0),
            background_auc=float(auc[f]),
            beta=float(output.beta[f]),
            **tested(filters.judged, f),
        )
        for f in range(len(output.category))
    )


def picture_rows(selection: Selection, outputs: Mapping[str, NetworkOutput]) -> tuple[RunPicture, ...]:
    """Return the rows of pictures.csv."""
    asked = asked_of(selection.labels, outputs[INTERPRETABLE].answers, len(selection.categories))
    rows = np.arange(len(asked))
    tied = {picture: number for number, group in enumerate(tied_groups(selection.pictures)) for picture in group}
    answer, twin, cam = (outputs[name].answers[rows, asked] for name in (INTERPRETABLE, TWIN, CAM))
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
            was=picture.was,
            tied=tied[i],
        )
        for i, picture in enumerate(selection.pictures)
    )


def data_info(selection: Selection) -> dict[str, object]:
    """Return what run.toml tells of the pictures: their folder, how many are on each side, and which copies are in
    several categories."""
    return {
        "folder": str(selection.root.resolve()),
        "fingerprint": selection.fingerprint,
        "contradictions": contradictions(selection.pictures, near_copies(selection.pictures)),
        **{side: int((selection.side == side).sum()) for side in ("train", "choose", "test")},
    }


def run_info(prepared: Prepared) -> dict[str, object]:
    """Return the contents of run.toml besides the settings."""
    selection, backbone = prepared.selection, prepared.backbone
    return {
        "category": selection.name,
        "categories": list(selection.categories),
        "background": selection.background,
        "accuracy_is_recognition": not selection.shuffled,
        "departures": stored_departures(prepared.settings),
        "made": datetime.now().isoformat(timespec="seconds"),
        "network": {"answers": prepared.shape.answers, "pool": list(prepared.shape.pool)},
        "preprocessing": {"mean": list(backbone.mean), "std": list(backbone.std)},
        "data": data_info(selection),
        "versions": versions(),
    }
