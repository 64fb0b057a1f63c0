"""Frozen settings of a training, checked by pydantic, read from and written to TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import tomli_w
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from icnn_engine.core.errors import SettingsError
from icnn_engine.core.language import translate

BackboneName = Literal[
    "efficientnet_lite0",
    "squeezenet1_1",
    "vgg16",
    "alexnet",
    "resnet18",
    "resnet50",
    "densenet121",
    "caffe_alexnet",
    "vgg_m",
    "vgg_s",
]
BACKBONE_TITLES: dict[BackboneName, str] = {
    "efficientnet_lite0": "EfficientNet-Lite0",
    "squeezenet1_1": "SqueezeNet 1.1",
    "vgg16": "VGG-16",
    "alexnet": "AlexNet",
    "resnet18": "ResNet-18",
    "resnet50": "ResNet-50",
    "densenet121": "DenseNet-121",
    "caffe_alexnet": "AlexNet (Caffe)",
    "vgg_m": "VGG-M",
    "vgg_s": "VGG-S",
}
Variant = Literal["partscope", "paper", "released"]
NetworkVariant = Literal["ordinary", "paper", "released", "partscope"]
ClassLoss = Literal["logistic", "softmax"]
Answer = Literal["weighed", "votes", "layers"]
Kernel = Literal[1, 3, 5, 7]
Training = Literal["quick", "full"]
Precision = Literal["single", "mixed"]
Views = Literal["windows", "plain"]
Split = Literal["careful", "released"]
ReadRegion = Literal["whole", "object", "boxes"]

QUICK_RATE = 2e-3  # of quick training, AdamW: docs/experiments.md
CONVERSION_EPOCHS = CONVERSION_BATCH = 32  # of a network of the user's own: docs/experiments.md
CONVERSION_STRENGTH = 0.1
CONVERSION_RATE = 2e-3  # at 3e-3 half of the filters of a network of two answers fall silent
PAPER_KERNEL: Kernel = 3  # of the new conv, as the paper and its release have it
BLURRED_KERNEL: Kernel = 1  # of our own recipe: one cell, the answers of neighbours blurred
SMOOTH_KERNEL: Kernel = 7  # of our own recipe before: 3x3 weights two cells apart, smoothed

S = TypeVar("S", bound=BaseModel)

SHUFFLED = "shuffled"  # negatives made from the user's own pictures
NONE = "none"  # several categories are told from each other alone
ALL = "all"  # every category of the folder, as `categories`
OTHERS = "others"  # every other category of the folder
AUTO_BACKGROUND = "_background"

# Weights that a backbone can have besides a file's and random ones, the best first. Caffe's networks have only files.
OFFERED_WEIGHTS: dict[BackboneName, tuple[str, ...]] = {
    "efficientnet_lite0": ("bundled",),
    "squeezenet1_1": ("bundled", "torchvision"),
    "vgg16": ("torchvision",),
    "alexnet": ("torchvision",),
    "resnet18": ("torchvision",),
    "resnet50": ("torchvision",),
    "densenet121": ("torchvision",),
    "caffe_alexnet": (),
    "vgg_m": (),
    "vgg_s": (),
}


class TrainSettings(BaseModel):
    """The settings of a training. Descriptions are shown by the form and by `--help`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    category: str = Field("", description="Category to find the parts of; empty: the only category of the folder.")
    categories: tuple[str, ...] = Field(
        (),
        description="Several categories for one network, instead of category: two or more, or 'all'.",
    )
    loss: ClassLoss = Field(
        "logistic", description="Class loss of several categories: a yes or no for each, or one answer among all."
    )
    background: str = Field(
        "",
        description="Negative pictures: a category of the folder, a folder elsewhere, 'others' (all other "
        "categories), 'shuffled' (negatives made from the pictures themselves) or, for several categories, 'none'. "
        "Empty: _background if the folder has one, else the other categories (none for several), else shuffled.",
    )
    region: ReadRegion = Field(
        "whole",
        description="What the networks read of each picture: whole; object, the region in which the object is found, "
        "for photographs in which it is small or off-centre; boxes, the boxes that come with the folder.",
    )
    backbone: BackboneName = Field(
        "efficientnet_lite0", description="Pretrained CNN whose feature maps the filters read."
    )
    weights: str = Field(
        "bundled",
        description="bundled, torchvision (downloads), scratch, or the path of a .safetensors, .pth or MatConvNet .mat "
        "file.",
    )
    variant: Variant = Field(
        "partscope",
        description="Masks and filter loss: our own recipe, the paper's eq. 1, or the authors' released code.",
    )
    training: Training = Field(
        "quick", description="quick: only the new layers learn; full: every layer, by the schedule of the release."
    )
    filters: Annotated[int, Field(ge=2, le=2048)] = Field(32, description="Number of filters.")
    strength: Annotated[float, Field(gt=0, le=1)] | None = Field(
        None, description="Weight of the filter loss; empty: chosen by short probes, without landmarks."
    )
    kernel: Kernel = Field(
        BLURRED_KERNEL,
        description="Kernel size of the filters of our own recipe, in cells of the trunk's maps: 1, with blurred maps. "
        "For comparison and for earlier runs: 3, the paper's, which the other networks have; 5; or 7, nine weights per "
        "channel, two cells apart and blurred.",
    )
    answer: Answer = Field(
        "weighed",
        description="Classifier of the interpretable network of our own recipe: weighed, a linear layer over whole "
        "maps, refitted after training; votes, a linear layer over masked maps; layers, the paper's hidden layers. "
        "Other networks have layers.",
    )
    hidden: tuple[Annotated[int, Field(ge=1, le=8192)], ...] = Field(
        (256,), description="Widths of the hidden layers between filters and answer (the paper's: 4096 4096)."
    )
    epochs: Annotated[int, Field(ge=1, le=1000)] = Field(12, description="Passes over the training pictures.")
    batch: Annotated[int, Field(ge=2, le=1024)] = Field(64, description="Pictures in one step.")
    pieces: Annotated[int, Field(ge=1, le=64)] = Field(
        1,
        description="Micro-batches per batch in full training: more need less memory and a third more time; the result "
        "is the same.",
    )
    learning_rate: Annotated[float, Field(gt=0, le=1)] | None = Field(
        None,
        description=f"Highest learning rate; empty: {QUICK_RATE:g} in quick training, the release's in full training.",
    )
    weight_decay: Annotated[float, Field(ge=0, le=10)] = Field(
        0.3, description="Weight decay of quick training; full training has the release's 5e-4."
    )
    max_pictures: Annotated[int, Field(ge=4)] | None = Field(
        None, description="Maximum number of pictures of the category, and of the background."
    )
    views: Views | None = Field(
        None,
        description="Views of the pictures in quick training: windows, also mirrored and moved (0.7 MB of disk per "
        "picture); plain, only as they are (0.3 MB); empty: windows where there is room.",
    )
    split: Split = Field(
        "careful",
        description="careful: copies and objects of one photograph stay on one side; released: as in the authors' "
        "code, which leaks (for comparison only).",
    )
    device: str = Field("", description="Device: cpu, cuda:0, cuda:1, …; empty: the fastest available.")
    precision: Precision | None = Field(
        None,
        description="Arithmetic of the backbone: single, or mixed with bfloat16; empty: mixed on GPUs made for it.",
    )
    seed: Annotated[int, Field(ge=0, lt=2**31)] = Field(
        0, description="Seed of the split, the weights and the order of pictures."
    )
    name: str = Field("", description="Name of the run; empty: the name of the category.")

    @field_validator("weights")
    @classmethod
    def _as_bundled(cls, weights: str) -> str:
        """EfficientNet-Lite0's came from an installed package before they were bundled."""
        return "bundled" if weights == "package" else weights


def make_settings(values: dict[str, Any]) -> TrainSettings:
    """Make settings from plain values (`None`: the default). Raises SettingsError naming each wrong one."""
    return made(TrainSettings, values)


def kernel_of(variant: NetworkVariant, kernel: Kernel) -> Kernel:
    """Return the kernel size of the filters, in cells: only `partscope` may have another than the paper's."""
    return kernel if variant == "partscope" else PAPER_KERNEL


def answer_of(variant: NetworkVariant, answer: Answer) -> Answer:
    """Return how a network answers: only the variant `partscope` may do without the paper's hidden layers."""
    return answer if variant == "partscope" else "layers"


def answers_through_masks(settings: TrainSettings) -> bool:
    """Return whether the interpretable network answers from masked maps; else masks serve its learning only."""
    return answer_of(settings.variant, settings.answer) != "weighed"


def upgrade_settings(values: Mapping[str, Any], finished: bool = False) -> dict[str, Any]:
    """Return settings by name as an older version meant them, which had fewer or more of them. finished: of a run that
    has learned: there the diversity term of earlier versions, and views that were mirrored without being moved, are
    forgotten; elsewhere they would be missed, and are refused."""
    earlier: dict[str, Any] = {
        "backbone": "squeezenet1_1",
        "filters": 64,
        "answer": "layers",
        "kernel": 3,
        "weight_decay": 0.01,
    }
    values = dict(values)
    if "weight_decay" not in values and values.get("training", "quick") == "quick":
        earlier["learning_rate"] = 1e-3  # what was usual then; where none is written it was the usual one
    known = earlier | values
    if finished or not known.get("diversity"):
        known.pop("diversity", None)
    if finished and known.get("views") == "mirrored":
        known["views"] = "windows"
    return known


def made(kind: type[S], values: dict[str, Any]) -> S:
    """Make settings of a kind from plain values (`None`: the default). Raises SettingsError naming each wrong one."""
    try:
        return kind(**{key: value for key, value in values.items() if value is not None})
    except ValidationError as error:
        words = translate("Errors", "These settings cannot be used: {wrong}")
        raise SettingsError(words.format(wrong=reason_of(error))) from None


def reason_of(error: Exception) -> str:
    """Return an error in words: of a ValidationError the name of each wrong value and its fault, else its text."""
    if not isinstance(error, ValidationError):
        return str(error)
    return "; ".join(f"{'.'.join(map(str, e['loc'])) or 'settings'}: {e['msg']}" for e in error.errors())


PROBE_EPOCHS = 4  # of a probe of the strength
FEWEST_STEPS = 10  # of an epoch: small sets are gone through more than once


def steps_of(samples: int, settings: TrainSettings) -> int:
    """Return the steps of an epoch: as many as the samples fill, at least `FEWEST_STEPS`."""
    return max(FEWEST_STEPS, -(-samples // settings.batch))


def rounds_of(samples: int, settings: TrainSettings) -> int:
    """Return how often an epoch goes through the samples."""
    return max(1, round(steps_of(samples, settings) * settings.batch / max(samples, 1)))


def to_toml(values: dict[str, Any]) -> str:
    """Return the TOML text of nested plain values; keys whose value is None are left out, for TOML has no null."""

    def clean(value: Any) -> Any:
        if isinstance(value, dict):
            return {str(k): clean(v) for k, v in value.items() if v is not None}
        if isinstance(value, list | tuple):
            return [clean(v) for v in value]
        return str(value) if isinstance(value, Path) else value

    return tomli_w.dumps(clean(values))


def from_toml(text: str) -> dict[str, Any]:
    """Return the values of TOML text. Raises SettingsError with the line."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(translate("Errors", "The file is not valid TOML: {error}").format(error=error)) from None
