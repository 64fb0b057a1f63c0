"""The networks of a run, loaded when the lecture first needs them."""

from __future__ import annotations

from functools import cached_property

from icnn_engine.core.events import NetworkName
from icnn_engine.inspection.explainer import Explainer
from icnn_engine.inspection.run_weights import backbone_of, load_weights
from icnn_engine.models.backbones import Backbone
from icnn_engine.runs.run_folder import Run


class LectureNetworks:
    """What the chapters compute with. Raises RunError where the weights that a chapter needs cannot be read."""

    def __init__(self, run: Run) -> None:
        self.run = run

    @cached_property
    def backbone(self) -> Backbone:
        """The backbone below the interpretable network."""
        return backbone_of(self.run, load_weights(self.run, NetworkName.INTERPRETABLE))

    @cached_property
    def explainer(self) -> Explainer:
        """All three networks."""
        return Explainer(self.run)
