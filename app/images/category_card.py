"""The categories of the open folder, each with its number of pictures; one is chosen, or all, or what is left out."""

from __future__ import annotations

from collections import Counter

from PySide6.QtWidgets import QComboBox, QFrame

from app.style.stylesheet import MEDIUM, SMALL, TIGHT
from app.widgets.common import column, label
from app.widgets.lists import CountList
from icnn_engine.core.annotations import Folder

LEFT_OUT = "/left out"  # no folder can have this name


class CategoryCard(QFrame):
    """A card with the list. `box`: the same in one line, for a narrow window."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setMinimumWidth(130)
        self.list = CountList(self.tr("Categories"))
        self.box = QComboBox(sizeAdjustPolicy=QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(8)
        self.box.setAccessibleName(self.tr("Categories"))
        self.box.activated.connect(self.list.setCurrentRow)
        self.list.currentRowChanged.connect(self.box.setCurrentIndex)
        heading = label(self.tr("Categories"), "heading")
        heading.setContentsMargins(SMALL, 0, 0, TIGHT)
        column(heading, (self.list, 1), margins=(SMALL, MEDIUM, SMALL, SMALL), parent=self)

    def show_folder(self, folder: Folder, left_out: int, chosen: str) -> None:
        """List the categories of a folder of which so many pictures are left out."""
        counts = Counter(picture.category for picture in folder.pictures)
        rows = [("", self.tr("All"), len(folder.pictures)), *((c, c, counts[c]) for c in folder.categories)]
        if left_out:
            rows.append((LEFT_OUT, self.tr("Left out"), left_out))
        self.list.set_counts(rows, chosen)
        self.box.clear()
        self.box.addItems([f"{title} ({count:,})" for _name, title, count in rows])
        self.box.setCurrentIndex(self.list.currentRow())
