"""The list of suspects."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.widgets.pictures.picture_list import PictureList, PictureRow

MOVES = (
    Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip


class SuspectList(PictureList):
    """Suspects, one of them chosen. Keys that do not move the choice belong to the decisions."""

    @property
    def picture(self) -> int:
        """The chosen picture, -1 for none."""
        index = self.currentIndex()
        return self.pictures.item(index).picture if index.isValid() else -1

    def renew(self, rows: Sequence[PictureRow]) -> None:
        """Show the same pictures in other words."""
        self.pictures.renew_items(rows)

    def choose(self, picture: int) -> None:
        """Choose a picture, if it is in the list."""
        index = self.pictures.index_of(picture)
        if index.isValid():
            self.setCurrentIndex(index)

    def step(self) -> None:
        """Go on to the next picture; after the last one to the first."""
        count = self.pictures.rowCount()
        if count:
            self.setCurrentIndex(self.pictures.index((self.currentIndex().row() + 1) % count, 0))

    def next_open(self) -> None:
        """Go on to the next picture that is not decided, from the beginning after the last; stay if there is none."""
        rows, at = self.pictures.items, self.currentIndex().row()
        order = (*range(at + 1, len(rows)), *range(max(at, 0)))
        following = next((place for place in order if not rows[place].good), None)
        if following is not None:
            self.setCurrentIndex(self.pictures.index(following, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()
