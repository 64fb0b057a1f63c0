"""Print the progress of a long operation: one line rewritten on a terminal, else a line now and then."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import TextIO, TypeVar

from icnn_engine.core.escaping import visible
from icnn_engine.core.events import (
    EpochDone,
    Event,
    ExperimentGrew,
    LossWeightTried,
    NetworkName,
    Operation,
    Progress,
    StepDone,
    TimeLeft,
    TrainingBegan,
    Warned,
    drain,
    duration_text,
)

EVERY = 0.1  # seconds between two changes of the line on a terminal
PLAIN_EVERY = 10.0  # and between two plain lines
STEPS = 1000  # of the progress of a training
T = TypeVar("T")


def watch(operation: Operation[T], epochs: int = 0) -> T:
    """Return the result of an operation; print its events on stderr. `epochs`: those of a training."""
    with ProgressPrinter(epochs) as progress:
        return drain(operation, progress)


class ProgressPrinter:
    """Listener of an operation that prints its events. `epochs`: those of the training, if it is one."""

    def __init__(
        self, epochs: int = 0, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._clock, self._epochs = clock, epochs
        self._live = self._stream.isatty()
        self._left = TimeLeft(clock)
        self._title, self._printed, self._shown = "", float("-inf"), False
        self._epoch: dict[str, float] = {}

    def __enter__(self) -> ProgressPrinter:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._clear()

    def __call__(self, event: Event) -> None:
        """Print an event, if it is worth a line; progress is printed at intervals."""
        match event:
            case Progress():
                self._progress(event, f"{event.done} of {event.total}")
            case StepDone():
                self._epoch[event.network] = event.epoch
                share = sum(self._epoch.values()) / max(len(self._epoch) * self._epochs, 1)
                epoch = min(int(min(self._epoch.values())) + 1, self._epochs)
                self._progress(Progress("Training", int(share * STEPS), STEPS), f"epoch {epoch} of {self._epochs}")
            case EpochDone(network=NetworkName.INTERPRETABLE):
                self.line(
                    f"epoch {event.epoch} of {event.epochs}: class loss {event.class_loss:.3f}, filter loss "
                    f"{event.filter_loss:.3f}, balanced accuracy {event.balanced_accuracy:.3f}"
                )
            case Warned(text):
                self.line(f"Note: {text}")
            case TrainingBegan(epoch=done) if done:
                self.line(f"Goes on after epoch {done} of {self._epochs}")
            case ExperimentGrew():
                self.line(f"cells of the table: {event.done} of {event.total}")
            case LossWeightTried():
                judged = "taken" if event.accepted else f"{event.threshold:.2f} is wanted"
                self.line(f"strength {event.strength:g}: equivariance {event.equivariance:.2f}, {judged}")

    def line(self, text: str) -> None:
        """Print a line that stays."""
        self._clear()
        print(visible(text, lines=True), file=self._stream, flush=True)

    def _progress(self, progress: Progress, done: str) -> None:
        seconds = self._left.seconds(progress)
        now, new = self._clock(), progress.title != self._title
        if not new and now - self._printed < (EVERY if self._live else PLAIN_EVERY):
            return
        self._title, self._printed = progress.title, now
        left = f", {duration_text(seconds)} left" if seconds is not None else ""
        text = visible(f"{progress.title}: {done}{left}")
        if not self._live:
            print(text, file=self._stream, flush=True)
            return
        room = shutil.get_terminal_size().columns - 1
        print(f"\r\x1b[K{text[:room]}", end="", file=self._stream, flush=True)
        self._shown = True

    def _clear(self) -> None:
        if self._shown:
            print("\r\x1b[K", end="", file=self._stream, flush=True)
            self._shown = False
