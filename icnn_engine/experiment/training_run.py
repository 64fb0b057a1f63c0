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

from icnn_engine.core.config import TrainSettings
from icnn_engine.core.errors import PartscopeError, RunError, SettingsError, StoppedError, WeightsError
from icnn_engine.core.events import EpochDone, EpochFigures, FinishFlag, NetworkName, Operation, TrainingBegan, Warned
from icnn_engine.core.language import translate
from icnn_engine.data.selection import Selection, checked, select, thinned
from icnn_engine.evaluation.measure import measure
from icnn_engine.experiment.save_run import described, run_info, save_weights
from icnn_engine.features.map_cache import cache_limit, cache_place
from icnn_engine.features.trunk_maps import layout_of, opened_maps
from icnn_engine.models.device import is_here, large_blocks_kept
from icnn_engine.models.distributed import process_group
from icnn_engine.models.network import Head, WholeNetwork
from icnn_engine.runs import run_folder
from icnn_engine.runs.epoch_history import read_history, write_history
from icnn_engine.runs.new_run_folder import ensure_writable, new_run_folder
from icnn_engine.runs.resume_state import (
    BEGUN,
    FOLDER,
    STATE,
    ResumeState,
    new_resume_state,
    read_resume_state,
    write_resume_state,
)
from icnn_engine.runs.run_folder import Run
from icnn_engine.runs.run_lock import LOCK, clear_parts, lock_run
from icnn_engine.runs.run_tables import read_rows, to_csv
from icnn_engine.training.batch_sources import pixel_batches
from icnn_engine.training.batches import BatchSource, Network
from icnn_engine.training.checkpoint import Checkpoint, TrainingPosition
from icnn_engine.training.estimate import ensure_room, room_needed
from icnn_engine.training.loss_weight import ChosenWeight, choose_loss_weight
from icnn_engine.training.preparation import Prepared, filters_geometry, fitting, load_trunk, prepare
from icnn_engine.training.refit_head import refit_heads
from icnn_engine.training.training_loop import train_networks

SCRATCH = "scratch"  # in the run folder, while it is made
CAM, TWIN, INTERPRETABLE = NetworkName.CAM, NetworkName.TWIN, NetworkName.INTERPRETABLE


def run_training(folder: Path, settings: TrainSettings, place: Path) -> Operation[Run]:
    """Check a folder, train the three networks on it, measure them, leave a run folder in `place`.

    Answering FinishNow ends the training after the epoch under way and keeps the result; closing the operation
    discards the run folder. Stopped, failed or killed it leaves what was learned, for `resume_training`. Raises
    FolderError, SettingsError, WeightsError, TrainingError, StoppedError, RunError (no room), StorageError.
    """
    finish_flag = FinishFlag()
    run: Run = yield from finish_flag.heard(_begin(folder, settings, place, finish_flag))
    return run


def resume_training(path: Path, images: Path | None = None, as_it_is: bool = False) -> Operation[Run]:
    """Go on with the training that was interrupted in a run folder, to the same weights, on the CPU bit for bit.

    `images`: where its pictures are now; `as_it_is`: learn no more, measure what was learned. Raises as
    `run_training` does, and RunError where there is nothing to go on with or the pictures are others now.
    """
    finish_flag = FinishFlag()
    run: Run = yield from finish_flag.heard(_resume(path.resolve(), images, as_it_is, finish_flag))
    return run


def _begin(folder: Path, settings: TrainSettings, place: Path, finish_flag: FinishFlag) -> Operation[Run]:
    place = place.resolve()
    ensure_writable(place)
    checkup = yield from checked(folder, settings.category)
    selection = yield from select(checkup, settings)
    path = new_run_folder(place, settings.name or selection.name)
    begun = new_resume_state(folder, settings, selection.exact)
    return (yield from _held(path, _kept(path, begun, _train(path, selection, begun, finish_flag))))


def _resume(path: Path, images: Path | None, as_it_is: bool, finish_flag: FinishFlag) -> Operation[Run]:
    begun = read_resume_state(path)
    begun = replace(begun, folder=(images or begun.folder).resolve(), resumed=begun.resumed + 1)
    return (yield from _held(path, _again(path, begun, as_it_is, finish_flag)))


def _again(path: Path, begun: ResumeState, as_it_is: bool, finish_flag: FinishFlag) -> Operation[Run]:
    clear_parts(path)
    if begun.settings.device and not is_here(begun.settings.device):
        words = translate("Errors", "{device}, on which it began, is not here: it goes on with the fastest there is.")
        yield Warned(words.format(device=begun.settings.device))
        begun = replace(begun, settings=begun.settings.model_copy(update={"device": ""}))
    checkup = yield from checked(begun.folder, begun.settings.category)
    selection = yield from select(checkup, begun.settings)
    if selection.exact != begun.fingerprint:
        words = translate(
            "Errors",
            "The pictures in {folder} are no longer those that {path} was learning from, so it cannot go on. Put them "
            "back as they were, or start a new training.",
        )
        raise RunError(words.format(folder=begun.folder, path=path))
    return (yield from _kept(path, begun, _train(path, selection, begun, finish_flag, as_it_is)))


def _held(path: Path, operation: Operation[Run]) -> Operation[Run]:
    """The same operation, while nobody else trains in the folder."""
    try:
        with lock_run(path / LOCK):
            return (yield from operation)
    finally:
        if not (path / BEGUN).is_file():  # some systems do not remove a lock that is held
            shutil.rmtree(path / FOLDER, ignore_errors=True)
            with suppress(OSError):
                path.rmdir()


def _kept(path: Path, begun: ResumeState, operation: Operation[Run]) -> Operation[Run]:
    """The same operation. Where it does not come to its end it leaves what was learned, and nothing where it was closed
    or a new training has learned nothing yet."""
    try:
        run = yield from operation
    except GeneratorExit:
        shutil.rmtree(path, ignore_errors=True)
        raise
    except BaseException as error:
        learned = (path / STATE).is_file()
        shutil.rmtree(path / SCRATCH if learned or begun.resumed else path, ignore_errors=True)
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


def _train(
    path: Path, selection: Selection, begun: ResumeState, finish_flag: FinishFlag, as_it_is: bool = False
) -> Operation[Run]:
    if process_group().count > 1 and begun.settings.training == "quick":
        raise SettingsError(translate("Errors", "Quick training needs one process only: start it without torchrun."))
    log = _Log(path / "log.txt")
    write_resume_state(path, begun)
    position = _stand_of(path, as_it_is)
    backbone, digest = load_trunk(begun.settings)
    if begun.weights not in ("", digest):
        words = translate("Errors", "The weights {weights} are no longer those the training began with. Put them back.")
        raise WeightsError(words.format(weights=begun.settings.weights))
    layout = layout_of(backbone)
    settings = fitting(selection, begun.settings, layout, cache_limit(cache_place()))
    if settings.max_pictures != begun.settings.max_pictures:
        yield Warned(_fewer(selection, settings))
        selection = thinned(selection, settings)
    begun = replace(begun, settings=settings, fingerprint=selection.exact, weights=digest)
    write_resume_state(path, begun)
    ensure_room(path, room_needed(len(selection.pictures), backbone.cells, backbone.input_size, settings))
    log.tell(f"{len(selection.pictures)} pictures: {selection.name} against {selection.background}")
    yield TrainingBegan(tuple(selection.paths), filters_geometry(backbone, settings), position.epoch if position else 0)
    views, training = settings.views or "windows", selection.side == "train"
    with (
        large_blocks_kept(),
        opened_maps(backbone, digest, layout, selection, training, views, path / SCRATCH) as maps_to_be,
    ):
        prepared = yield from prepare(backbone, digest, selection, settings, (yield from maps_to_be))
        log.tell("maps of the trunk computed")
        return (yield from _learn(path, prepared, begun, position, finish_flag, log))


def _learn(
    path: Path,
    prepared: Prepared,
    begun: ResumeState,
    position: TrainingPosition | None,
    finish_flag: FinishFlag,
    log: _Log,
) -> Operation[Run]:
    settings = prepared.settings
    if not begun.strength:
        begun = replace(begun, strength=(yield from _strength(prepared, finish_flag)))
        write_resume_state(path, begun)
    strength = float(begun.strength["used"])
    log.tell(f"strength of the filter loss: {strength:g}")
    heads: dict[str, Head] = {
        INTERPRETABLE: prepared.new_network(settings.variant),
        TWIN: prepared.new_network("ordinary"),
        CAM: prepared.new_cam_network(),
    }
    networks, source = yield from taught(prepared, heads, path / SCRATCH)
    training = train_networks(
        networks, source, settings, {INTERPRETABLE: strength}, finish_flag, INTERPRETABLE, Checkpoint(path), position
    )
    epochs = yield from _recorded(training, path / "metrics.csv", position.epoch if position else 0)
    yield from refit_heads(networks, source, settings)
    log.tell(f"{epochs} epochs trained")
    save_weights(path, prepared, networks)
    run = yield from described(path, prepared, networks, source)
    log.tell("measured")
    info = run_info(prepared) | {
        "strength": dict(begun.strength),
        "training": {
            "epochs": epochs,
            "weights_digest": prepared.digest,
            "device": str(prepared.device),
            "precision": "mixed" if prepared.backbone.mixed else "single",
            "computed": prepared.source.maps.computed,
            "resumed": begun.resumed,
        },
        "seconds": log.seconds,
    }
    run = replace(run, info=info)
    run_folder.write_run(run)
    return replace(run, table=(yield from measure(run)))


def _fewer(selection: Selection, settings: TrainSettings) -> str:
    words = translate(
        "Errors",
        "There is room for the maps of {most} pictures of each kind only, so not all {count} are used. Free some room, "
        "or allow more by $PARTSCOPE_CACHE_GB, and start again for all of them.",
    )
    return words.format(most=settings.max_pictures, count=len(selection.pictures))


def taught(
    prepared: Prepared, heads: Mapping[str, Head], scratch: Path
) -> Operation[tuple[dict[str, Network], BatchSource]]:
    """The networks as they will learn, on the device that computes, and what from: the heads over stored maps (quick),
    or each over a copy of the trunk (full)."""
    source, settings = prepared.source, prepared.settings
    if settings.training == "quick":
        return {name: head.to(prepared.device) for name, head in heads.items()}, source
    if prepared.selection.shuffled:
        raise SettingsError("Full training needs a background: shuffled negatives exist for quick training only.")
    pixels = yield from pixel_batches(prepared.backbone, prepared.selection.paths, source, scratch)
    return {name: _whole(prepared, head) for name, head in heads.items()}, pixels


def _whole(prepared: Prepared, head: Head) -> WholeNetwork:
    """A head over a copy of the pretrained trunk, all of which learns."""
    trunk = copy.deepcopy(prepared.backbone.trunk).requires_grad_(True)
    backbone = prepared.backbone
    return WholeNetwork(trunk, head, backbone.mean, backbone.std, backbone.mixed).to(prepared.device)


def _stand_of(path: Path, as_it_is: bool) -> TrainingPosition | None:
    """Where the training of a run folder stands, None at its beginning; `as_it_is`: that is its end."""
    position = Checkpoint(path).read()
    if not as_it_is:
        return position
    if position is None:
        words = translate(
            "Errors", "Nothing was learned in {path} yet: there is nothing to measure. Resume it instead."
        )
        raise RunError(words.format(path=path))
    return replace(position, ended=True)


def _strength(prepared: Prepared, finish_flag: FinishFlag) -> Operation[dict[str, Any]]:
    """The strength that is used and the probes it was chosen by, as run.toml has them."""
    settings = prepared.settings
    chosen = ChosenWeight(settings.strength, ()) if settings.strength else None
    if chosen is None:
        chosen = yield from choose_loss_weight(prepared, settings.variant, finish_flag)
    return {"used": chosen.strength, "tried": [asdict(tried) for tried in chosen.tried]}


def _recorded(operation: Operation[int], path: Path, done: int) -> Operation[int]:
    """The same operation; its epochs are kept as they end: a table at `path` with a row each, and beside it what was
    seen in a few pictures. Those `done` before an interruption are told again first."""
    figures = [row for row in read_rows(path, EpochFigures) if row.epoch <= done] if done else []
    rows = [EpochDone(**asdict(row), gallery=()) for row in figures]
    seen = list(read_history(path.parent).epochs[:done]) if done else []
    yield from rows
    try:
        while True:
            event = next(operation)
            if isinstance(event, EpochDone):
                rows.append(replace(event, gallery=(), glimpses=()))
                seen += [event.glimpses] if event.glimpses else []
                run_folder.write_text(path, to_csv(rows))
                write_history(path.parent, seen)
            yield event
    except StopIteration as end:
        return int(end.value)
    finally:
        operation.close()


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
