"""Named settings to begin with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from icnn_engine.core.config import TrainSettings

PresetName = Literal["quick-look", "thorough", "paper"]

# What each preset sets besides the defaults. Quick look is the defaults themselves. Paper: VGG-16 of the release
# (50 epochs, batches of 32, as many filters as its top layer, two hidden layers of 4096), the loss as printed.
PRESETS: dict[PresetName, dict[str, Any]] = {
    "quick-look": {},
    "thorough": {"epochs": 36, "filters": 64},
    "paper": {
        "backbone": "vgg16",
        "weights": "torchvision",
        "variant": "paper",
        "training": "full",
        "filters": 512,
        "answer": "layers",
        "hidden": (4096, 4096),
        "epochs": 50,
        "batch": 32,
    },
}
# Settings that presets decide about; also those that none of them moves, but that would make it another training.
PRESET_SETTINGS = (*PRESETS["paper"], "strength", "learning_rate", "weight_decay", "kernel", "max_pictures", "split")


def preset_values(preset: PresetName) -> dict[str, Any]:
    """Return the values of a preset for every setting that presets decide about."""
    return {name: TrainSettings.model_fields[name].default for name in PRESET_SETTINGS} | PRESETS[preset]


def preset_of(values: Mapping[str, Any]) -> PresetName | None:
    """Return the preset that agrees with all given settings (by name); None: somebody's own."""
    return next((p for p in PRESETS if all(values.get(k, v) == v for k, v in preset_values(p).items())), None)
