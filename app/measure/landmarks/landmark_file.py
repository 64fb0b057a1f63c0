"""Loading and saving the landmarks of a run's pictures, in the lane of files."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.job_result import Failed
from app.core.lanes import Lane
from app.measure.landmarks.landmark_storage import LandmarkStorage, OpenedMarks, SavedMarks, open_marks
from icnn_engine.data.tables.marks import Marks
from icnn_engine.evaluation.region_marks import photographs_of

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run


class LandmarkFile(QObject):
    """Holds the landmarks of one run at a time. `path`: the file that they are in, None while there is none."""

    opened = Signal(object)  # OpenedMarks
    saved = Signal(object)  # SavedMarks
    failed = Signal(object)  # Failed: nothing was saved

    def __init__(self, lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._lane = lane
        self._run: Run | None = None
        self._storage: LandmarkStorage | None = None
        self._basis: SavedMarks | None = None  # what the landmarks on show were made from, if another program wrote too
        self.path: Path | None = None

    def open(self, run: Run) -> None:
        """Read the landmarks of a run's pictures."""
        self._run, self._storage, self._basis, self.path = run, None, None, None
        names = [picture.name for picture in photographs_of(run) if picture.positive]
        self._lane.ask("marks", partial(open_marks, run.images, names), partial(self._take_opened, run, names))

    def _take_opened(self, run: Run, names: list[str], opened: OpenedMarks) -> None:
        if run is self._run:
            self._storage, self.path = LandmarkStorage(run.images, names, opened), opened.path
            self.opened.emit(opened)

    def save(self, marks: Marks) -> None:
        """Write the landmarks, merged with what another program has written meanwhile."""
        assert self._run is not None
        assert self._storage is not None
        work = partial(self._storage.save, marks, self._basis)
        self._lane.ask(
            f"marks in {self._run.images}", work, partial(self._take_saved, self._run.path), self._fail, kept=True
        )

    def _take_saved(self, run: Path, saved: SavedMarks) -> None:
        if self._run is not None and self._run.path == run:
            self.path = saved.path
            if saved.has_others:
                self._basis = saved
            self.saved.emit(saved)

    def _fail(self, failure: Failed) -> None:
        self.failed.emit(failure)
