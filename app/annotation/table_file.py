"""Loading and saving a table of a folder of pictures, in the lane of files."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.annotation.table_storage import OpenedTable, SavedTable, TableFormat, TableStorage, open_table
from app.core.job_result import Failed
from app.core.lanes import Lane


class TableFile(QObject):
    """Holds the table of one folder at a time. `path`: the file that it is in, None while there is none."""

    opened = Signal(object)  # OpenedTable
    saved = Signal(object)  # SavedTable
    failed = Signal(object)  # Failed: nothing was saved

    def __init__(self, kind: TableFormat[Any], lane: Lane, parent: QObject) -> None:
        super().__init__(parent)
        self._kind, self._lane = kind, lane
        self._key: object = None  # what the table on show was opened for
        self._images = Path()
        self._storage: TableStorage[Any] | None = None
        self._basis: SavedTable[Any] | None = None  # what the table on show was made from, if another program wrote too
        self.path: Path | None = None

    def open(self, images: Path, names: Collection[str]) -> None:
        """Read the table of a folder. `names`: of its pictures."""
        self._key, self._images, self._storage, self._basis, self.path = object(), images, None, None, None
        done = partial(self._take_opened, self._key, names)
        self._lane.ask(self._kind.file, partial(open_table, self._kind, images, names), done)

    def _take_opened(self, key: object, names: Collection[str], opened: OpenedTable[Any]) -> None:
        if key is self._key:
            self._storage, self.path = TableStorage(self._kind, self._images, names, opened), opened.path
            self.opened.emit(opened)

    def save(self, table: Any) -> None:
        """Write the table, merged with what another program has written meanwhile."""
        assert self._storage is not None
        work = partial(self._storage.save, table, self._basis)
        done = partial(self._take_saved, self._key)
        self._lane.ask(f"{self._kind.file} in {self._images}", work, done, self._fail, kept=True)

    def _take_saved(self, key: object, saved: SavedTable[Any]) -> None:
        if key is self._key:
            self.path = saved.path
            if saved.has_others:
                self._basis = saved
            self.saved.emit(saved)

    def _fail(self, failure: Failed) -> None:
        self.failed.emit(failure)
