"""What is chosen: folder, check-up, run, filter, picture. Setters are silent when nothing changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from icnn_engine.core.annotations import CheckUp, Folder
    from icnn_engine.inspection.look import Look
    from icnn_engine.runs.run_folder import Run

NO_FILTER = -1


class Session(QObject):
    """Remembers what the user has chosen, and says when it changes.

    A new folder forgets its check-up; a new run forgets filter and look.
    """

    folder_changed = Signal(object)  # Folder | None
    checkup_changed = Signal(object)  # CheckUp | None
    run_changed = Signal(object)  # Run | None
    filter_changed = Signal(int)  # index of a filter of the run, NO_FILTER for none
    look_changed = Signal(object)  # Look | None: the picture being looked at

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder: Folder | None = None
        self._checkup: CheckUp | None = None
        self._run: Run | None = None
        self._filter = NO_FILTER
        self._look: Look | None = None

    @property
    def folder(self) -> Folder | None:
        """The folder of images that is open."""
        return self._folder

    @property
    def checkup(self) -> CheckUp | None:
        """The check-up of the open folder, once it is done."""
        return self._checkup

    @property
    def run(self) -> Run | None:
        """The run that is open."""
        return self._run

    @property
    def filter(self) -> int:
        """The filter being looked at, or NO_FILTER."""
        return self._filter

    @property
    def look(self) -> Look | None:
        """The picture being looked at."""
        return self._look

    def set_folder(self, folder: Folder | None) -> None:
        """Open another folder; its check-up is not known yet."""
        if folder is self._folder:
            return
        self.set_checkup(None)
        self._folder = folder
        self.folder_changed.emit(folder)

    def set_checkup(self, checkup: CheckUp | None) -> None:
        """Remember what the open folder really holds."""
        if checkup is not self._checkup:
            self._checkup = checkup
            self.checkup_changed.emit(checkup)

    def set_run(self, run: Run | None) -> None:
        """Open another run; no filter of it is chosen yet."""
        if run is self._run:
            return
        self.set_filter(NO_FILTER)
        self.set_look(None)
        self._run = run
        self.run_changed.emit(run)

    def set_filter(self, index: int) -> None:
        """Choose a filter of the run."""
        if index != self._filter:
            self._filter = index
            self.filter_changed.emit(index)

    def set_look(self, look: Look | None) -> None:
        """Choose a picture to look at."""
        if look is not self._look:
            self._look = look
            self.look_changed.emit(look)


class PageRequests(QObject):
    """What a page asks of the window, for a page knows neither the window nor another page."""

    page = Signal(str)  # show a page: "images", "train", "filters", "measure", "export"
    action = Signal(str)  # do as a menu does: "open_folder", "open_run", "try_sample"
    open = Signal(object)  # open a Where: a folder of images, a run, or a picture
    study = Signal(object)  # show the experiment in the folder there, a Path (the Measure page listens)
    go_on = Signal(object)  # go on with the training in the folder there, a Path (the Train page listens)
    mark = Signal()  # mark parts of the run's pictures by hand (the Measure page listens)
    picture = Signal(object)  # explain the picture there, a Where (the Filters page listens)
