"""Warns of pictures of the open run that have changed since its training.

A few pictures are compared when the run is opened, the others as they are read.
"""

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
    """Names each changed picture once for a run and the folder that its pictures are read from."""

    def __init__(self, session: Session, files: Lane, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._files, self._messages = session, files, messages
        self._source: tuple[object, ...] = ()  # the run and the folder of its pictures
        self._named: frozenset[str] = frozenset()
        session.run_changed.connect(self._open)
        session.look_changed.connect(self.tell)

    @Slot(object)
    def _open(self, run: Run | None) -> None:
        source = () if run is None else (run.identity, run.images)
        if source != self._source:
            self._source, self._named = source, frozenset()
            self._files.forget(KEY)
            if run is not None:
                self._files.ask(KEY, partial(_compare_some, run), partial(self._warn, source))

    @Slot()
    def tell(self) -> None:
        """Name the pictures that were found to have changed since they were last named."""
        run = self._session.run
        if run is not None and not self._files.busy(KEY):
            self._files.ask(KEY, partial(_changed_so_far, run), partial(self._warn, (run.identity, run.images)))

    @Slot(object)
    def follow_export(self, entry: ExportEntry | None) -> None:
        """Name the changed pictures that an export has read."""
        if entry is not None and entry.state.ended:
            self.tell()

    def _warn(self, source: tuple[object, ...], names: tuple[str, ...]) -> None:
        from icnn_engine.runs.changed_pictures import changed_words

        if self._source == source and not self._named.issuperset(names):
            self._named = frozenset(names)
            self._messages.problem(changed_words(names))


def _compare_some(run: Run) -> tuple[str, ...]:
    """Compare some pictures and return the names of changed ones. Raises RunError if most have changed."""
    from icnn_engine.runs.changed_pictures import ensure_same

    ensure_same(run)
    return _changed_so_far(run)


def _changed_so_far(run: Run) -> tuple[str, ...]:
    from icnn_engine.runs.changed_pictures import found_changed

    return found_changed(run)
