"""The navigation rail: the buttons of the pages at the left of the window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from app.style import icons
from app.style.stylesheet import LARGE, MEDIUM, SMALL, TIGHT
from app.widgets.common import ToolButton

RAIL, COMPACT_RAIL = 92, 56  # widths of the navigation


class RailButton(ToolButton):
    """A button of the navigation rail; a dot shows that its page is busy."""

    def __init__(self, icon: str, text: str, icon_size: int, height: int) -> None:
        super().__init__(icon, text, "rail", icon_size)
        self.is_busy = False
        self._height = height
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Show only the icon, or the text below it as well."""
        styles = Qt.ToolButtonStyle
        self.setToolButtonStyle(styles.ToolButtonIconOnly if compact else styles.ToolButtonTextUnderIcon)
        self.setFixedSize(QSize(COMPACT_RAIL - 12, 38) if compact else QSize(RAIL - 16, self._height))

    def set_busy(self, busy: bool) -> None:
        """Show or hide the dot."""
        self.is_busy = busy
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self.is_busy:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().color(QPalette.ColorRole.Accent))
            painter.drawEllipse(QRectF(self.width() - 24, 9, 8, 8))


class NavigationRail(QFrame):
    """The buttons of the pages, at the left of the window."""

    chosen = Signal(str)  # name of a page
    help_wanted = Signal()

    def __init__(self, pages: dict[str, str]) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.buttons: dict[str, RailButton] = {}
        self._column = whole = QVBoxLayout(self)
        whole.setSpacing(TIGHT)
        self._mark = QLabel(pixmap=icons.brand().pixmap(QSize(34, 34), self.devicePixelRatioF()))
        self._mark.setContentsMargins(0, 0, 0, LARGE)
        whole.addWidget(self._mark, alignment=Qt.AlignmentFlag.AlignHCenter)
        for name, title in pages.items():
            button = RailButton(name, title, 22, 54)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            self.buttons[name] = button
            whole.addWidget(button)
        whole.addStretch(1)
        self.help = RailButton("help", QCoreApplication.translate("NavigationRail", "Keys"), 20, 54)
        self.help.clicked.connect(self.help_wanted)
        whole.addWidget(self.help)
        self.set_compact(False)

    def set_compact(self, compact: bool) -> None:
        """Show icons without their texts, for a small window."""
        self.setFixedWidth(COMPACT_RAIL if compact else RAIL)
        side, end = (TIGHT, TIGHT) if compact else (SMALL, MEDIUM)
        self._column.setContentsMargins(side, end, side, end)
        self._mark.setVisible(not compact)
        for button in (*self.buttons.values(), self.help):
            button.set_compact(compact)

    def show_page(self, name: str) -> None:
        """Mark a page as the current one."""
        self.buttons[name].setChecked(True)
