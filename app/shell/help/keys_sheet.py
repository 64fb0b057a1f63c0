"""The sheet of keys: what every key does."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.style.stylesheet import LARGE, MEDIUM, SMALL, WIDE
from app.widgets.common import Button, column, label, row

Keys = list[tuple[str, str]]  # (key, what it does)
TWO_COLUMNS, BUTTONS = 1060, 140  # points: least width of a screen with two columns; height around the keys
HEADING = 2  # lines that a group's heading and the room below it take


class KeysSheet(QDialog):
    """Groups of keys, each under its heading, in two columns of about one length; in one where the screen is narrow."""

    def __init__(self, groups: dict[str, Keys], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self._groups = groups
        columns = row(spacing=2 * WIDE)
        columns.setContentsMargins(0, 0, MEDIUM, 0)
        self._room = (parent or self).screen().availableGeometry().size() - QSize(2 * WIDE, 2 * WIDE)
        lengths = {heading: len(keys) + HEADING for heading, keys in groups.items()}
        for headings in halves(lengths) if self._room.width() >= TWO_COLUMNS else [list(groups)]:
            below = QVBoxLayout()
            below.setSpacing(LARGE)
            for heading in headings:
                below.addLayout(_group(heading, groups[heading]))
            below.addStretch(1)
            columns.addLayout(below, 1)
        copy = Button(self.tr("Copy as text"), "", "copy", self._copy)
        copy.setToolTip(self.tr("Copy the whole sheet, to paste or print it elsewhere"))
        close = Button(self.tr("Close"), clicked=self.accept)
        close.setDefault(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        whole.setSpacing(LARGE)
        whole.addWidget(self._scrolled(columns), 1)
        whole.addLayout(row(copy, 1, close))

    def text(self) -> str:
        """Return the sheet as lines of text, its keys below each other."""
        width = max(len(key) for keys in self._groups.values() for key, _meaning in keys)
        blocks = []
        for heading, keys in self._groups.items():
            lines = [f"  {key.ljust(width)}  {meaning}" for key, meaning in keys]
            blocks.append("\n".join([heading, *lines]))
        return "\n\n".join(blocks) + "\n"

    def _scrolled(self, layout: QHBoxLayout) -> QScrollArea:
        """Return a scroll area around a layout, as large as the screen allows."""
        inside = QWidget()
        inside.setLayout(layout)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.setAccessibleName(self.tr("Keys"))
        frame = QSize(2 * WIDE, BUTTONS)  # what stands around it
        scroll.setMinimumSize((inside.sizeHint() + QSize(LARGE, SMALL)).boundedTo(self._room - frame))
        return scroll

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())


def halves(lengths: dict[str, int]) -> tuple[list[str], list[str]]:
    """Return the names in their order, cut into two halves of which the longer one is as short as possible."""
    names, sizes = list(lengths), list(lengths.values())
    cut = min(range(1, len(names) + 1), key=lambda i: max(sum(sizes[:i]), sum(sizes[i:])))
    return names[:cut], names[cut:]


def _group(heading: str, keys: Keys) -> QVBoxLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(LARGE)
    grid.setVerticalSpacing(SMALL)
    for i, (key, meaning) in enumerate(keys):
        words = label(meaning, wrap=True)
        words.setMinimumWidth(240)
        grid.addWidget(label(key, "key"), i, 0, alignment=Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, i, 1)
    grid.setColumnMinimumWidth(0, 156)
    grid.setColumnStretch(1, 1)
    group = column(label(heading, "heading"))
    group.addLayout(grid)
    return group
