"""What an empty page says: what will be here, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.style.stylesheet import MEDIUM, SMALL, WIDE
from app.widgets.common import IconLabel, column, label, row

MEDALLION = 96  # points of the icon


class EmptyState(QWidget):
    """An icon, a title, a sentence and buttons. It does without the icon where it would have to scroll."""

    def __init__(self, icon: str, title: str, text: str, *buttons: QWidget) -> None:
        super().__init__()
        self.medallion = QFrame()
        self.medallion.setProperty("role", "medallion")
        self.medallion.setFixedSize(MEDALLION, MEDALLION)
        inside = QVBoxLayout(self.medallion)
        inside.addWidget(IconLabel(icon, 44, QPalette.ColorRole.Link), alignment=Qt.AlignmentFlag.AlignCenter)
        words = label(text, "muted", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setFixedWidth(440)
        words.setMinimumHeight(words.heightForWidth(440))
        self.below = QVBoxLayout()
        whole = column(2, spacing=MEDIUM, margins=(WIDE, WIDE, WIDE, WIDE), parent=self)
        whole.addWidget(self.medallion, alignment=Qt.AlignmentFlag.AlignHCenter)
        for part in (label(title, "title"), words):
            whole.addWidget(part, alignment=Qt.AlignmentFlag.AlignHCenter)
        whole.addSpacing(SMALL)
        whole.addLayout(row(1, *buttons, 1, spacing=MEDIUM))
        whole.addLayout(self.below)
        whole.addStretch(3)
        self._tall = MEDALLION + whole.spacing()  # points that it does without in a low window

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return False

    def heightForWidth(self, _width: int) -> int:  # noqa: N802
        return -1  # else what scrolls around it asks for the height with the icon

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        hint = super().minimumSizeHint()
        return hint if self.medallion.isHidden() else hint - QSize(0, self._tall)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.medallion.setVisible(self.height() >= self.minimumSizeHint().height() + self._tall)
