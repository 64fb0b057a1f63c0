"""Pinned pictures through the epochs, of a training under way or of the open run."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Slot

from app.core.context import Context
from app.core.training_jobs import CropSource
from app.train.epoch_slider import Scrubber, Seen
from app.widgets.qimage import to_qimage
from icnn_engine.core.annotations import Where, file_of
from icnn_engine.core.events import Glimpse
from icnn_engine.runs.epoch_history import History, read_history
from icnn_engine.runs.notes import titled

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

KEY = "history"  # keys in the pool begin with it
SIDE = 208  # pixels: sharp at 200 %


class Scrubbing(QObject):
    """Keeps what was seen after each epoch and shows it in `panel`."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._history = History()
        self._source: CropSource | None = None
        self._run: Run | None = None
        self._showing = 0  # a number for each training or run: images of an earlier one come too late
        self.panel = Scrubber()
        self.panel.moved.connect(self._show)
        self.panel.pinned_changed.connect(self._show)
        self.panel.tiles.wanted.connect(self._ask)
        context.pool.made.connect(self._made)
        context.session.run_changed.connect(self.show_run)
        context.naming.changed.connect(self._show)
        self.show_run(context.session.run)

    def begin(self, source: CropSource | None) -> None:
        """A training begins; `source`: where its pictures are, once that is known."""
        self._history, self._source, self._run = History(), source, None
        self._showing += 1
        self.panel.clear()

    def add(self, glimpses: tuple[Glimpse, ...]) -> None:
        """One more epoch is done."""
        if not glimpses or self._source is None:
            return
        self._take(self._history.and_then(glimpses))

    @Slot(object)
    def show_run(self, run: Run | None) -> None:
        """Show what a run keeps, unless a training is being watched."""
        if self._context.jobs.busy and self._source is not None:
            return
        self.begin(None)
        if run is None:
            return
        self._run = run
        paths = tuple(picture.where(run.images) for picture in run.pictures)
        self._source = CropSource(paths, run.geometry, tuple(picture.digest for picture in run.pictures))
        self._context.files.ask(KEY, partial(read_history, run.path), partial(self._take_of, run))

    def _take_of(self, run: Run, history: History) -> None:
        if self._run is run and all(picture < len(run.pictures) for picture in history.pictures):
            self._take(history)

    def _take(self, history: History) -> None:
        first = not self._history.epochs
        self._history = history
        if not history.epochs or self._source is None:
            return
        if first:
            self.panel.set_pictures({one: _name(self._source.paths[one]) for one in history.pictures})
        self.panel.set_epochs(len(history.epochs))
        self._show()

    @Slot()
    def _show(self) -> None:
        if self._history.epochs:
            self.panel.show_seen([self._seen(picture) for picture in self.panel.pinned])

    def _seen(self, picture: int) -> Seen:
        glimpse = self._history.at(self.panel.epoch, picture)
        run = self._run
        if run is not None and glimpse.filter < len(run.filters):
            caption = titled(run.filters[glimpse.filter], self._context.naming.remarks)
        else:
            caption = self.tr("Filter {number}").format(number=glimpse.filter)
        return Seen(picture, self.panel.epoch, caption)

    @Slot(object)
    def _ask(self, seen: Seen) -> None:
        if self._source is not None:
            glimpse = self._history.at(seen.epoch, seen.picture)
            key = (KEY, self._showing, seen.picture, seen.epoch)
            self._context.pool.ask(key, partial(self._source.overlay, glimpse, SIDE))

    @Slot(object, object)
    def _made(self, key: object, array: np.ndarray) -> None:
        match key:
            case (kind, showing, int(picture), int(epoch)) if (kind, showing) == (KEY, self._showing):
                self.panel.tiles.set_image(picture, epoch, to_qimage(array))


def _name(where: Where) -> str:
    return file_of(where).name
