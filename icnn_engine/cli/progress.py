"""Print the progress of a long operation: one line rewritten on a terminal, else a line now and then."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import TextIO, TypeVar

from icnn_engine.core.escaping import visible
from icnn_engine.core.events import Event, Operation, Progress, TimeLeft, drain, duration_text
from icnn_engine.core.progress_words import StageReader

EVERY = 0.1  # seconds between two changes of the line on a terminal
PLAIN_EVERY = 10.0  # and between two plain lines
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
        self._clock, self._reader = clock, StageReader(epochs)
        self._live = self._stream.isatty()
        self._left = TimeLeft(clock)
        self._title, self._printed, self._shown = "", float("-inf"), False

    def __enter__(self) -> ProgressPrinter:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._clear()

    def __call__(self, event: Event) -> None:
        """Print an event, if it is worth a line; progress is printed at intervals."""
        if stage := self._reader.stage(event):
            self._progress(*stage)
        elif line := self._reader.line(event):
            self.line(line)

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
