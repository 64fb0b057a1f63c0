"""Train the three networks of a run, measure them and write the run folder; resume an interrupted training."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from icnn_engine.core.config import TrainSettings
from icnn_engine.core.errors import RunError, SettingsError, WeightsError
from icnn_engine.core.events import FinishFlag, NetworkName, Operation, TrainingBegan, Warned
from icnn_engine.core.language import translate
from icnn_engine.data.selection import Selection, checked, select, thinned
from icnn_engine.evaluation.measure import measure
from icnn_engine.experiment.interruption import SCRATCH, checkpoint_on_error, locked_run
from icnn_engine.experiment.save_run import described, run_info, save_weights
from icnn_engine.experiment.tensorboard_events import FOLDER, ensure_tensorboard
from icnn_engine.experiment.training_record import RunLog, record_epochs
from icnn_engine.features.map_cache import cache_limit, cache_place
from icnn_engine.features.trunk_maps import layout_of, opened_maps
from icnn_engine.models.device import is_here, large_blocks_kept
from icnn_engine.models.distributed import process_group
from icnn_engine.models.network import Head, WholeNetwork
from icnn_engine.runs import run_folder
from icnn_engine.runs.fair_accuracy import fair_table
from icnn_engine.runs.interrupted_training import ResumeState, new_resume_state, read_resume_state, write_resume_state
from icnn_engine.runs.new_run_folder import ensure_writable, new_run_folder
from icnn_engine.runs.run_folder import Run
from icnn_engine.runs.run_lock import clear_parts
from icnn_engine.training.batch_sources import pixel_batches
from icnn_engine.training.batches import BatchSource, Network
from icnn_engine.training.checkpoint import Checkpoint, TrainingPosition
from icnn_engine.training.disk_room import ensure_room, room_needed
from icnn_engine.training.loss_weight import choose_loss_weight
from icnn_engine.training.object_selection import ensure_regions, itemised, restricted
from icnn_engine.training.preparation import Prepared, filters_geometry, fitting, load_trunk, prepare
from icnn_engine.training.refit_head import refit_heads
from icnn_engine.training.training_loop import train_networks

CAM, TWIN, INTERPRETABLE = NetworkName.CAM, NetworkName.TWIN, NetworkName.INTERPRETABLE


def run_training(folder: Path, settings: TrainSettings, runs: Path, tensorboard: bool = False) -> Operation[Run]:
    """Check a folder, train the three networks on it, measure them, and write a run folder.

    Parameters
    ----------
    folder
        Folder of pictures, with a sub-folder for each category.
    settings
        Settings of the training.
    runs
        Folder in which the run folder is made.
    tensorboard
        Write the figures of each epoch as TensorBoard event files too, into the run folder.

    Yields
    ------
    Event
        Progress. Answer `FinishNow` to end the training after the epoch under way and keep the result. Closing the
        operation discards the run folder; stopped, failed or killed it leaves a checkpoint for `resume_training`.

    Returns
    -------
    Run
        The finished run.

    Raises
    ------
    FolderError, SettingsError, WeightsError, TrainingError, StoppedError, StorageError
        The folder, settings or weights cannot be used; TensorBoard is not installed; the training failed or was
        stopped; a disk error.
    RunError
        There is no room for the run folder, or none can be made there.
    """
    flag = FinishFlag()
    return (yield from flag.heard(_begin(folder, settings, runs.resolve(), flag, tensorboard)))


def resume_training(
    path: Path, images: Path | None = None, as_it_is: bool = False, tensorboard: bool = False
) -> Operation[Run]:
    """Resume the training that was interrupted in a run folder; on the CPU the weights are the same bit for bit.

    Parameters
    ----------
    path
        Folder of the interrupted run.
    images
        Folder of its pictures, if they have been moved.
    as_it_is
        Train no further; measure the networks of the checkpoint.
    tensorboard
        As in `run_training`. A training that wrote such files before goes on with them in any case.

    Yields
    ------
    Event
        As `run_training`; the epochs done before come first.

    Returns
    -------
    Run
        The finished run.

    Raises
    ------
    RunError
        The folder holds no checkpoint, or its pictures have changed; else as `run_training`.
    """
    flag = FinishFlag()
    return (yield from flag.heard(_resume(path.resolve(), images, as_it_is, flag, tensorboard)))


def _begin(folder: Path, settings: TrainSettings, runs: Path, flag: FinishFlag, tensorboard: bool) -> Operation[Run]:
    if tensorboard:
        ensure_tensorboard()
    ensure_writable(runs)
    checkup = yield from checked(folder, settings.category)
    selection = yield from select(checkup, settings)
    ensure_regions(selection, settings)
    path = new_run_folder(runs, settings.name or selection.name)
    state = new_resume_state(folder, settings, selection.exact)
    with locked_run(path), checkpoint_on_error(path, state):
        if tensorboard:
            (path / FOLDER).mkdir()
        return (yield from _train(path, selection, state, flag))


def _resume(path: Path, images: Path | None, as_it_is: bool, flag: FinishFlag, tensorboard: bool) -> Operation[Run]:
    state = read_resume_state(path)
    if tensorboard:
        ensure_tensorboard()
    state = replace(state, folder=(images or state.folder).resolve(), resumed=state.resumed + 1)
    with locked_run(path):
        clear_parts(path)
        if state.settings.device and not is_here(state.settings.device):
            words = translate(
                "Errors", "{device}, on which it began, is not here: it goes on with the fastest there is."
            )
            yield Warned(words.format(device=state.settings.device))
            state = replace(state, settings=state.settings.model_copy(update={"device": ""}))
        checkup = yield from checked(state.folder, state.settings.category)
        selection = yield from select(checkup, state.settings)
        if selection.exact != state.fingerprint:
            words = translate(
                "Errors",
                "The pictures in {folder} are no longer those that {path} was learning from, so it cannot go on. Put "
                "them back as they were, or start a new training.",
            )
            raise RunError(words.format(folder=state.folder, path=path))
        with checkpoint_on_error(path, state):
            if tensorboard:
                (path / FOLDER).mkdir(exist_ok=True)
            return (yield from _train(path, selection, state, flag, as_it_is))


def _train(
    path: Path, selection: Selection, state: ResumeState, flag: FinishFlag, as_it_is: bool = False
) -> Operation[Run]:
    """Compute the maps of the trunk, then train and measure."""
    if process_group().count > 1 and state.settings.training == "quick":
        raise SettingsError(translate("Errors", "Quick training needs one process only: start it without torchrun."))
    log = RunLog(path / "log.txt")
    write_resume_state(path, state)
    position = _position(path, as_it_is)
    backbone, digest = load_trunk(state.settings)
    if state.weights not in ("", digest):
        words = translate("Errors", "The weights {weights} are no longer those the training began with. Put them back.")
        raise WeightsError(words.format(weights=state.settings.weights))
    layout = layout_of(backbone)
    settings = fitting(itemised(path, selection, state.settings), state.settings, layout, cache_limit(cache_place()))
    if settings.max_pictures != state.settings.max_pictures:
        words = translate(
            "Errors",
            "There is room for the maps of {most} pictures of each kind only, so not all {count} are used. Free some "
            "room, or allow more by $PARTSCOPE_CACHE_GB, and start again for all of them.",
        )
        yield Warned(words.format(most=settings.max_pictures, count=len(selection.pictures)))
        selection = thinned(selection, settings)
    state = replace(state, settings=settings, fingerprint=selection.exact, weights=digest)
    write_resume_state(path, state)
    selection = yield from restricted(path, backbone, selection, settings)
    ensure_room(path, room_needed(len(selection.pictures), backbone.cells, backbone.input_size, settings))
    log.write(f"{len(selection.pictures)} pictures: {selection.name} against {selection.background}")
    done = position.epoch if position else 0
    yield TrainingBegan(tuple(selection.paths), filters_geometry(backbone, settings), done)
    views, training = settings.views or "windows", selection.side == "train"
    with (
        large_blocks_kept(),
        opened_maps(backbone, digest, layout, selection, training, views, path / SCRATCH) as computing,
    ):
        prepared = yield from prepare(backbone, digest, selection, settings, (yield from computing))
        log.write("maps of the trunk computed")
        return (yield from _learn(path, prepared, state, position, flag, log))


def _learn(
    path: Path, prepared: Prepared, state: ResumeState, position: TrainingPosition | None, flag: FinishFlag, log: RunLog
) -> Operation[Run]:
    """Train the three networks, refit, measure and write them."""
    settings = prepared.settings
    if not state.strength:
        state = replace(state, strength=(yield from _loss_weight(prepared, flag)))
        write_resume_state(path, state)
    loss_weight = float(state.strength["used"])
    log.write(f"strength of the filter loss: {loss_weight:g}")
    heads: dict[str, Head] = {
        INTERPRETABLE: prepared.new_network(settings.variant),
        TWIN: prepared.new_network("ordinary"),
        CAM: prepared.new_cam_network(),
    }
    networks, source = yield from networks_and_batches(prepared, heads, path / SCRATCH)
    training = train_networks(
        networks, source, settings, {INTERPRETABLE: loss_weight}, flag, INTERPRETABLE, Checkpoint(path), position
    )
    epochs = yield from record_epochs(training, path, position.epoch if position else 0)
    yield from refit_heads(networks, source, settings)
    log.write(f"{epochs} epochs trained")
    save_weights(path, prepared, networks)
    run = yield from described(path, prepared, networks, source)
    log.write("measured")
    info = run_info(prepared) | {
        "strength": dict(state.strength),
        "training": {
            "epochs": epochs,
            "weights_digest": prepared.digest,
            "device": str(prepared.device),
            "precision": "mixed" if prepared.backbone.mixed else "single",
            "computed": prepared.source.maps.computed,
            "resumed": state.resumed,
        },
        "seconds": log.seconds,
    }
    run = replace(run, info=info)
    run = replace(run, table=fair_table(run))
    run_folder.write_run(run)
    return replace(run, table=(yield from measure(run)))


def networks_and_batches(
    prepared: Prepared, heads: Mapping[str, Head], scratch: Path
) -> Operation[tuple[dict[str, Network], BatchSource]]:
    """Return the networks to train, on the device that computes, and the source of their batches.

    In quick training these are the heads, over stored maps; in full training each head over its own copy of the
    pretrained trunk, all of which learns.
    """
    backbone, source = prepared.backbone, prepared.source
    if prepared.settings.training == "quick":
        return {name: head.to(prepared.device) for name, head in heads.items()}, source
    networks: dict[str, Network] = {}
    for name, head in heads.items():
        trunk = copy.deepcopy(backbone.trunk).requires_grad_(True)
        networks[name] = WholeNetwork(trunk, head, backbone.mean, backbone.std, backbone.mixed).to(prepared.device)
    return networks, (yield from pixel_batches(backbone, prepared.selection.paths, source, scratch))


def _position(path: Path, as_it_is: bool) -> TrainingPosition | None:
    """Return the position of the checkpoint in a run folder, None at the beginning; `as_it_is`: as its end."""
    position = Checkpoint(path).read()
    if as_it_is and position is None:
        words = translate(
            "Errors", "Nothing was learned in {path} yet: there is nothing to measure. Resume it instead."
        )
        raise RunError(words.format(path=path))
    return replace(position, ended=True) if position and as_it_is else position


def _loss_weight(prepared: Prepared, flag: FinishFlag) -> Operation[dict[str, Any]]:
    """Return the weight of the filter loss and the probes it was chosen by, as run.toml stores them."""
    settings = prepared.settings
    if settings.strength:
        return {"used": settings.strength, "tried": []}
    chosen = yield from choose_loss_weight(prepared, settings.variant, flag)
    return {"used": chosen.strength, "tried": [asdict(probe) for probe in chosen.tried]}
