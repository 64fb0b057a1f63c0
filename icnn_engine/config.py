"""Frozen settings of a training, checked when they are made, in and out of TOML."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

import tomli_w
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from icnn_engine.errors import SettingsError

BackboneName = Literal[
    "squeezenet1_1",
    "vgg16",
    "alexnet",
    "resnet18",
    "resnet50",
    "densenet121",
    "caffe_alexnet",
    "vgg_m",
    "vgg_s",
    "efficientnet_lite0",
]
Variant = Literal["partscope", "paper"]

SHUFFLED = "shuffled"  # negatives made from the user's own pictures
OTHERS = "others"  # every other category of the folder
AUTO_BACKGROUND = "_background"

# Weights that a backbone can have besides a file's and random ones, the best first. Caffe's networks have only files.
OFFERED_WEIGHTS: dict[BackboneName, tuple[str, ...]] = {
    "squeezenet1_1": ("bundled", "torchvision"),
    "vgg16": ("torchvision",),
    "alexnet": ("torchvision",),
    "resnet18": ("torchvision",),
    "resnet50": ("torchvision",),
    "densenet121": ("torchvision",),
    "caffe_alexnet": (),
    "vgg_m": (),
    "vgg_s": (),
    "efficientnet_lite0": ("package",),
}


class TrainSettings(BaseModel):
    """Everything one training needs besides the folder. Descriptions are what the form and `--help` say."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    category: str = Field("", description="Category whose parts are to be found; empty: the folder's only category.")
    background: str = Field(
        "",
        description="What it is told from: a category of the folder, a folder elsewhere, 'others' (every other "
        "category) or 'shuffled' (negatives made from the pictures themselves). Empty: _background if the folder has "
        "one, else the other categories, else shuffled.",
    )
    backbone: BackboneName = Field("squeezenet1_1", description="Ordinary CNN whose maps the filters read.")
    weights: str = Field(
        "bundled",
        description="bundled, torchvision (downloads), package (an installed one's), scratch, or the path of a "
        ".safetensors, .pth or MatConvNet .mat file.",
    )
    variant: Variant = Field("partscope", description="Filter loss: the product's own recipe, or the paper's eq. 1.")
    filters: Annotated[int, Field(ge=2, le=512)] = Field(64, description="How many filters look for parts.")
    strength: Annotated[float, Field(gt=0, le=1)] | None = Field(
        None, description="Strength of the filter loss; empty: chosen by short probes, without landmarks."
    )
    diversity: Annotated[float, Field(ge=0, le=10)] = Field(
        0.5, description="How strongly filters are pushed to different parts (0: as in the paper)."
    )
    epochs: Annotated[int, Field(ge=1, le=1000)] = Field(12, description="Passes over the training pictures.")
    batch: Annotated[int, Field(ge=2, le=1024)] = Field(64, description="Pictures in one step.")
    learning_rate: Annotated[float, Field(gt=0, le=1)] = Field(1e-3, description="Highest learning rate (AdamW).")
    max_pictures: Annotated[int, Field(ge=4)] | None = Field(
        None, description="Use at most so many pictures of the category, and as many of the background."
    )
    seed: Annotated[int, Field(ge=0, lt=2**31)] = Field(0, description="Seed of the split, of the weights, of order.")
    name: str = Field("", description="A name for the run; empty: the category's.")


def make_settings(values: dict[str, Any]) -> TrainSettings:
    """Settings from plain values (`None` means 'as by default'). Raises SettingsError naming each wrong one."""
    known = {key: value for key, value in values.items() if value is not None}
    try:
        return TrainSettings(**known)
    except ValidationError as error:
        wrong = "; ".join(f"{'.'.join(map(str, e['loc'])) or 'settings'}: {e['msg']}" for e in error.errors())
        raise SettingsError(f"These settings cannot be used: {wrong}") from None


def to_toml(values: dict[str, Any]) -> str:
    """TOML text of nested plain values; keys whose value is None are left out, for TOML has no null."""

    def clean(value: Any) -> Any:
        if isinstance(value, dict):
            return {str(k): clean(v) for k, v in value.items() if v is not None}
        if isinstance(value, list | tuple):
            return [clean(v) for v in value]
        return str(value) if isinstance(value, Path) else value

    return tomli_w.dumps(clean(values))


def from_toml(text: str) -> dict[str, Any]:
    """Values of TOML text. Raises SettingsError with the line."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"The file is not valid TOML: {error}") from None
