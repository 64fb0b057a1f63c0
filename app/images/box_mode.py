"""Goes from the thumbnails to drawing boxes and back, and on to a training with them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QStackedWidget

from app.core.context import Context
from app.core.messages import Offer
from app.images.boxes.controller import BoxController, BoxTask
from app.images.picture_loader import PictureLoader
from app.images.thumbnails import ThumbnailGrid
from icnn_engine.core.annotations import location_of

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run


class BoxMode(QObject):
    """Shows the box panel in the stack of the Images page, for pictures on show there or for those of the open run."""

    def __init__(
        self, context: Context, stack: QStackedWidget, grid: ThumbnailGrid, loader: PictureLoader, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._stack, self._grid, self._loader = context, stack, grid, loader
        self.boxes = BoxController(context, self)
        self._below = 0  # what the stack shows else
        self._page = "images"  # where drawing was begun
        stack.addWidget(self.boxes.panel)
        for signal, slot in (
            (context.requests.draw_boxes, self.draw),
            (context.requests.check_regions, self.check_regions),
            (context.session.folder_changed, self.close),
            (self.boxes.left, self.leave),
            (self.boxes.train_wanted, self.train),
        ):
            signal.connect(slot)

    @property
    def is_open(self) -> bool:
        """Whether the box panel is open."""
        return self._stack.currentWidget() is self.boxes.panel

    @Slot()
    def draw(self, start: str = "") -> None:
        """Draw boxes in the pictures on show. `start`: the picture to begin with; "": the first one without a box."""
        self._begin({picture.name for picture in self._grid.model_.pictures}, "images", start)

    @Slot()
    def check_regions(self) -> None:
        """Check the regions of the open run, in all pictures that it has read."""
        run = self._context.session.run
        if run is not None:
            self._begin({picture.photograph for picture in run.pictures}, "measure", "")

    def _begin(self, wanted: set[str], page: str, start: str) -> None:
        session = self._context.session
        folder, run, checkup = session.folder, session.run, session.checkup
        if folder is None:
            return
        places = [
            (picture.name, self._loader.location(picture))
            for picture in folder.pictures
            if picture.name in wanted and isinstance(location_of(picture.path), Path)
        ]
        sizes = {p.name: (p.width, p.height) for p in checkup.pictures} if checkup is not None else {}
        names = [picture.name for picture in folder.pictures]
        task = BoxTask(folder.root, names, places, sizes, run if _has_regions(run) else None, start)
        if not self.is_open:
            self._below, self._page = self._stack.currentIndex(), page
        self._stack.setCurrentWidget(self.boxes.panel)
        self.boxes.begin(task)

    @Slot()
    def close(self) -> None:
        """Show the thumbnails instead of the box panel; have the folder checked again if its boxes have changed."""
        if self.is_open:
            self._stack.setCurrentIndex(self._below)
        if self.boxes.has_changes:
            self._context.requests.check.emit(self.boxes.images.resolve())
        self.boxes.has_changes = False

    @Slot()
    def leave(self) -> None:
        """Go back to where drawing was begun, and offer a training with the boxes."""
        session, changed = self.boxes.session, self.boxes.has_changes
        self.close()
        if self._page != "images":
            self._context.requests.page.emit(self._page)
        if session is not None and changed and session.done():
            words = self.tr("{done:,} of {count:,} pictures have a box.")
            offer = Offer(self.tr("Train with these boxes"), self.train)
            self._context.messages.offer(words.format(done=session.done(), count=len(session.pictures)), offer)

    @Slot()
    def train(self) -> None:
        """Go to the Train page, with the settings of a training on the boxes. Pictures without a box get the regions of
        the run: if they were read whole, the category could be told by the size of things."""
        session, requests = self._context.session, self._context.requests
        if session.folder is not None and session.folder.root == self.boxes.images:
            self.boxes.accept_all()
        self.close()
        category = session.category
        if session.run is not None and len(session.run.categories) == 1:
            category = session.run.categories[0]
        if session.folder is not None and category in session.folder.categories:
            requests.train_category.emit(category)
        requests.page.emit("train")
        requests.train_boxes.emit()


def _has_regions(run: Run | None) -> bool:
    return run is not None and run.settings.region != "whole"
