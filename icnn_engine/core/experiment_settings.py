"""Frozen settings of an experiment, checked by pydantic."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from icnn_engine.core.config import ClassLoss, NetworkVariant, TrainSettings, made, make_settings


class ExperimentSettings(BaseModel):
    """The settings of an experiment: which cells its table has, and how each is trained.

    Of `training` the category, categories, loss, backbone, weights, variant and seed are set by each cell.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    categories: tuple[str, ...] = Field((), description="Categories, each by itself; empty: all of the folder.")
    alone: bool = Field(True, description="Train one network for each category.")
    together: tuple[ClassLoss, ...] = Field(
        (), description="Also train one network for all categories, by these losses."
    )
    backbones: Annotated[tuple[str, ...], Field(min_length=1)] = Field(
        ("efficientnet_lite0",), description="Backbones, each NAME or NAME=WEIGHTS."
    )
    variants: Annotated[tuple[NetworkVariant, ...], Field(min_length=1)] = Field(
        ("ordinary", "paper", "released", "partscope"), description="Networks to compare on the same split."
    )
    seeds: Annotated[tuple[Annotated[int, Field(ge=0, lt=2**31)], ...], Field(min_length=1)] = Field(
        (0, 1, 2), description="Seeds; each has its own split, initial weights and order of pictures."
    )
    training: TrainSettings = Field(
        default_factory=lambda: make_settings({}), description="How each network is trained."
    )


# Settings of a training that the cells of an experiment differ in.
BY_CELL = ("category", "categories", "loss", "backbone", "weights", "variant", "seed")
# Settings of a training that an experiment does not have: cells share the maps of whole pictures.
NOT_IN_EXPERIMENTS = (*BY_CELL, "name", "region")


def make_experiment_settings(values: dict[str, Any]) -> ExperimentSettings:
    """Make settings of an experiment from plain values. Raises SettingsError naming each wrong one."""
    return made(ExperimentSettings, values)
