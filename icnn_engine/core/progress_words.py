"""Events of long operations as a display of progress shows them: a share of a stage, and lines that stay. No torch."""

from __future__ import annotations

from icnn_engine.core.events import (
    EpochDone,
    Event,
    ExperimentGrew,
    LossWeightTried,
    NetworkName,
    Progress,
    StepDone,
    TrainingBegan,
    Warned,
)

STEPS = 1000  # of the progress of a training


class StageReader:
    """Turns the events of one operation into progress. `epochs`: those of the training, if it is one."""

    def __init__(self, epochs: int = 0) -> None:
        self._epochs = epochs
        self._epoch: dict[str, float] = {}

    def stage(self, event: Event) -> tuple[Progress, str] | None:
        """Return the progress of the stage under way, and in words how much of it is done; None for other events."""
        match event:
            case Progress():
                return event, f"{event.done} of {event.total}"
            case StepDone():
                self._epoch[event.network] = event.epoch
                share = sum(self._epoch.values()) / max(len(self._epoch) * self._epochs, 1)
                epoch = min(int(min(self._epoch.values())) + 1, self._epochs)
                return Progress("Training", int(share * STEPS), STEPS), f"epoch {epoch} of {self._epochs}"
        return None

    def note(self, event: Event) -> str:
        """Return what everybody has to know: a warning, or from where a training goes on; else an empty text."""
        match event:
            case Warned(text):
                return f"Note: {text}"
            case TrainingBegan(epoch=done) if done:
                return f"Goes on after epoch {done} of {self._epochs}"
        return ""

    def line(self, event: Event) -> str:
        """Return a line for a log: a note, the figures of an epoch, or a weight tried; else an empty text."""
        match event:
            case EpochDone(network=NetworkName.INTERPRETABLE):
                return (
                    f"epoch {event.epoch} of {event.epochs}: class loss {event.class_loss:.3f}, filter loss "
                    f"{event.filter_loss:.3f}, balanced accuracy {event.balanced_accuracy:.3f}"
                )
            case ExperimentGrew():
                return f"cells of the table: {event.done} of {event.total}"
            case LossWeightTried():
                judged = "taken" if event.accepted else f"{event.threshold:.2f} is wanted"
                return f"strength {event.strength:g}: equivariance {event.equivariance:.2f}, {judged}"
        return self.note(event)
