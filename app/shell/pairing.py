"""The open folder and the open run belong together: old results never stand beside other pictures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.core.context import Context
from app.shell.opening import Opener

if TYPE_CHECKING:
    from icnn_engine.core.annotations import Folder
    from icnn_engine.runs.run_folder import Run

LATEST = "latest run of a folder"  # key of the lane
SHARED = 0.5  # least share of a run's pictures that a folder must list, for a folder that was moved or copied


def belong_together(folder: Folder, run: Run) -> bool:
    """Return whether a run was trained on the pictures of a folder, or on those of a folder that is gone and whose copy
    this may be: other folders that exist often have pictures of the same names."""
    if folder.root == run.images:
        return True
    if run.images.is_dir():
        return folder.root.resolve() == run.images.resolve()
    listed = {picture.name for picture in folder.pictures}
    known = sum(not listed.isdisjoint((picture.name, picture.photograph)) for picture in run.pictures)
    return known > 0 and known >= SHARED * len(run.pictures)


def latest_run(folder: Path, recent: Sequence[Path]) -> Path | None:
    """Return the first of recent runs that was trained on the pictures of a folder."""
    from icnn_engine.runs.run_list import RunState, summary_of

    for path in recent:
        run = summary_of(path)
        if run is not None and run.state is RunState.WHOLE and Path(run.images) == folder:
            return path
    return None


class Pairing(QObject):
    """Opens the pictures of a run that is opened, and closes a run when other pictures are opened."""

    def __init__(self, context: Context, opener: Opener, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._opener = context, opener
        context.session.folder_changed.connect(self._follow_folder)
        context.session.run_changed.connect(self._follow_run)

    @Slot(object)
    def _follow_folder(self, folder: Folder | None) -> None:
        """Close the run of other pictures, and open the latest one of these; the Runs page and the recent runs keep
        it."""
        run = self._context.session.run
        if folder is None or (run is not None and belong_together(folder, run)):
            return
        recent = self._context.settings.recent_runs()
        self._context.files.ask(LATEST, partial(latest_run, folder.root, recent), partial(self._open_latest, folder))
        if run is None:
            return
        self._context.session.set_run(None)
        text = self.tr("The run {run} was closed: it was trained on other pictures. Open it again on the Runs page.")
        self._context.messages.note(text.format(run=run.short_name))

    def _open_latest(self, folder: Folder, latest: Path | None) -> None:
        session = self._context.session
        if latest is not None and session.run is None and session.folder is folder:
            self._opener.open_run(latest, show=False)

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
