"""What explains the answers of a run: its trained networks, or the user's own network."""

from __future__ import annotations

from icnn_engine.inspection.explainer import Explainer
from icnn_engine.inspection.own_explainer import OwnExplainer
from icnn_engine.runs.run_folder import Run

AnyExplainer = Explainer | OwnExplainer


def explainer_of(run: Run) -> AnyExplainer:
    """Return what explains the answers of a run. Raises RunError, UntrustedCodeError."""
    return OwnExplainer(run) if run.own_network else Explainer(run)
