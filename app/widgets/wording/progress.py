"""How far an operation is, and the time it will still take, computed from its events."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from icnn_engine.core.events import EpochDone, Event, NetworkName, Progress, StepDone, TimeLeft, duration_text

LEAST = 1.0  # seconds: less is said only of what still takes its time
PARTS = 1000  # steps of the progress bar per epoch


@dataclass(frozen=True, slots=True)
class ProgressStage:
    """The title of a stage, `done` of `total` steps of it, and the time left in words (empty while unknown)."""

    title: str
    done: int
    total: int
    left: str


class ProgressTracker:
    """Follows one operation."""

    def __init__(self, epochs: int = 0, network: str = NetworkName.INTERPRETABLE) -> None:
        """`network`: the one whose steps are followed; others may be trained at the same time."""
        self._epochs, self._network = epochs, network
        self._time = TimeLeft()

    def of(self, event: Event) -> ProgressStage | None:
        """Return the stage after an event; None for an event of another kind."""
        match event:
            case Progress():
                return self._stage(event)
            case EpochDone(epoch=epoch, epochs=epochs, network=network) if network == self._network:
                self._epochs = epochs
                return self._training(epoch)
            case StepDone(epoch=epoch, network=network) if network == self._network:
                return self._training(epoch)
        return None

    def _training(self, epoch: float) -> ProgressStage:
        title = QCoreApplication.translate("ProgressTracker", "Training")
        return self._stage(Progress(title, round(epoch * PARTS), self._epochs * PARTS))

    def _stage(self, progress: Progress) -> ProgressStage:
        title = stage_title(progress.title)
        if progress.total <= 0:
            return ProgressStage(title, 0, 0, "")
        seconds = self._time.seconds(progress)
        time = duration_text(seconds if seconds is None or seconds >= LEAST else None)
        left = QCoreApplication.translate("ProgressTracker", "{time} left").format(time=time) if time else ""
        return ProgressStage(title, progress.done, progress.total, left)


def stage_title(stage: str) -> str:
    """Return the title of one of the engine's stages in the user's language."""
    translate = QCoreApplication.translate
    known = {
        "Asking the network": translate("ProgressTracker", "Asking the network"),
        "Blurring pictures": translate("ProgressTracker", "Testing filters on blurred pictures"),
        "Choosing the strength": translate("ProgressTracker", "Choosing the loss weight"),
        "Comparing crops": translate("ProgressTracker", "Comparing crops"),
        "Comparing with no training": translate("ProgressTracker", "Comparing with untrained filters"),
        "Covering and pasting the part": translate("ProgressTracker", "Covering and pasting what is forbidden"),
        "Deleting and inserting": translate("ProgressTracker", "Deleting and inserting"),
        "Finding the object": translate("ProgressTracker", "Finding the object in each picture"),
        "Judging the labels": translate("ProgressTracker", "Judging the labels"),
        "Looking at all pictures": translate("ProgressTracker", "Looking at all pictures"),
        "Measuring": translate("ProgressTracker", "Measuring"),
        "Measuring receptive fields": translate("ProgressTracker", "Measuring receptive fields"),
        "Moving pictures": translate("ProgressTracker", "Testing filters on moved pictures"),
        "Opening the network": translate("ProgressTracker", "Opening the network"),
        "Pasting crops": translate("ProgressTracker", "Testing filters on pasted crops"),
        "Reading pictures": translate("ProgressTracker", "Reading pictures"),
        "Squashing pictures": translate("ProgressTracker", "Squashing pictures"),
        "Weighing the answer": translate("ProgressTracker", "Fitting the answers"),
    }
    return known.get(stage, stage)
