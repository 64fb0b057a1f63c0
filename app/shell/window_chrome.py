"""The frame's parts: the navigation rail, the header, the banner of messages, the progress of a job, the drop hint."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.style import icons
from app.style.stylesheet import LARGE, MEDIUM, SMALL, TIGHT, WIDE
from app.widgets import plain_text
from app.widgets.common import Button, IconLabel, ToolButton, column, label, row
from app.widgets.progress import ProgressStage

RAIL = 92  # width of the navigation
CHIP = 30  # characters of a name in the header
READ_SECONDS = 3.0  # a message stays at least so long, whatever the user or the program does meanwhile


class RailButton(ToolButton):
    """A page in the navigation; a dot says that something goes on there."""

    def __init__(self, icon: str, text: str) -> None:
        super().__init__(icon, text, "rail", 22)
        self._busy = False
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setCheckable(True)
        self.setFixedSize(QSize(RAIL - 16, 60))

    @property
    def is_busy(self) -> bool:
        """Whether the dot is shown."""
        return self._busy

    def set_busy(self, busy: bool) -> None:
        """Show or hide the dot."""
        if busy != self._busy:
            self._busy = busy
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self._busy:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().color(QPalette.ColorRole.Accent))
            painter.drawEllipse(QRectF(self.width() - 24, 9, 8, 8))


class NavigationRail(QFrame):
    """The five pages at the left."""

    chosen = Signal(str)
    help_wanted = Signal()

    def __init__(self, pages: dict[str, str]) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setFixedWidth(RAIL)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, RailButton] = {}
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SMALL, MEDIUM, SMALL, MEDIUM)
        whole.setSpacing(TIGHT)
        mark = QLabel()
        mark.setPixmap(icons.brand().pixmap(QSize(34, 34), self.devicePixelRatioF()))
        whole.addWidget(mark, alignment=Qt.AlignmentFlag.AlignHCenter)
        whole.addSpacing(LARGE)
        for name, title in pages.items():
            button = RailButton(name, title)
            button.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            self._group.addButton(button)
            self.buttons[name] = button
            whole.addWidget(button)
        whole.addStretch(1)
        keys = ToolButton("help", QCoreApplication.translate("NavigationRail", "Keys"), "rail", 20)
        keys.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        keys.setFixedSize(QSize(RAIL - 16, 54))
        keys.clicked.connect(self.help_wanted)
        whole.addWidget(keys)

    def show_page(self, name: str) -> None:
        """Mark a page as the current one."""
        self.buttons[name].setChecked(True)


class PathButton(QToolButton):
    """The name of what is open, with a menu of what else could be."""

    def __init__(self, icon: str, empty: str) -> None:
        super().__init__()
        self._icon_name = icon
        self._empty = empty
        self.setProperty("role", "chip")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMenu(QMenu(self))
        self._tint()
        self.set_name("")

    def set_name(self, name: str, tip: str = "") -> None:
        """Show a name; empty where nothing is open."""
        short = name if len(name) <= CHIP else f"{name[: CHIP // 2]}…{name[-CHIP // 2 + 1 :]}"
        self.setText(plain_text.button_text(f" {short or self._empty}"))
        self.setToolTip(plain_text.tooltip_text(tip or self._empty))
        self.setAccessibleName(name or self._empty)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.PaletteChange:
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        colour = self.palette().color(QPalette.ColorRole.PlaceholderText).name()
        self.setIcon(icons.icon(self._icon_name, colour, 16))
        self.setIconSize(QSize(16, 16))


class Header(QFrame):
    """The page's title and line of explanation; at the right what is open."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "header")
        self._title = label("", "title")
        self._line = label("", "muted")
        self.folder = PathButton("folder", self.tr("No folder"))
        self.run = PathButton("run", self.tr("No run"))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(WIDE, LARGE, WIDE, MEDIUM)
        whole.setSpacing(SMALL)
        whole.addLayout(column(self._title, self._line, spacing=0), 1)
        whole.addWidget(self.folder, alignment=Qt.AlignmentFlag.AlignTop)
        whole.addWidget(self.run, alignment=Qt.AlignmentFlag.AlignTop)

    def set_title(self, title: str, line: str) -> None:
        """Say which page this is, and what it is for."""
        self._title.setText(title)
        self._line.setText(line)


class Banner(QFrame):
    """A message across the window: what happened and what to do; details one click away."""

    details_wanted = Signal(str, str)  # text, details

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "banner")
        self._details = ""
        self._shown = 0.0
        self._text = label("", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = Button(self.tr("Details"), "quiet", clicked=self._ask)
        self.close_button = ToolButton("close", self.tr("Dismiss"))
        self.close_button.clicked.connect(self.hide)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(WIDE, SMALL, MEDIUM, SMALL)
        whole.setSpacing(MEDIUM)
        whole.addWidget(IconLabel("alert", 20, QPalette.ColorRole.BrightText))
        whole.addWidget(self._text, 1)
        whole.addWidget(self._more)
        whole.addWidget(self.close_button)
        self.hide()

    def show_message(self, text: str, details: str) -> None:
        """Show a message instead of the one before."""
        self._shown = time.monotonic()
        self._text.setText(text)
        self._details = details
        self._more.setVisible(bool(details))
        self.setAccessibleName(text)
        self.show()

    def settle(self) -> None:
        """The user has gone on: a message that could be read by now goes."""
        if time.monotonic() - self._shown >= READ_SECONDS:
            self.hide()

    def _ask(self) -> None:
        self.details_wanted.emit(self._text.text(), self._details)


class JobStrip(QWidget):
    """A job in the status bar: its title, how far it is, how long it will take."""

    clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = label()
        self._left = label()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(140)
        self._bar.setAccessibleName(self.tr("Progress"))
        whole = row(self._title, self._bar, self._left, spacing=MEDIUM)
        whole.setContentsMargins(SMALL, 0, LARGE, 0)
        self.setLayout(whole)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def show_title(self, title: str) -> None:
        """A job begins, of which nothing is known yet."""
        self._title.setText(title)
        self._left.clear()
        self._bar.setRange(0, 0)
        self.show()

    def show_stage(self, stage: ProgressStage) -> None:
        """How far it is."""
        self._title.setText(stage.title)
        self._bar.setRange(0, stage.total)
        self._bar.setValue(stage.done)
        self._left.setText(stage.left)
        self.show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.clicked.emit()
        super().mouseReleaseEvent(event)


class DropHint(QFrame):
    """Laid over the window while something is dragged over it: says what dropping it will do."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "drop")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._over = parent
        self.is_welcome = False
        self._text = label("", "title", wrap=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        whole = QVBoxLayout(self)
        whole.addWidget(self._text)
        self.hide()

    def show_text(self, text: str, welcome: bool) -> None:
        """Cover the window and say what will happen; where it is not `welcome`, why nothing will."""
        self.is_welcome = welcome
        self.setProperty("role", "drop" if welcome else "no-drop")
        self.style().unpolish(self)
        self.style().polish(self)
        self._text.setText(text)
        self.setGeometry(self._over.rect().adjusted(WIDE, WIDE, -WIDE, -WIDE))
        self.raise_()
        self.show()
