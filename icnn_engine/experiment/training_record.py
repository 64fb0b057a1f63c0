"""What a run folder records during a training: its epochs, and a log with the seconds of each stage."""

from __future__ import annotations

import time
from contextlib import closing
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

from icnn_engine.core.atomic_files import write_text
from icnn_engine.core.events import EpochDone, EpochFigures, Operation
from icnn_engine.experiment.tensorboard_events import EpochEvents
from icnn_engine.runs.epoch_history import read_history, write_history
from icnn_engine.runs.run_tables import read_rows, to_csv


def record_epochs(training: Operation[int], path: Path, done: int) -> Operation[int]:
    """Pass the events of a training on and save each epoch: a row of metrics.csv, its snapshots of a few pictures, and
    its figures for TensorBoard if the run has a folder for them.

    The `done` epochs before an interruption are passed on first.
    """
    file, rows, snapshots = path / "metrics.csv", list[EpochDone](), list(read_history(path).epochs[:done])
    if done:
        figures = [row for row in read_rows(file, EpochFigures) if row.epoch <= done]
        rows = [EpochDone(**asdict(row), gallery=()) for row in figures]
    yield from rows
    with closing(training), closing(EpochEvents(path, done)) as events:
        yield from events.write_earlier(rows)
        while True:
            try:
                event = next(training)
            except StopIteration as end:
                return int(end.value)
            if isinstance(event, EpochDone):
                rows.append(replace(event, gallery=(), glimpses=()))
                snapshots += [event.glimpses] if event.glimpses else []
                write_text(file, to_csv(rows))
                write_history(path, snapshots)
                yield from events.write(event)
            yield event


class RunLog:
    """log.txt of a run, and the seconds until the end of each stage."""

    def __init__(self, path: Path) -> None:
        self._path, self._start = path, time.monotonic()
        self.seconds: dict[str, float] = {}

    def write(self, text: str) -> None:
        """Append a line; the text up to a colon names the stage that has ended."""
        seconds = time.monotonic() - self._start
        self.seconds[text.split(":")[0]] = round(seconds, 1)
        with self._path.open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now():%Y-%m-%d %H:%M:%S}  {seconds:7.1f} s  {text}\n")
