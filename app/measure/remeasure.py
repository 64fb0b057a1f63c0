"""Measuring a run again with landmarks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from app.core.engine import Engine

if TYPE_CHECKING:
    from icnn_engine.core.events import Event
    from icnn_engine.runs.run_folder import Run, Table


@dataclass(frozen=True, eq=False)
class Measured:
    """A new table and the warnings of measuring."""

    table: Table
    warnings: tuple[str, ...] = ()


def remeasure(engine: Engine, run: Run, landmarks: Path) -> Measured:
    """Measure a run with the landmarks of a CSV, on the thread of a lane. Raises LandmarksError, RunError."""
    engine.wait()
    from icnn_engine.core.events import Warned, drain
    from icnn_engine.evaluation.measure import measure

    events: list[Event] = []
    table = drain(measure(run, landmarks), events.append)
    return Measured(table, tuple(event.text for event in events if isinstance(event, Warned)))
