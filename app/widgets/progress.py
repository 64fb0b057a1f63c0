"""How far an operation is and how long it will take, told from its events."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from icnn_engine.core.events import EpochDone, Event, NetworkName, Progress, StepDone, TimeLeft, in_words

PARTS = 1000  # an epoch is told in so many pieces


@dataclass(frozen=True, slots=True)
class Stage:
    """What is being done, `done` of `total` pieces of it, and the time left in words (empty while unknown)."""

    title: str
    done: int
    total: int
    left: str


class Pace:
    """Follows one operation."""

    def __init__(self, epochs: int = 0, network: str = NetworkName.INTERPRETABLE) -> None:
        """`network`: the one whose steps are followed; the others learn beside it."""
        self._epochs, self._network = epochs, network
        self._time = TimeLeft()

    def of(self, event: Event) -> Stage | None:
        """The stage after an event; None where the event says nothing about it."""
        match event:
            case Progress():
                return self._stage(event)
            case EpochDone(epoch=epoch, epochs=epochs, network=network) if network == self._network:
                self._epochs = epochs
                return self._training(epoch)
            case StepDone(epoch=epoch, network=network) if network == self._network:
                return self._training(epoch)
        return None

    def _training(self, epoch: float) -> Stage:
        title = QCoreApplication.translate("Pace", "Training")
        return self._stage(Progress(title, round(epoch * PARTS), self._epochs * PARTS))

    def _stage(self, progress: Progress) -> Stage:
        title = titled(progress.title)
        if progress.total <= 0:
            return Stage(title, 0, 0, "")
        time = in_words(self._time.seconds(progress))
        left = QCoreApplication.translate("Pace", "{time} left").format(time=time) if time else ""
        return Stage(title, progress.done, progress.total, left)


def titled(stage: str) -> str:
    """What the engine calls a stage of its work, in the user's language."""
    translate = QCoreApplication.translate
    known = {
        "Choosing the strength": translate("Pace", "Choosing the strength"),
        "Comparing crops": translate("Pace", "Comparing crops"),
        "Deleting and inserting": translate("Pace", "Deleting and inserting"),
        "Drawing the sample": translate("Pace", "Drawing the sample"),
        "Looking at all pictures": translate("Pace", "Looking at all pictures"),
        "Measuring": translate("Pace", "Measuring"),
        "Measuring receptive fields": translate("Pace", "Measuring receptive fields"),
        "Moving pictures": translate("Pace", "Moving pictures"),
        "Reading pictures": translate("Pace", "Reading pictures"),
        "Squashing pictures": translate("Pace", "Squashing pictures"),
        "Weighing the answer": translate("Pace", "Weighing the answer"),
    }
    return known.get(stage, stage)
