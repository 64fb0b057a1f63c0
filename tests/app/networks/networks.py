"""Networks of the user's own for the tests of the window: readings without torch."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pytestqt.qtbot import QtBot

from app.core.network_operations import FoundAnswers, LayerRow, NetworkReading
from app.networks.controller import NetworkController
from icnn_engine.core.config import TrainSettings
from icnn_engine.core.events import Operation, Progress
from icnn_engine.core.fitting import Fit
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.runs.run_folder import Run

FILE = "/nets/resnet18-f37072fd.pth"
LAYERS = (
    LayerRow("layer1", "Sequential", 64, 56),
    LayerRow("layer3", "Sequential", 256, 14),
    LayerRow("layer4", "Sequential", 512, 7),
)


def reading(source: NetworkSource, categories: tuple[str, ...] = ("fox", "yak")) -> NetworkReading:
    """What reading a network gives: the answers of a fox are known by name, those of others are not."""
    known = {"fox": FoundAnswers("red fox|kit fox", "word")}
    found = {category: known.get(category, FoundAnswers()) for category in categories if not category.startswith("_")}
    colours = (0.5, 0.5, 0.5)
    return NetworkReading(source, LAYERS, "layer3", 1000, Fit(224, 256), colours, colours, found)


def read(qtbot: QtBot, controller: NetworkController, file: str = FILE) -> None:
    """Name a file of weights and its architecture, and read the network."""
    controller.open(Path(file))
    controller.dialog.source.architecture.setEditText("resnet18")
    controller.dialog.source.read.click()
    qtbot.waitUntil(lambda: controller._watch.reading is not None and controller.dialog.bar.isHidden())


class FakeLook:
    """Looks at nothing, until it may end."""

    def __init__(self, run: Run) -> None:
        self.run, self.may_end = run, False
        self.asked: tuple[NetworkSource, TrainSettings] | None = None

    def __call__(
        self, _engine: Any, _folder: Path, source: NetworkSource, settings: TrainSettings, _runs: Path
    ) -> Operation[Run]:
        self.asked = source, settings
        return self._looked()

    def _looked(self) -> Iterator[Progress]:
        while not self.may_end:
            yield Progress("Looking at all pictures", 1, 4)
        return self.run
