"""How long an experiment takes and why it would be refused, known before it starts."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass

from icnn_engine.core.annotations import CheckUp, Folder
from icnn_engine.core.experiment_settings import ExperimentSettings
from icnn_engine.core.language import translate
from icnn_engine.data.task import refusal
from icnn_engine.experiment.experiment import cells_of, settings_of
from icnn_engine.experiment.experiment_folder import CellName
from icnn_engine.training.estimate import NETWORKS, Estimate, Record, estimate
from icnn_engine.training.estimate_text import basis_text, rough_duration


@dataclass(frozen=True, slots=True)
class ExperimentEstimate:
    """Seconds of the whole experiment, those of each of its trainings, and an estimate that these rest on."""

    total: float
    trainings: tuple[float, ...]
    basis: Estimate


def estimate_experiment(
    folder: Folder | CheckUp,
    settings: ExperimentSettings,
    done: Container[CellName],
    records: Sequence[Record],
    device: str,
) -> ExperimentEstimate | None:
    """Predict the time of an experiment whose cells `done` are finished; None if all are.

    A cell is one training of all compared networks and that for CAM. Maps are computed once for each backbone. Raises
    SettingsError where the settings do not fit the folder.
    """
    networks = len(settings.variants) + 1
    masked = sum(variant != "ordinary" for variant in settings.variants)
    expected = {
        name: estimate(folder, settings_of(name, settings), records, device)
        for name in cells_of(folder, settings)
        if name not in done
    }
    if not expected:
        return None
    trainings = tuple(
        masked * one.probing + (one.learning + one.measuring) * networks / NETWORKS for one in expected.values()
    )
    mapping: dict[str, float] = {}
    for name, one in expected.items():
        mapping[name.backbone] = max(one.mapping, mapping.get(name.backbone, 0.0))
    basis = min(expected.values(), key=lambda one: one.runs)
    return ExperimentEstimate(basis.checking + sum(mapping.values()) + sum(trainings), trainings, basis)


def experiment_refusal(folder: Folder | CheckUp, settings: ExperimentSettings) -> str:
    """Return why a training of an experiment would be refused; "" if nothing is known to be in its way."""
    reasons = (refusal(folder, settings_of(name, settings)) for name in cells_of(folder, settings))
    return next((reason for reason in reasons if reason), "")


def experiment_text(expected: ExperimentEstimate) -> str:
    """Return an estimate in words: 'About 25 min (6 trainings of about 4 min)'."""
    count = len(expected.trainings)
    text = translate("Stages", "About {total} ({count} trainings of about {each}).")
    if count == 1:
        text = translate("Stages", "About {total} (1 training).")
    each = rough_duration(sum(expected.trainings) / count)
    told = text.format(total=rough_duration(expected.total), count=count, each=each)
    return f"{told} {basis_text(expected.basis)}"
