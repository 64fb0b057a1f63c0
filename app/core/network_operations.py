"""Networks of the user's own from the window: reading, looking inside, converting, and the command for the same."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.engine import Engine
from app.core.system import quote_command
from icnn_engine.core.config import AUTO_BACKGROUND, TrainSettings
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.events import Operation
from icnn_engine.core.fitting import Fit
from icnn_engine.core.network_source import Colours, NetworkSource

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

READ_FROM = ("architecture", "weights", "factory", "names", "input_size")  # what a reading depends on
OF_CONVERT = ("epochs", "batch", "strength", "learning_rate")  # settings with options, those of inspect besides
OF_INSPECT = ("category", "categories", "background", "max_pictures", "device", "seed", "name")  # settings with options


@dataclass(frozen=True, slots=True)
class LayerRow:
    """A layer whose output has places: its module's name, kind, channels, and cells of a side."""

    name: str
    kind: str
    channels: int
    cells: int


@dataclass(frozen=True, slots=True)
class FoundAnswers:
    """The answers that stand for a category, their names separated by '|', and how they were found (`MatchedBy`); both
    empty where they are found only by what the network answers."""

    text: str = ""
    by: str = ""


@dataclass(frozen=True)
class NetworkReading:
    """A network of the user's own that was read. `source`: as it was read; `suggested`: name of the layer to look at;
    `answers`: their number; `fit`, `mean`, `std`: how pictures are made its input; `found`: answers of each category of
    the folder; `notes`: for the user."""

    source: NetworkSource
    layers: tuple[LayerRow, ...]
    suggested: str
    answers: int
    fit: Fit
    mean: Colours
    std: Colours
    found: Mapping[str, FoundAnswers]
    notes: tuple[str, ...] = ()

    def is_of(self, source: NetworkSource) -> bool:
        """Return whether this is the reading of a source, whatever is looked at in it."""
        return all(getattr(self.source, name) == getattr(source, name) for name in READ_FROM)


def architecture_names(engine: Engine) -> tuple[str, ...]:
    """Return the names of all architectures: torchvision's, then timm's where it is installed. Called on a lane."""
    engine.wait()
    from icnn_engine.models.own.architectures import TIMM, torchvision_names

    try:
        from timm import list_models
    except ImportError:
        return torchvision_names()
    return (*torchvision_names(), *(f"{TIMM}{name}" for name in list_models()))


def guessed_architecture(file: str, names: Sequence[str]) -> str:
    """Return the architecture that the name of a file speaks of: the longest name in it, 'resnet50' of
    'resnet50-0676ba61.pth'; "" where there is none."""
    stem = _plain(file.replace("\\", "/").rsplit("/", 1)[-1])
    inside = [name for name in names if re.search(rf"(?<![a-z0-9]){re.escape(_plain(name))}(?![a-z0-9])", stem)]
    return max(inside, key=lambda name: len(_plain(name)), default="")


def _plain(name: str) -> str:
    return name.removeprefix("timm/").lower().replace("-", "_").replace(" ", "_")


def read_network(engine: Engine, source: NetworkSource, categories: Sequence[str]) -> NetworkReading:
    """Open a network and return what can be chosen of it. Called on a lane. Raises PartscopeError."""
    engine.wait()
    from icnn_engine.models.own.matching import matches
    from icnn_engine.models.own.network import names_with_folder, open_network

    network = open_network(source.model_copy(update={"layer": "", "matching": {}}))
    usable = [category for category in categories if category != AUTO_BACKGROUND]
    names, notes = names_with_folder(network, usable), network.notes
    try:
        found = matches(names, usable, {})
    except SettingsError as error:  # an answer for two categories: the user has to say which
        found, notes = {}, (*notes, str(error))
    shown = {
        name: FoundAnswers("|".join(names[i] for i in match.answers), str(match.by)) for name, match in found.items()
    }
    preprocessing = network.preprocessing
    return NetworkReading(
        source=source,
        layers=tuple(LayerRow(one.name, one.kind, one.channels, one.cells) for one in network.layers),
        suggested=network.layer.name,
        answers=network.answers,
        fit=preprocessing.fit,
        mean=preprocessing.mean,
        std=preprocessing.std,
        found={category: shown.get(category, FoundAnswers()) for category in usable},
        notes=notes,
    )


def inspect(engine: Engine, folder: Path, source: NetworkSource, settings: TrainSettings, runs: Path) -> Operation[Run]:
    """Return the operation that looks inside a network. Called on the worker thread."""
    engine.wait()
    from icnn_engine.experiment.inspection_run import run_inspection

    return run_inspection(folder, source, settings, runs)


def convert(engine: Engine, folder: Path, source: NetworkSource, settings: TrainSettings, runs: Path) -> Operation[Run]:
    """Return the operation that converts a network. Called on the worker thread."""
    engine.wait()
    from icnn_engine.experiment.conversion_run import run_conversion

    return run_conversion(folder, source, settings, runs)


def trust_code(path: Path) -> None:
    """Remember that the user has confirmed a Python file with its present content. Called on a lane."""
    from icnn_engine.models.own.trusted_code import trust

    trust(path)


def network_command(
    folder: Path, source: NetworkSource, settings: TrainSettings, output: Path, is_conversion: bool = False
) -> str:
    """Return the command that looks at the same layer of the same network, or converts it."""
    words = ["partscope", "convert" if is_conversion else "inspect", str(folder)]
    for name, value in source.model_dump(exclude={"matching"}, exclude_defaults=True).items():
        words += [f"--{name.replace('_', '-')}", *_texts(value)]
    if source.factory:
        words.append("--trust-code")
    if source.matching:
        words += ["--answers", *(f"{category}={answers}" for category, answers in source.matching.items())]
    given = settings.model_dump(include=set(OF_INSPECT), exclude_defaults=True)
    if is_conversion:  # its command has other defaults than a training
        given |= settings.model_dump(include=set(OF_CONVERT), exclude_none=True)
    for name, value in given.items():
        words += [f"--{name.replace('_', '-')}", *_texts(value)]
    return quote_command([*words, "--filters", str(settings.filters), "--output", str(output)])


def _texts(value: object) -> Collection[str]:
    return [str(one) for one in value] if isinstance(value, tuple | list) else [str(value)]
