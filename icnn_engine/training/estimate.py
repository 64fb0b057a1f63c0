"""Predicts the time of a training, from earlier runs on this machine or from times measured
elsewhere. No torch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from math import isnan, nan
from pathlib import Path
from statistics import median
from typing import Any

from icnn_engine.core.annotations import CheckUp, Folder
from icnn_engine.core.config import (
    NONE,
    OTHERS,
    PROBE_EPOCHS,
    SHUFFLED,
    BackboneName,
    Kernel,
    TrainSettings,
    from_toml,
    kernel_of,
    make_settings,
    rounds_of,
    upgrade_settings,
)
from icnn_engine.core.errors import PartscopeError
from icnn_engine.data import everything_of
from icnn_engine.data.selection import SHARES, content_of
from icnn_engine.data.task import chosen_categories, default_background
from icnn_engine.features.map_cache import ViewKind, contents_at_hand
from icnn_engine.runs.sample_run import SAMPLE

RUNS_READ = 40  # the newest of a place
RUNS_USED = 5  # the newest of the same kind: the machine may have changed before
NETWORKS = 3

# Measured on two cores of a server without a GPU, SqueezeNet 1.1, 320 and 1286 pictures.
CHECKING = 0.005  # seconds to open one picture for the check-up
SEARCHING = 1.4  # times the time to read a picture and compute its maps: to find the object in it
READING = 0.041  # seconds for the trunk's maps of one picture, of which ...
DECODING = 0.012  # ... this much is not the backbone's
LEARNING = 2.5e-3  # seconds a picture, network and epoch with 64 filters of the paper's kernels
# Times as long a step of quick training takes with other kernels than the paper's (benchmarks/steps.py).
WIDER: Mapping[Kernel, float] = {1: 0.7, 3: 1.0, 5: 2.0, 7: 1.0}
MEASURING = 40.0  # seconds for 64 filters (24 s for 32); pictures are limited, so it hardly depends on their number
FULL = 0.06  # seconds a picture, network and epoch for each 10^9 multiply-adds of a backbone that learns
GPU = 30.0  # how many times faster a GPU is where nothing has been measured

# 10^9 multiply-adds of a backbone's trunk for one picture, of its authors' papers. EfficientNet-Lite0 has .3, and takes
# as long as .46 of SqueezeNet's kind would: its depthwise layers are slow.
WORK: dict[BackboneName, float] = {
    "efficientnet_lite0": 0.46,
    "squeezenet1_1": 0.35,
    "vgg16": 15.3,
    "alexnet": 0.66,
    "resnet18": 1.4,
    "resnet50": 3.3,
    "densenet121": 2.7,
    "caffe_alexnet": 0.67,
    "vgg_m": 1.6,
    "vgg_s": 2.5,
}


@dataclass(frozen=True, slots=True)
class Costs:
    """What one training took. `reading`: seconds a picture; `probes`: how many were made; `learning`: seconds a
    picture, network and epoch with 64 filters of the paper's kernels; `measuring`: seconds with 64 filters."""

    reading: float
    probes: float
    learning: float
    measuring: float


@dataclass(frozen=True, slots=True)
class Record:
    """The costs of one run, and what they depend on."""

    backbone: str
    training: str
    device: str
    costs: Costs


@dataclass(frozen=True, slots=True)
class Estimate:
    """Seconds that each stage of a training will take (`finding`: the objects, if they are sought); `runs`: on how many
    earlier runs that rests; `at_hand`: of how many pictures the cache holds the maps, which need not be computed."""

    checking: float
    mapping: float
    probing: float
    learning: float
    measuring: float
    runs: int
    at_hand: int = 0
    finding: float = 0.0

    @property
    def reading(self) -> float:
        """Seconds until all pictures are read and their maps are there."""
        return self.checking + self.mapping

    @property
    def total(self) -> float:
        """Seconds of the whole training."""
        return self.finding + self.reading + self.probing + self.learning + self.measuring


@dataclass(frozen=True, slots=True)
class _Load:
    """Pictures opened, used and learned from in one epoch (some more than once); used ones whose maps are at hand."""

    opened: int
    used: int
    learned: int
    at_hand: int


def records_of(place: Path) -> tuple[Record, ...]:
    """What the newest runs in a folder took, the newest first; what cannot be read is left out."""
    found = sorted(place.glob("*/run.toml"), key=lambda path: path.parent.name, reverse=True)
    return tuple(record for path in found[:RUNS_READ] if (record := _record(path)) is not None)


def estimate(folder: Folder | CheckUp, settings: TrainSettings, records: Sequence[Record], device: str) -> Estimate:
    """Predict the time of a training.

    Parameters
    ----------
    folder : Folder or CheckUp
        Of a checked folder it is known which maps the cache holds.
    settings : TrainSettings
    records : sequence of Record
        Costs of earlier runs (`records_of`).
    device : str
        Kind of the device that computes: 'cpu' or 'cuda'.

    Returns
    -------
    Estimate
        Seconds of each stage.

    Raises
    ------
    SettingsError
        The settings do not say which categories to use.
    """
    load = _load(folder, settings)
    kind = (settings.backbone, settings.training, device)
    same = [r.costs for r in records if (r.backbone, r.training, r.device) == kind][:RUNS_USED]
    costs = _median(same) if same else _assumed(settings, device)
    size = _size(settings)
    as_quick = settings.model_copy(update={"training": "quick"})  # as probes are in any training
    probe = costs.learning if as_quick == settings else _assumed(as_quick, device).learning
    probed = 0 if settings.strength else costs.probes * min(PROBE_EPOCHS, settings.epochs)
    return Estimate(
        checking=CHECKING * load.opened,
        mapping=costs.reading * (load.used - load.at_hand),
        probing=probed * load.learned * probe * _wider(as_quick) * _size(as_quick),
        learning=settings.epochs * load.learned * costs.learning * _steps(settings) * size,
        measuring=costs.measuring * size,
        runs=len(same),
        at_hand=load.at_hand,
        finding=costs.reading * load.used * _search(settings),
    )


def _record(path: Path) -> Record | None:
    """What a finished run took; None where its run.toml does not tell."""
    try:
        info = from_toml(path.read_text(encoding="utf-8"))
        if info.get(SAMPLE):  # trained elsewhere
            return None
        return _from_info(info, make_settings(upgrade_settings(info["settings"], finished=True)))
    except (OSError, UnicodeDecodeError, PartscopeError, KeyError, ValueError, TypeError, ZeroDivisionError):
        return None


def _from_info(info: dict[str, Any], settings: TrainSettings) -> Record:
    """[seconds] holds five ends of stages, in order, each in seconds since the pictures were known."""
    training = info["training"]
    if training.get("resumed"):
        raise ValueError("its times are those of the last part only")
    began, mapped, probed, trained, measured = (float(end) for end in info["seconds"].values())
    data, size = info["data"], _size(settings)
    pictures = data["train"] + data["choose"] + data["test"]
    shuffled = info["background"] == SHUFFLED
    samples = data["train"] * (1 + shuffled)
    learned = samples * rounds_of(samples, settings)
    computed = training.get("computed", pictures)
    costs = Costs(
        reading=(mapped - began) / (computed + _search(settings) * pictures) if computed else nan,
        probes=len(info["strength"]["tried"]),
        learning=(trained - probed) / (info["training"]["epochs"] * learned * _steps(settings) * size),
        measuring=(measured - trained) / size,
    )
    return Record(settings.backbone, settings.training, training["device"].split(":")[0], costs)


def _median(costs: Sequence[Costs]) -> Costs:
    probes = [c.probes for c in costs if c.probes] or [1.0]  # none were made where the strength was given
    reading = [c.reading for c in costs if not isnan(c.reading)] or [READING]  # nan: all maps were in the cache
    return Costs(
        median(reading),
        median(probes),
        median(c.learning for c in costs),
        median(c.measuring for c in costs),
    )


def _assumed(settings: TrainSettings, device: str) -> Costs:
    """Costs of a backbone that has never been used here."""
    work = WORK[settings.backbone]
    faster = 1.0 if device == "cpu" else GPU
    more = work / WORK["squeezenet1_1"]
    mapping = (READING - DECODING) * more / faster
    learning = LEARNING + (FULL * work if settings.training == "full" else 0)
    return Costs(DECODING + mapping, 1, learning / faster, MEASURING * (1 + more / faster) / 2)


def _search(settings: TrainSettings) -> float:
    """Return how long it takes to find the object in a picture, in times of reading it."""
    return SEARCHING if settings.region == "object" else 0.0


def _size(settings: TrainSettings) -> float:
    """How much longer a step takes than one with 64 filters (steps of 16 to 512 were timed). Where every layer learns
    the backbone takes nearly all of it."""
    if settings.training == "quick":
        return 0.2 + 0.8 * settings.filters / 64
    return (
        1.0 if settings.pieces == 1 else 4 / 3
    )  # in pieces the way up is gone twice, the way down (twice as long) once


def _wider(settings: TrainSettings) -> float:
    """How much longer a step of the interpretable network takes than one with the paper's kernels. Where every layer
    learns the backbone takes nearly all of it."""
    return WIDER[kernel_of(settings.variant, settings.kernel)] if settings.training == "quick" else 1.0


def _steps(settings: TrainSettings) -> float:
    """Steps of all networks on one batch, in steps of one with the paper's kernels."""
    return NETWORKS - 1 + _wider(settings)


def _load(folder: Folder | CheckUp, settings: TrainSettings) -> _Load:
    """How many pictures a training opens, uses, and learns from in an epoch."""
    each = _objects_each(folder, settings)
    pictures = Counter(picture.category for picture in folder.pictures)
    counts = Counter({category: round(count * each) for category, count in pictures.items()})
    whole = everything_of(folder.root)
    if settings.category == whole and whole not in folder.categories:
        categories, own, background = folder.categories, [sum(counts.values())], SHUFFLED
    else:
        categories = chosen_categories(folder, settings)
        own = [counts[one] for one in categories]
        background = settings.background or default_background(folder, categories)
    limit = settings.max_pictures or sum(counts.values()) + 1
    used = sum(min(count, limit) for count in own)
    if background == OTHERS:
        negatives = sum(counts.values()) - sum(own)
    elif background in (SHUFFLED, NONE):
        negatives = 0
    else:  # as many as of the category where they are elsewhere and have not been counted
        negatives = counts.get(background, used)
    used += min(negatives, limit)
    samples = round(SHARES[0] * used) * (1 + (background == SHUFFLED))
    shown = {*categories, *(folder.categories if background == OTHERS else (background,))}
    at_hand = min(used, _at_hand(folder, shown, settings))
    return _Load(len(folder.pictures), used, samples * rounds_of(samples, settings), at_hand)


def _objects_each(folder: Folder | CheckUp, settings: TrainSettings) -> float:
    """Return how many objects a picture holds on average, where each box is read by itself."""
    if settings.region != "boxes" or not isinstance(folder, CheckUp) or folder.boxes is None:
        return 1.0
    return 1 + (folder.boxes.objects - folder.boxes.pictures) / max(len(folder.pictures), 1)


def _at_hand(folder: Folder | CheckUp, categories: Container[str], settings: TrainSettings) -> int:
    """Return of how many pictures of some categories the cache holds all maps. Contents are known of a checked folder
    only, and only of whole pictures."""
    if not isinstance(folder, CheckUp) or settings.region != "whole":
        return 0
    wanted = {content_of(picture) for picture in folder.pictures if picture.category in categories}
    found = {kind: len(wanted & contents) for kind, contents in contents_at_hand(settings.backbone).items()}
    if settings.views == "plain":
        return found[ViewKind.PLAIN]
    missing = max(len(wanted) - found[ViewKind.PLAIN], round(SHARES[0] * len(wanted)) - found[ViewKind.WIDE])
    return max(0, len(wanted) - missing)
