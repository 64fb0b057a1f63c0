"""A large picture with markers of its parts."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from app.widgets.pictures.picture_view import PictureView


class PartsPicture(PictureView):
    """A picture with large markers. Left and Right go on to another picture unless they move an enlarged one."""

    marker_radius = 14.0

    def __init__(self) -> None:
        super().__init__()
        self.set_markers_shown(True)
        self.setMinimumSize(160, 120)

    def frame(self, box: tuple[float, float, float, float] | None) -> None:
        """Frame the effective field of a part; None: of no part."""
        self.overlay = replace(self.overlay, box=box)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
        if event.key() in arrows and self.viewport.zoom <= 1:
            event.ignore()
        else:
            super().keyPressEvent(event)
