"""Pinned pictures through the epochs, of a training under way or of the open run."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage

from app.core.context import Context
from app.core.training_operations import CropSource
from app.train.epoch_slider import EpochSlider, SliderPicture
from icnn_engine.core.annotations import Where, file_of
from icnn_engine.core.events import FilterSnapshot
from icnn_engine.runs.epoch_history import EpochHistory, read_history
from icnn_engine.runs.notes import filter_title

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

KEY = "history"  # keys in the pool begin with it
SIDE = 208  # pixels: sharp at 200 %


class EpochHistoryController(QObject):
    """Keeps what was seen after each epoch and shows it in `panel`."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._history = EpochHistory()
        self._source: CropSource | None = None
        self._run: Run | None = None
        self._showing = 0  # a number for each training or run: images of an earlier one come too late
        self.panel = EpochSlider()
        self.panel.moved.connect(self._show)
        self.panel.pinned_changed.connect(self._show)
        self.panel.tiles.wanted.connect(self._ask)
        context.session.run_changed.connect(self.show_run)
        context.notes.changed.connect(self._show)
        self.show_run(context.session.run)

    def begin(self, source: CropSource | None) -> None:
        """A training begins; `source`: where its pictures are, once that is known."""
        self._history, self._source, self._run = EpochHistory(), source, None
        self._showing += 1
        self.panel.clear()

    def add(self, glimpses: tuple[FilterSnapshot, ...]) -> None:
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

    def _take_of(self, run: Run, history: EpochHistory) -> None:
        if self._run is run and all(picture < len(run.pictures) for picture in history.pictures):
            self._take(history)

    def _take(self, history: EpochHistory) -> None:
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

    def _seen(self, picture: int) -> SliderPicture:
        glimpse = self._history.at(self.panel.epoch, picture)
        run = self._run
        if run is not None and glimpse.filter < len(run.filters):
            caption = filter_title(run.filters[glimpse.filter], self._context.notes.remarks)
        else:
            caption = self.tr("Filter {number}").format(number=glimpse.filter)
        return SliderPicture(picture, self.panel.epoch, caption)

    @Slot(object)
    def _ask(self, seen: SliderPicture) -> None:
        if self._source is not None:
            glimpse = self._history.at(seen.epoch, seen.picture)
            key = (KEY, self._showing, seen.picture, seen.epoch)
            show = partial(self._show_image, *key[1:])
            self._context.pool.ask(key, partial(self._source.overlay, glimpse, SIDE), show)

    def _show_image(self, showing: int, picture: int, epoch: int, image: QImage) -> None:
        if showing == self._showing:
            self.panel.tiles.set_image(picture, epoch, image)


def _name(where: Where) -> str:
    return file_of(where).name
