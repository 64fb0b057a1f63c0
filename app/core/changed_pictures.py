"""Tells which pictures of the open run have changed since its training: a few are compared when the run is opened, the
others as they are read."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from app.core.lanes import Lane
from app.core.messages import Messages
from app.core.session import Session
from app.widgets.export_list import ExportEntry

if TYPE_CHECKING:
    from icnn_engine.runs.run_folder import Run

KEY = "changed pictures"  # in the lane


class ChangedPictures(QObject):
    """Each picture is named once for a run and the folder that its pictures are read from."""

    def __init__(self, session: Session, files: Lane, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._files, self._messages = session, files, messages
        self._about: tuple[object, ...] = ()
        self._told: frozenset[str] = frozenset()
        session.run_changed.connect(self._open)
        session.look_changed.connect(self.tell)

    @Slot(object)
    def _open(self, run: Run | None) -> None:
        about = () if run is None else (run.identity, run.images)
        if about == self._about:
            return
        self._about, self._told = about, frozenset()
        self._files.forget(KEY)
        if run is not None:
            self._files.ask(KEY, partial(_compared, run), partial(self._say, run))

    @Slot()
    def tell(self) -> None:
        """Name the pictures that were found to have changed since they were last named."""
        run = self._session.run
        if run is not None and not self._files.busy(KEY):
            self._files.ask(KEY, partial(_found, run), partial(self._say, run))

    @Slot(object)
    def follow_export(self, entry: ExportEntry | None) -> None:
        """What is written reads pictures, too."""
        if entry is not None and entry.state.ended:
            self.tell()

    def _say(self, run: Run, names: tuple[str, ...]) -> None:
        from icnn_engine.runs.changed_pictures import changed_words

        if self._about == (run.identity, run.images) and not self._told.issuperset(names):
            self._told = frozenset(names)
            self._messages.problem(changed_words(names))


def _compared(run: Run) -> tuple[str, ...]:
    """The pictures that have changed, of a few that are read for that; an error where most have. Runs in the lane."""
    from icnn_engine.runs.changed_pictures import ensure_same, found_changed

    ensure_same(run)
    return found_changed(run)


def _found(run: Run) -> tuple[str, ...]:
    from icnn_engine.runs.changed_pictures import found_changed

    return found_changed(run)
