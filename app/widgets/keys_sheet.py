"""The sheet of keys: what every key does, in one place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QVBoxLayout, QWidget

from app.stylesheet import LARGE, SMALL, WIDE
from app.widgets.basics import Button, label, row

Keys = list[tuple[str, str]]  # (key, what it does)


class KeysSheet(QDialog):
    """Groups of keys, each under its heading."""

    def __init__(self, groups: dict[str, Keys], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        columns = row(spacing=WIDE)
        for heading, keys in groups.items():
            columns.addLayout(_group(heading, keys))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        whole.setSpacing(LARGE)
        whole.addLayout(columns)
        whole.addLayout(row(1, Button(self.tr("Close"), clicked=self.accept)))

    def texts(self) -> list[str]:
        """Everything the sheet says."""
        return [shown.text() for shown in self.findChildren(QLabel)]


def _group(heading: str, keys: Keys) -> QVBoxLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(LARGE)
    grid.setVerticalSpacing(SMALL)
    for i, (key, meaning) in enumerate(keys):
        cap = label(key, "key")
        grid.addWidget(cap, i, 0, alignment=Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(label(meaning), i, 1)
    grid.setColumnStretch(1, 1)
    made = QVBoxLayout()
    made.setSpacing(SMALL)
    made.addWidget(label(heading, "heading"))
    made.addLayout(grid)
    made.addStretch(1)
    return made
