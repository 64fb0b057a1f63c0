"""The session: the open folder with its check-up, the open run, and the filter and picture that are looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from icnn_engine.core.annotations import CheckUp, Folder
    from icnn_engine.inspection.look import Look
    from icnn_engine.runs.run_folder import Run

NO_FILTER = -1


class Session(QObject):
    """What the user has chosen. Read the attributes, and change them by the setters only.

    A setter emits its signal unless nothing changed. A new folder forgets its check-up; a new run forgets filter and
    look.
    """

    folder_changed = Signal(object)  # Folder | None
    checkup_changed = Signal(object)  # CheckUp | None
    category_changed = Signal(str)  # the category that is looked at in the folder, "" for all
    run_changed = Signal(object)  # Run | None
    filter_changed = Signal(int)  # index of a filter of the run, NO_FILTER for none
    look_changed = Signal(object)  # Look | None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder: Folder | None = None  # the open folder of images
        self.checkup: CheckUp | None = None  # its check-up, once it is done
        self.category = ""  # of the folder, "" for all
        self.run: Run | None = None
        self.filter = NO_FILTER
        self.look: Look | None = None  # the picture that is looked at
        self.train_values: dict[str, Any] = {}  # of the form of a training, as `SettingsForm.values` returns them

    def set_folder(self, folder: Folder | None) -> None:
        """Open another folder; its check-up is not known yet."""
        if folder is not self.folder:
            self.set_checkup(None)
            self.set_category("")
            self.folder = folder
            self.folder_changed.emit(folder)

    def set_checkup(self, checkup: CheckUp | None) -> None:
        """Set the check-up of the open folder."""
        if checkup is not self.checkup:
            self.checkup = checkup
            self.checkup_changed.emit(checkup)

    def set_category(self, category: str) -> None:
        """Choose a category of the folder, "" for all."""
        if category != self.category:
            self.category = category
            self.category_changed.emit(category)

    def set_run(self, run: Run | None) -> None:
        """Open another run; no filter of it is chosen yet."""
        if run is not self.run:
            self.set_filter(NO_FILTER)
            self.set_look(None)
            self.run = run
            self.run_changed.emit(run)

    def set_filter(self, index: int) -> None:
        """Choose a filter of the run."""
        if index != self.filter:
            self.filter = index
            self.filter_changed.emit(index)

    def set_look(self, look: Look | None) -> None:
        """Choose a picture to look at."""
        if look is not self.look:
            self.look = look
            self.look_changed.emit(look)


class PageRequests(QObject):
    """Signals by which a page asks for something, since it knows neither the window nor another page."""

    page = Signal(str)  # show a page: "images", "train", "filters", "measure", "review", "export", "runs"
    action = Signal(str)  # do as a menu does: "open_folder", "open_run", "open_network", "try_sample"
    open = Signal(object)  # open a Where: a folder of images, a run, or a picture
    network = Signal(object)  # open a network of the user's own, a Path of its weights (the window listens)
    study = Signal(object)  # show the experiment in the folder there, a Path (the Measure page listens)
    train_category = Signal(str)  # choose the category to train on (the Train page listens)
    go_on = Signal(object)  # go on with the training in the folder there, a Path (the Train page listens)
    mark = Signal()  # mark parts of the run's pictures by hand (the Measure page listens)
    parts = Signal()  # show the parts of the run (the Filters page listens)
    name_parts = Signal()  # name the parts of the run one after the other (the Filters page listens)
    forbid = Signal()  # ask whether the part of the chosen filter is to be forbidden (the Filters page listens)
    picture = Signal(object)  # explain a picture: the one there, a Where, or one of the run, by index (Filters listens)
    filter = Signal(int)  # look at a filter of the interpretable network (the Filters page listens)
    locate = Signal()  # ask where the pictures of the run are now (the Filters page listens)
    draw_boxes = Signal()  # draw boxes in the pictures on show (the Images page listens)
    check_regions = Signal()  # check and correct the regions of the run by hand (the Images page listens)
    check = Signal(object)  # check the open folder again: a table of the folder there, a resolved Path, has changed
    list_again = Signal(object)  # list and check the folder there again, a resolved Path: categories were corrected
    train_boxes = Signal()  # choose to train on the boxes of the folder (the Train page listens)
