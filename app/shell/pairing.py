"""The open folder and the open run belong together: old results never stand beside other pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.core.context import Context
from app.shell.opening import Opener

if TYPE_CHECKING:
    from icnn_engine.core.annotations import Folder
    from icnn_engine.runs.run_folder import Run

SHARED = 0.5  # least share of a run's pictures that a folder must list, for a folder that was moved or copied


def belong_together(folder: Folder, run: Run) -> bool:
    """Return whether a run was trained on the pictures of a folder, or of another copy of it."""
    if folder.root == run.images:
        return True
    listed = {picture.name for picture in folder.pictures}
    known = sum(picture.name in listed for picture in run.pictures)
    return known > 0 and known >= SHARED * len(run.pictures)


class Pairing(QObject):
    """Opens the pictures of a run that is opened, and closes a run when other pictures are opened."""

    def __init__(self, context: Context, opener: Opener, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._opener = context, opener
        context.session.folder_changed.connect(self._follow_folder)
        context.session.run_changed.connect(self._follow_run)

    @Slot(object)
    def _follow_folder(self, folder: Folder | None) -> None:
        """Close the run of other pictures; the Runs page and the recent runs keep it."""
        run = self._context.session.run
        if folder is None or run is None or belong_together(folder, run):
            return
        self._context.session.set_run(None)
        text = self.tr("The run {run} was closed: it was trained on other pictures. Open it again on the Runs page.")
        self._context.messages.note(text.format(run=run.short_name))

    @Slot(object)
    def _follow_run(self, run: Run | None) -> None:
        """Open the pictures of the run, or close the folder of other pictures if they are gone."""
        folder = self._context.session.folder
        if run is None or (folder is not None and belong_together(folder, run)):
            return
        if run.images.is_dir():
            self._opener.open_folder(run.images, show=False)
        else:
            self._context.session.set_folder(None)
