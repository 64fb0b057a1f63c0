"""Accuracies of a run that was trained against its own pictures shuffled: what can be told without those. No torch.

Nobody has to tell a shuffled picture from the category. Of one category alone there is no accuracy then; of several
it is tested which of them is named, on the test pictures, which all show one.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np

from icnn_engine import metrics
from icnn_engine.core.config import NONE, SHUFFLED
from icnn_engine.core.errors import RunError
from icnn_engine.core.events import NetworkName

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run, Table

PREFIXES = {NetworkName.INTERPRETABLE: "", NetworkName.TWIN: "twin_", NetworkName.CAM: "cam_"}
KEYS = ("accuracy", "balanced_accuracy", "label_accuracy")
FLOORS = ("tested", "majority_accuracy", "label_majority")


def names_none(run: Run) -> bool:
    """Return whether 'none of the categories' is an answer that can be right: there are pictures of something else. Of
    one category alone it is the answer 'no' to its pictures."""
    background = run.info.get("background")
    return background != NONE and not (background == SHUFFLED and len(run.categories) > 1)


def predicted_by(run: Run, answers: np.ndarray) -> np.ndarray:
    """Return the category (N,) that answers (N, K) predict, or `BACKGROUND`."""
    none = names_none(run)
    return metrics.predicted(answers if none else answers[:, : len(run.categories)], run.settings.loss, none)


def fair_table(run: Run) -> Table:
    """Return the table of a run, with the accuracies that were measured without shuffled pictures in the place of
    those with them; accuracies that cannot be had are left out."""
    if run.info.get("background") != SHUFFLED:
        return run.table
    test = np.array([i for i, picture in enumerate(run.pictures) if picture.side == "test"], dtype=np.int64)
    accuracies = {f"{prefix}{key}" for prefix in PREFIXES.values() for key in KEYS}
    rest = {key: value for key, value in run.table.items() if key not in {*accuracies, *FLOORS}}
    if len(run.categories) == 1 or not len(test):
        return {"tested": float(len(test)), **rest}
    labels = np.array([run.pictures[i].label for i in test])
    majority = metrics.confusion(labels, labels, len(run.categories)).majority
    table: Table = {"tested": float(len(labels)), "majority_accuracy": majority}
    if run.settings.loss == "logistic":
        table["label_majority"] = metrics.label_majority(labels, len(run.categories))
    for network, prefix in PREFIXES.items():
        with suppress(RunError):
            named = _naming(run, run.answers(network)[test], labels)
            table |= {f"{prefix}{key}": value for key, value in named.items()}
    return table | rest


def _naming(run: Run, answers: np.ndarray, labels: np.ndarray) -> Table:
    """Return the accuracies of answers (N, K) about which category a picture shows; labels (N,)."""
    counts = metrics.confusion(predicted_by(run, answers), labels, len(run.categories))
    table: Table = {"accuracy": counts.accuracy, "balanced_accuracy": counts.balanced_accuracy}
    if run.settings.loss == "logistic":
        table["label_accuracy"] = metrics.label_accuracy(answers, labels)
    return table
