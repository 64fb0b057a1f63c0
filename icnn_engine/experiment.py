"""One paired run: the interpretable network, its ordinary twin and the CAM network, same seed, split and schedule."""

from __future__ import annotations

import platform
import shutil
import time
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file

import icnn_engine
from icnn_engine import model_file
from icnn_engine.backbones import Backbone
from icnn_engine.config import TrainSettings
from icnn_engine.datasets import check_folder, list_folder
from icnn_engine.device import best_device, generator
from icnn_engine.effective_field import effective_fields
from icnn_engine.evaluation import answer_table, describe_filters, following_table, measure
from icnn_engine.events import EpochDone, NetworkName, Operation, Progress, TrainingBegan, Wish
from icnn_engine.feature_store import compute_trunk_maps
from icnn_engine.metrics import STEADY, part_groups, peaks
from icnn_engine.model_file import Run, RunPicture, Table
from icnn_engine.moves import equivariance_of_shifts, filter_maps, follow, head_maps, shifted_maps, sigmoid
from icnn_engine.network import FILTER_LAYER, CamNetwork, FilterLayer, PartNetwork
from icnn_engine.selection import Selection, select
from icnn_engine.strength import Chosen, choose_strength, new_part_network
from icnn_engine.training import Head, Lesson, Samples, plain_maps, train_networks
from icnn_engine.weights import load_backbone

MOST_MOVED = 100  # held-out pictures of the category on which equivariance is measured
MOST_CHOOSE = 60  # and those a probe of the strength is judged on
CAM, TWIN, INTERPRETABLE = NetworkName.CAM, NetworkName.TWIN, NetworkName.INTERPRETABLE


def run_experiment(folder: Path, settings: TrainSettings, place: Path) -> Operation[Run]:
    """Check a folder, train the three networks on it, measure them, leave a run folder in `place`.

    Answering FinishNow ends the training after the epoch under way and keeps the result; closing the operation
    discards the run folder. Raises FolderError, SettingsError, WeightsError, TrainingError.
    """
    wish = Wish()
    run: Run = yield from wish.heard(_experiment(folder, settings, place, wish))
    return run


def _experiment(folder: Path, settings: TrainSettings, place: Path, wish: Wish) -> Operation[Run]:
    checkup = yield from check_folder(list_folder(folder))
    selection = yield from select(checkup, settings)
    path = model_file.new_run_folder(place.resolve(), settings.name or selection.category)
    whole = False
    try:
        (path / "scratch").mkdir()
        run = yield from _train(path, selection, settings, wish)
        whole = True
    finally:
        shutil.rmtree(path if not whole else path / "scratch", ignore_errors=True)
    return run


@dataclass(frozen=True, eq=False)
class _Trained:
    """What a training leaves in memory."""

    backbone: Backbone
    heads: dict[NetworkName, Head]
    untrained: FilterLayer
    lesson: Lesson


def _train(path: Path, selection: Selection, settings: TrainSettings, wish: Wish) -> Operation[Run]:
    log = _Log(path / "log.txt")
    backbone, digest = load_backbone(settings.backbone, settings.weights, settings.seed)
    backbone.trunk.to(best_device())
    log.tell(f"{len(selection.pictures)} pictures: {selection.category} against {selection.background}")
    yield TrainingBegan(tuple(selection.paths), backbone.geometry([FILTER_LAYER]))
    lesson = yield from _lesson(backbone, selection, path / "scratch")
    log.tell("maps of the trunk computed")
    untrained = _untrained(lesson, settings)
    chosen = Chosen(settings.strength, ()) if settings.strength else None
    if chosen is None:
        floor = float(np.nanmean(equivariance_of_shifts(untrained, lesson.shifts)))
        chosen = yield from choose_strength(lesson, settings, floor, wish)
    log.tell(f"strength of the filter loss: {chosen.strength:g}")
    random = generator(settings.seed, "weights")
    heads: dict[NetworkName, Head] = {
        INTERPRETABLE: new_part_network(lesson, settings, masked=True),
        TWIN: new_part_network(lesson, settings, masked=False),
        CAM: CamNetwork(lesson.maps.channels, settings.filters, random),
    }
    epochs = yield from _recorded(train_networks(heads, lesson, settings, chosen.strength, wish), path / "metrics.csv")
    log.tell(f"{epochs} epochs trained")
    _save_weights(path, backbone, heads)
    trained = _Trained(backbone, heads, untrained, lesson)
    run = yield from _describe(path, trained, selection, settings)
    log.tell("measured")
    info = _info(selection, settings) | {
        "strength": {"used": chosen.strength, "tried": [asdict(t) for t in chosen.tried]},
        "training": {"epochs": epochs, "weights_digest": digest, "device": str(best_device())},
        "seconds": log.seconds,
    }
    run = replace(run, info=info)
    model_file.write_run(run)
    return replace(run, table=(yield from measure(run)))


def _lesson(backbone: Backbone, selection: Selection, scratch: Path) -> Operation[Lesson]:
    maps = yield from compute_trunk_maps(backbone, selection.paths, selection.side == "train", scratch)
    choose = np.flatnonzero(selection.positive & (selection.side == "choose"))[:MOST_CHOOSE]
    geometry = backbone.geometry([FILTER_LAYER])
    shifts = yield from shifted_maps(backbone, [selection.paths[i] for i in choose], geometry)
    return Lesson(maps, samples_of(selection, "train"), samples_of(selection, "choose"), shifts)


def samples_of(selection: Selection, side: str) -> Samples:
    """The samples of a side; without a background each picture stands a second time, as its shuffled negative."""
    own = np.flatnonzero(selection.side == side)
    samples = Samples(own, selection.positive[own], np.zeros(len(own), bool))
    if not selection.shuffled:
        return samples
    twice = np.concatenate([own, own])
    negative = np.arange(len(twice)) >= len(own)
    return Samples(twice, ~negative, negative)


def _untrained(lesson: Lesson, settings: TrainSettings) -> FilterLayer:
    """Filters that have learned nothing, on normalised maps of the trunk: the floor of equivariance."""
    layer = FilterLayer(lesson.maps.channels, settings.filters, generator(settings.seed, "untrained"))
    seen = plain_maps(lesson.maps, lesson.train.only(np.arange(0, len(lesson.train), 1 + len(lesson.train) // 200)))
    seen = seen.float()
    layer.norm.running_mean = seen.mean((0, 2, 3))
    layer.norm.running_var = seen.var((0, 2, 3))
    return layer


def _recorded(operation: Operation[int], path: Path) -> Operation[int]:
    """The same operation; its epochs are kept as a table, a row each without the gallery."""
    rows: list[EpochDone] = []
    try:
        while True:
            event = next(operation)
            if isinstance(event, EpochDone):
                rows.append(replace(event, gallery=()))
                model_file.write_text(path, model_file.to_csv(rows))
            yield event
    except StopIteration as end:
        return int(end.value)
    finally:
        operation.close()


def _save_weights(path: Path, backbone: Backbone, heads: dict[NetworkName, Head]) -> None:
    """A file a network; the trunk that all share is in the interpretable one's."""
    trunk = {f"trunk.{name}": value for name, value in backbone.trunk.state_dict().items()}
    for name, head in heads.items():
        state = head.state_dict() | (trunk if name is INTERPRETABLE else {})
        with model_file.written_beside(path / model_file.WEIGHT_FILES[name]) as part:
            save_file({k: v.cpu().contiguous() for k, v in state.items()}, part, {"network": str(name)})


def _describe(path: Path, trained: _Trained, selection: Selection, settings: TrainSettings) -> Operation[Run]:
    lesson, heads = trained.lesson, trained.heads
    yield Progress("Looking at all pictures", 0, len(heads))
    answers, maps = {}, {}
    for done, (name, head) in enumerate(heads.items()):
        maps[name], logits = head_maps(head, torch.from_numpy(lesson.maps.plain))
        answers[name] = sigmoid(logits)
        seen = maps[name] if isinstance(head, PartNetwork) else head.cam(torch.from_numpy(maps[name])).detach().numpy()
        model_file.write_array(path / "maps" / f"{name}.npy", seen.astype(np.float16))
        yield Progress("Looking at all pictures", done + 1, len(heads))
    table = _answers(heads, lesson, samples_of(selection, "test"))
    held = np.flatnonzero(selection.positive & (selection.side == "test"))[:MOST_MOVED]
    paths = [selection.paths[i] for i in held]
    geometry = trained.backbone.geometry([FILTER_LAYER])
    layers = {INTERPRETABLE: heads[INTERPRETABLE].filters, TWIN: heads[TWIN].filters, "untrained": trained.untrained}
    following = yield from follow(trained.backbone, layers, paths, geometry)
    filters = {}
    for name in (INTERPRETABLE, TWIN):
        own = maps[name]
        fields = yield from effective_fields(trained.backbone, layers[name], paths, own[held], geometry)
        filters[name] = describe_filters(name, own, selection.positive, held, following[name], fields)
        groups = np.array([f.group for f in filters[name]])
        table |= following_table(following[name], groups, "" if name is INTERPRETABLE else "twin_")
    untrained = filter_maps(trained.untrained, torch.from_numpy(lesson.maps.plain[held]))
    steady = np.nan_to_num(following["untrained"].usual) >= STEADY
    table |= following_table(following["untrained"], part_groups(peaks(untrained)[0], steady), "untrained_")
    pictures = _pictures(selection, answers)
    return Run(path, settings, {}, geometry, pictures, filters[INTERPRETABLE], filters[TWIN], table)


def _answers(heads: dict[NetworkName, Head], lesson: Lesson, test: Samples) -> Table:
    trunk = plain_maps(lesson.maps, test)
    return answer_table({name: sigmoid(head_maps(head, trunk)[1]) for name, head in heads.items()}, test.positive)


def _pictures(selection: Selection, answers: dict[NetworkName, np.ndarray]) -> tuple[RunPicture, ...]:
    return tuple(
        RunPicture(
            name=picture.name,
            category=picture.category,
            side=selection.side[i],
            positive=bool(selection.positive[i]),
            width=picture.width,
            height=picture.height,
            digest=picture.digest,
            answer=float(answers[INTERPRETABLE][i]),
            twin_answer=float(answers[TWIN][i]),
            cam_answer=float(answers[CAM][i]),
            box=model_file.box_text(picture.path),
        )
        for i, picture in enumerate(selection.pictures)
    )


def _info(selection: Selection, settings: TrainSettings) -> dict[str, object]:
    sides = {side: int((selection.side == side).sum()) for side in ("train", "choose", "test")}
    return {
        "category": selection.category,
        "background": selection.background,
        "accuracy_is_recognition": not selection.shuffled,
        "departures": departures(settings),
        "made": datetime.now().isoformat(timespec="seconds"),
        "data": {"folder": str(selection.root.resolve()), "fingerprint": selection.fingerprint, **sides},
        "versions": {
            "partscope": icnn_engine.__version__,
            "python": platform.python_version(),
            "torch": torch.__version__,
            "numpy": np.__version__,
        },
    }


def departures(settings: TrainSettings) -> list[str]:
    """In which ways a run departs from the paper, in words."""
    common = [
        "quick training: the trunk is frozen, only the new layers learn; one mask, on the new 3x3 conv",
        f"one hidden layer above the filters; AdamW with a one-cycle rate, {settings.epochs} epochs",
        "maps in units of each filter's usual peak; translation jitter by windows of wider maps",
    ]
    if settings.variant == "paper":
        return [*common, "strength / t instead of the unpublished constant"]
    return [*common, "gradient of the filter loss as in the authors' release, without warm-up"] + (
        [f"diversity term, weight {settings.diversity:g}"] if settings.diversity else []
    )


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
