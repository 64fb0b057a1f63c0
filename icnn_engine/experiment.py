"""One paired run: the interpretable network, its ordinary twin and the CAM network, same seed, split and schedule."""

from __future__ import annotations

import copy
import shutil
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from icnn_engine import metrics, model_file
from icnn_engine.begun import BEGUN, FOLDER, LOCK, STATE, Begun, begin, clear_parts, held, read_begun, write_begun
from icnn_engine.checkpoint import Checkpoint, Stand, write_tensors
from icnn_engine.config import TrainSettings
from icnn_engine.datasets import check_folder
from icnn_engine.device import best_device
from icnn_engine.errors import PartscopeError, RunError, SettingsError, StoppedError, WeightsError
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
from icnn_engine.events import EpochDone, NetworkName, Operation, TrainingBegan, Wish
from icnn_engine.history import read_history, write_history
from icnn_engine.language import translate
from icnn_engine.lessons import pixel_lesson
from icnn_engine.manifest import departures, versions
from icnn_engine.model_file import Run, RunFilter, RunPicture
from icnn_engine.network import FILTER_LAYER, Head, WholeNetwork
from icnn_engine.portraits import Filters, Portrait, asked_of, describe, parts_table, portray
from icnn_engine.preparation import Prepared, load_trunk, prepare, samples_of
from icnn_engine.selection import Selection, list_for, select
from icnn_engine.strength import Chosen, choose_strength
from icnn_engine.training import Lesson, Network, train_networks

SCRATCH = "scratch"  # in the run folder, while it is made
CAM, TWIN, INTERPRETABLE = NetworkName.CAM, NetworkName.TWIN, NetworkName.INTERPRETABLE


def run_experiment(folder: Path, settings: TrainSettings, place: Path) -> Operation[Run]:
    """Check a folder, train the three networks on it, measure them, leave a run folder in `place`.

    Answering FinishNow ends the training after the epoch under way and keeps the result; closing the operation
    discards the run folder. Stopped, failed or killed it leaves what was learned, for `resume_experiment`. Raises
    FolderError, SettingsError, WeightsError, TrainingError, StoppedError, RunError (no room), StorageError.
    """
    wish = Wish()
    run: Run = yield from wish.heard(_begin(folder, settings, place, wish))
    return run


def resume_experiment(path: Path, images: Path | None = None, as_it_is: bool = False) -> Operation[Run]:
    """Go on with the training that was interrupted in a run folder, to the same weights, on the CPU bit for bit.

    `images`: where its pictures are now; `as_it_is`: learn no more, measure what was learned. Raises as
    `run_experiment` does, and RunError where there is nothing to go on with or the pictures are others now.
    """
    wish = Wish()
    run: Run = yield from wish.heard(_resume(path.resolve(), images, as_it_is, wish))
    return run


def _begin(folder: Path, settings: TrainSettings, place: Path, wish: Wish) -> Operation[Run]:
    place = place.resolve()
    model_file.ensure_place(place)
    checkup = yield from check_folder(list_for(folder, settings.category))
    selection = yield from select(checkup, settings)
    path = model_file.new_run_folder(place, settings.name or selection.name)
    begun = begin(folder, settings, selection.exact)
    return (yield from _held(path, _kept(path, _train(path, selection, begun, wish))))


def _resume(path: Path, images: Path | None, as_it_is: bool, wish: Wish) -> Operation[Run]:
    begun = read_begun(path)
    begun = replace(begun, folder=(images or begun.folder).resolve(), resumed=begun.resumed + 1)
    return (yield from _held(path, _again(path, begun, as_it_is, wish)))


def _again(path: Path, begun: Begun, as_it_is: bool, wish: Wish) -> Operation[Run]:
    clear_parts(path)
    checkup = yield from check_folder(list_for(begun.folder, begun.settings.category))
    selection = yield from select(checkup, begun.settings)
    if selection.exact != begun.fingerprint:
        words = translate(
            "Errors",
            "The pictures in {folder} are no longer those that {path} was learning from, so it cannot go on. Put them "
            "back as they were, or start a new training.",
        )
        raise RunError(words.format(folder=begun.folder, path=path))
    return (yield from _kept(path, _train(path, selection, begun, wish, as_it_is)))


def _held(path: Path, operation: Operation[Run]) -> Operation[Run]:
    """The same operation, while nobody else trains in the folder."""
    try:
        with held(path / LOCK):
            return (yield from operation)
    finally:
        if not (path / BEGUN).is_file():  # some systems do not remove a lock that is held
            shutil.rmtree(path / FOLDER, ignore_errors=True)
            with suppress(OSError):
                path.rmdir()


def _kept(path: Path, operation: Operation[Run]) -> Operation[Run]:
    """The same operation. Where it does not come to its end it leaves what was learned, and nothing where it was closed
    or nothing was learned yet."""
    try:
        run = yield from operation
    except GeneratorExit:
        shutil.rmtree(path, ignore_errors=True)
        raise
    except BaseException as error:
        learned = (path / STATE).is_file()
        shutil.rmtree(path / SCRATCH if learned else path, ignore_errors=True)
        if learned and isinstance(error, PartscopeError | KeyboardInterrupt):
            raise _with_what_is_kept(error, path) from error
        raise
    for folder in (FOLDER, SCRATCH):
        shutil.rmtree(path / folder, ignore_errors=True)
    return run


def _with_what_is_kept(error: PartscopeError | KeyboardInterrupt, path: Path) -> PartscopeError:
    """An error that also tells what to do with what was learned."""
    if isinstance(error, StoppedError | KeyboardInterrupt):
        words = translate(
            "Errors", "Stopped; what was learned is kept in {path}. To go on: partscope train --resume {path}"
        )
        return StoppedError(words.format(path=path))
    words = translate(
        "Errors",
        "What was learned before is kept in {path}: go on with it (Runs, or partscope train --resume), or measure it "
        "as it is (--as-it-is).",
    )
    return type(error)(f"{error} {words.format(path=path)}")


def _train(path: Path, selection: Selection, begun: Begun, wish: Wish, as_it_is: bool = False) -> Operation[Run]:
    settings, log = begun.settings, _Log(path / "log.txt")
    write_begun(path, begun)
    stand, checkpoint = _stand_of(path, as_it_is), Checkpoint(path)
    backbone, digest = load_trunk(settings)
    if begun.weights not in ("", digest):
        words = translate("Errors", "The weights {weights} are no longer those the training began with. Put them back.")
        raise WeightsError(words.format(weights=settings.weights))
    (path / SCRATCH).mkdir(exist_ok=True)
    size = (backbone.channels, backbone.cells, backbone.input_size)
    ensure_room(path, room_needed(len(selection.pictures), *size, settings))
    log.tell(f"{len(selection.pictures)} pictures: {selection.name} against {selection.background}")
    epochs_done = stand.epoch if stand is not None else 0
    yield TrainingBegan(tuple(selection.paths), backbone.geometry([FILTER_LAYER]), epochs_done)
    prepared = yield from prepare(backbone, digest, selection, settings, path / SCRATCH)
    log.tell("maps of the trunk computed")
    if not begun.strength:
        chosen = yield from _strength(prepared, wish)
        begun = replace(begun, weights=digest, strength=chosen)
        write_begun(path, begun)
    strength = float(begun.strength["used"])
    log.tell(f"strength of the filter loss: {strength:g}")
    heads: dict[str, Head] = {
        INTERPRETABLE: prepared.new_network(settings.variant),
        TWIN: prepared.new_network("ordinary"),
        CAM: prepared.new_cam_network(),
    }
    networks, lesson = yield from taught(prepared, heads, path / SCRATCH)
    strengths: dict[str, float] = {INTERPRETABLE: strength}
    training = train_networks(networks, lesson, settings, strengths, wish, INTERPRETABLE, checkpoint, stand)
    epochs = yield from _recorded(training, path / "metrics.csv", epochs_done)
    log.tell(f"{epochs} epochs trained")
    _save_weights(path, prepared, networks)
    run = yield from _describe(path, prepared, networks, lesson)
    log.tell("measured")
    info = _info(prepared) | {
        "strength": dict(begun.strength),
        "training": {
            "epochs": epochs,
            "weights_digest": digest,
            "device": str(best_device()),
            "resumed": begun.resumed,
        },
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


def _stand_of(path: Path, as_it_is: bool) -> Stand | None:
    """Where the training of a run folder stands, None at its beginning; `as_it_is`: that is its end."""
    stand = Checkpoint(path).read()
    if not as_it_is:
        return stand
    if stand is None:
        words = translate(
            "Errors", "Nothing was learned in {path} yet: there is nothing to measure. Resume it instead."
        )
        raise RunError(words.format(path=path))
    return replace(stand, ended=True)


def _strength(prepared: Prepared, wish: Wish) -> Operation[dict[str, Any]]:
    """The strength that is used and the probes it was chosen by, as run.toml has them."""
    settings = prepared.settings
    chosen = Chosen(settings.strength, ()) if settings.strength else None
    if chosen is None:
        chosen = yield from choose_strength(prepared, settings.variant, wish)
    return {"used": chosen.strength, "tried": [asdict(tried) for tried in chosen.tried]}


def _recorded(operation: Operation[int], path: Path, done: int) -> Operation[int]:
    """The same operation; its epochs are kept as they end: a table at `path` with a row each, and beside it what was
    seen in a few pictures. Those `done` before an interruption are told again first."""
    rows = [row for row in model_file.rows_of(path, EpochDone) if row.epoch <= done] if done else []
    rows = [replace(row, gallery=(), glimpses=()) for row in rows]
    seen = list(read_history(path.parent).epochs[:done]) if done else []
    yield from rows
    try:
        while True:
            event = next(operation)
            if isinstance(event, EpochDone):
                rows.append(replace(event, gallery=(), glimpses=()))
                seen += [event.glimpses] if event.glimpses else []
                model_file.write_text(path, model_file.to_csv(rows))
                write_history(path.parent, seen)
            yield event
    except StopIteration as end:
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
        write_tensors(path / model_file.WEIGHT_FILES[NetworkName(name)], state, {"network": name})


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
