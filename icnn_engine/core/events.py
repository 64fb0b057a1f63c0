"""Events of long operations: what they yield, what a driver may answer, and how to drain one.

An operation is a generator: it yields frozen events and returns a frozen result. The driver may answer an event with
`FinishNow`; not pulling is Pause; closing the generator is Cancel (discard); throwing `StoppedError` into it is Stop:
the files it has kept so far stay, and it can be resumed from them.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias, TypeVar

import numpy as np

from icnn_engine.core.annotations import Where
from icnn_engine.core.errors import StoppedError
from icnn_engine.core.language import translate
from icnn_engine.core.receptive_field import MapGeometry

R = TypeVar("R")


class NetworkName(StrEnum):
    """The three networks of one paired run."""

    INTERPRETABLE = "interpretable"
    TWIN = "twin"
    CAM = "cam"


@dataclass(frozen=True, slots=True)
class Event:
    """An event of an operation."""


@dataclass(frozen=True, slots=True)
class Progress(Event):
    """`done` of `total` equal pieces of the stage called `title`."""

    title: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class PicturesRead(Event):
    """Pictures that were just read, a few of those since the event before."""

    paths: tuple[Where, ...]


@dataclass(frozen=True, slots=True)
class TrainingBegan(Event):
    """The run's pictures in their order (`BestPicture.picture` counts them), where cells of maps lie in them, and
    after how many epochs it goes on where it was interrupted."""

    paths: tuple[Where, ...]
    geometry: MapGeometry
    epoch: int = 0


@dataclass(frozen=True, slots=True)
class LossWeightTried(Event):
    """One probe of the weight of the filter loss: the equivariance it reached, and the threshold it is judged by."""

    strength: float
    equivariance: float
    threshold: float
    accepted: bool


@dataclass(frozen=True, slots=True)
class StepDone(Event):
    """One optimisation step. `epoch` counts from 0 and is fractional; losses are means over the batch."""

    network: str
    epoch: float
    class_loss: float
    filter_loss: float


@dataclass(frozen=True, slots=True)
class BestPicture:
    """A picture on which a filter fires strongly: its index in the run, the peak's cell, the peak's value."""

    picture: int
    cell: tuple[int, int]
    strength: float


@dataclass(frozen=True, slots=True)
class GalleryFilter:
    """A filter as the live gallery shows it while a network trains; `best` is sorted, strongest first."""

    filter: int
    best: tuple[BestPicture, ...]


@dataclass(frozen=True, slots=True, eq=False)
class FilterSnapshot:
    """The feature map of the strongest filter of a picture after an epoch: the picture's index in the run, the filter,
    its map (n, n) float16 before masking."""

    picture: int
    filter: int
    map: np.ndarray


@dataclass(frozen=True, slots=True)
class EpochFigures(Event):
    """The figures of one epoch. Entropies (nats) are the paper's eq. 6 (between categories) and eq. 7 (over positions),
    means over filters; `balanced_accuracy` is on the pictures of the side `choose`."""

    network: str
    epoch: int
    epochs: int
    class_loss: float
    filter_loss: float
    category_entropy: float
    position_entropy: float
    balanced_accuracy: float


@dataclass(frozen=True, slots=True)
class EpochDone(EpochFigures):
    """One epoch: its figures; `gallery` holds some filters, most equivariant first; `glimpses` the same few pictures
    after every epoch."""

    gallery: tuple[GalleryFilter, ...]
    glimpses: tuple[FilterSnapshot, ...] = ()


@dataclass(frozen=True, slots=True)
class ExperimentGrew(Event):
    """An experiment has finished `done` cells of its table; its folder holds the table as it is now."""

    path: Path
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class Warned(Event):
    """Something went wrong that does not end the operation; `text` says what, and what to do."""

    text: str


@dataclass(frozen=True, slots=True)
class FinishNow:
    """The driver's answer: end at the next safe point and keep the result."""


Operation: TypeAlias = Generator[Event, FinishNow | None, R]


def drain(operation: Operation[R], listen: Callable[[Event], None] = lambda _event: None) -> R:
    """Run an operation to its end.

    Parameters
    ----------
    operation : Operation
        A generator of events that returns a result.
    listen : callable
        Called with every event. If it raises, the operation is closed.

    Returns
    -------
    The result of the operation.

    Raises
    ------
    KeyboardInterrupt
        Where the user interrupts the program; the operation is stopped.
    """
    try:
        while True:
            listen(next(operation))
    except StopIteration as end:
        result: R = end.value
        return result
    except KeyboardInterrupt:
        operation.throw(StoppedError())
        raise
    finally:
        operation.close()


class FinishFlag:
    """Remembers, for a long operation made of others, that its driver has answered FinishNow."""

    def __init__(self) -> None:
        self.finish = False

    def heard(self, operation: Operation[R]) -> Operation[R]:
        """Return the same operation, its driver's answers noted here instead of sent into it."""
        try:
            event = next(operation)
            while True:
                try:
                    answer = yield event
                except StoppedError as stop:
                    event = operation.throw(stop)
                    continue
                self.finish = self.finish or isinstance(answer, FinishNow)
                event = next(operation)
        except StopIteration as end:
            result: R = end.value
            return result
        finally:
            operation.close()


class TimeLeft:
    """Estimates the seconds a stage still needs from its progress so far, in a few numbers."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._title = ""
        self._start = 0.0
        self._first = self._last = 0

    def seconds(self, progress: Progress) -> float | None:
        """Return the seconds left of this stage, or None while they cannot be known."""
        if progress.title != self._title or progress.done < self._last:  # a stage, or the same one once more
            self._title, self._start, self._first = progress.title, self._clock(), progress.done
        self._last = progress.done
        gone, done = self._clock() - self._start, progress.done - self._first
        if done <= 0 or gone < 0.5:
            return None
        return gone / done * (progress.total - progress.done)


def duration_text(seconds: float | None) -> str:
    """Return a duration rounded for a person: '40 s', '3 min', '26 h'; "" while it is not known."""
    if seconds is None:
        return ""
    if seconds < 90:
        return translate("Stages", "{count} s").format(count=round(seconds))
    if seconds < 90 * 60:
        return translate("Stages", "{count} min").format(count=round(seconds / 60))
    return translate("Stages", "{count} h").format(count=round(seconds / 3600))
