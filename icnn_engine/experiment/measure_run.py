"""Measure a finished run of any version: test its filters first where an earlier version did not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from icnn_engine.core.events import Operation
from icnn_engine.evaluation.measure import measure
from icnn_engine.runs.run_folder import Run


def measure_run(run: Run, landmarks: Path | None = None) -> Operation[Run]:
    """Return the run with its table measured anew. Yields and raises as `measure` and `rejudge_run` do."""
    if not run.judged:
        from icnn_engine.experiment.judge_run import rejudge_run  # imports torch, which measuring does not need

        run = yield from rejudge_run(run)
    return replace(run, table=(yield from measure(run, landmarks)))
