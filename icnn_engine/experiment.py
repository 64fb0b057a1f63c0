"""One paired run: the interpretable network, its ordinary twin and the CAM network, same seed, split and schedule."""

from __future__ import annotations

import copy
import shutil
import time
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

import numpy as np
from safetensors.torch import save_file

from icnn_engine import metrics, model_file
from icnn_engine.config import TrainSettings
from icnn_engine.datasets import check_folder
from icnn_engine.device import best_device
from icnn_engine.errors import SettingsError
from icnn_engine.estimate import ensure_room, room_needed
from icnn_engine.evaluation import (
    PREFIXES,
    Peaks,
    answer_table,
    background_table,
    floors,
    measure,
    prefixed,
)
from icnn_engine.events import EpochDone, Glimpse, NetworkName, Operation, TrainingBegan, Wish
from icnn_engine.history import write_history
from icnn_engine.lessons import pixel_lesson
from icnn_engine.manifest import departures, versions
from icnn_engine.model_file import Run, RunFilter, RunPicture
from icnn_engine.network import FILTER_LAYER, Head, WholeNetwork
from icnn_engine.portraits import Filters, Portrait, asked_of, describe, parts_table, portray
from icnn_engine.preparation import Prepared, load_trunk, prepare, samples_of
from icnn_engine.selection import Selection, list_for, select
from icnn_engine.strength import Chosen, choose_strength
from icnn_engine.training import Lesson, Network, train_networks

CAM, TWIN, INTERPRETABLE = NetworkName.CAM, NetworkName.TWIN, NetworkName.INTERPRETABLE


def run_experiment(folder: Path, settings: TrainSettings, place: Path) -> Operation[Run]:
    """Check a folder, train the three networks on it, measure them, leave a run folder in `place`.

    Answering FinishNow ends the training after the epoch under way and keeps the result; closing the operation
    discards the run folder. Raises FolderError, SettingsError, WeightsError, TrainingError, RunError (no room,
    or nothing can be written).
    """
    wish = Wish()
    run: Run = yield from wish.heard(_experiment(folder, settings, place, wish))
    return run


def _experiment(folder: Path, settings: TrainSettings, place: Path, wish: Wish) -> Operation[Run]:
    place = place.resolve()
    model_file.ensure_place(place)
    checkup = yield from check_folder(list_for(folder, settings.category))
    selection = yield from select(checkup, settings)
    path = model_file.new_run_folder(place, settings.name or selection.name)
    whole = False
    try:
        (path / "scratch").mkdir()
        run = yield from _train(path, selection, settings, wish)
        whole = True
    finally:
        shutil.rmtree(path if not whole else path / "scratch", ignore_errors=True)
    return run


def _train(path: Path, selection: Selection, settings: TrainSettings, wish: Wish) -> Operation[Run]:
    log = _Log(path / "log.txt")
    backbone, digest = load_trunk(settings)
    size = (backbone.channels, backbone.cells, backbone.input_size)
    ensure_room(path, room_needed(len(selection.pictures), *size, settings))
    log.tell(f"{len(selection.pictures)} pictures: {selection.name} against {selection.background}")
    yield TrainingBegan(tuple(selection.paths), backbone.geometry([FILTER_LAYER]))
    prepared = yield from prepare(backbone, digest, selection, settings, path / "scratch")
    log.tell("maps of the trunk computed")
    chosen = Chosen(settings.strength, ()) if settings.strength else None
    if chosen is None:
        chosen = yield from choose_strength(prepared, settings.variant, wish)
    log.tell(f"strength of the filter loss: {chosen.strength:g}")
    heads: dict[str, Head] = {
        INTERPRETABLE: prepared.new_network(settings.variant),
        TWIN: prepared.new_network("ordinary"),
        CAM: prepared.new_cam_network(),
    }
    networks, lesson = yield from taught(prepared, heads, path / "scratch")
    strengths: dict[str, float] = {INTERPRETABLE: chosen.strength}
    training = train_networks(networks, lesson, settings, strengths, wish, shown=INTERPRETABLE)
    epochs = yield from _recorded(training, path / "metrics.csv")
    log.tell(f"{epochs} epochs trained")
    _save_weights(path, prepared, networks)
    run = yield from _describe(path, prepared, networks, lesson)
    log.tell("measured")
    info = _info(prepared) | {
        "strength": {"used": chosen.strength, "tried": [asdict(t) for t in chosen.tried]},
        "training": {"epochs": epochs, "weights_digest": digest, "device": str(best_device())},
        "seconds": log.seconds,
    }
    run = replace(run, info=info)
    model_file.write_run(run)
    return replace(run, table=(yield from measure(run)))


def taught(
    prepared: Prepared, heads: Mapping[str, Head], scratch: Path
) -> Operation[tuple[dict[str, Network], Lesson]]:
    """The networks as they will learn, and what from: the heads over stored maps (quick), or each over a copy of the
    trunk on the device that computes (full)."""
    lesson, settings = prepared.lesson, prepared.settings
    if settings.training == "quick":
        return dict(heads), lesson
    if prepared.selection.shuffled:
        raise SettingsError("Full training needs a background: shuffled negatives exist for quick training only.")
    pixels = yield from pixel_lesson(prepared.backbone, prepared.selection.paths, lesson, scratch)
    return {name: _whole(prepared, head) for name, head in heads.items()}, pixels


def _whole(prepared: Prepared, head: Head) -> WholeNetwork:
    """A head over a copy of the pretrained trunk, all of which learns."""
    trunk = copy.deepcopy(prepared.backbone.trunk).requires_grad_(True)
    whole = WholeNetwork(trunk, head, prepared.backbone.mean, prepared.backbone.std)
    return whole.to(best_device())


def _recorded(operation: Operation[int], path: Path) -> Operation[int]:
    """The same operation; its epochs are kept: a table at `path` with a row each, and beside it what was seen in a few
    pictures."""
    rows: list[EpochDone] = []
    seen: list[tuple[Glimpse, ...]] = []
    try:
        while True:
            event = next(operation)
            if isinstance(event, EpochDone):
                rows.append(replace(event, gallery=(), glimpses=()))
                seen += [event.glimpses] if event.glimpses else []
                model_file.write_text(path, model_file.to_csv(rows))
            yield event
    except StopIteration as end:
        write_history(path.parent, seen)
        return int(end.value)
    finally:
        operation.close()


def _save_weights(path: Path, prepared: Prepared, networks: Mapping[str, Network]) -> None:
    """A file a network. A trunk that all share is in the interpretable one's; one that has learned is in each."""
    shared = {f"trunk.{name}": value for name, value in prepared.backbone.trunk.state_dict().items()}
    for name, network in networks.items():
        if isinstance(network, WholeNetwork):
            own = {f"trunk.{key}": value for key, value in network.trunk.state_dict().items()}
            state = network.head.state_dict() | own
        else:
            state = network.state_dict() | (shared if name == INTERPRETABLE else {})
        with model_file.written_beside(path / model_file.WEIGHT_FILES[NetworkName(name)]) as part:
            save_file({k: v.cpu().contiguous() for k, v in state.items()}, part, {"network": name})


def _describe(path: Path, prepared: Prepared, networks: Mapping[str, Network], lesson: Lesson) -> Operation[Run]:
    selection, settings = prepared.selection, prepared.settings
    portraits = yield from portray(prepared, networks, lesson)
    for name, portrait in portraits.items():
        model_file.write_array(path / "maps" / f"{name}.npy", portrait.maps)
        model_file.write_array(path / "answers" / f"{name}.npy", portrait.answers.astype(np.float32))
    filters = yield from describe(prepared, networks, portraits)
    labels = samples_of(selection, "test").labels
    table = floors(labels, len(selection.categories)) | prefixed(parts_table(filters["untrained"]), "untrained_")
    described: dict[str, tuple[RunFilter, ...]] = {}
    for name, prefix in PREFIXES.items():
        table |= prefixed(answer_table(portraits[name].tested, labels, settings.loss), prefix)
        if name in filters:
            peaks, test = (
                Peaks(*metrics.peaks(portraits[name].maps), portraits[name].category),
                selection.side == "test",
            )
            described[name] = _run_filters(name, portraits[name], filters[name], peaks, selection)
            table |= prefixed(parts_table(filters[name]), prefix)
            table |= prefixed(background_table(peaks, selection.labels, test), prefix)
    pictures = _pictures(selection, portraits)
    return Run(path, settings, {}, prepared.geometry, pictures, described[INTERPRETABLE], described[TWIN], table)


def _run_filters(
    network: NetworkName, portrait: Portrait, filters: Filters, peaks: Peaks, selection: Selection
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
            equivariance=float(filters.following.usual[f]),
            effective_field=float(fields[f]),
            group=int(filters.groups[f]),
            dead=bool(strength[f] <= 0),
            background_auc=float(auc[f]),
            beta=float(portrait.beta[f]),
        )
        for f in range(count)
    )


def _pictures(selection: Selection, portraits: Mapping[str, Portrait]) -> tuple[RunPicture, ...]:
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
            box=model_file.box_text(picture.path),
        )
        for i, picture in enumerate(selection.pictures)
    )


def _info(prepared: Prepared) -> dict[str, object]:
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


class _Log:
    """log.txt of a run, and the seconds each stage took."""

    def __init__(self, path: Path) -> None:
        self._path, self._start = path, time.monotonic()
        self.seconds: dict[str, float] = {}

    def tell(self, what: str) -> None:
        gone = time.monotonic() - self._start
        self.seconds[what.split(":")[0]] = round(gone, 1)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now():%Y-%m-%d %H:%M:%S}  {gone:7.1f} s  {what}\n")
