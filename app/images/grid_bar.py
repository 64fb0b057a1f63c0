"""What stands above the thumbnails: which pictures are shown, how many, and whether to leave them out."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QSlider, QWidget

from app.widgets.common import Button, label, row

SIDES = (96, 240)  # smallest and largest cells, points
SEARCH_MS = 150


class GridBar(QWidget):
    """A field to find pictures, their number, a button to leave them out, and the size of the cells.

    `categories`: a box to choose a category, at the left; `side`: of the cells at first, points.
    """

    searched = Signal()  # another name is looked for

    def __init__(self, categories: QWidget, side: int) -> None:
        super().__init__()
        self.count = label("", "muted")
        self.search = QLineEdit(placeholderText=self.tr("Find by name"), clearButtonEnabled=True)
        self.search.setAccessibleName(self.tr("Find a picture by its name"))
        self.search.setMaximumWidth(260)
        self._timer = QTimer(self, singleShot=True, interval=SEARCH_MS)
        self._timer.timeout.connect(self.searched)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        self.size_ = QSlider(Qt.Orientation.Horizontal)
        self.size_.setRange(*SIDES)
        self.size_.setValue(side)
        self.size_.setFixedWidth(110)
        self.size_.setAccessibleName(self.tr("Size of the thumbnails"))
        self.size_.setToolTip(self.tr("Size of the thumbnails"))
        self.leave = Button("", "", "leave-out")
        self.leave.hide()
        row(categories, (self.search, 9), self.count, 1, self.leave, self.size_, parent=self)

    def set_wide(self, wide: bool) -> None:
        """Show everything, or where there is little room only what is needed most."""
        for widget in (self.size_, self.count):
            widget.setVisible(wide)
