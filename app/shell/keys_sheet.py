"""The sheet of keys: what every key does, in one place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.style.stylesheet import LARGE, MEDIUM, SMALL, WIDE
from app.widgets.common import Button, label, row

Keys = list[tuple[str, str]]  # (key, what it does)
HEADING = 2  # lines that a group's heading and the room below it take


class KeysSheet(QDialog):
    """Groups of keys, each under its heading, in two columns of about one length."""

    def __init__(self, groups: dict[str, Keys], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        self._groups = groups
        inside = QWidget()
        columns = row(spacing=2 * WIDE)
        columns.setContentsMargins(0, 0, MEDIUM, 0)
        for names in halves({heading: len(keys) + HEADING for heading, keys in groups.items()}):
            columns.addLayout(_column({name: groups[name] for name in names}), 1)
        inside.setLayout(columns)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        scroll.setAccessibleName(self.tr("Keys"))
        room = (parent or self).screen().availableGeometry()
        scroll.setMinimumWidth(min(inside.sizeHint().width() + LARGE, room.width() - 4 * WIDE))
        scroll.setMinimumHeight(min(inside.sizeHint().height() + SMALL, room.height() - 200))
        copy = Button(self.tr("Copy as text"), "", "copy", self._copy)
        copy.setToolTip(self.tr("Copy the whole sheet, to paste or print it elsewhere"))
        close = Button(self.tr("Close"), clicked=self.accept)
        close.setDefault(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(WIDE, WIDE, WIDE, LARGE)
        whole.setSpacing(LARGE)
        whole.addWidget(scroll, 1)
        whole.addLayout(row(copy, 1, close))

    def texts(self) -> list[str]:
        """Everything the sheet says."""
        return [shown.text() for shown in self.findChildren(QLabel)]

    def text(self) -> str:
        """The sheet as lines of text, its keys below each other."""
        width = max(len(key) for keys in self._groups.values() for key, _meaning in keys)
        blocks = []
        for heading, keys in self._groups.items():
            lines = [f"  {key.ljust(width)}  {meaning}" for key, meaning in keys]
            blocks.append("\n".join([heading, *lines]))
        return "\n\n".join(blocks) + "\n"

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())


def halves(lengths: dict[str, int]) -> tuple[list[str], list[str]]:
    """Names in their order, cut where the longer of the two halves is shortest."""
    names, sizes = list(lengths), list(lengths.values())
    cut = min(range(1, len(names) + 1), key=lambda i: max(sum(sizes[:i]), sum(sizes[i:])))
    return names[:cut], names[cut:]


def _column(groups: dict[str, Keys]) -> QVBoxLayout:
    made = QVBoxLayout()
    made.setSpacing(LARGE)
    for heading, keys in groups.items():
        made.addLayout(_group(heading, keys))
    made.addStretch(1)
    return made


def _group(heading: str, keys: Keys) -> QVBoxLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(LARGE)
    grid.setVerticalSpacing(SMALL)
    for i, (key, meaning) in enumerate(keys):
        grid.addWidget(label(key, "key"), i, 0, alignment=Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        words = label(meaning, wrap=True)
        words.setMinimumWidth(240)
        grid.addWidget(words, i, 1)
    grid.setColumnMinimumWidth(0, 156)
    grid.setColumnStretch(1, 1)
    made = QVBoxLayout()
    made.setSpacing(SMALL)
    made.addWidget(label(heading, "heading"))
    made.addLayout(grid)
    return made
