"""Networks of the user's own for the tests of the window: readings without torch."""

from __future__ import annotations

from app.core.network_operations import FoundAnswers, LayerRow, NetworkReading
from icnn_engine.core.fitting import Fit
from icnn_engine.core.network_source import NetworkSource

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
